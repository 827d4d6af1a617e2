"""The manual: chapters and search at the left, the text at the right."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.documents.manual_text import Picture, chapters
from domain.errors import LandaufError
from domain.overriding import override
from gui import theme
from gui.dialogs import files
from gui.local_state import LocalState
from gui.manual.browser import ManualBrowser
from gui.manual.contents import Contents
from gui.manual.picture import PictureDialog
from gui.manual.search import find, words_of
from gui.tasks import TaskRunner
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.field import Field
from gui.widgets.problem_line import ProblemLine
from gui.widgets.progress_row import ProgressRow

_SIZE = (1060, 720)
_SIDE = 280


class ManualWindow(QWidget):
    """A window of its own, so that one reads and works side by side. Escape closes it; its size is remembered."""

    closed = Signal()

    def __init__(self, local: LocalState) -> None:
        super().__init__()
        self.language = current().code
        self._local = local
        self.setWindowTitle(_("Manual – Landauf"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # noqa: FBT003 - it ends with the program's window
        self.resize(*_SIZE)
        if not local.manual_geometry.isEmpty():
            self.restoreGeometry(local.manual_geometry)
        self.tasks = TaskRunner(self)
        self._chapters = chapters(self.language)
        self.search = Field(leading="search", name=_("Search the manual"))
        self.search.setPlaceholderText(_("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.list = Contents()
        self.browser = ManualBrowser(self._chapters)
        self.problem = ProblemLine()
        self._lay_out()
        self._connect()
        self._show_found("")
        self.browser.setFocus()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._local.manual_geometry = self.saveGeometry()
        self.tasks.close()
        self.closed.emit()
        super().closeEvent(event)

    def show_chapter(self, chapter_id: str) -> None:
        """Show a chapter and mark it in the list."""
        self.browser.show_chapter(chapter_id)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._head())
        right.addWidget(self.problem)
        right.addWidget(self.browser, 1)
        self.progress = ProgressRow()
        self.progress.follow(self.tasks)
        right.addWidget(self.progress)
        side = QWidget()
        side.setFixedWidth(_SIDE)
        left = QVBoxLayout(side)
        left.setContentsMargins(theme.GAP, theme.GAP, theme.GAP_SMALL, theme.GAP)
        left.setSpacing(theme.GAP_SMALL)
        left.addWidget(labels.title(_("Manual")))
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(right, 1)

    def _head(self) -> QHBoxLayout:
        self.back = Button(icon="chevron-left", weight=Weight.quiet, tip=_("Back"))
        self.forward = Button(icon="chevron-right", weight=Weight.quiet, tip=_("Forward"))
        self.smaller = Button(icon="minus", weight=Weight.quiet, tip=_("Smaller letters"))
        self.larger = Button(icon="plus", weight=Weight.quiet, tip=_("Larger letters"))
        self.save = Button(_("Save as PDF …"), icon="document")
        head = QHBoxLayout()
        head.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        for button in (self.back, self.forward, self.smaller, self.larger):
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self.save)
        return head

    def _connect(self) -> None:
        self.search.textChanged.connect(self._show_found)
        self.search.returnPressed.connect(self.list.open_first)
        self.list.picked.connect(self.browser.show_chapter)
        self.browser.wandered.connect(self.list.mark)
        self.browser.picture_asked.connect(self._on_picture)
        self.browser.backwardAvailable.connect(self.back.setEnabled)
        self.browser.forwardAvailable.connect(self.forward.setEnabled)
        self.back.clicked.connect(self.browser.backward)
        self.forward.clicked.connect(self.browser.forward)
        self.smaller.clicked.connect(partial(self.browser.zoom, -1))
        self.larger.clicked.connect(partial(self.browser.zoom, 1))
        self.save.clicked.connect(self._on_save)
        for button in (self.back, self.forward):
            button.setEnabled(False)
        for keys, act in (
            ("Esc", self._on_escape),
            ("Ctrl+F", self._on_find),
            ("Ctrl++", self.larger.click),
            ("Ctrl+=", self.larger.click),  # where plus needs Shift
            ("Ctrl+-", self.smaller.click),
            ("Ctrl+0", partial(self.browser.zoom, 0)),
            ("Alt+Left", self.back.click),
            ("Alt+Right", self.forward.click),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def _show_found(self, typed: str) -> None:
        """List the sections that have the words, and mark these in the text, which stays where it is."""
        found = find(self._chapters, typed)
        words = words_of(typed)
        if words:
            self.list.list_found(found)
        else:
            self.list.list_chapters(self._chapters)
        self.problem.show_words(_("No chapter has all these words.") if words and not found else "")
        self.browser.show_words(words)
        self.list.mark(self.browser.chapter_id(), self.browser.source().fragment())

    def _on_escape(self) -> None:
        """The first Escape takes the search back, the next one closes."""
        if self.search.text():
            self.search.clear()
        else:
            self.close()

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_picture(self, path: str) -> None:
        parts = (part for chapter in self._chapters for part in chapter.parts)
        shown = next((part for part in parts if isinstance(part, Picture) and str(part.path) == path), None)
        if shown is not None:  # nothing but pictures of the manual is ever opened
            PictureDialog(shown.path, shown.alt, self).open()

    def _on_save(self) -> None:
        files.save_as(self, _("Save manual"), _("landauf-manual.pdf"), _("PDF (*.pdf)"), self._save)

    def _save(self, out: Path) -> None:
        from domain import surroundings
        from domain.outgoing.manual import write_manual

        language, clock = current(), surroundings.clock()
        self.problem.show_words("")
        self.tasks.start(
            lambda _ticket: write_manual(out, language, clock),
            self._on_written,
            self._on_failed,
            key="manual",
            progress=_("Writing {file}").format(file=out.name),
        )

    def _on_written(self, _nothing: None) -> None:
        self.save.setText(_("Saved"))

    def _on_failed(self, error: LandaufError) -> None:
        self.problem.show_words(current().error(error))
