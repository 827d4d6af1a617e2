"""Full records of events, and what of them each audience may see: the source of every export and print."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import SQLModel, col
from sqlmodel import select as select_records

from domain.model import (
    Assignment,
    Contact,
    Event,
    EventIdentity,
    EventPartner,
    EventTargetGroup,
    EventTopic,
    Partner,
    Site,
    Staff,
    TargetGroup,
    Topic,
)
from domain.model.facts import CouncilTable, DialogueTable, TrainingTable
from domain.region.gemeinden import gemeinde
from domain.region.kreise import kreis
from domain.rows.filters import EventFilter
from domain.rows.published import EventRecord, MeasureFacts, PartnerMention, Person, PublishedEvent, PublishedPlace
from domain.rules import audience as audiences
from domain.store.session import Session
from domain.terms import BERLIN, Audience, PartnerCategory, PlaceKind
from domain.usecases import agenda, measure_facts
from domain.usecases.confidential import confidential_names
from domain.usecases.event_rows import list_ids

CHUNK = 400
_NO_FACTS = MeasureFacts()

_SAME = (
    "id",
    "kind",
    "state",
    "audience",
    "title",
    "public_text",
    "internal_notes",
    "security_remarks",
    "all_day",
    "first_day",
    "last_day",
    "room",
    "accessibility",
    "state_reason",
    "postponed_to",
    "press_expected",
    "expected",
    "actual",
    "kilometres",
    "host_confidential",
    "created_at",
    "updated_at",
)
"""What a record takes from the event's own columns as it stands there."""


def published(session: Session, audience: Audience, wanted: EventFilter | None = None) -> Iterator[PublishedEvent]:
    """What an audience may see of the events that pass the filter, in its order, a few hundred at a time in memory."""
    for record in records(session, list_ids(session, wanted or EventFilter(dated=True)), audience):
        shown = audiences.publish(record, audience, today=session.today)
        if shown is not None:
            yield shown


def published_event(session: Session, event_id: UUID, audience: Audience) -> PublishedEvent | None:
    """What an audience may see of one event; None = nothing."""
    for record in records(session, [event_id], audience):
        return audiences.publish(record, audience, today=session.today)
    return None


def published_events(session: Session, event_ids: Sequence[UUID], audience: Audience) -> dict[UUID, PublishedEvent]:
    """What an audience may see of these events, by id; what it may not see is left out."""
    shown = (
        audiences.publish(record, audience, today=session.today) for record in records(session, event_ids, audience)
    )
    return {event.id: event for event in shown if event is not None}


def records(session: Session, ids: Sequence[UUID], audience: Audience = Audience.public) -> Iterator[EventRecord]:
    """The full internal records of these events, in order; only `rules.audience` may read them on.

    What only single kinds have is read for the house alone: nobody else ever sees it.
    """
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        events = {event.id: event for event in session.exec(select_records(Event).where(col(Event.id).in_(chunk)))}
        around = _surroundings(session, list(events.values()), with_facts=audience is Audience.internal)
        yield from (_record(events[event_id], around) for event_id in chunk if event_id in events)
        session.expunge_all()


@dataclass(frozen=True)
class _Surroundings:
    """Everything around some events, each by the event's id, partners and sites by their own."""

    identities: dict[UUID, EventIdentity]
    partners: dict[UUID | None, Partner]
    sites: dict[UUID | None, Site]
    topics: dict[UUID, list[Topic]]
    groups: dict[UUID, list[TargetGroup]]
    taking_part: dict[UUID, list[Partner]]
    people: dict[UUID, list[Person]]
    agendas: dict[UUID, str]
    contacts: dict[UUID, list[str]]
    facts: dict[UUID, MeasureFacts]
    confidential_names: tuple[str, ...]


def _surroundings(session: Session, events: Sequence[Event], *, with_facts: bool) -> _Surroundings:
    ids = [event.id for event in events]
    partners = _by_id(session, Partner, (key for event in events for key in _partner_ids(event)))
    identities = session.exec(select_records(EventIdentity).where(col(EventIdentity.event_id).in_(ids)))
    return _Surroundings(
        identities={found.event_id: found for found in identities},
        partners=partners,
        sites=_by_id(session, Site, (event.site_id for event in events)),
        topics=_linked(session, EventTopic, Topic, col(EventTopic.topic_id), ids),
        groups=_linked(session, EventTargetGroup, TargetGroup, col(EventTargetGroup.target_group_id), ids),
        taking_part=_linked(session, EventPartner, Partner, col(EventPartner.partner_id), ids),
        people=_people(session, ids),
        agendas=_agendas(session, ids),
        contacts=_contacts(session, [key for key in partners if key is not None]),
        facts=measure_facts.facts_of(session, events) if with_facts else {},
        confidential_names=confidential_names(session),
    )


