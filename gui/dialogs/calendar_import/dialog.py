"""Takes over a calendar file: the entries with what becomes of each, then one step that can be taken back."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from domain.errors import LandaufError
from domain.overriding import override
from domain.rows.calendar_import import CalendarReading, CalendarReport
from gui import theme
from gui.desk import Desk
from gui.dialogs.calendar_import import words
from gui.dialogs.calendar_import.preview import CalendarPreview
from gui.dialogs.calendar_import.run import CalendarRun
from gui.dialogs.dialog import Dialog
from gui.dialogs.files import choose_file
from gui.dialogs.import_wizard.progress import ProgressLine
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.button import Button

_WIDTH, _HEIGHT, _DONE_WIDTH = 1080, 660, 520


class CalendarImportDialog(Dialog):
    """Preview and result; another file can be chosen or dropped any time before."""

    def __init__(self, desk: Desk, source: Path, people: list[tuple[UUID, str]], parent: QWidget | None = None) -> None:
        super().__init__(_("Read a calendar file"), _("Take over"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self.setAcceptDrops(True)
        self._desk = desk
        self._is_leaving = False
        self.preview, self.finish = CalendarPreview(people), DonePage()
        self.stack, self.progress = QStackedWidget(), ProgressLine()
        self.other = self.add_button(_("Other file …"), icon="folder")
        self.buttons.insertWidget(1, self.progress)
        for page in (self.preview, self.finish):
            self.stack.addWidget(page)
        self.content.addWidget(self.stack, 1)
        self.run = CalendarRun(desk, self)
        self._connect()
        self.read(source)

    def read(self, source: Path) -> None:
        """Begin anew with a file."""
        self.preview.begin()
        self.progress.begin(_("Reading {file} …").format(file=source.name))
        self.run.read(source)
        self._show_buttons()

    @override
    def reject(self) -> None:
        if self.run.is_storing:  # what is being stored is broken off first; the dialog leaves with the answer
            self._is_leaving = True
            self.run.stop()
        else:
            self.run.stop()
            super().reject()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._can_change_file() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local and self._can_change_file():
            event.acceptProposedAction()
            self.read(Path(local[0]))

    def _can_change_file(self) -> bool:
        return not self.run.is_storing and self.stack.currentWidget() is self.preview

    def _connect(self) -> None:
        run = self.run
        self.other.clicked.connect(lambda: ask_for_calendar(self, self.read))
        self.preview.wished.connect(self._judge)
        self.preview.chosen.connect(self._show_buttons)
        run.was_read.connect(self._on_read)
        run.judged.connect(self._on_judged)
        run.stored.connect(self._on_stored)
        run.troubled.connect(self._on_trouble)
        run.progressed.connect(self.progress.tell)
        self.finish.undo_asked.connect(self._on_undo)
        self.primary.clicked.connect(self._on_primary)

    def _show_buttons(self) -> None:
        is_done = self.stack.currentWidget() is self.finish
        count = self.preview.taken
        take = ngettext("Take over {count} entry", "Take over {count} entries", count)
        self.primary.setText(_("Close") if is_done else take.format(count=current().number(count)))
        self.primary.setEnabled(is_done or (count > 0 and not self.run.is_busy))
        self.other.setVisible(not is_done)
        self.other.setEnabled(not self.run.is_storing)
        self.cancel.setVisible(not is_done)
        if not self.run.is_busy:
            self.progress.hide()

    def _judge(self) -> None:
        self.preview.show_waiting()
        self.progress.begin(_("Comparing …"))
        self.run.judge(self.preview.wish())
        self._show_buttons()

    def _on_read(self, _reading: CalendarReading) -> None:
        self._judge()
        self.preview.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_judged(self, report: CalendarReport) -> None:
        self.preview.show_report(report)
        self._show_buttons()

    def _on_primary(self) -> None:
        if self.stack.currentWidget() is self.finish:
            self._desk.tell(self.finish.headline.text(), undoable=True)
            self.accept()
            return
        self.progress.begin(_("Taking over …"))
        self.run.store(self.preview.wish())
        self._show_buttons()

    def _on_stored(self, report: CalendarReport) -> None:
        self.finish.show_report(report, self.preview.taken)
        self.stack.setCurrentWidget(self.finish)
        self._show_buttons()
        self._order_focus()
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._is_leaving:
            super().reject()

    def _on_trouble(self, trouble: LandaufError) -> None:
        if self._is_leaving:
            super().reject()
            return
        self.preview.show_trouble(current().error(trouble))
        self._show_buttons()

    def _on_undo(self) -> None:
        self._desk.undo()
        self.stack.setCurrentWidget(self.preview)
        self._judge()


class DonePage(QWidget):
    """The figures of what was stored; `undo_asked` takes all of it back."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = labels.title()
        self.counts = labels.Text(tone="muted", wrap=True)
        self.undo = Button(_("Take back"), icon="undo")
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self.undo_asked)
        row = QHBoxLayout()
        row.addWidget(self.undo)
        row.addStretch(1)
        inside = QWidget()
        inside.setFixedWidth(_DONE_WIDTH)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.GAP)
        lines.addWidget(self.headline)
        lines.addWidget(self.counts)
        lines.addLayout(row)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(inside, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_report(self, report: CalendarReport, taken: int) -> None:
        """Show what was stored of how many entries."""
        self.headline.setText(words.taken_words(taken))
        self.counts.setText(words.counted(report))


def ask_for_calendar(parent: QWidget, on_chosen: Callable[[Path], None]) -> QFileDialog:
    """Let the person choose a calendar file."""
    return choose_file(parent, _("Read a calendar file"), _("Calendars (*.ics *.ical *.ifb *.vcs)"), on_chosen)


def open_import(window: QWidget, desk: Desk) -> None:
    """Ask for a file and open the dialog on it."""
    from domain.usecases import people

    named = [(row.id, row.draft.name) for row in desk.ask(people.list_rows)]
    ask_for_calendar(window, lambda source: CalendarImportDialog(desk, source, named, window).open())
