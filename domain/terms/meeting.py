"""What meetings need: who was invited, what is to be done until when, and where a dialogue stands."""

from enum import StrEnum, auto


class InviteReply(StrEnum):
    """What an invited institution has said; the order is the order of a good course."""

    planned = auto()
    invited = auto()
    accepted = auto()
    attended = auto()
    declined = auto()


class Phase(StrEnum):
    """Where a dialogue stands between the first idea and its closed review."""

    preparing = auto()
    invited = auto()
    today = auto()
    follow_up = auto()
    closed = auto()


class WorkList(StrEnum):
    """Lists of things to do for an event that a template gives: what is due when, and what the room needs."""

    timeline = auto()
    checklist = auto()
