"""Planning in one dialog: wish, wait, compare, take over; nothing is stored before the last."""

from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.overriding import override
from domain.planning.plan import Effort, Relaxation
from domain.rows.proposals import Relaxed
from domain.rows.steps import Label
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.pages.tours.proposal import lines
from gui.pages.tours.proposal.incident_form import IncidentForm
from gui.pages.tours.proposal.lines import Group
from gui.pages.tours.proposal.result import ResultView
from gui.pages.tours.proposal.running import RunningView, plan_quality
from gui.pages.tours.proposal.wish_form import WishForm
from gui.pages.tours.proposal.work import Proposal, planned
from gui.texts import _, current
from gui.widgets.problem_line import ProblemLine

if TYPE_CHECKING:
    from uuid import UUID

    from gui.tasks import Ticket

_WIDTH, _HEIGHT = 1180, 664


class Stage(IntEnum):
    """Which part of the dialog is in front."""

    wish = 0
    running = 1
    result = 2


class _Postman(QObject):
    """Brings news from the pool's thread to the dialog; lives as long as the dialog."""

    told = Signal(object)  # Progress
    broke = Signal()  # the planner has a bug, which the crash report tells about


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
        self.running, self.found, self.trouble = RunningView(), ResultView(), ProblemLine()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(form)
        self.stack = QStackedWidget()
        for part in (area, self.running, self.found):
            self.stack.addWidget(part)
        self.content.addWidget(self.stack, 1)
        self.content.addWidget(self.trouble)
        self.back = self.add_button(_("Change wishes"), icon="chevron-left")
        self._postman = _Postman(self)
        self._postman.told.connect(self.running.show_progress, Qt.ConnectionType.QueuedConnection)
        self._postman.broke.connect(self._on_back, Qt.ConnectionType.QueuedConnection)
        self.running.take_asked.connect(self._on_enough)
        self.found.relax_asked.connect(self._on_relax)
        self.back.clicked.connect(self._on_back)
        self.cancel.clicked.disconnect()
        self.cancel.clicked.connect(self._on_cancel)
        self.primary.clicked.connect(self._on_primary)
        self.stage(Stage.wish)

    def start(self, relaxed: Relaxed | None = None) -> None:
        """Plan what the form says, if it can be understood; `relaxed`: a wish taken less strictly."""
        if relaxed is not None:
            self._relaxed = (*self._relaxed, relaxed)
        wish = self._form.wish()
        if wish is None:
            return
        self._stop()
        self._enough = enough = Event()
        seconds = self._form.seconds()
        self.running.begin(seconds)
        self.stage(Stage.running)
        workspace, report = self._desk.workspace, self._postman.told.emit
        effort, wish = Effort(seconds), replace(wish, relaxed=(*wish.relaxed, *self._relaxed))

        def work(ticket: "Ticket") -> Proposal:
            return planned(workspace, wish, effort, report, lambda: _is_enough(enough, ticket))

        self._ticket = self._desk.tasks.start(
            _telling_bugs(work, self._postman.broke.emit), self._on_planned, self._on_trouble, key="planning"
        )

    @override
    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    @override
    def reject(self) -> None:
        if self.cancel.isEnabled():  # what is being taken over is not half taken over
            super().reject()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        else:
            super().keyPressEvent(event)

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def stage(self, stage: Stage, trouble: str = "") -> None:
        """Bring a part to the front and the keyboard to where it goes on."""
        self.stack.setCurrentIndex(stage)
        self.trouble.show_words(trouble)
        self.back.setVisible(stage is Stage.result)
        self.primary.setVisible(stage is not Stage.running)
        self.primary.setText(_("Take over as a draft") if stage is Stage.result else _("Plan"))
        self.primary.setAccessibleDescription(trouble)
        self.primary.setEnabled(True)
        self.primary.updateGeometry()
        following = {Stage.wish: self._form.first_field(), Stage.running: self.cancel, Stage.result: self.primary}
        following[stage].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_enough(self) -> None:
        self._enough.set()
        self.running.end()

    def _on_back(self) -> None:
        self._stop()
        self._relaxed = ()
        self.stage(Stage.wish)

    def _on_cancel(self) -> None:
        """While it plans, only planning ends."""
        if self.stack.currentIndex() == Stage.running:
            self._on_back()
        else:
            self.reject()

    def _on_relax(self, way: Relaxation) -> None:
        if self.proposal is not None:
            self.start(self.proposal.case.relaxed(way))

    def _on_planned(self, proposal: Proposal) -> None:
        self._ticket = None
        self.proposal = proposal
        said = plan_quality(proposal.plan)
        self.found.show_result((said, self._form.said()), proposal)
        self.stage(Stage.result)
        self.primary.setAccessibleDescription(said)
        if not proposal.changes:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
            self.primary.setEnabled(False)

    def _on_trouble(self, trouble: LandaufError) -> None:
        self._ticket = None
        self.stage(Stage.wish, current().error(trouble))

    def _on_primary(self) -> None:
        if self.stack.currentIndex() == Stage.result and self.proposal is not None:
            self._take_over(self.proposal)
        else:
            self.start()

    def _take_over(self, proposal: Proposal) -> None:
        from domain.usecases import proposals

        label, workspace = Label(N_("Take over the proposed tour")), self._desk.workspace
        for button in (self.primary, self.back, self.cancel):
            button.setEnabled(False)
        self.primary.setText(_("Taking over …"))
        self._desk.tasks.start(
            lambda _ticket: workspace.run(label, proposals.accept_plan, proposal.case, proposal.plan),
            self._on_taken,
            self._on_refused,
            progress=_("Taking over the proposed tour"),
        )

    def _on_refused(self, trouble: LandaufError) -> None:
        """The file is no longer as it was planned: the list stays to be read, and can be planned again."""
        self.proposal = None
        self.back.setEnabled(True)
        self.cancel.setEnabled(True)
        self.stage(Stage.result, current().error(trouble))
        self.primary.setText(_("Plan again"))

    def _on_taken(self, tour_id: "UUID | None") -> None:
        self.cancel.setEnabled(True)
        if tour_id is not None:
            self.taken.emit(tour_id)
        self.accept()
        told = (Group.added, Group.moved, Group.dropped, Group.to_tell)
        said = lines.counted(told, {group: len(self.found.models[group].rows()) for group in told})
        self._desk.tell(_("Taken over: {changes}").format(changes=said) if said else _("Taken over"), undoable=True)


def _is_enough(enough: Event, ticket: "Ticket") -> bool:
    """Whether the best plan so far is wanted.

    Raises:
        LandaufError: no plan is wanted any more; leaves the planner at once, and nobody hears of it.
    """
    if ticket.is_cancelled:
        raise LandaufError(N_("Planning was ended."))
    return enough.is_set()


def _telling_bugs(work: Callable[["Ticket"], Proposal], broke: Callable[[], None]) -> Callable[["Ticket"], Proposal]:
    """The same work; `broke` is called if it ends in a bug, which is no answer and no trouble."""

    def watched(ticket: "Ticket") -> Proposal:
        is_told = False
        try:
            answer = work(ticket)
            is_told = True
        except LandaufError:
            is_told = True
            raise
        finally:
            if not is_told:
                broke()
        return answer

    return watched
