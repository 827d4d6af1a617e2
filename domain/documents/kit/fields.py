"""Form fields a person fills in on the screen: what they are called, what they take, how they begin."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class TextField:
    """Text on one line or on `lines` of them, at most `limit` characters (0 = any number).

    `name` is the full name with dots; `title` is what assistive technology says. A field that `is_fixed` can be read
    and not changed.
    """

    name: str
    title: str
    limit: int = 0
    lines: int = 1
    is_required: bool = False
    is_fixed: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """One of a list that opens: `options` are pairs of the value kept and the words shown; `value` is one of them."""

    name: str
    title: str
    options: tuple[tuple[str, str], ...]
    is_required: bool = False
    value: str = ""

    @property
    def shown(self) -> str:
        """The words for the value it begins with."""
        return dict(self.options).get(self.value, "")


@dataclass(frozen=True, slots=True)
class TickField:
    """A box to tick; its value is `Yes` or `Off`."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class RadioField:
    """One button of a group in which one at most is on; buttons of a group share `name` and `group_title`.

    `option` is the value the group takes with this button on: letters, digits and underscores.
    """

    name: str
    group_title: str
    option: str
    option_title: str

    @property
    def title(self) -> str:
        """Group and button, as assistive technology says them."""
        return f"{self.group_title}: {self.option_title}"


Field: TypeAlias = TextField | ChoiceField | TickField | RadioField
"""Any field."""


@dataclass(frozen=True, slots=True)
class FieldLook:
    """Colours as #rrggbb and the size of typed text in points."""

    ink: str
    edge: str
    ground: str
    size: float = 10
