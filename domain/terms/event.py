"""What events are, where they stand, who sees them and who takes part."""

from enum import StrEnum, auto


class EventKind(StrEnum):
    """What sort of measure (Maßnahme) an event is."""

    mobile_stop = auto()
    citizen_dialogue = auto()
    expert_dialogue = auto()
    lecture = auto()
    information_event = auto()
    consultation = auto()
    joint_patrol = auto()
    council_meeting = auto()
    training = auto()
    information_exchange = auto()
    online = auto()


class EventState(StrEnum):
    """Where an event stands between the first idea and its review."""

    idea = auto()
    requested = auto()
    tentative = auto()
    confirmed = auto()
    held = auto()
    reviewed = auto()
    declined = auto()
    cancelled = auto()
    postponed = auto()


class Audience(StrEnum):
    """Who may see an event outside the house."""

    public = auto()
    partners = auto()
    internal = auto()


class PlaceKind(StrEnum):
    """How the place of an event is given."""

    address = auto()
    site = auto()
    partner = auto()
    online = auto()


class AssignmentRole(StrEnum):
    """What a person does at an event."""

    lead = auto()
    speaker = auto()
    crew = auto()
    driver = auto()
    moderation = auto()
    minutes = auto()
    panel = auto()
    adviser = auto()
    host = auto()
    table_host = auto()
    door = auto()
    press_contact = auto()
    security_contact = auto()
    follow_up = auto()


class ChangeKind(StrEnum):
    """What became of an event since a plan version (Fassung); the order is the order of telling."""

    added = auto()
    moved = auto()
    changed = auto()
    cancelled = auto()


class PlaceCategory(StrEnum):
    """What sort of place something is about."""

    centre = auto()
    housing = auto()
    commercial = auto()
    public_transport = auto()
    station = auto()
    school = auto()
    park = auto()
    road = auto()
    countryside = auto()
    online = auto()
    other = auto()
