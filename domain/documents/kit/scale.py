"""Type as data: the faces of a document and how large each role is set."""

from dataclasses import dataclass, fields
from typing import TypeAlias

LIGHT = "IBMPlexSans-Light"
REGULAR = "IBMPlexSans-Regular"
MEDIUM = "IBMPlexSans-Medium"
SEMIBOLD = "IBMPlexSans-SemiBold"
CONDENSED = "IBMPlexSansCondensed-Medium"


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces by weight, as their files in `resources/fonts` are called."""

    light: str = LIGHT
    regular: str = REGULAR
    medium: str = MEDIUM
    semibold: str = SEMIBOLD
    condensed: str = CONDENSED


Size: TypeAlias = tuple[float, float]
"""Size of the letters and distance of the lines, in points."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How large each role is set; `title_steps` are the sizes a long title falls back to."""

    title: Size = (28, 32.5)
    title_steps: tuple[float, ...] = (28, 24, 20, 17)
    plain_title: Size = (20, 24)
    eyebrow: Size = (8.5, 11)
    lead: Size = (10.5, 15.5)
    opening: Size = (12, 18)
    figure: Size = (27, 29)
    single_figure: float = 44
    figure_caption: Size = (8.5, 11.5)
    section: Size = (13, 17)
    banner: Size = (12, 16)
    subsection: Size = (10.5, 14)
    body: Size = (9.5, 13.5)
    card: Size = (8.5, 12.2)
    dense: Size = (8.5, 12)
    second: Size = (8.5, 12)
    note: Size = (8.5, 11.5)
    field_label: Size = (8.5, 11.5)
    field_hint: Size = (8.5, 11)
    caption: Size = (8.5, 11.5)
    sender: Size = (14, 18)
    sender_line: Size = (9.5, 13)
    address: Size = (10, 12.8)
    return_address: Size = (7.5, 9)

    def sizes(self) -> dict[str, Size]:
        """Every role that has a line distance, by name."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.type is Size}


NORMAL_FACES, NORMAL_SCALE = Faces(), Scale()

LARGE_ZOOM = 2**0.5
"""Large print is set on a sheet of half the size and enlarged to the whole, as from A5 to A4."""

LARGE_FACES = Faces(light=REGULAR, condensed=MEDIUM)
"""Nothing thin and nothing narrow."""

LARGE_SCALE = Scale(
    title=(19, 24),
    title_steps=(19, 17, 15.5, 14),
    plain_title=(16, 20.5),
    eyebrow=(8.6, 11.5),
    lead=(10.5, 15),
    opening=(11, 16),
    figure=(20, 26),
    single_figure=30,
    figure_caption=(8.8, 12),
    section=(13, 17.5),
    banner=(12, 16),
    subsection=(11, 14.5),
    body=(10, 14.5),
    card=(10, 14),
    dense=(10, 14),
    second=(9.2, 12.5),
    note=(9.2, 12.5),
    field_label=(9.2, 12.2),
    field_hint=(8.8, 11.8),
    caption=(8.8, 11.8),
    sender=(12, 15.6),
    sender_line=(9.2, 12.5),
    address=(8.8, 9.1),
    return_address=(8.5, 9.2),
)
"""Before the enlargement: body 14.1 points, nothing under 12, lines at least 1.3 sizes apart in running text.

The address keeps its six lines in the window of 27.3 mm, so that they stand closer."""
