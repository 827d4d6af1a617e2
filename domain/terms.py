"""The words of the field as enums and small value types."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto
from typing import TypeAlias
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")

Clock: TypeAlias = Callable[[], datetime]
"""Gives the present moment as an aware datetime; enters only in `cli.py` and `gui/app.py`."""


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


class PartnerCategory(StrEnum):
    """What sort of institution a partner is."""

    school = auto()
    kindergarten = auto()
    university = auto()
    adult_education = auto()
    ordnungsamt = auto()
    jugendamt = auto()
    other_office = auto()
    gemeinde = auto()
    kreis = auto()
    police = auto()
    fire_brigade = auto()
    club = auto()
    association = auto()
    church = auto()
    advice_centre = auto()
    company = auto()
    research = auto()
    job_centre = auto()
    council = auto()
    citizen = auto()
    media = auto()
    other = auto()


class Schulform(StrEnum):
    """School type as the school law of Sachsen-Anhalt names it."""

    grundschule = auto()
    sekundarschule = auto()
    gemeinschaftsschule = auto()
    gesamtschule = auto()
    gymnasium = auto()
    foerderschule = auto()
    berufsbildende_schule = auto()
    waldorfschule = auto()
    other = auto()


class LegalBasis(StrEnum):
    """Why a contact's data may be kept (Rechtsgrundlage)."""

    public_task = auto()
    consent = auto()
    contract = auto()
    published = auto()


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


class RequestState(StrEnum):
    """Where a request stands in triage."""

    open = auto()
    accepted = auto()
    declined = auto()
    withdrawn = auto()


class TourState(StrEnum):
    """Whether a tour is a draft, agreed or over."""

    draft = auto()
    agreed = auto()
    done = auto()


class ChangeKind(StrEnum):
    """What became of an event since a plan version (Fassung); the order is the order of telling."""

    added = auto()
    moved = auto()
    changed = auto()
    cancelled = auto()


class Surface(StrEnum):
    """What a site (Stellplatz) is paved with."""

    asphalt = auto()
    paving = auto()
    gravel = auto()
    grass = auto()
    unknown = auto()


class PermitState(StrEnum):
    """How far the permit for using public ground (Sondernutzung) is."""

    not_needed = auto()
    missing = auto()
    applied = auto()
    granted = auto()
    refused = auto()


class PermitLight(StrEnum):
    """What the traffic light of a permit shows: green, amber, red, or nothing to settle."""

    clear = auto()
    waiting = auto()
    blocked = auto()
    idle = auto()


class Criterion(StrEnum):
    """What a site is checked for before a vehicle stands there."""

    length = auto()
    width = auto()
    height = auto()
    weight = auto()
    power = auto()
    cable = auto()
    ground = auto()
    slope = auto()
    step_free = auto()


class Fit(StrEnum):
    """How well a vehicle and a site go together; the order is the order of weight."""

    misfit = auto()
    tight = auto()
    unknown = auto()
    fits = auto()


class Grade(StrEnum):
    """How serious a finding is; the order is the order of weight."""

    error = auto()
    warning = auto()
    hint = auto()


class Rule(StrEnum):
    """The rules that `rules.conflicts` checks."""

    vehicle_booked_twice = auto()
    equipment_booked_twice = auto()
    person_booked_twice = auto()
    site_booked_twice = auto()
    unreachable_in_time = auto()
    duty_too_long = auto()
    drive_too_long = auto()
    break_missing = auto()
    public_holiday = auto()
    school_free_day = auto()
    school_holidays_unknown = auto()
    permit_too_late = auto()
    market_day = auto()
    person_absent = auto()
    qualification_missing = auto()
    ends_before_start = auto()
    vehicle_too_large = auto()
    inviting_body_missing = auto()
    topic_expired = auto()
    power_missing = auto()
    press_excluded = auto()
    permit_refused = auto()
    permit_moved = auto()
    site_too_steep = auto()


class Weight(StrEnum):
    """How much a person wants something of a plan; the order is the order of weight."""

    off = auto()
    usual = auto()
    high = auto()
    highest = auto()


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A half-open stretch of time, `start` inclusive, `end` exclusive, both aware."""

    start: datetime
    end: datetime

    def overlaps(self, other: "TimeSpan") -> bool:
        """Whether the two spans share at least a moment."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class DaySpan:
    """A stretch of whole days, both ends inclusive."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


class Minutes(int):
    """A length of time in whole minutes; `Language.plain` shows it as "10 h 45 min"."""

    __slots__ = ()
