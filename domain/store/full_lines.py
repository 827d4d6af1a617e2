"""Full records of events by plain SQL, with the names of everything around them: what every export reads."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from domain.region.gemeinden import gemeinde
from domain.region.kreise import kreis
from domain.rows.published import EventRecord, EventStanding, MeasureFacts, PartnerMention, Person, PublishedPlace
from domain.store.connection import RawConnection, Row
from domain.store.record_lines import AUDIENCES, KINDS, STATES, day, legible, local_moment
from domain.terms import PartnerCategory, PlaceKind

_EVENTS = """
select e.id, e.place_partner_id, h.id, o.id,
       i.number, i.uid, i.sequence, e.title, e.public_text, e.internal_notes, e.security_remarks, e.room,
       coalesce(h.name, e.host_name), coalesce(o.name, ''), e.accessibility, e.state_reason, e.expected, e.actual,
       e.kilometres,
       e.kind, e.state, e.audience, e.all_day, e.starts_at, e.ends_at, e.first_day, e.last_day, e.languages,
       e.postponed_to, e.press_expected, e.created_at, e.updated_at, e.host_confidential,
       e.place_kind, e.ags, e.kreis_ags, e.place_name, e.street, e.postcode, e.town, e.online_url,
       s.name, s.street, s.postcode, s.town, s.latitude, s.longitude, p.name, p.street, p.postcode, p.town
