"""The manual: chapters and search at the left, the text at the right; F1 opens it where one is."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from domain.documents.manual_text import chapter_for, chapters
from domain.errors import LandaufError
from domain.overriding import override
from gui import theme
from gui.dialogs import files
from gui.manual.browser import ManualBrowser
from gui.manual.search import find
from gui.tasks import TaskRunner
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.field import Field
from gui.widgets.problem_line import ProblemLine
from gui.widgets.progress_row import ProgressRow

if TYPE_CHECKING:
    from gui.shell import Shell

_SIZE = (1060, 720)
_SIDE = 280

_open: list["ManualWindow"] = []
"""The one manual that is open; a second F1 brings it to the front."""


class ManualWindow(QWidget):
    """A window of its own, so that one reads and works side by side. Escape closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(_("Manual – Landauf"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.tasks = TaskRunner(self)
        self._chapters = chapters(current().code)
        self.search = Field(leading="search", name=_("Search the manual"))
        self.search.setPlaceholderText(_("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Chapters"))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.browser = ManualBrowser(self._chapters)
        self.problem = ProblemLine()
        self._lay_out()
        self._connect()
        self._show_found("")

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.tasks.close()
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
        self.list.currentItemChanged.connect(self._on_picked)
        self.browser.wandered.connect(self._mark)
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
            ("Esc", self.close),
            ("Ctrl+F", self.search.setFocus),
            ("Ctrl++", self.larger.click),
            ("Ctrl+-", self.smaller.click),
            ("Ctrl+0", partial(self.browser.zoom, 0)),
            ("Alt+Left", self.back.click),
            ("Alt+Right", self.forward.click),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def _show_found(self, typed: str) -> None:
        """List the chapters that have the words; the text stays where it is."""
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own parameter
        self.list.clear()
        for found in find(self._chapters, typed):
            item = QListWidgetItem(f"{found.chapter.title}\n{found.line}" if found.line else found.chapter.title)
            item.setData(Qt.ItemDataRole.UserRole, found.chapter.id)
            self.list.addItem(item)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own parameter
        self.problem.show_words("" if self.list.count() else _("No chapter has all these words."))
        self._mark(self.browser.chapter_id())

    def _mark(self, chapter_id: str) -> None:
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own parameter
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == chapter_id:
                self.list.setCurrentRow(row)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own parameter

    def _on_picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.browser.show_chapter(str(item.data(Qt.ItemDataRole.UserRole)))

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


def open_manual(*names: str) -> ManualWindow:
    """Bring the manual to the front, at the chapter about the first of these pages or dialogs that has one."""
    if not _open:
        made = ManualWindow()
        _open.append(made)
        made.destroyed.connect(_forget)
    window = _open[0]
    window.show_chapter(chapter_for(*names))
    window.show()
    window.raise_()
    window.activateWindow()
    return window


def open_for_page(window: "Shell") -> None:
    """The manual at the chapter about the page in front."""
    open_manual(window.stack.current_id())


def _forget(_gone: QObject) -> None:
    _open.clear()
