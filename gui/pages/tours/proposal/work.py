"""What happens beside the GUI thread: the problem from the file, the plan from the engine, both plans compared."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.planning.plan import Effort, LeftOut, Plan, Progress, Reason, Route
from domain.rows.proposals import PlanningWish, ToTell

if TYPE_CHECKING:
    from domain.planning.case import PlanningCase
    from domain.planning.compare import Comparison
    from domain.workspace import Workspace


@dataclass(frozen=True)
class Proposal:
    """What the engine found, held against the `present` routes.

    `left_out` asked for days of the period and got none; `outside` only ask for others.
    """

    case: "PlanningCase"
    plan: Plan
    present: tuple[Route, ...]
    comparison: "Comparison"
    left_out: tuple[LeftOut, ...]
    outside: tuple[LeftOut, ...]
    to_tell: tuple[ToTell, ...]

    @property
    def changes(self) -> bool:
        """Whether taking it over changes anything: stops, or what the wish says to have happened."""
        held, wish = self.comparison, self.case.wish
        return bool(held.moved or held.retimed or held.added or held.dropped or wish.out or wish.cancelled)


def planned(
    workspace: "Workspace",
    wish: PlanningWish,
    effort: Effort,
    report: Callable[[Progress], None],
    cancelled: Callable[[], bool],
) -> Proposal:
    """Plan what is wished; sleeps until the engine's process has answered.

    Raises:
        LandaufError: the wish cannot be planned, or the engine refused it or died; what `cancelled` raises.
    """
    from domain.planning.compare import compare
    from domain.planning.present import present_routes
    from domain.planning.run import run
    from domain.usecases import planning_problem, replanning

    case = workspace.ask(planning_problem.planning_problem, _settled(workspace, wish))
    cancelled()  # may say by an error that nobody waits any more
    plan = run(case.problem, effort, report, cancelled)
    present, apart = present_routes(case), {left.stop for left in case.apart if left.reason is Reason.no_date}
    left_out = tuple(case.left_out(plan))
    return Proposal(
        case,
        plan,
        present,
        compare(case.problem, present, plan.routes),
        tuple(left for left in left_out if left.stop not in apart),
        tuple(left for left in left_out if left.stop in apart),
        workspace.ask(replanning.to_tell, case, plan),
    )


def _settled(workspace: "Workspace", wish: PlanningWish) -> PlanningWish:
    """A wish that says what happened to a tour: which confirmed stops are hit by it, only the file knows."""
    from domain.usecases import replanning

    if wish.tour_id is None or not (wish.out or wish.cancelled):
        return wish
    return workspace.ask(
        replanning.replanning_wish,
        wish.tour_id,
        out=wish.out,
        cancelled=wish.cancelled,
        relaxed=wish.relaxed,
        stability=wish.stability,
    )