from event e join event_identity i on i.event_id = e.id
left join partner h on h.id = e.host_id left join partner o on o.id = e.office_id
left join site s on s.id = e.site_id left join partner p on p.id = e.place_partner_id
where e.id in (select value from json_each(?))
"""
_PARTNERS_OF, _PLAIN, _TOLD, _PLACE = slice(1, 4), slice(4, 19), slice(19, 33), slice(33, None)
"""The parts of a line of `_EVENTS`: keys of partners, what is taken as it stands, what is made of code, the place."""

_PLAIN_FIELDS = (
    "number",
    "uid",
    "sequence",
    "title",
    "public_text",
    "internal_notes",
    "security_remarks",
    "room",
    "host",
    "office",
    "accessibility",
    "state_reason",
    "expected",
    "actual",
    "kilometres",
)
_STANDINGS = """
select id, audience, state, host_confidential, all_day, starts_at, ends_at, first_day, last_day from event
where id in (select value from json_each(?))
"""
_TOPICS = """
select l.event_id, t.name from event_topic l join topic t on t.id = l.topic_id
where l.event_id in (select value from json_each(?)) order by t.name
"""
_GROUPS = """
select l.event_id, t.name from event_target_group l join target_group t on t.id = l.target_group_id
where l.event_id in (select value from json_each(?)) order by t.name
"""
_PARTNERS = """
select l.event_id, p.name, p.confirmed, p.category from event_partner l join partner p on p.id = l.partner_id
where l.event_id in (select value from json_each(?)) order by p.name
"""
_PEOPLE = """
select a.event_id, t.name, a.role, t.confidential from assignment a join staff t on t.id = a.staff_id
where a.event_id in (select value from json_each(?)) order by a.id
"""
_CONTACTS = """
select c.partner_id, c.role, c.name, c.phone, c.email from contact c
where c.partner_id in (select value from json_each(?)) order by c.role
"""
_TYPED_AGENDAS = """
with asked as (select value as id from json_each(?))
select event_id, agenda from event_dialogue where event_id in (select id from asked)
union all select event_id, agenda from event_council where event_id in (select id from asked)
union all select event_id, aims from event_training where event_id in (select id from asked)
"""

_NO_FACTS = MeasureFacts()


@dataclass(frozen=True, slots=True)
class Beside:
    """What the caller knows of the events: agendas made of items and facts by id, and the names of the whole house."""

    agendas: Mapping[UUID, str] = field(default_factory=dict)
    facts: Mapping[UUID, MeasureFacts] = field(default_factory=dict)
    confidential_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Around:
    """What hangs on some events, by their keys as the file holds them; contacts by those of partners."""

    topics: dict[str, list[Row]]
    groups: dict[str, list[Row]]
    partners: dict[str, list[Row]]
    people: dict[str, list[Row]]
    contacts: dict[str, list[Row]]
    agendas: dict[str, str]


def full_records(connection: RawConnection, ids: Sequence[UUID], beside: Beside) -> list[EventRecord]:
    """The full records of these events, in their order; ids that are gone are left out.

    Raises:
        FileProblemError: a line is damaged.
    """
    keys = [key.hex for key in ids]
    asked = json.dumps(keys)
    lines = {line[0]: line for line in connection.execute(_EVENTS, (asked,))}
    partners = {key for line in lines.values() for key in line[_PARTNERS_OF] if key}
    around = _Around(
        _grouped(connection, _TOPICS, asked),
        _grouped(connection, _GROUPS, asked),
        _grouped(connection, _PARTNERS, asked),
        _grouped(connection, _PEOPLE, asked),
        _grouped(connection, _CONTACTS, json.dumps(sorted(partners))) if partners else {},
        dict(connection.execute(_TYPED_AGENDAS, (asked,))),
    )
    return [legible(lambda line: _record(line, around, beside), lines[key]) for key in keys if key in lines]


def standings(connection: RawConnection, ids: Sequence[UUID]) -> dict[UUID, EventStanding]:
    """What decides whether an audience gets each of these events.

    Raises:
        FileProblemError: a line is damaged.
    """
    lines = connection.execute(_STANDINGS, (json.dumps([key.hex for key in ids]),))
    return {UUID(line[0]): legible(_standing, line) for line in lines}


def _standing(line: Row) -> EventStanding:
    _key, audience, state, hidden, all_day, starts_at, ends_at, first_day, last_day = line
    if all_day:
        last = day(last_day or first_day)
    else:
        moment = local_moment(ends_at or starts_at)
        last = moment.date() if moment else None
    return EventStanding(AUDIENCES[audience], STATES[state], bool(hidden), last)


def _grouped(connection: RawConnection, query: str, asked: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for key, *values in connection.execute(query, (asked,)):
        found.setdefault(key, []).append(tuple(values))
    return found


def _record(line: Row, around: _Around, beside: Beside) -> EventRecord:
    key = line[0]
    event_id = UUID(key)
    kind, state, audience, all_day, starts_at, ends_at, first_day, last_day, *others = line[_TOLD]
    languages, postponed_to, press_expected, created_at, updated_at, host_confidential = others
    return EventRecord(
        id=event_id,
        **dict(zip(_PLAIN_FIELDS, line[_PLAIN], strict=True)),
        kind=KINDS[kind],
        state=STATES[state],
        audience=AUDIENCES[audience],
        all_day=bool(all_day),
        starts_at=local_moment(starts_at),
        ends_at=local_moment(ends_at),
        first_day=day(first_day),
        last_day=day(last_day),
        place=_place(*line[_PLACE]),
        topics=_names(around.topics, key),
        target_groups=_names(around.groups, key),
        languages=_languages(languages),
        agenda=beside.agendas.get(event_id) or around.agendas.get(key, ""),
        partners=tuple(_mention(*row) for row in around.partners.get(key, ())),
        people=tuple(Person(name, role, bool(hidden)) for name, role, hidden in around.people.get(key, ())),
        contacts=tuple(_contact_lines(line, around)) if around.contacts else (),
        postponed_to=day(postponed_to),
        press_expected=bool(press_expected),
        created_at=_instant(created_at),
        updated_at=_instant(updated_at),
        host_confidential=bool(host_confidential),
        facts=beside.facts.get(event_id, _NO_FACTS),
        confidential_names=beside.confidential_names,
    )


def _contact_lines(line: Row, around: _Around) -> Iterator[str]:
    for partner in dict.fromkeys(filter(None, line[_PARTNERS_OF])):
        for contact in around.contacts.get(partner, ()):
            yield ", ".join(filter(None, contact))


def _names(found: dict[str, list[Row]], key: str) -> tuple[str, ...]:
    return tuple(row[0] for row in found[key]) if key in found else ()


def _mention(name: str, confirmed: object, category: str) -> PartnerMention:
    return PartnerMention(name, bool(confirmed), category == PartnerCategory.citizen)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@lru_cache(maxsize=256)
def _languages(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(",") if part)


# A year's events share their places.
@lru_cache(maxsize=4096)
def _place(kind: str, ags: str | None, kreis_ags: str | None, *columns: Any) -> PublishedPlace:  # noqa: ANN401 - as the file holds them
    name, street, postcode, typed, online_url = columns[:5]
    site, latitude, longitude, partner = columns[5:9], columns[9], columns[10], columns[11:]
    town = gemeinde(ags).name if ags else typed
    address, point = (name, street, postcode, typed or town), (None, None)
    if kind == PlaceKind.online:
        address = ("", "", "", "")
    elif kind == PlaceKind.site and site[0] is not None:
        address, point = (*site[:3], site[3] or town), (latitude, longitude)
    elif kind == PlaceKind.partner and partner[0] is not None:
        address = (*partner[:3], partner[3] or town)
    district = kreis(kreis_ags).name if kreis_ags else ""
    return PublishedPlace(*address, ags, kreis_ags, district, *point, online_url if kind == PlaceKind.online else "")
