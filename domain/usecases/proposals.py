"""A plan becomes a tour: its stops get their days and times, what is left out keeps the reason."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.errors import ConflictError
from domain.i18n import N_, language
from domain.model import Equipment, Event, EventEquipment, Request, Stop, Tour, TourDay
from domain.planning.case import PlanningCase
from domain.planning.plan import Plan, Route
from domain.rows.proposals import PlanningWish, Subject
from domain.rows.tours import TourDraft
from domain.rules.local import at_local, later
from domain.store.session import Session
from domain.terms import EventState, RequestState, TourState
from domain.usecases import events, fleet, requests, settings, tours
from domain.usecases.records import change, change_whole, get, insert, put_links, remove
from domain.usecases.tour_membership import leave_tour, renumber, stops_of

_TITLE = N_("Tour {days}")
_NEVER = datetime.max.replace(tzinfo=UTC)


def tour_title(session: Session, wish: PlanningWish) -> str:
    """What the tour of a period is called, in the language of the workspace."""
    tongue = language(settings.load(session).language)
    return tongue.gettext(_TITLE).format(days=tongue.day_range(wish.first, wish.last))


def present_tour(session: Session, wish: PlanningWish) -> UUID | None:
    """The newest draft tour that an earlier proposal for the same period made; None if there is none."""
    query = select(Tour).where(Tour.title == tour_title(session, wish), Tour.state == TourState.draft)
    found = session.exec(query.order_by(col(Tour.id).desc())).first()
    return found.id if found else None


def accept_plan(session: Session, case: PlanningCase, plan: Plan) -> UUID | None:
    """Make the plan a draft tour, or the wished tour be like the plan; its id, None if nothing was planned.

    Days on which their vehicle is on another tour already stay there; if all are, no tour is made, and the id is that
    of the first of those tours.

    Requests that are planned become tentative events; only what changed is written. A stop of the tour that the plan
    leaves out loses its date. A confirmed stop that gets another time is tentative again, because its host has not
    said yes to that. Requests left out keep the reason. What the wish says to have happened is stored with it:
    vehicles are booked out, stops that were called off are cancelled and their requests withdrawn.

    Raises:
        ConflictError: a request, event or vehicle of the plan changed since it was made.
        InvalidInputError: a stop cannot be cancelled, or not without a reason.
    """
    _refuse_stale(session, case)
    touched = _note_what_happened(session, case.wish)
    _note_reasons(session, case, plan)
    tour_id = case.wish.tour_id
    if tour_id is None and not case.planned(plan):
        return None
    if tour_id is None:
        tour_id = tours.create(session, TourDraft(tour_title(session, case.wish)))
    touched |= _take_out(session, case, plan)
    for route in sorted(plan.routes, key=lambda each: (each.cell.day, each.cell.vehicle)):
        touched |= _store(session, case, route, tour_id)
    for day_id in sorted(touched):
        _put_in_order(session, day_id)
    _drop_emptied(session, tour_id, touched)
    return _kept(session, tour_id, touched) if case.wish.tour_id is None else tour_id


def _kept(session: Session, made: UUID, touched: Iterable[UUID]) -> UUID:
    """The tour that was made or, when it got no day, the one whose days the plan filled."""
    days = session.exec(select(TourDay).where(col(TourDay.id).in_(touched)).order_by(col(TourDay.day))).all()
    if any(day.tour_id == made for day in days):
        return made
    remove(session, Tour, [made])
    return days[0].tour_id


def _refuse_stale(session: Session, case: PlanningCase) -> None:
    for subject in case.subjects.values():
        if not _is_current(session, subject):
            raise ConflictError(
                N_("“{title}” was changed since this plan was made. Please plan again."), title=subject.title
            )


def _is_current(session: Session, subject: Subject) -> bool:
    if subject.event_id is None:
        request = session.get(Request, subject.request_id)
        return request is not None and request.version == subject.version and request.state is RequestState.open
    event = session.get(Event, subject.event_id)
    if event is None or not subject.fixed:
        return event is not None and event.version == subject.version
    return (event.starts_at, event.ends_at, event.vehicle_id) == (
        subject.starts_at and subject.starts_at.astimezone(UTC),
        subject.ends_at and subject.ends_at.astimezone(UTC),
        subject.vehicle_id,
    )


def _note_reasons(session: Session, case: PlanningCase, plan: Plan) -> None:
    """Requests left out keep why; a wish outside the period keeps the reason it had before."""
    apart = {left.stop for left in case.apart}
    for left in case.left_out(plan):
        request_id = case.subjects[left.stop].request_id
        if request_id is not None:
            request = get(session, Request, request_id)
            if request.unplanned_reason is None or left.stop not in apart:
                change(session, request, None, {"unplanned_reason": left.reason.value})
    for stop in case.planned(plan):
        request_id = case.subjects[stop].request_id
        if request_id is not None:
            change(session, get(session, Request, request_id), None, {"unplanned_reason": None})


def _note_what_happened(session: Session, wish: PlanningWish) -> set[UUID]:
    """Book vehicles out and cancel what was called off; gives the days that lose a stop."""
    touched: set[UUID] = set()
    for out in wish.out:
        fleet.book(session, out.first, out.last, out.purpose, vehicle_id=out.vehicle_id)
    for each in wish.cancelled:
        stop = session.get(Stop, each.event_id)
        touched |= {stop.tour_day_id} if stop else set()
        leave_tour(session, each.event_id)
        events.settle(session, each.event_id, EventState.cancelled, reason=each.reason)
        for request in session.exec(select(Request).where(Request.event_id == each.event_id)):
            change(session, request, None, {"state": RequestState.withdrawn})
    return touched


def _take_out(session: Session, case: PlanningCase, plan: Plan) -> set[UUID]:
    """Take the date of stops that had one and are left out; gives the days they leave."""
    touched: set[UUID] = set()
    planned = set(case.planned(plan))
    for key, subject in case.subjects.items():
        if subject.event_id is None or subject.starts_at is None or subject.fixed or key in planned:
            continue
        stop = session.get(Stop, subject.event_id)
        touched |= {stop.tour_day_id} if stop else set()
        leave_tour(session, subject.event_id)
        nowhere = {"state": EventState.requested, "starts_at": None, "ends_at": None, "vehicle_id": None}
        change(session, get(session, Event, subject.event_id), None, nowhere)
    return touched


def _store(session: Session, case: PlanningCase, route: Route, tour_id: UUID) -> set[UUID]:
    """Put the stops of one vehicle's day into its tour day; gives the days that gained or lost one."""
    subjects = [case.subjects[stop] for stop in route.stops]
    day = _tour_day(session, case, route, tour_id)
    if day is None:
        if all(subject.fixed for subject in subjects):
            return set()
        values = {"tour_id": tour_id, "day": case.date_of(route.cell.day), "vehicle_id": UUID(route.cell.vehicle)}
        day = insert(session, TourDay, values)
    if day.tour_id == tour_id:
        change(session, day, None, {"overnight_ags": case.nights.get(route.destination)})
    touched = {day.id}
    forgiven = {each.stop for each in case.wish.relaxed if each.vehicle_id is not None}
    for stop, subject, start in zip(route.stops, subjects, route.starts, strict=True):
        event_id = _event(session, subject, _times(case, route, subject, start), day.vehicle_id)
        if stop in forgiven:
            _leave_behind(session, event_id, case.problem.vehicle_of[route.cell.vehicle].equipment)
        touched |= _join(session, event_id, day, free=not subject.fixed)
    return touched


