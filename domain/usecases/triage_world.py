"""What triage looks at, read in one go: people with their duties and experience, topics, offers, usual times."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from domain.region.fold import fold
from domain.region.gemeinden import is_gemeinde
from domain.region.lookup import find_gemeinde
from domain.region.travel import Waypoint
from domain.rows.catalogue import OfferRow
from domain.rows.requests import RequestDraft
from domain.rows.vocabulary import TopicRow
from domain.rules.conflicts.appointment import TAKING_PART
from domain.rules.local import local_days, whole_days
from domain.rules.triage import Ask, Drives, Duty, Member
from domain.store.connection import RawConnection, Row
from domain.store.record_lines import day
from domain.store.session import Session
from domain.terms import BERLIN, DaySpan, EventKind, TimeSpan
from domain.usecases import catalogue, people, settings, vocabulary
from domain.usecases.date_finder import usual_times
from domain.usecases.travel import travel_table

BACK = timedelta(days=62)
"""How far back duties are read one by one: this month's count for capacity, and the last one somebody had."""

_DUTIES = """
select a.staff_id, e.title, e.starts_at, e.ends_at, e.all_day, e.first_day, e.last_day,
       e.set_up_minutes, e.tear_down_minutes, coalesce(s.ags, e.ags),
       case e.place_kind when 'site' then coalesce(nullif(s.town, ''), e.town)
                         when 'partner' then coalesce(nullif(p.town, ''), e.town) else e.town end
from event e join (
       select event_id, staff_id from assignment
       union
       select t.event_id, c.staff_id from stop t join tour_day_crew c on c.tour_day_id = t.tour_day_id) a
     on a.event_id = e.id
left join site s on s.id = e.site_id left join partner p on p.id = e.place_partner_id
where e.is_template = 0 and e.state in (select value from json_each(?1))
  and (e.starts_at >= ?2 or (e.all_day = 1 and e.last_day >= ?3))
"""
_TOPICS = """
select a.staff_id, t.topic_id, count(*) from assignment a
join event e on e.id = a.event_id join event_topic t on t.event_id = e.id
where e.is_template = 0 and e.state in ('held', 'reviewed') group by a.staff_id, t.topic_id
"""
_OFFICES = "select name, ags from partner where ags is not null and name in (select value from json_each(?1))"


@dataclass(frozen=True)
class Book:
    """Everything suggestions are made from."""

    today: date
    members: tuple[Member, ...]
    drives: Drives
    topics: tuple[TopicRow, ...]
    offers: tuple[OfferRow, ...]
    times: Mapping[EventKind, tuple[int, int]]

    def topic_of(self, draft: RequestDraft, offer_id: UUID | None = None) -> TopicRow | None:
        """The topic of the chosen offer, else the one the request names, if the vocabulary knows it."""
        offer = self.offer(offer_id or draft.offer_id)
        if offer is not None and offer.draft.topic_id is not None:
            return next((row for row in self.topics if row.id == offer.draft.topic_id), None)
        wanted = fold(draft.topic)
        return next((row for row in self.topics if fold(row.draft.name) == wanted), None) if wanted else None

    def offer(self, offer_id: UUID | None) -> OfferRow | None:
        """The offer with this id."""
        return next((row for row in self.offers if row.id == offer_id), None)

    def minutes(self, draft: RequestDraft, offer_id: UUID | None = None) -> int:
        """How long it takes: as the request says, as the offer does, or as usual."""
        offer = self.offer(offer_id or draft.offer_id)
        offered = offer.draft.duration_minutes if offer else None
        return draft.duration_minutes or offered or self.times[draft.kind][1]

    def ask(self, draft: RequestDraft, on: date, span: TimeSpan | None, offer_id: UUID | None = None) -> Ask:
        """Who is looked for when the request is met on a day."""
        topic = self.topic_of(draft, offer_id)
        where = Waypoint(draft.ags) if draft.ags and is_gemeinde(draft.ags) else None
        if topic is None:
            return Ask(on, span, where)
        return Ask(on, span, where, topic.id, topic.draft.name, topic.draft.qualification_id, topic.qualification)


def book(session: Session) -> Book:
    """Read everything that suggestions are made from."""
    return Book(
        today=session.today,
        members=_members(session),
        drives=Drives(travel_table(session).leg_between),
        topics=tuple(vocabulary.topic_rows(session)),
        offers=tuple(catalogue.list_rows(session)),
        times=usual_times(session),
    )


def _members(session: Session) -> tuple[Member, ...]:
    connection = session.raw()
    since = session.today - BACK
    duties = _duties(connection, since)
    topics: dict[str, dict[UUID, int]] = {}
    for staff_id, topic_id, count in connection.execute(_TOPICS):
        topics.setdefault(staff_id, {})[UUID(topic_id)] = count
    rows = people.list_rows(session)
    homes = _homes(session, {row.draft.office for row in rows})
    return tuple(
        Member(
            row.id,
            row.draft,
            tuple(duties.get(key, ())),
            topics.get(key, {}),
            homes.get(row.draft.office, homes[""]),
        )
        for row in rows
        for key in (row.id.hex,)
    )


def _homes(session: Session, offices: set[str]) -> dict[str, Waypoint | None]:
    """Where people set out: the partner that bears their office's name, else ("") the house's own address."""
    own = settings.load(session).office
    found = find_gemeinde(own.postcode, own.town)
    homes: dict[str, Waypoint | None] = {"": Waypoint(found.ags) if found else None}
    names = json.dumps(sorted(office for office in offices if office))
    for name, ags in session.raw().execute(_OFFICES, (names,)):
        if is_gemeinde(ags):
            homes[name] = Waypoint(ags)
    return homes


def _duties(connection: RawConnection, since: date) -> dict[str, list[Duty]]:
    states = json.dumps(sorted(state.value for state in TAKING_PART))
    midnight = datetime.combine(since, time(), BERLIN).astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    found: dict[str, list[Duty]] = {}
    for line in connection.execute(_DUTIES, (states, midnight, since.isoformat())):
        found.setdefault(line[0], []).append(_duty(line))
    return found


def _duty(line: Row) -> Duty:
    first, last, ags = day(line[5]), day(line[6]), line[9]
    if line[4] and first is not None:
        span = whole_days(DaySpan(first, last or first))
    else:
        span = TimeSpan(_moment(line[2], -line[7]), _moment(line[3] or line[2], line[8]))
    where = Waypoint(ags) if ags and is_gemeinde(ags) else None
    return Duty(local_days(span).first, span, line[1], line[10] or "", where)


def _moment(stored: str, minutes: int) -> datetime:
    """The stored moment in Berlin, so many minutes later."""
    return (datetime.fromisoformat(stored).replace(tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(BERLIN)
