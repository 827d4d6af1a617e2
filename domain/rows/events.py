"""Events as lists show them, and as forms edit them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID

from domain.rows.event_row import EventRow as EventRow  # noqa: PLC0414 - one place to import all of an event from
from domain.terms import (
    AccidentCause,
    AdviceField,
    AssignmentRole,
    Audience,
    EventKind,
    EventState,
    OnlineChannel,
    PlaceCategory,
    PlaceKind,
    Schulform,
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many people of one target group were expected and came; None = not known."""

    target_group_id: UUID
    expected: int | None = None
    actual: int | None = None


@dataclass(frozen=True, slots=True)
class AssignmentDraft:
    """A person of the house at an event, in a role."""

    staff_id: UUID
    role: AssignmentRole


@dataclass(frozen=True, slots=True)
class OutsiderDraft:
    """Somebody from outside in a role: an institution, perhaps one of its contacts, or only words."""

    role: AssignmentRole
    partner_id: UUID | None = None
    contact_id: UUID | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class OfficeCount:
    """How many people of one office took part in a training: a partner, or an office named in words."""

    partner_id: UUID | None = None
    words: str = ""
    participants: int | None = None


@dataclass(frozen=True, slots=True)
class HandOut:
    """How many copies of a publication an event takes along and how many it handed out; None = not known."""

    publication_id: UUID
    planned: int | None = None
    handed_out: int | None = None


@dataclass(frozen=True, slots=True)
class TrafficFacts:
    """Which accidents a measure of any kind is aimed at, and the black spot it is about (the place only)."""

    cause: AccidentCause
    black_spot: str = ""


@dataclass(frozen=True, slots=True)
class LectureFacts:
    """What only a lecture has; `speaker_office` is the guest speaker's authority, if it is not our own."""

    schulform: Schulform | None = None
    school_grade: str = ""
    occasion: str = ""
    prior_knowledge: str = ""
    teacher_present: bool | None = None
    room_technique: str = ""
    speaker_office: str = ""
    neutrality_note: str = ""


@dataclass(frozen=True, slots=True)
class DialogueFacts:
    """What a citizen or expert dialogue has: seats, moderation, agenda as lines of text, press.

    The text counts while there are no agenda items. `excluded_groups` are those the invitation keeps out.
    """

    seats: int | None = None
    moderation: str = ""
    agenda: str = ""
    invitation_until: date | None = None
    press_admitted: bool = True
    excluded_groups: str = ""


@dataclass(frozen=True, slots=True)
class ConsultationFacts:
    """What a consultation has: counts only, never persons."""

    advice_field: AdviceField | None = None
    talks: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class PatrolFacts:
    """Headcount on each side of a joint patrol, how many checks it made and what it looked at."""

    police_officers: int | None = None
    ordnungsamt_officers: int | None = None
    checks: int | None = None
    focus: str = ""


@dataclass(frozen=True, slots=True)
class CouncilFacts:
    """A council's session: its number, and its agenda as lines of text while there are no agenda items."""

    session: str = ""
    agenda: str = ""


@dataclass(frozen=True, slots=True)
class TrainingFacts:
    """A training's aims, the qualification it gives and for how many months (None = without end)."""

    aims: str = ""
    qualification_id: UUID | None = None
    valid_months: int | None = None


@dataclass(frozen=True, slots=True)
class InformationFacts:
    """An information event: what for, which stands there are, and where it goes if it rains."""

    occasion: str = ""
    stands: str = ""
    rain_plan: str = ""


@dataclass(frozen=True, slots=True)
class ExchangeFacts:
    """A recurring exchange and how many days may pass between two meetings."""

    interval_days: int | None = None


