"""Planning in one dialog: wish, wait, compare, take over; nothing is stored before the last."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.overriding import override
from domain.planning.plan import Effort, LeftOut, Plan, Progress, Relaxation
from domain.rows.proposals import PlanningWish, Relaxed, ToTell
from domain.rows.steps import Label
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.pages.tours.proposal import lines
from gui.pages.tours.proposal.incident_form import IncidentForm
from gui.pages.tours.proposal.lines import Group
from gui.pages.tours.proposal.result import ResultView
from gui.pages.tours.proposal.running import RunningView, plan_quality
from gui.pages.tours.proposal.wish_form import WishForm
from gui.texts import _, current, ngettext

if TYPE_CHECKING:
    from uuid import UUID

    from domain.planning.case import PlanningCase
    from domain.planning.compare import Comparison
    from domain.workspace import Workspace
    from gui.tasks import Ticket

_WIDTH, _HEIGHT = 1040, 640


class _Stage(IntEnum):
    """Which part of the dialog is in front."""

    wish = 0
    running = 1
    result = 2


@dataclass(frozen=True)
class Proposal:
    """What the engine found, held against the present plan."""

    case: "PlanningCase"
    plan: Plan
    comparison: "Comparison"
    left_out: tuple[LeftOut, ...]
    to_tell: tuple[ToTell, ...]


class _Postman(QObject):
    """Brings progress from the pool's thread to the dialog; lives as long as the dialog."""

    told = Signal(object)  # Progress


class PlanningDialog(Dialog):
    """Asks with `form`, plans beside the GUI thread, shows the proposal; `taken` brings the tour's id."""

    taken = Signal(object)  # UUID

    def __init__(self, title: str, form: WishForm | IncidentForm, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, _("Plan"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._desk, self._form = desk, form
        self._enough = Event()
        self._ticket: Ticket | None = None
        self._relaxed: tuple[Relaxed, ...] = ()
        self.proposal: Proposal | None = None
        self.running, self.found = RunningView(), ResultView()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(form)
        self.stack = QStackedWidget()
        for part in (area, self.running, self.found):
            self.stack.addWidget(part)
        self.content.addWidget(self.stack, 1)
        self.back = self.add_button(_("Change wishes"), icon="chevron-left")
        self._postman = _Postman(self)
        self._postman.told.connect(self.running.show_progress, Qt.ConnectionType.QueuedConnection)
        self.running.take_asked.connect(self._on_enough)
        self.found.relax_asked.connect(self._on_relax)
        self.back.clicked.connect(self._on_back)
        self.primary.clicked.connect(self._on_primary)
        self._show(_Stage.wish)

    def start(self, relaxed: Relaxed | None = None) -> None:
        """Plan what the form says, if it can be understood; `relaxed`: a wish taken less strictly."""
        if relaxed is not None:
            self._relaxed = (*self._relaxed, relaxed)
        wish = self._form.wish()
        if wish is None:
            return
        self._cancel()
        self._enough = Event()
        seconds = self._form.seconds()
        self.running.begin(seconds)
        self._show(_Stage.running)
        workspace, report, enough = self._desk.workspace, self._postman.told.emit, self._enough
        effort, wish = Effort(seconds), replace(wish, relaxed=(*wish.relaxed, *self._relaxed))
        self._ticket = self._desk.tasks.start(
            lambda ticket: _plan(workspace, wish, effort, report, lambda: enough.is_set() or ticket.is_cancelled),
            self._on_planned,
            self._on_trouble,
            key="planning",
        )

    @override
    def done(self, result: int) -> None:
        self._cancel()
        super().done(result)

    def _cancel(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _show(self, stage: _Stage) -> None:
        self.stack.setCurrentIndex(stage)
        self.back.setVisible(stage is not _Stage.wish)
        self.primary.setVisible(stage is not _Stage.running)
        self.primary.setText(_("Take over as a draft") if stage is _Stage.result else _("Plan"))
        self.primary.updateGeometry()

    def _on_enough(self) -> None:
        self._enough.set()
        self.running.end()

    def _on_back(self) -> None:
        self._cancel()
        self._relaxed = ()
        self._show(_Stage.wish)

    def _on_relax(self, way: Relaxation) -> None:
        proposal = self.proposal
        if proposal is not None:
            self.start(proposal.case.relaxed(way))

    def _on_planned(self, proposal: Proposal) -> None:
        self._ticket = None
        self.proposal = proposal
        case, comparison = proposal.case, proposal.comparison
        found = lines.change_lines(case, comparison)
        found[Group.left_out] = lines.left_out_lines(case, proposal.left_out)
        found[Group.to_tell] = lines.told_lines(proposal.to_tell)
        total = comparison.after.planned + len(proposal.left_out)
        figures = lines.figure_lines(comparison.before, comparison.after, total)
        self.found.show_result(plan_quality(proposal.plan), figures, found)
        self._show(_Stage.result)
        self.primary.setEnabled(any(found[group] for group in (Group.moved, Group.added, Group.dropped)))
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_trouble(self, trouble: LandaufError) -> None:
        self._ticket = None
        self._show(_Stage.wish)
        self._desk.tell(current().error(trouble))

    def _on_primary(self) -> None:
        if self.stack.currentIndex() == _Stage.result and self.proposal is not None:
            self._take_over(self.proposal)
        else:
            self.start()

    def _take_over(self, proposal: Proposal) -> None:
        from domain.usecases import proposals

        label, workspace = Label(N_("Take over the proposed tour")), self._desk.workspace
        self.primary.setEnabled(False)
        self._desk.tasks.start(
            lambda _ticket: workspace.run(label, proposals.accept_plan, proposal.case, proposal.plan),
            self._on_taken,
            self._on_trouble,
            progress=_("Taking over the proposed tour"),
        )

    def _on_taken(self, tour_id: "UUID | None") -> None:
        if tour_id is not None:
            self.taken.emit(tour_id)
        self.accept()
        planned = len(self.proposal.case.planned(self.proposal.plan)) if self.proposal is not None else 0
        words = ngettext("{count} tour stop planned", "{count} tour stops planned", planned)
        self._desk.tell(words.format(count=planned), undoable=True)


def _plan(
    workspace: "Workspace",
    wish: PlanningWish,
    effort: Effort,
    report: Callable[[Progress], None],
    cancelled: Callable[[], bool],
) -> Proposal:
    """In the pool's thread: the problem from the file, the plan from the engine's process, held against the present."""
    from domain.planning.compare import compare
    from domain.planning.present import present_routes
    from domain.planning.run import run
    from domain.usecases import planning_problem, replanning

    case = workspace.ask(planning_problem.planning_problem, _settled(workspace, wish))
    plan = run(case.problem, effort, report, cancelled)
    return Proposal(
        case,
        plan,
        compare(case.problem, present_routes(case), plan.routes),
        tuple(case.left_out(plan)),
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
