"""Why stops are left out of a plan: no possible day, others that go before, and what would help."""

from collections.abc import Iterable

from domain.i18n import N_
from domain.planning.candidates import Candidates
from domain.planning.day import Days
from domain.planning.explain_displaced import Displacement, Exchanges
from domain.planning.explain_refusals import why_never, why_not_there
from domain.planning.explain_relaxations import Relaxations, relaxed
from domain.planning.explain_rooms import Rooms
from domain.planning.explain_words import listed, sentence, stop_name, vehicle_name, when
from domain.planning.plan import LeftOut, Reason, Relaxation, Route, Sentence
from domain.planning.problem import FixedStop, PlanningStop, Problem

__all__ = ["left_out", "relaxed"]


def left_out(problem: Problem, days: Days, candidates: Candidates, routes: Iterable[Route]) -> tuple[LeftOut, ...]:
    """Every stop of the problem that is in no route, in the problem's order, with reason, price and ways out.

    Without a solver: a hundred stops are explained within 50 ms. What is offered fits beside all that is planned.
    """
    rooms = Rooms(problem, days, routes)
    exchanges, relaxations = Exchanges(rooms), Relaxations(rooms)
    found = []
    for stop in problem.stops:
        if stop.id not in rooms.where:
            offers = relaxations.nearest(stop)
            fixed, cells = problem.fixed_of.get(stop.id), candidates.cells[stop.id]
            if fixed is not None:
                found.append(_fixed(problem, candidates, stop, fixed, offers))
            elif not cells:
                reason, sentences = why_never(problem, stop)
                found.append(LeftOut(stop.id, reason, sentences, offers))
            else:
                found.append(_displaced(problem, stop, exchanges.cheapest(stop, cells), offers))
    return tuple(found)


def _fixed(
    problem: Problem, candidates: Candidates, stop: PlanningStop, fixed: FixedStop, offers: tuple[Relaxation, ...]
) -> LeftOut:
    """A fixed stop that is not planned: its cell cannot hold it, alone or beside the other fixed ones."""
    cell = fixed.cell
    place = {"vehicle": vehicle_name(problem, cell.vehicle), "when": when(problem, (cell.day,))}
    others = [each for each in candidates.fixed.get(cell, ()) if each != stop.id]
    if cell.vehicle not in problem.vehicle_of or not candidates.days.fits_alone(stop.id, cell):
        told = sentence(N_("It is fixed {when} with {vehicle}, which is not possible."), **place)
        return LeftOut(stop.id, Reason.fixed_clash, (told, *why_not_there(problem, stop, cell, fixed.start)), offers)
    if others:
        names = listed([stop_name(problem, each) for each in others])
        told = sentence(
            N_("It is fixed {when} with {vehicle}, as is {others}; they do not fit together."), **place, others=names
        )
    else:
        told = sentence(N_("It is fixed {when} with {vehicle}, but is not in this plan."), **place)
    return LeftOut(stop.id, Reason.fixed_clash, (told,), offers, cell=cell, displaces=tuple(others))


def _displaced(
    problem: Problem, stop: PlanningStop, found: Displacement | None, offers: tuple[Relaxation, ...]
) -> LeftOut:
    """A stop that could be planned: where, instead of whom, and at what price."""
    if found is None:
        told = sentence(N_("Fixed stops leave no room {when}."), when=when(problem, (w.day for w in stop.windows)))
        return LeftOut(stop.id, Reason.fixed_clash, (told,), offers)
    gone = tuple(sorted(found.gone))
    sentences = (_where(problem, found, gone), _worth(found.price))
    return LeftOut(stop.id, Reason.displaced, sentences, offers, found.cell, gone, found.price)


def _where(problem: Problem, found: Displacement, gone: tuple[str, ...]) -> Sentence:
    place = {"when": when(problem, (found.cell.day,)), "vehicle": vehicle_name(problem, found.cell.vehicle)}
    if not gone:
        return sentence(N_("There is room {when} with {vehicle}."), **place)
    others = listed([stop_name(problem, each) for each in gone])
    if found.refuge is None:
        return sentence(N_("It would fit {when} with {vehicle} only in place of {others}."), **place, others=others)
    refuge = {"other_when": when(problem, (found.refuge.day,)), "other": vehicle_name(problem, found.refuge.vehicle)}
    moved = N_("It would fit {when} with {vehicle} if {others} took place {other_when} with {other}.")
    return sentence(moved, **place, others=others, **refuge)


def _worth(price: int) -> Sentence:
    if price > 0:
        return sentence(N_("That would make the plan worse by {price} points."), price=price)
    if price < 0:
        return sentence(N_("That would make the plan better by {price} points."), price=-price)
    return sentence(N_("The plan would be just as good."))
