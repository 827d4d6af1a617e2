"""The plan command: open requests become a draft tour, and what is left out is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.cli import usage
from domain.cli.optimise import effort_arguments, quality, solved
from domain.errors import NotFoundError
from domain.i18n import N_
from domain.planning.plan import Effort
from domain.rows.proposals import PlanningWish
from domain.rows.steps import Label

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from uuid import UUID

    from domain.cli.call import Call
    from domain.i18n import Language
    from domain.planning.case import PlanningCase
    from domain.planning.plan import LeftOut, Plan
    from domain.workspace import Workspace


def arguments(made: ArgumentParser, language: Language) -> None:
    """What the command is told."""
    _ = language.gettext
    made.add_argument(
        "--from", dest="first", type=usage.day, metavar="DATE", required=True, help=_("first day (2027-03-01)")
    )
    made.add_argument("--to", dest="last", type=usage.day, metavar="DATE", required=True, help=_("last day, inclusive"))
    made.add_argument(
        "--vehicle",
        action="append",
        default=[],
        type=usage.text,
        metavar="NAME",
        help=_("only this vehicle (repeatable; default: all)"),
    )
    effort_arguments(made, language)
    made.add_argument("--json", action="store_true", help=_("answer as JSON"))


def run(call: Call) -> None:
    """Plan a tour and store it as a draft; the tour of an earlier call for the same period is planned anew.

    Raises:
        InvalidInputError: the period is upside down or too long.
        NotFoundError: a vehicle is not known, or there is none at all.
        ConflictError: somebody changed what is planned meanwhile.
    """
    from domain.usecases.planning_problem import planning_problem
    from domain.usecases.proposals import accept_plan, present_tour, tour_title

    options = call.options
    with call.workspace() as workspace:
        wish = PlanningWish(options.first, options.last, _vehicles(workspace, options.vehicle))
        tour_id = workspace.ask(present_tour, wish)
        case = workspace.ask(planning_problem, _anew(wish, tour_id))
        plan = solved(case.problem, Effort(options.seconds, options.seed))
        label = Label(N_("Plan “{title}”"), (("title", workspace.ask(tour_title, wish)),))
        tour_id = workspace.run(label, accept_plan, case, plan)
    if options.json:
        call.say_json(_document(case, plan, tour_id, call.language))
    else:
        _tell(call, case, plan)


def _anew(wish: PlanningWish, tour_id: UUID | None) -> PlanningWish:
    return PlanningWish(wish.first, wish.last, wish.vehicle_ids, tour_id=tour_id)


def _vehicles(workspace: Workspace, names: list[str]) -> tuple[UUID, ...]:
    """The vehicles of these names, all where none is named."""
    from domain.usecases import fleet

    if not workspace.ask(fleet.list_rows):
        raise NotFoundError(N_("There is no vehicle yet. Add one, or import a list: landauf import vehicles"))
    return tuple(workspace.ask(fleet.find_vehicle, name) for name in names)


def _document(case: PlanningCase, plan: Plan, tour_id: UUID | None, language: Language) -> dict[str, Any]:
    """The answer as programs read it (docs/formats.md)."""
    return {
        "tour_id": str(tour_id) if tour_id else None,
        "planned": len(case.planned(plan)),
        "unplanned": [_unplanned(case, left, language) for left in case.left_out(plan)],
        "cost": plan.cost,
        "bound": plan.bound,
        "proven": plan.proven,
        "seconds": round(plan.seconds, 3),
        "engine": plan.engine.value,
    }


def _unplanned(case: PlanningCase, left: LeftOut, language: Language) -> dict[str, Any]:
    subject = case.subjects[left.stop]
    return {
        "request_id": str(subject.request_id) if subject.request_id else None,
        "event_id": str(subject.event_id) if subject.event_id else None,
        "title": subject.title,
        "reason": left.reason.value,
        "detail": _detail(left, language),
    }


def _detail(left: LeftOut, language: Language) -> str:
    return " ".join(language.text(sentence.msgid, sentence.params) for sentence in left.sentences)


def _tell(call: Call, case: PlanningCase, plan: Plan) -> None:
    _ = call.language.gettext
    left_out = list(case.left_out(plan))
    planned_line = _("Planned: {planned} stops on {days} vehicle days; left out: {left_out}")
    planned = len(case.planned(plan))
    call.say(planned_line.format(planned=planned, days=len(plan.routes), left_out=len(left_out)))
    call.say(_("Cost: {cost} ({quality})").format(cost=plan.cost, quality=quality(plan, call.language)))
    for left in left_out:
        subject = case.subjects[left.stop]
        call.say(f"{subject.title}, {subject.town}: {_detail(left, call.language)}")
