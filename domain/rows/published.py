"""What leaves the house: the only shapes exporters and outgoing documents may see."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.terms import AccidentCause, AdviceField, Audience, EventKind, EventState, OnlineChannel, PlaceCategory


@dataclass(frozen=True, slots=True)
class PublishedPlace:
    """Where it takes place, as an outsider may know it; `kreis` is the district's name."""

    name: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    ags: str | None = None
    kreis_ags: str | None = None
    kreis: str = ""
    latitude: float | None = None
    longitude: float | None = None
    online_url: str = ""


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """What only single kinds of events have, with names instead of ids; it never leaves the house.

    `police_minutes` and `ordnungsamt_minutes` are people times time of a joint patrol, `offices` who took part in a
    training with their numbers, `channel_name` the account or another channel's name.
    """

    place_category: PlaceCategory | None = None
    advice_field: AdviceField | None = None
    talks: int | None = None
    talk_minutes: int | None = None
    police_officers: int | None = None
    ordnungsamt_officers: int | None = None
    police_minutes: int | None = None
    ordnungsamt_minutes: int | None = None
    checks: int | None = None
    focus: str = ""
    aims: str = ""
    qualification: str = ""
    valid_months: int | None = None
    offices: tuple[tuple[str, int | None], ...] = ()
    occasion: str = ""
    stands: str = ""
    rain_plan: str = ""
    channel: OnlineChannel | None = None
    channel_name: str = ""
    about: str = ""
    reach: int | None = None
    cause: AccidentCause | None = None
    black_spot: str = ""


@dataclass(frozen=True, slots=True)
class PublishedEvent:
    """An event as one audience may see it; made only by `rules.audience.publish`.

    Fields that the audience may not see are empty. `internal` is filled for `Audience.internal` alone.
    """

    id: UUID
    number: str
    uid: str
    sequence: int
    audience: Audience
    kind: EventKind
    state: EventState
    title: str
    text: str
    all_day: bool
    starts_at: datetime | None
    ends_at: datetime | None
    first_day: date | None
    last_day: date | None
    place: PublishedPlace
    host: str
    office: str
    topics: tuple[str, ...]
    target_groups: tuple[str, ...]
    languages: tuple[str, ...]
    accessibility: str
    agenda: str
    partners: tuple[str, ...]
    speakers: tuple[str, ...]
    state_reason: str
    postponed_to: date | None
    created_at: datetime
    updated_at: datetime
    internal: "InternalPart | None" = None


@dataclass(frozen=True, slots=True)
class InternalPart:
    """What only the house may see of an event.

    `people` are the names of everybody taking part, `team` the same with what each does there.
    """

    notes: str = ""
    security_remarks: str = ""
    people: tuple[str, ...] = ()
    room: str = ""
    expected: int | None = None
    actual: int | None = None
    press_expected: bool = False
    kilometres: float | None = None
    contacts: tuple[str, ...] = ()
    team: "tuple[Person, ...]" = ()
    unconfirmed_partners: tuple[str, ...] = ()
    facts: MeasureFacts = MeasureFacts()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at an event: display name, what they do there, and whether the name must stay in the house.

    `role` is the value of an `AssignmentRole` (a member will do).
    """

    name: str
    role: str
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class PartnerMention:
    """A partner taking part, whether it has confirmed, and whether it is an engaged citizen."""

    name: str
    confirmed: bool
    is_person: bool = False


@dataclass(frozen=True, slots=True)
class EventStanding:
    """What decides whether an audience gets an event at all; `last_day` is its last local day, None without a date."""

    audience: Audience
    state: EventState
    host_confidential: bool
    last_day: date | None


@dataclass(frozen=True, slots=True)
class EventRecord:
    """The full internal record of an event with names instead of ids: what `publish` reads from.

    It never reaches an exporter. With `host_confidential` the event leaves the house only as a count.
    `confidential_names` are those of the whole house, whoever takes part.
    `place` may hold the room and access notes in `room`.
    """

    id: UUID
    number: str
    uid: str
    sequence: int
    kind: EventKind
    state: EventState
    audience: Audience
    title: str
    public_text: str
    internal_notes: str
    security_remarks: str
    all_day: bool
    starts_at: datetime | None
    ends_at: datetime | None
    first_day: date | None
    last_day: date | None
    place: PublishedPlace
    room: str
    host: str
    office: str
    topics: tuple[str, ...]
    target_groups: tuple[str, ...]
    languages: tuple[str, ...]
    accessibility: str
    agenda: str
    partners: tuple[PartnerMention, ...]
    people: tuple[Person, ...]
    contacts: tuple[str, ...]
    state_reason: str
    postponed_to: date | None
    press_expected: bool
    expected: int | None
    actual: int | None
    kilometres: float | None
    created_at: datetime
    updated_at: datetime
    host_confidential: bool = False
    facts: MeasureFacts = MeasureFacts()
    confidential_names: tuple[str, ...] = ()