@dataclass(frozen=True, slots=True)
class OnlineFacts:
    """An online contribution: channel, text, alternative text of its picture, reach typed in later.

    `about_id` is the event that it announces or reports on, `channel_words` names another channel or the account.
    """

    channel: OnlineChannel | None = None
    about_id: UUID | None = None
    text: str = ""
    alt_text: str = ""
    reach: int | None = None
    channel_words: str = ""
    has_picture: bool = False


KindFacts: TypeAlias = (
    LectureFacts
    | DialogueFacts
    | ConsultationFacts
    | PatrolFacts
    | CouncilFacts
    | TrainingFacts
    | InformationFacts
    | ExchangeFacts
    | OnlineFacts
)

FACTS_OF_KIND: dict[EventKind, type[KindFacts]] = {
    EventKind.lecture: LectureFacts,
    EventKind.citizen_dialogue: DialogueFacts,
    EventKind.expert_dialogue: DialogueFacts,
    EventKind.information_event: InformationFacts,
    EventKind.consultation: ConsultationFacts,
    EventKind.joint_patrol: PatrolFacts,
    EventKind.council_meeting: CouncilFacts,
    EventKind.training: TrainingFacts,
    EventKind.information_exchange: ExchangeFacts,
    EventKind.online: OnlineFacts,
}
"""The facts a kind adds; kinds not listed add none."""


@dataclass(frozen=True, slots=True)
class EventDraft:
    """Everything of an event that a person can edit.

    `place_kind` says which of the place fields counts. `starts_at`/`ends_at` are aware; for an all-day event
    `first_day`/`last_day` count instead. `host_id` is the inviting body (Veranstalter), `host_name` its name when it
    is no partner; with `host_confidential` the event leaves the house only as a count. `lessons` is what to do better
    next time, `offer_id` the offer of the catalogue that it carries out, `offices` who took part in a training.
    `set_up_minutes` and `tear_down_minutes` lie before and after the opening times.
    """

    kind: EventKind
    title: str
    state: EventState = EventState.idea
    audience: Audience = Audience.public
    public_text: str = ""
    internal_notes: str = ""
    security_remarks: str = ""
    all_day: bool = False
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    first_day: date | None = None
    last_day: date | None = None
    set_up_minutes: int = 0
    tear_down_minutes: int = 0
    ags: str | None = None
    place_category: PlaceCategory | None = None
    place_kind: PlaceKind = PlaceKind.address
    site_id: UUID | None = None
    place_partner_id: UUID | None = None
    place_name: str = ""
    room: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    online_url: str = ""
    host_id: UUID | None = None
    host_name: str = ""
    host_confidential: bool = False
    office_id: UUID | None = None
    languages: tuple[str, ...] = ("de",)
    accessibility: str = ""
    press_expected: bool = False
    expected: int | None = None
    actual: int | None = None
    kilometres: float | None = None
    state_reason: str = ""
    postponed_to: date | None = None
    lessons: str = ""
    best_practice: bool = False
    is_template: bool = False
    vehicle_id: UUID | None = None
    offer_id: UUID | None = None
    topic_ids: tuple[UUID, ...] = ()
    target_group_ids: tuple[UUID, ...] = ()
    equipment_ids: tuple[UUID, ...] = ()
    partner_ids: tuple[UUID, ...] = ()
    assignments: tuple[AssignmentDraft, ...] = ()
    outsiders: tuple[OutsiderDraft, ...] = ()
    counts: tuple[Count, ...] = ()
    publications: tuple[HandOut, ...] = ()
    offices: tuple[OfficeCount, ...] = ()
    traffic: TrafficFacts | None = None
    facts: KindFacts | None = None


@dataclass(frozen=True, slots=True)
class EventDetail:
    """An event as its form opens it: the row of lists, the editable part, and names for every id in it.

    `names` maps ids of partners, sites, staff, topics, groups, vehicles and equipment to what people read.
    """

    row: EventRow
    draft: EventDraft
    names: dict[UUID, str] = field(default_factory=dict)
    created_at: datetime | None = None
    updated_at: datetime | None = None
