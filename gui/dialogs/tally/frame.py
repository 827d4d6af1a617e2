"""How the tally is laid out: head, tiles beside the sums, foot; or the step in which groups get their keys."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.tally import TallyBoard, TallyCounts
from domain.rules import tally as rules
from domain.terms import BERLIN
from gui import icons, theme
from gui.dialogs.tally import words
from gui.dialogs.tally.foot import TallyFoot
from gui.dialogs.tally.grid import TileGrid
from gui.dialogs.tally.head import TallyHead
from gui.dialogs.tally.setup import GroupSetup
from gui.dialogs.tally.side import NARROW_WIDTH, WIDTH, TallySide
from gui.texts import _, current, ngettext

_STACKED_BELOW, _NARROW_BELOW = 880, 1200
"""Window widths: below the first the sums stand under the tiles, below the second they are narrower."""

_SETUP, _TILES = 0, 1


class TallyFrame(QWidget):
    """Shows what it is given; keys and buttons are the window's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.head, self.foot, self.setup = TallyHead(), TallyFoot(), GroupSetup()
        self.grid, self.side = TileGrid(), TallySide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.setup)
        self.stack.addWidget(self._board())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # narrower parts come with `fit`
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)

    def _board(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._row.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        self._row.setSpacing(theme.GAP)
        self._row.addWidget(self.grid, 1)
        self._row.addWidget(self.side)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    @property
    def is_counting(self) -> bool:
        """Whether the tiles are shown and keys count."""
        return self.stack.currentIndex() == _TILES

    def show_board(self, board: TallyBoard, now: datetime) -> None:
        """Show an event with its groups, and the tiles in front."""
        self.setWindowTitle(_("Tally: {title}").format(title=board.event.title))
        self.head.set_icon(icons.KIND_ICONS[board.event.kind])
        self.head.title.setText(board.event.title)
        self.head.line.setText(words.event_line(board.event, now))
        self.side.before.setText(words.before_line(board.before))
        self.grid.set_groups(board.groups)
        self.stack.setCurrentIndex(_TILES)
        self.foot.show()
        self.fit()

    def show_setup(self, board: TallyBoard) -> None:
        """Show the step in which groups get their keys."""
        self.setup.show_choices(board.choices, [group.id for group in board.groups])
        self.stack.setCurrentIndex(_SETUP)
        self.foot.hide()
        self.setup.focus_first()

    def show_counts(self, counts: TallyCounts, last: Sequence[UUID | None], now: datetime) -> None:
        """Show sums; `last` holds the group that was counted last, if any was."""
        self.grid.show_counts(rules.by_group(counts.hours), last[0] if last else None)
        self.side.show_sums(counts.hours, now)
        total = rules.visitors(counts.hours)
        words_of = ngettext("{count} visitor", "{count} visitors", total)
        self.head.total.setText(words_of.format(count=current().number(total)))
        self.foot.finish.setEnabled(bool(counts.hours))
        self.foot.back.setEnabled(counts.newest is not None)

    def show_clock(self, now: datetime) -> None:
        """Show the time of day."""
        self.head.clock.setText(current().clock(now.astimezone(BERLIN)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Put the parts where the window's width has room for them."""
        width = self.width()
        is_stacked = width < _STACKED_BELOW
        way = QBoxLayout.Direction.TopToBottom if is_stacked else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        if is_stacked:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(width)
        else:
            self.side.setFixedWidth(NARROW_WIDTH if width < _NARROW_BELOW else WIDTH)
        self.head.total.setVisible(is_stacked and self.is_counting)
        self.head.fit(width)
        self.foot.fit(width, len(self.grid.tiles))
