"""The colour tokens of the light and the dark theme; no other module names a colour."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.terms import EventKind


PAPER = QColor("#ffffff")
"""Paper stays white in every theme."""


@dataclass(frozen=True, eq=False)
class KindColours:
    """The mark (bar and icon) of a kind of event and the tint behind its text."""

    mark: QColor
    tint: QColor


@dataclass(frozen=True, eq=False, repr=False)
class Palette:
    """One theme's colours by purpose.

    Text pairs reach 4.5 : 1, marks and control edges 3 : 1; `hairline` and `grid` are decoration only. `gold` marks
    today, school holidays, nearness to a limit and a moved stop, nothing else.
    """

    name: str
    window: QColor
    base: QColor
    nav: QColor
    alt: QColor
    hover: QColor
    off: QColor
    text: QColor
    muted: QColor
    hairline: QColor
    grid: QColor
    outline: QColor
    accent: QColor
    on_accent: QColor
    strong: QColor
    selection: QColor
    fill: QColor
    on_fill: QColor
    gold: QColor
    error: QColor
    error_ground: QColor
    warning: QColor
    warning_ground: QColor
    done: QColor
    done_ground: QColor
    hint_ground: QColor
    river: QColor
    toast: QColor
    toast_text: QColor
    toast_action: QColor

    @cached_property
    def kinds(self) -> "Mapping[EventKind, KindColours]":
        """The colours of each kind of event; the first paint needs none of them."""
        from domain.terms import EventKind

        first = 3 if self.is_dark else 1
        return {EventKind(row[0]): KindColours(QColor(row[first]), QColor(row[first + 1])) for row in _KINDS}

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self.window.lightness() < self.text.lightness()


_TOKENS = (
    # token, light, dark
    ("window", "#f6f7f8", "#1a1e22"),
    ("base", "#ffffff", "#20252a"),
    ("nav", "#eef1f3", "#15181b"),
    ("alt", "#fafbfc", "#242a2f"),
    ("hover", "#f1f4f6", "#293037"),
    ("off", "#e9ecee", "#2d343a"),
    ("text", "#1d2329", "#e6e9ec"),
    ("muted", "#5d6771", "#a5aeb7"),
    ("hairline", "#dfe3e6", "#363d44"),
    ("grid", "#ebeef0", "#2b3137"),
    ("outline", "#7f8a94", "#7f8a94"),
    ("accent", "#1f6f8b", "#5fb3cf"),
    ("on_accent", "#ffffff", "#10222a"),
    ("strong", "#0b4f6c", "#8fd0e4"),
    ("selection", "#e0edf2", "#243d48"),
    ("fill", "#0b4f6c", "#34788f"),
    ("on_fill", "#ffffff", "#ffffff"),
    ("gold", "#9a6a00", "#e3b04b"),
    ("error", "#b3261e", "#ff9a90"),
    ("error_ground", "#fbeae8", "#412725"),
    ("warning", "#875700", "#f0be62"),
    ("warning_ground", "#faf0d9", "#3b311c"),
    ("done", "#2a7446", "#82cf9c"),
    ("done_ground", "#e4f2e9", "#20382b"),
    ("hint_ground", "#e6f0f4", "#22353d"),
    ("river", "#9cc4d4", "#3f6b7c"),
    ("toast", "#2a3239", "#e6e9ec"),
    ("toast_text", "#ffffff", "#1d2329"),
    ("toast_action", "#8fd0e4", "#0b4f6c"),
)

_KINDS = (
    # kind, light mark and tint, dark mark and tint
    ("mobile_stop", "#1f6f8b", "#e0ebef", "#5fb3cf", "#2b3f48"),
    ("citizen_dialogue", "#a07000", "#f2ebdb", "#e3b04b", "#433e30"),
    ("expert_dialogue", "#b4541a", "#f5e7df", "#f0935c", "#453933"),
    ("lecture", "#6f4fb0", "#ebe6f4", "#b7a3ea", "#3b3c4d"),
    ("information_event", "#2b62b8", "#e1e9f5", "#84aef0", "#323e4e"),
    ("consultation", "#2f7d4a", "#e2ede6", "#74c28f", "#2f413c"),
    ("joint_patrol", "#44546a", "#e5e7ea", "#a3b3c7", "#383f46"),
    ("council_meeting", "#85573a", "#eee7e3", "#cfa283", "#403c3a"),
    ("training", "#a63a7e", "#f3e3ed", "#e58cc2", "#433845"),
    ("information_exchange", "#00786d", "#dbeceb", "#4fc4b6", "#284243"),
    ("online", "#66731a", "#eaebdf", "#bac65e", "#3c4233"),
)


def light() -> Palette:
    """The light theme."""
    return Palette(name="light", **{token: QColor(colour) for token, colour, _dark in _TOKENS})


def dark() -> Palette:
    """The dark theme."""
    return Palette(name="dark", **{token: QColor(colour) for token, _light, colour in _TOKENS})
