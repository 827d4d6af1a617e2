"""From the workspace to a planning problem: requests, events, vehicles, calendars and drives."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from domain.errors import InvalidInputError, NotFoundError, Problem
from domain.i18n import N_
from domain.model import Partner, Tour, Vehicle
from domain.planning.case import PlanningCase
from domain.planning.plan import LeftOut, Reason, Sentence
from domain.rows.proposals import PlanningWish
from domain.rows.requests import RequestRow
from domain.rules.validation import fields as fields_of
from domain.store.session import Session
from domain.terms import PartnerCategory
from domain.usecases import releases
from domain.usecases.planning_problem_cells import assembled
from domain.usecases.planning_problem_rivals import kept_apart
from domain.usecases.planning_problem_stops import Ready, asking_event, asking_request, ready
from domain.usecases.planning_problem_world import world
from domain.usecases.records import get, refuse

LONGEST_PERIOD = 366
"""Days that can be planned at once."""


def planning_problem(session: Session, wish: PlanningWish) -> PlanningCase:
    """The problem that the wish poses to the workspace as it stands now.

    Open requests for a mobile stop, mobile stops without a date, and stops of the wished tour that are not confirmed
    are to be placed. Everything else the vehicles do in the period is fixed, or blocks its day where it takes whole
    days or cannot be done as it stands. Stops move for a price from where the newest released plan has them, else
    from where they stand.

    Raises:
        InvalidInputError: the period is upside down, longer than `LONGEST_PERIOD` days or in no year people plan in.
        NotFoundError: a vehicle or the tour is gone.
    """
    _refuse(session, wish)
    seen = world(session, wish)
    categories = _categories(session, seen.open_requests)
    asking = [asking_request(row, categories.get(row.draft.partner_id)) for row in seen.open_requests]
    asking += [asking_event(each, seen) for each in seen.movable]
    found = [ready(each, seen) for each in kept_apart(asking, seen)]
    apart = {each.asking.id: _apart(each) for each in found if each.asking.where is None or each.outside}
    return assembled(seen, found, apart, releases.published_cells(session))


def _refuse(session: Session, wish: PlanningWish) -> None:
    refuse([*fields_of.day("first", wish.first), *fields_of.day("last", wish.last)])
    if wish.last < wish.first:
        raise InvalidInputError(Problem("last", N_("The last day lies before the first.")))
    if (wish.last - wish.first).days >= LONGEST_PERIOD:
        raise InvalidInputError(
            Problem("last", N_("At most {days} days can be planned at once."), (("days", LONGEST_PERIOD),))
        )
    known = set(session.exec(select(Vehicle.id)))
    for vehicle_id in wish.vehicle_ids:
        if vehicle_id not in known:
            raise NotFoundError(N_("A vehicle is no longer in the workspace. Please choose again."))
    if wish.tour_id is not None:
        get(session, Tour, wish.tour_id)


def _categories(session: Session, rows: Iterable[RequestRow]) -> dict[UUID | None, PartnerCategory]:
    ids = {row.draft.partner_id for row in rows if row.draft.partner_id is not None}
    query = select(col(Partner.id), col(Partner.category)).where(col(Partner.id).in_(ids))
    return {key: PartnerCategory(category) for key, category in session.execute(query)}


def _apart(each: Ready) -> LeftOut:
    """A stop that does not come into the problem."""
    if each.asking.where is None:
        unknown = Sentence(N_("The municipality of this place is not known, so nobody can say how far it is."))
        return LeftOut(each.stop.id, Reason.too_far, (unknown,))
    return LeftOut(each.stop.id, Reason.no_date, each.notes)
