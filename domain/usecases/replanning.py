"""A tour planned anew after something happened: what may move then, and who must be told."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Contact, Event, Partner, Request, Stop, Tour, TourDay
from domain.planning.case import PlanningCase
from domain.planning.plan import Plan
from domain.rows.proposals import Cancelled, PlanningWish, Relaxed, Subject, ToTell, VehicleOut
from domain.rows.releases import Cell
from domain.rules.local import at_local
from domain.store.session import Session
from domain.terms import BERLIN, EventState, Weight
from domain.usecases import releases
from domain.usecases.records import get


def replanning_wish(  # noqa: PLR0913 - what can happen to a tour, each by its name
    session: Session,
    tour_id: UUID,
    *,
    out: Iterable[VehicleOut] = (),
    cancelled: Iterable[Cancelled] = (),
    relaxed: Iterable[Relaxed] = (),
    until: date | None = None,
    stability: Weight = Weight.usual,
) -> PlanningWish:
    """The wish to plan a tour anew with all vehicles, from its first day to its last, or `until` a later one.

    Vehicles are `out`, stops are `cancelled`, wishes `relaxed`. Confirmed stops stay, but for those that a vehicle
    which is out cannot call at.

    Raises:
        NotFoundError: the tour is gone.
        InvalidInputError: the tour has no day yet.
    """
    get(session, Tour, tour_id)
    days: list[date] = list(session.exec(select(col(TourDay.day)).where(TourDay.tour_id == tour_id)))
    if not days:
        raise InvalidInputError(Problem("tour_id", N_("This tour has no day yet; propose one first.")))
    happened = tuple(out)
    return PlanningWish(
        first=min(days),
        last=max([*days, *([until] if until else [])]),
        stability=stability,
        tour_id=tour_id,
        out=happened,
        cancelled=tuple(cancelled),
        released=tuple(_hit(session, tour_id, happened)),
        relaxed=tuple(relaxed),
    )


def _hit(session: Session, tour_id: UUID, out: Iterable[VehicleOut]) -> Iterator[UUID]:
    """The stops of the tour at which a vehicle should call while it is out."""
    for each in out:
        query = (
            select(Stop.event_id)
            .join(TourDay, col(TourDay.id) == col(Stop.tour_day_id))
            .where(
                TourDay.tour_id == tour_id,
                TourDay.vehicle_id == each.vehicle_id,
                TourDay.day >= each.first,
                TourDay.day <= each.last,
            )
        )
        yield from session.exec(query.order_by(col(TourDay.day), col(Stop.position)))


def to_tell(session: Session, case: PlanningCase, plan: Plan) -> tuple[ToTell, ...]:
    """Whom to tell of the plan: hosts of stops, confirmed or in the newest plan version, that it changes; by date.

    A stop of a plan version is held against what stands there, another one against its present time. Hosts who called
    off themselves are not told.
    """
    told = releases.published_cells(session)
    after = dict(_openings(case, plan))
    found = []
    for key, subject in case.subjects.items():
        if subject.fixed or subject.event_id is None or subject.starts_at is None:
            continue
        known = told.get(subject.event_id)
        if known is None and subject.state is not EventState.confirmed:
            continue
        before, vehicle_id = _known(known, subject, subject.starts_at)
        now = after.get(key)
        if now != (before, vehicle_id):
            found.append(_line(session, get(session, Event, subject.event_id), subject, before, now))
    return tuple(sorted(found, key=lambda each: (each.before, each.title)))


def _openings(case: PlanningCase, plan: Plan) -> Iterator[tuple[str, tuple[datetime, UUID]]]:
    """When each stop of the plan opens, and which vehicle comes."""
    for route in plan.routes:
        for stop, start in zip(route.stops, route.starts, strict=True):
            opens = at_local(case.date_of(route.cell.day), start + case.subjects[stop].set_up)
            yield stop, (opens, UUID(route.cell.vehicle))


def _known(known: Cell | None, subject: Subject, starts_at: datetime) -> tuple[datetime, UUID | None]:
    if known is not None:
        return at_local(known.day, known.start), known.vehicle_id
    return starts_at.astimezone(BERLIN), subject.vehicle_id


def _line(
    session: Session, event: Event, subject: Subject, before: datetime, now: tuple[datetime, UUID] | None
) -> ToTell:
    contact, phone, email = _contact(session, event, subject.request_id)
    return ToTell(
        event_id=event.id,
        title=subject.title,
        town=subject.town,
        contact=contact,
        phone=phone,
        email=email,
        state=event.state,
        before=before,
        after=now[0] if now else None,
        vehicle_only=now is not None and now[0] == before,
    )


def _contact(session: Session, event: Event, request_id: UUID | None) -> tuple[str, str, str]:
    """Who to reach, by which telephone and mail: as the request says, else the host's contact or the host."""
    request = session.get(Request, request_id) if request_id else None
    ids = (request.partner_id if request else None, event.host_id, event.place_partner_id)
    partner_id = next((key for key in ids if key is not None), None)
    partner = session.get(Partner, partner_id) if partner_id else None
    query = select(Contact).where(Contact.partner_id == partner_id).order_by(col(Contact.role), col(Contact.id))
    person = session.exec(query).first() if partner_id else None
    names = (
        request.contact_role if request else "",
        ", ".join(part for part in (person.name, person.role) if part) if person else "",
        partner.name if partner else "",
        event.host_name,
    )
    phones = (request.phone if request else "", person.phone if person else "", partner.phone if partner else "")
    mails = (person.email if person else "", partner.email if partner else "")
    return _first(names), _first(phones), _first(mails)


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text.strip()), "")
