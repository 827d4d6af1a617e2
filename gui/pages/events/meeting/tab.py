"""What the tabs of a meeting share: they follow one saved event, save each edit at once and say what went wrong."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from domain.errors import LandaufError, NotFoundError
from domain.rows.steps import Label
from gui import theme
from gui.desk import Desk
from gui.texts import _, current
from gui.widgets.empty import EmptyState
from gui.widgets.problem_line import ProblemLine

Answer = TypeVar("Answer")


class MeetingTab(QWidget):
    """Shows a list that hangs on one event; subclasses fill `column` and write `_refill`.

    Any page may hold one: `show_event` brings an event, None puts it away.
    """

    counted = Signal(int)
    watches: frozenset[str] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.event_id: UUID | None = None
        self.content = QWidget()
        self.content.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(theme.MARGIN, theme.GAP, theme.GAP, theme.GAP)
        self.column.setSpacing(theme.GAP_ROW)
        self.trouble = ProblemLine()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.content)
        self._unsaved = EmptyState(
            "save", _("Save the event first"), _("Then invitees, agenda, minutes and due dates can be entered here.")
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._unsaved)
        self._stack.addWidget(self._area)
        self._build()
        self.column.addWidget(self.trouble)
        desk.changed.connect(self._on_data)

    def show_event(self, event_id: UUID | None) -> None:
        """Show what hangs on an event; None is one that is not saved yet."""
        self.event_id = event_id
        self.trouble.show_words("")
        self._stack.setCurrentIndex(0 if event_id is None else 1)
        self._follow()

    def run(self, label: str, use_case: Callable[..., Answer], *args: Any, **named: Any) -> Answer | None:  # noqa: ANN401 - whatever the use case takes
        """Write as one undo step; None if it was refused, which is said below while what was typed stays."""
        try:
            answer = self._desk.run(Label(label), use_case, *args, **named)
        except LandaufError as trouble:
            self.trouble.show_words(current().error(trouble))
            return None
        self.trouble.show_words("")
        return answer

    def _build(self) -> None:
        """Make the widgets into `column`."""
        raise NotImplementedError

    def _refill(self, event_id: UUID) -> None:
        """Show what the file holds of an event now."""
        raise NotImplementedError

    def _on_data(self, tables: frozenset[str]) -> None:
        if tables & self.watches:
            self._follow()

    def _follow(self) -> None:
        if self.event_id is None:
            return
        try:
            self._refill(self.event_id)
        except NotFoundError:
            self.event_id = None
            self._stack.setCurrentIndex(0)
