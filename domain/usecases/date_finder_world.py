"""What the date finder looks at, by plain SQL: events around a period with all they need, bookings, offices."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.model import Booking, Partner
from domain.region.gemeinden import gemeinde, is_gemeinde
from domain.region.kreise import kreis
from domain.region.travel import Point, Waypoint
from domain.rows.date_finder import DateWish
from domain.rows.network import PartnerRef
from domain.rules.conflicts.appointment import TAKING_PART, Block
from domain.rules.date_finder import Office, Taken
from domain.rules.date_finder.calendar import CLOSE_DAYS
from domain.rules.local import later, local_days, whole_days
from domain.store.connection import Row
from domain.store.record_lines import day
from domain.store.session import Session
from domain.terms import BERLIN, DaySpan, EventKind, PartnerCategory, TimeSpan
from domain.usecases.responsibility import responsible_for

_EVENTS = """
select e.id, e.kind, e.title, e.starts_at, e.ends_at, e.first_day, e.last_day, e.all_day,
       e.set_up_minutes, e.tear_down_minutes, coalesce(s.ags, e.ags), e.kreis_ags, e.vehicle_id, e.site_id,
       e.place_partner_id, e.host_id, e.office_id, s.latitude, s.longitude,
       case e.place_kind when 'site' then coalesce(nullif(s.town, ''), e.town)
                         when 'partner' then coalesce(nullif(p.town, ''), e.town) else e.town end
from event e left join site s on s.id = e.site_id left join partner p on p.id = e.place_partner_id
where e.is_template = 0 and e.state in (select value from json_each(?1))
  and ((e.starts_at < ?3 and e.ends_at > ?2) or (e.all_day = 1 and e.first_day < ?5 and e.last_day >= ?4))
"""
_STAFF = """
select event_id, staff_id from assignment where event_id in (select value from json_each(?1))
union
select s.event_id, c.staff_id from stop s join tour_day_crew c on c.tour_day_id = s.tour_day_id
where s.event_id in (select value from json_each(?1))
"""
_PARTNERS = "select event_id, partner_id from event_partner where event_id in (select value from json_each(?1))"


def taken(session: Session, days: DaySpan) -> tuple[Taken, ...]:
    """Every event that takes time in the period or two weeks around it."""
    around = DaySpan(days.first - timedelta(days=CLOSE_DAYS + 1), days.last + timedelta(days=CLOSE_DAYS + 1))
    connection = session.raw()
    states = json.dumps([state.value for state in sorted(TAKING_PART)])
    begin, end = around.first, around.last + timedelta(days=1)
    values = (states, _midnight(begin), _midnight(end), begin.isoformat(), end.isoformat())
    lines = connection.execute(_EVENTS, values).fetchall()
    ids = json.dumps([line[0] for line in lines])
    staff = _grouped(connection.execute(_STAFF, (ids,)))
    partners = _grouped(connection.execute(_PARTNERS, (ids,)))
    return tuple(_taken(line, staff, partners) for line in lines)


def _midnight(first: date) -> str:
    return datetime.combine(first, time(), BERLIN).astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _grouped(pairs: Iterable[Row]) -> dict[str, frozenset[UUID]]:
    found: dict[str, frozenset[UUID]] = {}
    for event_id, key in pairs:
        found[event_id] = found.get(event_id, frozenset()) | {UUID(key)}
    return found


def _taken(line: Row, staff: dict[str, frozenset[UUID]], partners: dict[str, frozenset[UUID]]) -> Taken:
    span = _span(line)
    ags, latitude, longitude = line[10], line[17], line[18]
    point = Point(latitude, longitude) if latitude is not None and longitude is not None else None
    institutions = {UUID(key) for key in line[14:17] if key}
    return Taken(
        id=UUID(line[0]),
        kind=EventKind(line[1]),
        title=line[2],
        town=line[19] or (gemeinde(ags).name if ags and is_gemeinde(ags) else ""),
        day=local_days(span).first,
        span=span,
        ags=ags,
        kreis_ags=line[11],
        where=Waypoint(ags, point) if ags and (point or is_gemeinde(ags)) else None,
        vehicle_id=_id(line[12]),
        staff_ids=staff.get(line[0], frozenset()),
        site_id=_id(line[13]),
        partner_ids=partners.get(line[0], frozenset()) | institutions,
    )


def _span(line: Row) -> TimeSpan:
    """From set-up to tear-down; all-day events take their whole days."""
    first, last = day(line[5]), day(line[6])
    if line[7] and first is not None:
        return whole_days(DaySpan(first, last or first))
    return TimeSpan(later(_moment(line[3]), -line[8]), later(_moment(line[4]), line[9]))


def _moment(stored: str) -> datetime:
    return datetime.fromisoformat(stored).replace(tzinfo=UTC).astimezone(BERLIN)


def _id(stored: str | None) -> UUID | None:
    return UUID(stored) if stored else None


def blocks(session: Session, days: DaySpan) -> tuple[Block, ...]:
    """Bookings of vehicles and equipment that touch the period."""
    query = select(Booking).where(col(Booking.first_day) <= days.last, col(Booking.last_day) >= days.first)
    return tuple(
        Block(DaySpan(found.first_day, found.last_day), found.vehicle_id, found.equipment_id, found.purpose)
        for found in session.exec(query)
    )


def offices(session: Session, wish: DateWish) -> tuple[tuple[Office, ...], tuple[Office, ...]]:
    """The police station of the Kreis, and the Ordnungsamt of the Gemeinde, else of the Kreis; () where unknown.

    Who is recorded as responsible counts first, else who bears the name.
    """
    recorded = responsible_for(session, wish.ags or kreis(wish.kreis_ags).seat_ags)
    wanted = (PartnerCategory.police, PartnerCategory.ordnungsamt)
    query = select(Partner).where(Partner.kreis_ags == wish.kreis_ags, col(Partner.category).in_(wanted))
    found = session.exec(query.order_by(col(Partner.name), col(Partner.id))).all()
    stations = [each for each in found if each.category is PartnerCategory.police]
    station = next((each for each in stations if "revier" in each.name.casefold()), next(iter(stations), None))
    offices_ = [each for each in found if each.category is PartnerCategory.ordnungsamt]
    office = next((each for each in offices_ if wish.ags is not None and each.ags == wish.ags), None)
    office = office or next((each for each in offices_ if "kreis" in each.name.casefold()), None)
    return _offices(next(iter(recorded.police), station)), _offices(recorded.ordnungsamt or office)


def _offices(partner: Partner | PartnerRef | None) -> tuple[Office, ...]:
    return () if partner is None else (Office(partner.id, partner.name),)
