"""The print dialog: which document, about what, every page as it will be; save it as PDF or print it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import LandaufError
from domain.i18n import AVAILABLE, N_, language
from domain.overriding import override
from domain.rows.printing import Printable, PrintChoice, Subject
from gui import theme
from gui.desk import Desk
from gui.dialogs import files
from gui.dialogs.dialog import Dialog
from gui.preview.paper import Paper
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.combo import Combo
from gui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from domain.rows.releases import SheetNote, SheetRow
    from domain.workspace import Workspace
    from gui.shell import Shell
    from gui.tasks import Ticket

    Made = tuple[bytes, SheetNote, SheetRow | None]

_WIDTH, _HEIGHT = 1120, 700
_SIDE_WIDTH = 300
_LANGUAGES = {"de": N_("German"), "en": N_("English")}


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
    parent: QWidget, desk: Desk, document: str | None = None, choice: PrintChoice | None = None
) -> "PrintDialog":
    """Open the dialog on `document` (a code name) about `choice`; without them the person picks both."""
    dialog = PrintDialog(desk, document, choice or PrintChoice(), parent)
    dialog.open()
    return dialog


class PrintDialog(Dialog):
    """Document, subject and language left, the pages right. What is saved are the very bytes that are shown."""

    def __init__(self, desk: Desk, document: str | None, choice: PrintChoice, parent: QWidget | None = None) -> None:
        super().__init__(_("Print"), _("Print …"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._desk = desk
        self._wanted = document
        self._content = b""
        self._note: SheetNote | None = None
        self.document = Combo(_("Document"))
        self.subject = Combo(_("About"))
        self.language = Combo(_("Language"))
        self.internal = Notice(Tone.warning, _("For the house only"), _("This sheet holds names and internal notes."))
        self.trouble = Notice(Tone.error, _("This cannot be printed yet"))
        self.before = Notice(Tone.hint, "")
        self.paper = Paper(desk.tasks)
        self.save = self.add_button(_("Save as PDF …"), icon="save")
        self._build()
        self._set_ready(is_ready=False)
        self._desk.tasks.start(partial(_read, desk.workspace, choice), self._on_printables, key="print-menu")

    @override
    def done(self, result: int) -> None:
        for key in ("print-menu", "print-document"):
            self._desk.tasks.cancel(key)
        self.paper.clear()
        super().done(result)

    def _build(self) -> None:
        for code in AVAILABLE:
            self.language.add(code, _(_LANGUAGES[code]))
        self.language.set_value(current().code)
        side = QWidget()
        side.setFixedWidth(_SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        for words, combo in (
            (_("Document"), self.document),
            (_("About"), self.subject),
            (_("Language"), self.language),
        ):
            named = labels.note(words)
            named.setBuddy(combo)
            combo.setMinimumContentsLength(20)
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            column.addWidget(named)
            column.addWidget(combo)
            column.addSpacing(theme.GAP_SMALL)
        column.addWidget(self.internal)
        column.addWidget(self.trouble)
        column.addWidget(self.before)
        column.addStretch(1)
        for notice in (self.internal, self.trouble, self.before):
            notice.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.MARGIN)
        row.addWidget(side)
        row.addWidget(self.paper, 1)
        self.content.addLayout(row, 1)
        self.document.activated.connect(self._on_document)
        self.subject.activated.connect(self._render)
        self.language.activated.connect(self._render)
        self.save.clicked.connect(self._on_save)
        self.primary.clicked.connect(self._on_print)

    def _on_printables(self, found: tuple[Printable, ...]) -> None:
        for entry in found:
            self.document.add(entry, _(entry.document.msgid))
        wanted = [place for place, entry in enumerate(found) if entry.document.name == self._wanted]
        self.document.setCurrentIndex(wanted[0] if wanted else 0)
        self._on_document()

    def _on_document(self) -> None:
        self.subject.clear()
        entry = self.document.value()
        if isinstance(entry, Printable):
            for subject in entry.subjects:
                self.subject.add(subject, _words(subject))
            self.subject.setCurrentIndex(0)
            self.internal.setVisible(entry.document.is_internal)
        self.subject.setEnabled(self.subject.count() > 1)
        self._render()

    def _render(self) -> None:
        entry, subject = self.document.value(), self.subject.value()
        self._set_ready(is_ready=False)
        self.before.hide()
        if not isinstance(entry, Printable) or not isinstance(subject, Subject):
            self._on_trouble(LandaufError(N_("There is nothing yet that a document could be about.")))
            return
        work = partial(_document, self._desk.workspace, entry.document.name, subject, str(self.language.value()))
        self._desk.tasks.start(work, self._on_document_made, self._on_trouble, key="print-document")

    def _on_document_made(self, made: "Made") -> None:
        content, self._note, before = made
        self._content = content
        if before is not None:
            self.before.show_words(*_before(before, is_stale=before.code != self._note.code))
            self.before.show()
        self.trouble.hide()
        self.paper.show_document(content)
        self._set_ready(is_ready=True)

    def _on_trouble(self, error: LandaufError) -> None:
        self._content = b""
        self.paper.clear()
        self.trouble.set_line(current().error(error))
        self.trouble.show()
        self._set_ready(is_ready=False)

    def _set_ready(self, *, is_ready: bool) -> None:
        self.save.setEnabled(is_ready)
        self.primary.setEnabled(is_ready)

    def _on_save(self) -> None:
        name = f"{self.document.currentText()} {self.subject.currentText()}".strip()
        plain = "".join(sign if sign.isalnum() or sign in " -_,." else "-" for sign in name)
        files.save_as(self, _("Save as PDF"), f"{plain[:80].strip(' -')}.pdf", _("PDF (*.pdf)"), self._write)

    def _write(self, path: Path) -> None:
        desk, work = self._desk, partial(_save, self._desk.workspace, path, self._content, self._note)
        desk.tasks.start(lambda _ticket: work(), lambda _done: desk.tell(_("Saved {file}").format(file=path.name)))

    def _on_print(self) -> None:
        from gui.dialogs import printing

        printed = partial(_note_printed, self._desk.workspace, self._note)
        printing.ask_and_print(self, self._desk, self._content, self.document.currentText(), printed)


def _words(subject: Subject) -> str:
    day = f"{current().weekday_short(subject.day)} {current().day(subject.day)} · " if subject.day else ""
    return f"{day}{subject.title}" or "–"


def _read(workspace: "Workspace", choice: PrintChoice, _ticket: "Ticket") -> tuple[Printable, ...]:
    from domain.usecases import print_menu

    return workspace.ask(print_menu.printables, choice)


def _before(sheet: "SheetRow", *, is_stale: bool) -> tuple[str, str]:
    """What to say of an earlier print: whether the paper still holds, and when and from which version it was made."""
    head = _("The printed sheet is stale") if is_stale else _("Printed before, unchanged since")
    printed = _("printed {moment}").format(moment=current().moment(sheet.printed_at))
    version = _("Version {number}").format(number=sheet.version) if sheet.version else ""
    return head, ", ".join(part for part in (printed, version) if part)


def _document(workspace: "Workspace", name: str, subject: Subject, code: str, _ticket: "Ticket") -> "Made":
    from domain import outgoing

    content, note = outgoing.made_document(workspace, name, subject.choice, language(code))
    return content, note, outgoing.last_print(workspace, note)


def _save(workspace: "Workspace", path: Path, content: bytes, note: "SheetNote | None") -> None:
    from domain import outgoing

    outgoing.save_document(path, content)
    _note_printed(workspace, note)


def _note_printed(workspace: "Workspace", note: "SheetNote | None") -> None:
    from domain import outgoing

    if note is not None:
        outgoing.note_printed(workspace, note)
