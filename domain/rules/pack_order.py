"""Which papers belong in the folder of an event or a tour day, in which order, and how many of each."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.rows.packs import PackFacts
from domain.terms import EventKind

CARDS_ON_A_SHEET = 4
_POSTERS = 6

TOUR_DAY = ("tour_sheet", "packing_list", "site_pass", "concern_card", "feedback_card")
"""What goes along on a day of a tour; names of documents that there are not are passed over."""

_MEETING = ("invitee_list", "programme", "briefing", "attendance_list", "table_signs")
_DIALOGUE = (
    "invitation",
    "invitation_letter",
    "flyer",
    "poster",
    "programme",
    "briefing",
    "invitee_list",
    "attendance_list",
    "table_signs",
    "concern_card",
    "feedback_card",
    "handout",
    "event_packing_list",
    "result_sheet",
)
_LECTURE = ("lecture_confirmation", "briefing", "lecture_handout", "handout", "attendance_list", "feedback_card")
_OUTDOORS = ("poster", "briefing", "site_pass", "concern_card", "feedback_card", "handout", "event_packing_list")
_USUAL: Mapping[EventKind, tuple[str, ...]] = MappingProxyType(
    {
        EventKind.mobile_stop: _OUTDOORS,
        EventKind.information_event: _OUTDOORS,
        EventKind.citizen_dialogue: _DIALOGUE,
        EventKind.expert_dialogue: (*_MEETING, "feedback_card", "event_packing_list"),
        EventKind.council_meeting: (*_MEETING, "council_profile"),
        EventKind.information_exchange: _MEETING,
        EventKind.lecture: (*_LECTURE, "event_packing_list"),
        EventKind.training: ("programme", "briefing", "attendance_list", "feedback_card"),
        EventKind.consultation: ("briefing", "handout", "event_packing_list"),
        EventKind.joint_patrol: ("briefing", "event_packing_list"),
        EventKind.online: (),
    }
)


def usual(kind: EventKind | None) -> tuple[str, ...]:
    """The documents of a folder by name, in the order of printing; None is the day of a tour."""
    return TOUR_DAY if kind is None else _USUAL.get(kind, ("briefing",))


def copies(document: str, facts: PackFacts) -> int:
    """How many copies of a document are needed, as far as numbers of people are known; at least one."""
    guests = facts.expected or facts.invited
    sheets = -(-guests // CARDS_ON_A_SHEET)
    needed = {
        "invitation": facts.invited,
        "flyer": guests,
        "poster": _POSTERS,
        "programme": guests,
        "handout": guests,
        "lecture_handout": guests,
        "concern_card": sheets,
        "feedback_card": sheets,
        "briefing": facts.team,
        "tour_sheet": facts.team,
    }
    return max(1, needed.get(document, 1))


def sheets_of_paper(pages: int, copies: int, *, is_duplex: bool) -> int:
    """How many sheets go through the printer for so many copies of a document."""
    return copies * (-(-pages // 2) if is_duplex else pages)
