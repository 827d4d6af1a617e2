"""Which icon stands for which kind, state, grade and record, and how icons are drawn."""

from domain.rows.steps import Hit
from domain.terms import EventKind, EventState, Grade
from gui.drawn_icons import draw, icon, pixmap

__all__ = ["GRADE_ICONS", "KIND_ICONS", "STATE_ICONS", "TABLE_ICONS", "draw", "icon", "icon_of", "pixmap"]

KIND_ICONS: dict[EventKind, str] = {
    EventKind.mobile_stop: "bus",
    EventKind.citizen_dialogue: "speech",
    EventKind.expert_dialogue: "heads",
    EventKind.lecture: "lectern",
    EventKind.information_event: "info",
    EventKind.consultation: "lock",
    EventKind.joint_patrol: "walkers",
    EventKind.council_meeting: "table",
    EventKind.training: "cap",
    EventKind.information_exchange: "arrows",
    EventKind.online: "globe",
}

STATE_ICONS: dict[EventState, str] = {
    EventState.idea: "hint",
    EventState.requested: "inbox",
    EventState.tentative: "half",
    EventState.confirmed: "check",
    EventState.held: "check",
    EventState.reviewed: "double-check",
    EventState.declined: "ban",
    EventState.cancelled: "close",
    EventState.postponed: "next",
}

GRADE_ICONS: dict[Grade, str] = {Grade.error: "error", Grade.warning: "warning", Grade.hint: "hint"}

TABLE_ICONS: dict[str, str] = {
    "event": "calendar",
    "partner": "people",
    "request": "inbox",
    "site": "pin",
    "offer": "lectern",
    "publication": "book",
    "handout_edition": "document",
}


def icon_of(hit: Hit) -> str:
    """The icon for a record found by search."""
    return TABLE_ICONS.get(hit.table, "document")
