"""The print dialog: which document, about what, every page as it will be; save it as PDF or print it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.overriding import override
from domain.rows.printing import PrintChoice
from gui import theme
from gui.desk import Desk
from gui.dialogs import files, print_work
from gui.dialogs.dialog import Dialog
from gui.dialogs.print_options import PrintOptions
from gui.preview.paper import Paper
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from domain.rows.releases import SheetNote, SheetRow
    from gui.dialogs.print_work import Made, Offer
    from gui.shell import Shell

_WIDTH, _HEIGHT = 1200, 720
_SIDE_WIDTH = 300
_PATIENCE_MS = 200
_KEYS = ("print-menu", "print-document", "print-recipients")


def open_dialog(window: "Shell") -> None:
    """The action's handler: what the page in front has selected, or a choice of everything."""
    page = window.stack.current_page()
    if window.desk is not None and page is not None:
        open_print(window, window.desk, choice=page.print_choice())


def open_request_form(window: "Shell") -> None:
    """The action's handler: the form by which institutions ask for an event."""
    if window.desk is not None:
        open_print(window, window.desk, "request_form")


def open_print(
    parent: QWidget | None, desk: Desk, document: str | None = None, choice: PrintChoice | None = None
) -> "PrintDialog":
    """Open the dialog on `document` (a code name) about `choice`; without them the person picks both."""
    dialog = PrintDialog(desk, document, choice or PrintChoice(), parent)
    dialog.open()
    return dialog


class PrintDialog(Dialog):
    """Options left, the pages right. What is saved are the very bytes that are shown."""

    def __init__(self, desk: Desk, document: str | None, choice: PrintChoice, parent: QWidget | None = None) -> None:
        super().__init__(_("Print"), _("Print …"), parent)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))
        self._desk = desk
        self._wanted = document
        self._content = b""
        self._note: SheetNote | None = None
        self._is_new = True
        self.options = PrintOptions(desk)
        self.document, self.subject, self.language = (
            self.options.document,
            self.options.subject,
            self.options.language,
        )
        self.internal = Notice(Tone.warning, _("For the house only"), _("This sheet holds names and internal notes."))
        self.trouble = Notice(Tone.error, _("This cannot be printed yet"))
        self.before = Notice(Tone.hint, "")
        self.paper = Paper(desk.tasks)
        self.working = _Working()
        self.save = self.add_button(_("Save as PDF …"), icon="save")
        self._build()
        self._set_ready(is_ready=False)
        work = partial(print_work.offer, desk.workspace, choice)
        self._desk.tasks.start(work, self._on_offer, key=_KEYS[0])

    @override
    def done(self, result: int) -> None:
        for key in _KEYS:
            self._desk.tasks.cancel(key)
        self.working.stop()
        self.paper.clear()
        super().done(result)

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        column = QVBoxLayout(inner)
        column.setContentsMargins(1, 0, theme.GAP_ROW, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.options)
        for notice in (self.internal, self.trouble, self.before):
            column.addWidget(notice)
            notice.hide()
        column.addStretch(1)
        side = QScrollArea()
        side.setWidget(inner)
        side.setWidgetResizable(True)
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFixedWidth(_SIDE_WIDTH)
        side.setAccessibleName(_("What is printed"))
        pages = QVBoxLayout()
        pages.setSpacing(theme.GAP_SMALL)
        pages.addWidget(self.paper, 1)
        pages.addWidget(self.working)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(side)
        row.addLayout(pages, 1)
        self.content.addLayout(row, 1)
        self.paper.add_shortcuts(self)
        self.options.changed.connect(self._on_changed)
        self.working.cancelled.connect(self._on_cancelled)
        self.save.clicked.connect(self._on_save)
        self.primary.clicked.connect(self._on_print)

    def _on_offer(self, found: "Offer") -> None:
        self.options.show_offer(found, self._wanted)

    def _on_changed(self, is_new: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._is_new = self._is_new or is_new
        row, order = self.options.row(), self.options.order()
        self.internal.setVisible(row is not None and row.is_internal)
        self._set_ready(is_ready=False)
        self.before.hide()
        if order is None:
            self._on_trouble(LandaufError(N_("There is nothing yet that a document could be about.")))
            return
        self.working.start()
        work = partial(print_work.make, self._desk.workspace, order)
        self._desk.tasks.start(work, self._on_made, self._on_trouble, key=_KEYS[1])

    def _on_made(self, made: "Made") -> None:
        self.working.stop()
        self._content, self._note, before = made
        if before is not None:
            self.before.show_words(*_before(before, is_stale=before.code != self._note.code))
            self.before.show()
        self.trouble.hide()
        if self._is_new:
            self.paper.show_document(self._content)
        else:
            self.paper.update_document(self._content)
        self._is_new = False
        self._set_ready(is_ready=True)

    def _on_trouble(self, error: LandaufError) -> None:
        self.working.stop()
        self._content = b""
        self._is_new = True
        self.paper.clear()
        self.trouble.set_line(current().error(error))
        self.trouble.show()
        self._set_ready(is_ready=False)

    def _on_cancelled(self) -> None:
        self._desk.tasks.cancel(_KEYS[1])
        self._on_trouble(LandaufError(N_("You have cancelled it. Choose anew what is to be printed.")))

    def _set_ready(self, *, is_ready: bool) -> None:
        self.save.setEnabled(is_ready)
        self.primary.setEnabled(is_ready)

    def _on_save(self) -> None:
        files.save_as(self, _("Save as PDF"), self.options.file_name(), _("PDF (*.pdf)"), self._write)

    def _write(self, path: Path) -> None:
        desk = self._desk
        work = partial(print_work.save, desk.workspace, path, self._content, self._note)
        desk.tasks.start(work, lambda _done: desk.tell(_("Saved {file}").format(file=path.name)))

    def _on_print(self) -> None:
        from gui.dialogs import printing

        printed = partial(print_work.note_printed, self._desk.workspace, self._note)
        printing.ask_and_print(self, self._desk, self._content, self.document.currentText(), printed)


class _Working(QWidget):
    """Says that a document is being made once that takes a while, and lets it be cancelled."""

    def __init__(self) -> None:
        super().__init__()
        self.words = labels.Text(_("The document is being made …"), tone="muted")
        self.cancel = Button(_("Cancel"), weight=Weight.quiet, is_small=True)
        self.cancel.setAutoDefault(False)
        self.cancelled = self.cancel.clicked
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel)
        self.setAccessibleName(self.words.text())
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def start(self) -> None:
        """Wait a moment, then show."""
        self._patience.start()

    def stop(self) -> None:
        """The work is done."""
        self._patience.stop()
        self.hide()


def _before(sheet: "SheetRow", *, is_stale: bool) -> tuple[str, str]:
    """What to say of an earlier print: whether the paper still holds, and when and from which version it was made."""
    head = _("The printed sheet is stale") if is_stale else _("Printed before, unchanged since")
    printed = _("printed {moment}").format(moment=current().moment(sheet.printed_at))
    version = _("Version {number}").format(number=sheet.version) if sheet.version else ""
    return head, ", ".join(part for part in (printed, version) if part)
