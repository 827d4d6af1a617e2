"""How kinds of events are marked on paper: a letter in a box of the kind's colour, as in the window's light theme."""

from collections.abc import Iterable

from domain.documents.kit.calendar_grid import Piece, piece
from domain.documents.kit.text import Run, b
from domain.documents.kit.theme import MEDIUM, Theme
from domain.i18n import Language
from domain.labels import label
from domain.terms import EventKind

_EDGES = {
    EventKind.mobile_stop: "#1f6f8b",
    EventKind.citizen_dialogue: "#a07000",
    EventKind.expert_dialogue: "#b4541a",
    EventKind.lecture: "#6f4fb0",
    EventKind.information_event: "#2b62b8",
    EventKind.consultation: "#2f7d4a",
    EventKind.joint_patrol: "#44546a",
    EventKind.council_meeting: "#85573a",
    EventKind.training: "#a63a7e",
    EventKind.information_exchange: "#00786d",
    EventKind.online: "#66731a",
}


def letter(kind: EventKind, language: Language) -> str:
    """The letter of a kind, another one for each."""
    return {
        EventKind.mobile_stop: language.pgettext("letter of a mobile stop", "M"),
        EventKind.citizen_dialogue: language.pgettext("letter of a citizen dialogue", "C"),
        EventKind.expert_dialogue: language.pgettext("letter of an expert dialogue", "E"),
        EventKind.lecture: language.pgettext("letter of a lecture", "L"),
        EventKind.information_event: language.pgettext("letter of an information event", "I"),
        EventKind.consultation: language.pgettext("letter of a consultation", "A"),
        EventKind.joint_patrol: language.pgettext("letter of a joint patrol", "P"),
        EventKind.council_meeting: language.pgettext("letter of a council meeting", "B"),
        EventKind.training: language.pgettext("letter of a training", "T"),
        EventKind.information_exchange: language.pgettext("letter of an information exchange", "X"),
        EventKind.online: language.pgettext("letter of an online contribution", "O"),
    }[kind]


def mark(kind: EventKind, language: Language, theme: Theme) -> Piece:
    """The letter in its box."""
    return piece(letter(kind, language), MEDIUM, theme.palette.ink, _EDGES[kind])


def legend(kinds: Iterable[EventKind], language: Language) -> list[Run]:
    """What the letters mean, in the order of the kinds, those that occur only."""
    found = frozenset(kinds)
    runs: list[Run] = []
    for kind in EventKind:
        if kind in found:
            between = Run(" · ") if runs else Run("")
            runs += [between, b(letter(kind, language)), Run(f" {label(kind, language)}")]
    return runs
