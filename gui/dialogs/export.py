"""The export dialog: what, for whom, which part; a preview of what goes out; then a file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.terms import BERLIN, Audience
from gui import theme
from gui.desk import Desk
from gui.dialogs import files
from gui.dialogs.dialog import Dialog
from gui.dialogs.export_choice import What
from gui.dialogs.export_form import ExportForm
from gui.dialogs.export_help import ProgramHelp
from gui.dialogs.export_preview import ExportPreview
from gui.tasks import Ticket
from gui.texts import _, current, ngettext
from gui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from domain.usecases.outgoing_preview import CalendarOffers, EventPreview, PartnerPreview
    from domain.workspace import Workspace
    from gui.dialogs.export_choice import ExportChoice
    from gui.shell import Shell


_WIDTH, _HEIGHT = 1080, 700
_FORM_WIDTH = 384
_REST_MS = 150


def open_dialog(window: "Shell") -> None:
    """The action's handler: the export dialog over the window's file."""
    if window.desk is not None:
        open_export(window, window.desk)


def open_export(parent: QWidget, desk: Desk, what: str | None = None) -> "ExportDialog":
    """Open the dialog; `what` is "calendar", "events" or "partners", where None begins with the calendar."""
    dialog = ExportDialog(desk, What(what) if what else What.calendar, parent)
    dialog.open()
    return dialog


class ExportDialog(Dialog):
    """Choices left, what arrives right. Default is the public; internal must be chosen and says what that means."""

    def __init__(self, desk: Desk, what: What, parent: QWidget | None = None) -> None:
        super().__init__(_("Export"), _("Export …"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._desk = desk
        self._count = 0
        self.form = ExportForm(lambda: desk.clock().astimezone(BERLIN).date())
        self.form.show_what(what)
        self.warning = Notice(
            Tone.warning,
            _("This file is for the house only"),
            _("It holds internal notes, names and contacts. Do not pass it on."),
        )
        self.help = ProgramHelp()
        self.preview = ExportPreview()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        self._build()
        self.form.changed.connect(self._on_changed)
        self.primary.clicked.connect(self._on_export)
        desk.changed.connect(self._on_data)
        desk.tasks.start(lambda _ticket: _offers(desk.workspace), self._offer, key="export-offers")
        self._on_changed()

    def _offer(self, found: "CalendarOffers") -> None:
        self.form.calendar.offer(found.versions, found.people, found.filters)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.GAP)
        left.addWidget(self.form)
        left.addWidget(self.warning)
        left.addWidget(self.help)
        left.addStretch(1)
        side = QWidget()
        left.setContentsMargins(0, 0, theme.GAP_SMALL, 0)
        side.setLayout(left)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(side)
        area.setFixedWidth(_FORM_WIDTH)
        area.setAccessibleName(_("What is exported"))
        row = QHBoxLayout()
        row.setSpacing(theme.MARGIN)
        row.addWidget(area)
        row.addWidget(self.preview, 1)
        self.content.addLayout(row, 1)

    def _on_changed(self) -> None:
        choice = self.form.choice()
        self.warning.setVisible(choice.audience is Audience.internal)
        self.help.setVisible(choice.what is What.calendar)
        problem = choice.problem()
        self.form.show_problem(problem)
        self.primary.setEnabled(problem is None)
        self._rest.start()

    def _on_data(self, _tables: frozenset[str]) -> None:
        self._rest.start()

    def _ask(self) -> None:
        choice = self.form.choice()
        if choice.problem() is not None:
            return
        workspace = self._desk.workspace
        if choice.what is What.partners:
            self._desk.tasks.start(
                lambda _ticket: _partners(workspace, choice), self._on_partners, key="export-preview"
            )
        else:
            self._desk.tasks.start(
                lambda ticket: _events(workspace, choice, ticket), self._on_events, key="export-preview"
            )

    def _on_events(self, found: "EventPreview") -> None:
        self._count = found.count
        self.preview.show_events(found)

    def _on_partners(self, found: "PartnerPreview") -> None:
        self._count = found.count
        self.preview.show_partners(found)

    def _on_export(self) -> None:
        choice = self.form.choice()
        if choice.is_split:
            files.choose_folder(self, _("Folder for the files"), lambda path: self._write(choice, path))
            return
        files.save_as(self, _("Export"), choice.file_name(), choice.file_kind(), lambda path: self._write(choice, path))

    def _write(self, choice: "ExportChoice", path: Path) -> None:
        desk, language = self._desk, current()
        desk.tasks.start(
            lambda ticket: choice.write(desk.workspace, path, language, _watch(ticket, self._count)),
            lambda count: desk.tell(_told(choice, count, path)),
            progress=_("Writing {file}").format(file=path.name),
        )
        self.accept()


def _events(workspace: "Workspace", choice: "ExportChoice", ticket: Ticket) -> "EventPreview":
    from domain.usecases import outgoing_preview

    if choice.what is What.calendar:
        return workspace.ask(outgoing_preview.calendar, choice.calendar(), lambda: ticket.is_cancelled)
    return workspace.ask(outgoing_preview.events, choice.audience, choice.events(), lambda: ticket.is_cancelled)


def _offers(workspace: "Workspace") -> "CalendarOffers":
    from domain.usecases import outgoing_preview

    return workspace.ask(outgoing_preview.calendar_offers)


def _partners(workspace: "Workspace", choice: "ExportChoice") -> "PartnerPreview":
    from domain.usecases import outgoing_preview

    return workspace.ask(outgoing_preview.institutions, choice.partners())


def _told(choice: "ExportChoice", count: int, path: Path) -> str:
    if choice.what is What.partners:
        written = ngettext("{count} partner written to {file}", "{count} partners written to {file}", count)
    else:
        written = ngettext("{count} event written to {file}", "{count} events written to {file}", count)
    return written.format(count=count, file=path.name)


def _watch(ticket: Ticket, total: int) -> Callable[[int], None]:
    """Tells how far the writing is, and breaks it off when the person asks for that."""

    def seen(number: int) -> None:
        if ticket.is_cancelled:
            raise LandaufError(N_("The export was broken off; nothing was written."))
        ticket.report(number, total)

    return seen
