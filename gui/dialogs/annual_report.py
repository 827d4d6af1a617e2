"""The dialog for the annual report: which year, a foreword, print it as of now or freeze it, and those frozen."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import LandaufError
from domain.rows.printing import PrintChoice
from domain.terms import BERLIN, ReportKind
from gui import theme
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.dialogs.frozen_reports import FrozenReports
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.card import Card
from gui.widgets.field import NumberField
from gui.widgets.problem_line import ProblemLine
from gui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from uuid import UUID

    from domain.workspace import Workspace
    from gui.shell import Shell
    from gui.tasks import Ticket

_WIDTH, _HEIGHT = 1040, 620
_FORM_WIDTH = 300
_LOWEST, _HIGHEST = 1991, 2100


def open_dialog(window: "Shell") -> None:
    """The action's handler: the dialog over the window's file."""
    if window.desk is not None:
        open_annual(window, window.desk)


def open_annual(parent: QWidget | None, desk: Desk) -> "AnnualDialog":
    """Open the dialog on last year."""
    dialog = AnnualDialog(desk, parent)
    dialog.open()
    return dialog


class AnnualDialog(Dialog):
    """A frozen report keeps its figures and its foreword; without freezing it is printed as the file is now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Annual report"), _("Freeze and save"), parent, cancel=_("Close"))
        self.resize(_WIDTH, _HEIGHT)
        self._desk = desk
        self.year = NumberField(_("Year"), _LOWEST, _HIGHEST)
        self.year.set_number(desk.clock().astimezone(BERLIN).year - 1)
        self.foreword = TextArea(_("Foreword"), 8)
        self.problem = ProblemLine()
        self.frozen = FrozenReports(desk, ReportKind.annual)
        self.draft = self.add_button(_("Print as of now …"), icon="printer")
        self._build()
        self.year.textChanged.connect(self._on_year)
        self.draft.clicked.connect(self._on_draft)
        self.primary.clicked.connect(self._on_freeze)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.GAP_TINY)
        for words, widget in ((_("Year"), self.year), (_("Foreword"), self.foreword)):
            named = labels.note(words)
            named.setBuddy(widget)
            left.addWidget(named)
            left.addWidget(widget)
            left.addSpacing(theme.GAP_SMALL)
        left.addWidget(labels.note(_("Without a foreword the report begins with the task of prevention."), wrap=True))
        left.addWidget(self.problem)
        left.addStretch(1)
        side = QWidget()
        side.setFixedWidth(_FORM_WIDTH)
        side.setLayout(left)
        card = Card(_("Frozen reports"))
        card.body.addWidget(self.frozen)
        row = QHBoxLayout()
        row.setSpacing(theme.MARGIN)
        row.addWidget(side)
        row.addWidget(card, 1)
        self.content.addLayout(row, 1)

    def _on_year(self) -> None:
        is_there = self.year.number() is not None
        self.primary.setEnabled(is_there)
        self.draft.setEnabled(is_there)

    def _on_draft(self) -> None:
        from gui.dialogs.print_preview import open_print

        open_print(self, self._desk, "annual_report", PrintChoice(year=self.year.number()))

    def _on_freeze(self) -> None:
        year = self.year.number()
        if year is None:
            return
        self.primary.setEnabled(False)
        work = partial(_freeze, self._desk.workspace, year, self.foreword.text())
        self._desk.tasks.start(work, self._on_frozen, self._on_refused, key="annual-freeze")

    def _on_frozen(self, snapshot: "UUID") -> None:
        self.primary.setEnabled(True)
        self.problem.show_words("")
        self._desk.tell(_("The report is frozen and stays as it is."))
        self.frozen.show_report(snapshot)

    def _on_refused(self, error: LandaufError) -> None:
        self.primary.setEnabled(True)
        self.problem.show_words(current().error(error))


def _freeze(workspace: "Workspace", year: int, foreword: str, _ticket: "Ticket") -> "UUID":
    from domain.usecases import annual_report, report_snapshots

    return workspace.run(report_snapshots.FROZEN, annual_report.freeze, year, foreword)
