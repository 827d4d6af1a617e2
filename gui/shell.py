"""The window: menu bar, navigation, page head, the page in front, toast and messages."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from domain.overriding import override
from gui import registry, theme
from gui.frame import Frame
from gui.texts import _, current

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from domain.errors import LandaufError
    from domain.rows.steps import Hit, UndoState
    from gui.desk import Desk
    from gui.page import Page
    from gui.widgets.command_palette import CommandPalette
    from gui.widgets.notice import MessageBar
    from gui.widgets.progress_row import ProgressRow
    from gui.widgets.toast import Toast

_SMALLEST = (960, 600)
_AT_START = (1280, 800)


class Shell(QMainWindow):
    """The window comes in steps, so that it stands at once: a frame, `complete` with head and pages, `finish`.

    It stands before any file is open; `attach` puts a desk behind it.
    """

    painted = Signal()  # the frame has reached the screen for the first time
    theme_picked = Signal(str)  # system, light or dark
    file_picked = Signal(object)  # Path of a workspace to open instead
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.desk: Desk | None = None
        self.undo_state: UndoState | None = None
        self.palette_box: CommandPalette | None = None
        self._was_painted = self._is_complete = self._is_finished = False
        self.menuBar().setFixedHeight(theme.MENU_HEIGHT)
        self.setCentralWidget(Frame())
        self.setWindowTitle("Landauf")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_AT_START)

    def complete(self) -> None:
        """Put navigation, head and pages in place of the frame."""
        if self._is_complete:
            return
        self._is_complete = True
        from gui import commands
        from gui.actions import Actions

        self.actions_ = Actions(partial(commands.run, self), partial(commands.allows, self), self)
        self._build()
        self._connect()

    def finish(self) -> None:
        """Add what nobody can use before the first page stands: menus, shortcuts, progress."""
        if self._is_finished:
            return
        self._is_finished = True
        self.addActions(self.actions_.all())
        self.actions_.fill(self.menuBar())
        if self.desk is not None:
            _follow(self, self.desk)

    def attach(self, desk: Desk, *, finish: bool = True) -> None:
        """Show the file of `desk`; the caller then picks the first page, and without `finish` finishes the window."""
        self.complete()
        if self._is_finished:
            _follow(self, desk)
        self.desk = desk
        desk.told.connect(self._on_told)
        desk.saved_at.connect(self.save_state.set_saved)
        desk.undo_changed.connect(self._on_undo_changed)
        self.stack.attach(desk)
        self.show_file(desk.path)
        self._on_undo_changed(desk.undo_state())
        if finish:
            self.finish()

    def show_file(self, path: Path) -> None:
        """Put a file's name into the title and the corner."""
        self.setWindowTitle(f"{path.stem} – Landauf")
        if self._is_complete:
            self.save_state.set_file(path)

    def show_page(self, page_id: str, record: UUID | None = None) -> Page:
        """Bring a page to the front, with `record` selected if one is given.

        Raises:
            KeyError: there is no such page, or no file is open yet.
        """
        page = self.stack.show_page(page_id)
        self.navigation.set_current(page_id)
        if record is not None:
            page.show_record(record)
        self._show_head()
        return page

    def show_hit(self, hit: Hit) -> None:
        """Open a record that was found, on the page that shows its kind."""
        if page_id := registry.page_of_table(hit.table):
            self.show_page(page_id, hit.id)

    def tell(self, message: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a line at the foot of the page for six seconds, with a button that calls `act`."""
        self.toast.show_message(message, action, act)

    def complain(self, error: LandaufError) -> None:
        """Show trouble a person can act on in the message bar."""
        from gui.widgets.notice import Tone

        self.messages.show_message(Tone.error, current().error(error))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_complete:
            self.navigation.set_narrow(is_narrow=self.width() < theme.NARROW_WINDOW)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        if self._is_complete:
            self.stack.close_pages()
        super().closeEvent(event)

    @cached_property
    def toast(self) -> Toast:
        """The short message at the foot of the page."""
        from gui.widgets.toast import Toast

        return Toast(self._page_area)

    @cached_property
    def messages(self) -> MessageBar:
        """The line above the page about trouble."""
        from gui.widgets.notice import MessageBar

        made = MessageBar()
        self._column.insertWidget(1, made)
        return made

    @cached_property
    def progress(self) -> ProgressRow:
        """The row below the page about work that takes a while."""
        from gui.widgets.progress_row import ProgressRow

        made = ProgressRow()
        self._column.addWidget(made)
        return made

    def _build(self) -> None:
        from PySide6.QtCore import Qt

        from gui.page_stack import PageStack
        from gui.widgets.navigation import Navigation
        from gui.widgets.page_head import PageHead
        from gui.widgets.save_state import SaveState

        self.save_state = SaveState()
        self.menuBar().setCornerWidget(self.save_state, Qt.Corner.TopRightCorner)
        self.head = PageHead(self.actions_["edit.undo"], self.actions_["edit.redo"])
        self.stack = PageStack()
        self.navigation = Navigation(registry.pages())
        self.navigation.set_narrow(is_narrow=self.width() < theme.NARROW_WINDOW)
        self._page_area = QWidget()
        self._column = QVBoxLayout(self._page_area)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.stack, 1)
        self.setCentralWidget(_beside(self.navigation, self._page_area))

    def _connect(self) -> None:
        self.navigation.picked.connect(self.show_page)
        self.stack.asked_for.connect(self.show_page)
        self.stack.list_asked.connect(lambda page_id, wanted: self.show_page(page_id).show_filter(wanted))
        self.stack.new_event_asked.connect(self._on_new_event)
        self.stack.action_asked.connect(self.actions_.trigger)
        self.stack.head_changed.connect(self._show_head)
        self.head.search_asked.connect(partial(self.actions_.trigger, "edit.find"))
        theme.notifier().changed.connect(self.update)

    def _show_head(self) -> None:
        page = self.stack.current_page()
        if page is None:
            return
        self.actions_.update_all()
        self.head.set_titles(page.title(), page.context())
        self.head.set_own_widget(page.head_widget())
        for page_id, count in page.badges().items():
            self.navigation.set_count(page_id, count)
        primary = self.actions_[page.primary()] if page.primary() else None
        secondary = [self.actions_[action_id] for action_id in page.secondary()]
        self.head.set_buttons(secondary, primary, {spec.id: spec.icon for spec in self.actions_.specs.values()})

    def _on_new_event(self, day: date) -> None:
        if "events" in {spec.id for spec in registry.pages()}:
            self.show_page("events").new_event(day)

    def _on_told(self, message: str, undoable: bool) -> None:  # noqa: FBT001 - payload of a signal
        if undoable:
            self.tell(message, _("Undo"), self.actions_["edit.undo"].trigger)
        else:
            self.tell(message)

    def _on_undo_changed(self, state: UndoState) -> None:
        from gui import commands

        self.undo_state = state
        commands.name_undo(self.actions_, state)


def _follow(window: Shell, desk: Desk) -> None:
    """Show what the first page does not wait for: work on its way, how the plan stands, what waits to be published."""
    from gui.dialogs.plan_watch import watch_plan
    from gui.dialogs.publishing_offer import watch_publishing

    window.progress.follow(desk.tasks)
    watch_plan(window.navigation, desk, partial(window.actions_.trigger, "plan.release"))
    watch_publishing(window.navigation, desk, window.tell)


def _beside(left: QWidget, right: QWidget) -> QWidget:
    """Both in one widget; the right one takes the room that is left."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(left)
    row.addWidget(right, 1)
    return whole