def _tour_day(session: Session, case: PlanningCase, route: Route, tour_id: UUID) -> TourDay | None:
    """The day this vehicle is on a tour already: on ours, else on another one; it is out once a day."""
    query = select(TourDay).where(
        TourDay.day == case.date_of(route.cell.day), TourDay.vehicle_id == UUID(route.cell.vehicle)
    )
    return session.exec(query.order_by(col(TourDay.tour_id) != tour_id, col(TourDay.id))).first()


def _times(case: PlanningCase, route: Route, subject: Subject, start: int) -> dict[str, Any]:
    """Opening times of a stay that begins at minute `start`: set-up and tear-down lie inside the stay."""
    opens = at_local(case.date_of(route.cell.day), start + subject.set_up)
    closes = later(opens, subject.minutes - subject.set_up - subject.tear_down)
    return {"starts_at": opens, "ends_at": closes}


def _event(session: Session, subject: Subject, times: dict[str, Any], vehicle_id: UUID) -> UUID:
    """The event of a subject at these times; a request becomes one."""
    if subject.event_id is None and subject.request_id is not None:
        draft = requests.proposed_event(session, subject.request_id)
        draft = replace(draft, state=EventState.tentative, vehicle_id=vehicle_id, **times)
        return requests.accept(session, subject.request_id, draft)
    if subject.event_id is None:
        raise ValueError(subject)
    event = get(session, Event, subject.event_id)
    if not subject.fixed:
        stays = subject.state is EventState.confirmed and event.starts_at == times["starts_at"]
        state = EventState.confirmed if stays else EventState.tentative
        change(session, event, None, times | {"vehicle_id": vehicle_id, "state": state})
    return event.id


def _leave_behind(session: Session, event_id: UUID, brought: frozenset[str]) -> None:
    """An event that goes without what its vehicle cannot bring needs it no longer; `brought` are names."""
    needed = session.exec(
        select(EventEquipment.equipment_id, Equipment.name)
        .join(Equipment, col(Equipment.id) == col(EventEquipment.equipment_id))
        .where(EventEquipment.event_id == event_id)
    )
    rows = [{"equipment_id": key} for key, name in needed if name in brought]
    owner = {"event_id": event_id}
    event = get(session, Event, event_id)
    change_whole(session, event, None, {}, lambda: put_links(session, EventEquipment, owner, rows))


def _join(session: Session, event_id: UUID, day: TourDay, *, free: bool) -> set[UUID]:
    """Make the event a stop of the day; what is fixed stays on the tour it is on. Gives the day it left."""
    stop = session.get(Stop, event_id)
    if stop is None:
        session.add(Stop(event_id=event_id, tour_day_id=day.id, position=len(stops_of(session, day.id)) + 1))
        session.flush()
        return set()
    if not free or stop.tour_day_id == day.id:
        return set()
    left = stop.tour_day_id
    stop.tour_day_id = day.id
    session.add(stop)
    session.flush()
    return {left}


def _put_in_order(session: Session, day_id: UUID) -> None:
    """Number the stops of a day by their start."""
    stops = stops_of(session, day_id)
    starts = {stop.event_id: get(session, Event, stop.event_id).starts_at or _NEVER for stop in stops}
    renumber(session, sorted(stops, key=lambda stop: starts[stop.event_id]))


def _drop_emptied(session: Session, tour_id: UUID, touched: Iterable[UUID]) -> None:
    """Delete the tour's days that lost their last stop."""
    days: Sequence[UUID] = session.exec(select(TourDay.id).where(TourDay.tour_id == tour_id)).all()
    remove(session, TourDay, [day for day in days if day in touched and not stops_of(session, day)])
