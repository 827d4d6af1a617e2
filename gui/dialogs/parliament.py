"""The dialog for answers to parliament: the question left, the answer right as it will be told, frozen answers."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.errors import InvalidInputError, LandaufError
from domain.terms import BERLIN, ReportKind
from gui import theme
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.dialogs.frozen_reports import FrozenReports
from gui.dialogs.parliament_form import QuestionForm
from gui.dialogs.parliament_tables import AnswerTable, CountTable
from gui.texts import _, current
from gui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from domain.rows.parliament import ParliamentAnswer, ParliamentQuestion
    from domain.rows.tours import NamedRow
    from domain.workspace import Workspace
    from gui.shell import Shell
    from gui.tasks import Ticket

_WIDTH, _HEIGHT = 1280, 700
_FORM_WIDTH = 332
_REST_MS = 200
_SCHOOLS, _OTHERS, _COUNTS, _FROZEN = range(4)


def open_dialog(window: "Shell") -> None:
    """The action's handler: the dialog over the window's file."""
    if window.desk is not None:
        open_parliament(window, window.desk)


def open_parliament(parent: QWidget | None, desk: Desk) -> "ParliamentDialog":
    """Open the dialog on the year so far."""
    dialog = ParliamentDialog(desk, parent)
    dialog.open()
    return dialog


class ParliamentDialog(Dialog):
    """A question is answered while it is typed; one button freezes the answer, which then stays as it is for good."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Answer to parliament"), _("Freeze and save"), parent, cancel=_("Close"))
        self.resize(_WIDTH, _HEIGHT)
        self._desk = desk
        self.form = QuestionForm(lambda: desk.clock().astimezone(BERLIN).date())
        self.tabs = Tabs(_("Answer to parliament"))
        self.schools = AnswerTable(_("At schools"))
        self.others = AnswerTable(_("Elsewhere"))
        self.counts = CountTable()
        self.frozen = FrozenReports(desk, ReportKind.parliament)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        self._build()
        self.form.changed.connect(self._on_changed)
        self.primary.clicked.connect(self._on_freeze)
        desk.changed.connect(self._on_data)
        self._on_data(frozenset({"topic"}))
        self._ask()

    def _build(self) -> None:
        self.primary.setEnabled(False)
        self.primary.setToolTip(_("The answer is kept as it is now; later changes do not touch it."))
        self.form.setFixedWidth(_FORM_WIDTH)
        for words, widget in (
            (_("At schools"), self.schools), (_("Elsewhere"), self.others), (_("Sums and requests"), self.counts),
            (_("Frozen answers"), self.frozen),
        ):  # fmt: skip
            self.tabs.add_tab(words, widget)
        row = QHBoxLayout()
        row.setSpacing(theme.MARGIN)
        row.addWidget(self.form)
        row.addWidget(self.tabs, 1)
        self.content.addLayout(row, 1)
        self.frozen.counted.connect(partial(self.tabs.set_count, _FROZEN))

    def _on_data(self, tables: frozenset[str]) -> None:
        if "topic" in tables:
            self._desk.tasks.start(partial(_topics, self._desk.workspace), self._on_topics, key="parliament-topics")
        self._rest.start()

    def _on_topics(self, found: "Sequence[NamedRow]") -> None:
        self.form.set_topics({row.id: row.name for row in found})

    def _on_changed(self) -> None:
        self.primary.setEnabled(False)
        self._rest.start()

    def _ask(self) -> None:
        question = self.form.question()
        if question is None:
            return
        work = partial(_answer, self._desk.workspace, question)
        self._desk.tasks.start(work, self._on_answer, self._on_refused, key="parliament-answer")

    def _on_answer(self, found: "ParliamentAnswer") -> None:
        self.form.show_problem("")
        self.schools.show_rows(found.schools)
        self.others.show_rows(found.others)
        self.counts.show_answer(found)
        self.tabs.set_count(_SCHOOLS, found.school_sums.events)
        self.tabs.set_count(_OTHERS, found.other_sums.events)
        self.primary.setEnabled(True)

    def _on_refused(self, error: LandaufError) -> None:
        problems = error.problems if isinstance(error, InvalidInputError) else ()
        self.form.show_problem(current().error(problems[0] if problems else error))

    def _on_freeze(self) -> None:
        question = self.form.question()
        if question is None:
            return
        self.primary.setEnabled(False)
        work = partial(_freeze, self._desk.workspace, question)
        self._desk.tasks.start(work, self._on_frozen, self._on_refused, key="parliament-freeze")

    def _on_frozen(self, snapshot: "UUID") -> None:
        self._desk.tell(_("The answer is frozen and stays as it is."))
        self.primary.setEnabled(True)
        self.frozen.show_report(snapshot)
        self.tabs.bar.setCurrentIndex(_FROZEN)


def _topics(workspace: "Workspace", _ticket: "Ticket") -> "list[NamedRow]":
    from domain.usecases import vocabulary

    return workspace.ask(vocabulary.topics)


def _answer(workspace: "Workspace", question: "ParliamentQuestion", _ticket: "Ticket") -> "ParliamentAnswer":
    from domain.usecases import parliament

    return workspace.ask(parliament.answer, question)


def _freeze(workspace: "Workspace", question: "ParliamentQuestion", _ticket: "Ticket") -> "UUID":
    from domain.usecases import parliament, report_snapshots

    return workspace.run(report_snapshots.FROZEN, parliament.freeze, question)