def _record(event: Event, around: _Surroundings) -> EventRecord:
    identity = around.identities[event.id]
    host, office = around.partners.get(event.host_id), around.partners.get(event.office_id)
    keys = [key for key in dict.fromkeys(_partner_ids(event)) if key is not None]
    return EventRecord(
        **{name: getattr(event, name) for name in _SAME},
        number=identity.number,
        uid=identity.uid,
        sequence=identity.sequence,
        starts_at=event.starts_at.astimezone(BERLIN) if event.starts_at else None,
        ends_at=event.ends_at.astimezone(BERLIN) if event.ends_at else None,
        place=_place(event, around.sites.get(event.site_id), around.partners.get(event.place_partner_id)),
        host=host.name if host else event.host_name,
        office=office.name if office else "",
        topics=tuple(topic.name for topic in around.topics.get(event.id, ())),
        target_groups=tuple(group.name for group in around.groups.get(event.id, ())),
        languages=tuple(part for part in event.languages.split(",") if part),
        agenda=around.agendas.get(event.id, ""),
        partners=tuple(
            PartnerMention(found.name, found.confirmed, found.category is PartnerCategory.citizen)
            for found in around.taking_part.get(event.id, ())
        ),
        people=tuple(around.people.get(event.id, ())),
        contacts=tuple(line for key in keys for line in around.contacts.get(key, ())),
        facts=around.facts.get(event.id, _NO_FACTS),
        confidential_names=around.confidential_names,
    )


def _partner_ids(event: Event) -> tuple[UUID | None, ...]:
    return event.place_partner_id, event.host_id, event.office_id


def _by_id(session: Session, table: Any, ids: Iterable[UUID | None]) -> dict[UUID | None, Any]:  # noqa: ANN401 - any table with an id
    wanted = list({found for found in ids if found is not None})
    return {found.id: found for found in session.exec(select_records(table).where(col(table.id).in_(wanted)))}


def _linked(session: Session, link: type[SQLModel], table: Any, key: Any, ids: Sequence[UUID]) -> dict[UUID, list[Any]]:  # noqa: ANN401 - any link table of events
    owner = col(link.event_id)  # type: ignore[attr-defined]  # every link table here hangs on an event
    query = select(owner, table).join(table, col(table.id) == key).where(owner.in_(ids)).order_by(col(table.name))
    found: dict[UUID, list[Any]] = {}
    for event_id, record in session.execute(query):
        found.setdefault(event_id, []).append(record)
    return found


def _people(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[Person]]:
    query = (
        select(col(Assignment.event_id), col(Assignment.role), col(Staff.name), col(Staff.confidential))
        .join(Staff, col(Staff.id) == col(Assignment.staff_id))
        .where(col(Assignment.event_id).in_(ids))
        .order_by(col(Assignment.id))
    )
    found: dict[UUID, list[Person]] = {}
    for event_id, role, name, confidential in session.execute(query):
        found.setdefault(event_id, []).append(Person(name, role, confidential))
    return found


def _agendas(session: Session, ids: Sequence[UUID]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for table, column in ((DialogueTable, "agenda"), (CouncilTable, "agenda"), (TrainingTable, "aims")):
        owner, text = col(table.event_id), col(getattr(table, column))
        found.update(
            (event_id, content) for event_id, content in session.execute(select(owner, text).where(owner.in_(ids)))
        )
    return found | agenda.texts(session, ids)


def _contacts(session: Session, partner_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    query = select_records(Contact).where(col(Contact.partner_id).in_(partner_ids)).order_by(col(Contact.role))
    for contact in session.exec(query):
        line = ", ".join(part for part in (contact.role, contact.name, contact.phone, contact.email) if part)
        found.setdefault(contact.partner_id, []).append(line)
    return found


def _place(event: Event, site: Site | None, partner: Partner | None) -> PublishedPlace:
    town = gemeinde(event.ags).name if event.ags else event.town
    place = PublishedPlace(event.place_name, event.street, event.postcode, event.town or town)
    point: tuple[float | None, float | None] = (None, None)
    if event.place_kind is PlaceKind.online:
        place = PublishedPlace(online_url=event.online_url)
    elif event.place_kind is PlaceKind.site and site is not None:
        place = PublishedPlace(site.name, site.street, site.postcode, site.town or town)
        point = (site.latitude, site.longitude)
    elif event.place_kind is PlaceKind.partner and partner is not None:
        place = PublishedPlace(partner.name, partner.street, partner.postcode, partner.town or town)
    return PublishedPlace(
        place.name,
        place.street,
        place.postcode,
        place.town,
        event.ags,
        event.kreis_ags,
        kreis(event.kreis_ags).name if event.kreis_ags else "",
        *point,
        place.online_url,
    )
