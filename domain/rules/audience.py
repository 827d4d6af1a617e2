"""What leaves the house: the one way from an event's full record to what an audience may see."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache

from domain.i18n import N_
from domain.rows.published import EventRecord, EventStanding, InternalPart, Person, PublishedEvent, PublishedPlace
from domain.terms import BERLIN, AssignmentRole, Audience, EventState

CONFIDENTIAL_SPEAKER = N_("Speaker of the Verfassungsschutz authority")
"""Stands in `PublishedEvent.speakers` for a name that stays in the house; outputs pass speakers through gettext."""

NAMELESS = "N. N."
"""Stands in free text for a name that stays in the house (nomen nominandum, the same in every language)."""

SHOWN_AFTER_CALLING_OFF = timedelta(days=30)
"""How long after its date a cancelled or postponed event is still told to outsiders, who noted the old date."""

_CALLED_OFF = frozenset({EventState.cancelled, EventState.postponed})
_STATES = {
    Audience.public: frozenset({EventState.confirmed, EventState.held, EventState.reviewed}) | _CALLED_OFF,
    Audience.partners: (
        frozenset({EventState.tentative, EventState.confirmed, EventState.held, EventState.reviewed}) | _CALLED_OFF
    ),
}
_EVENTS_FOR = {
    Audience.public: frozenset({Audience.public}),
    Audience.partners: frozenset({Audience.public, Audience.partners}),
}
_ROLES_SHOWN = frozenset({AssignmentRole.speaker.value, AssignmentRole.moderation.value})


def publish(record: EventRecord, audience: Audience, *, today: date) -> PublishedEvent | None:
    """The event as `audience` may see it, or None if it may not see it at all (decision 2).

    Outside the house only white-listed fields are copied: no notes, security remarks, room, numbers, contacts,
    reasons, unconfirmed partners, engaged citizens, and of people only speakers and moderators whose names are not
    confidential. An event at a host whose name stays in the house is not shown at all.
    A confidential name typed into a public text is replaced by `NAMELESS`. `today` is the local day.
    """
    if audience is Audience.internal:
        return _for_the_house(record) if _last_day(record) else None
    if not _may_see(record, audience, today):
        return None
    return _for_outsiders(record, audience)


def _for_outsiders(record: EventRecord, audience: Audience) -> PublishedEvent:
    here = [person.name for person in record.people if person.confidential]
    clean = _without((*here, *record.confidential_names))
    return PublishedEvent(
        id=record.id,
        number=record.number,
        uid=record.uid,
        sequence=record.sequence,
        audience=audience,
        kind=record.kind,
        state=record.state,
        title=clean(record.title),
        text=clean(record.public_text),
        all_day=record.all_day,
        starts_at=record.starts_at,
        ends_at=record.ends_at,
        first_day=record.first_day,
        last_day=record.last_day,
        place=_place(record.place, clean),
        host=clean(record.host),
        office=clean(record.office),
        topics=tuple(map(clean, record.topics)),
        target_groups=tuple(map(clean, record.target_groups)),
        languages=record.languages,
        accessibility=clean(record.accessibility),
        agenda=clean(record.agenda),
        partners=tuple(
            clean(partner.name) for partner in record.partners if partner.confirmed and not partner.is_person
        ),
        speakers=shown_speakers(record.people),
        state_reason="",
        postponed_to=record.postponed_to,
        created_at=record.created_at,
        updated_at=record.updated_at,
    )


def _may_see(record: EventRecord, audience: Audience, today: date) -> bool:
    return not why_hidden(record, audience, today=today)


def why_hidden(record: EventRecord, audience: Audience, *, today: date) -> str:
    """Why `audience` does not get an event at all, as a msgid; "" if it does. `today` is the local day."""
    return why_kept_back(standing(record), audience, today=today)


def standing(record: EventRecord) -> EventStanding:
    """What of a record decides whether an audience gets it."""
    return EventStanding(record.audience, record.state, record.host_confidential, _last_day(record))


def why_kept_back(event: EventStanding, audience: Audience, *, today: date) -> str:
    """As `why_hidden`, from only what decides it."""
    if event.last_day is None:
        return N_("It has no date yet.")
    return "" if audience is Audience.internal else _why_kept_from_outsiders(event, event.last_day, audience, today)


def _why_kept_from_outsiders(event: EventStanding, last_day: date, audience: Audience, today: date) -> str:
    if event.host_confidential:
        return N_("Its host leaves the house only as a count.")
    if event.audience not in _EVENTS_FOR[audience]:
        return N_("It is not meant for this audience.")
    if event.state not in _STATES[audience]:
        return N_("Its state is not told outside yet.")
    if event.state in _CALLED_OFF and today > last_day + SHOWN_AFTER_CALLING_OFF:
        return N_("It was called off, and its date is more than 30 days ago.")
    return ""


def _last_day(record: EventRecord) -> date | None:
    if record.all_day:
        return record.last_day or record.first_day
    moment = record.ends_at or record.starts_at
    return moment.astimezone(BERLIN).date() if moment else None


def shown_speakers(people: Iterable[Person]) -> tuple[str, ...]:
    """Names for outsiders, each once; a confidential moderator is left out, a confidential speaker made nameless.

    `CONFIDENTIAL_SPEAKER` among them is a message to be translated.
    """
    people = tuple(people)
    shown: dict[str, None] = {}
    for person in people:
        if person.role in _ROLES_SHOWN and not person.confidential:
            shown[person.name] = None
        elif person.role == AssignmentRole.speaker:
            shown[CONFIDENTIAL_SPEAKER] = None
    hidden = {person.name for person in people if person.confidential}
    return tuple(name for name in shown if name not in hidden)


def _place(place: PublishedPlace, clean: Callable[[str], str]) -> PublishedPlace:
    return PublishedPlace(
        name=clean(place.name),
        street=clean(place.street),
        postcode=place.postcode,
        town=clean(place.town),
        ags=place.ags,
        kreis_ags=place.kreis_ags,
        kreis=place.kreis,
        latitude=place.latitude,
        longitude=place.longitude,
        online_url=place.online_url,
    )


@lru_cache(maxsize=64)
def _without(names: tuple[str, ...]) -> Callable[[str], str]:
    return without_names(names)


def without_names(names: Iterable[str]) -> Callable[[str], str]:
    """A function that replaces these names in a text by `NAMELESS`, however they are spaced or capitalised."""
    patterns = [r"\s+".join(map(re.escape, name.split())) for name in names if name.strip()]
    if not patterns:
        return str
    longest_first = sorted(patterns, key=len, reverse=True)
    found = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)
    return lambda text: found.sub(NAMELESS, text)


def _for_the_house(record: EventRecord) -> PublishedEvent:
    return PublishedEvent(
        id=record.id,
        number=record.number,
        uid=record.uid,
        sequence=record.sequence,
        audience=Audience.internal,
        kind=record.kind,
        state=record.state,
        title=record.title,
        text=record.public_text,
        all_day=record.all_day,
        starts_at=record.starts_at,
        ends_at=record.ends_at,
        first_day=record.first_day,
        last_day=record.last_day,
        place=record.place,
        host=record.host,
        office=record.office,
        topics=record.topics,
        target_groups=record.target_groups,
        languages=record.languages,
        accessibility=record.accessibility,
        agenda=record.agenda,
        partners=tuple(partner.name for partner in record.partners),
        speakers=tuple(person.name for person in record.people if person.role == AssignmentRole.speaker),
        state_reason=record.state_reason,
        postponed_to=record.postponed_to,
        created_at=record.created_at,
        updated_at=record.updated_at,
        internal=_internal_part(record),
    )


def _internal_part(record: EventRecord) -> InternalPart:
    return InternalPart(
        notes=record.internal_notes,
        security_remarks=record.security_remarks,
        people=tuple(person.name for person in record.people),
        room=record.room,
        expected=record.expected,
        actual=record.actual,
        press_expected=record.press_expected,
        kilometres=record.kilometres,
        contacts=record.contacts,
        team=record.people,
        unconfirmed_partners=tuple(partner.name for partner in record.partners if not partner.confirmed),
        facts=record.facts,
    )
