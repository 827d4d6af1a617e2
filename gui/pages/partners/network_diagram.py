"""The network of a Kreis as a picture: columns of partners, lines as thick as the ties are strong."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from domain.overriding import override
from domain.rows.network import KreisNetwork, Node
from domain.rules.network import strength
from gui import theme
from gui.pages.partners.network_layout import HEAD, Head, Layout, Placed, lay_out, tie_path
from gui.pages.partners.network_node import Marks, draw_node
from gui.pages.partners.network_words import NetworkIndex, circle_words
from gui.texts import _, ngettext
from gui.widgets import paint

_MOVES = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_THICK, _STEP = 4.0, 4


class NetworkDiagram(QWidget):
    """Arrows move between nodes, Enter or a double click opens one, the pointer hears its words.

    What finds no room is counted at the foot of its column; the list beside the picture has everybody.
    """

    current_changed = Signal(object)  # UUID
    opened = Signal(object)  # UUID

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._index = NetworkIndex(KreisNetwork(""))
        self._current: UUID | None = None
        self.layout_: Layout = Layout()
        self.setAccessibleName(_("Network as a picture"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_network(self, index: NetworkIndex) -> None:
        """Show this network; the current node stays if it is still there."""
        self._index = index
        if self._current not in index.nodes:
            self._current = None
        self._arrange()

    def current(self) -> UUID | None:
        """The partner that arrows have reached."""
        return self._current

    def set_current(self, partner: UUID | None) -> None:
        """Move to a partner without telling; one without room is not marked."""
        self._current = partner if partner in self._index.nodes else None
        self._say()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 320)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(360, 180)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.layout_.of(self._current)
        key = Qt.Key(event.key())
        if key in _MOVES and self.layout_.nodes:
            self._go(self.layout_.beside(here, *_MOVES[key]) if here else self.layout_.nodes[0])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._current is not None:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if (hit := self.layout_.at(event.position())) is not None:
            self._go(hit)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (hit := self.layout_.at(event.position())) is not None:
            self.opened.emit(hit.node.partner.id)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self.layout_.at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), self.words_of(hit.node) if hit else "", self)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            self._draw_ties(painter)
            for head in self.layout_.heads:
                self._draw_head(painter, head)
            tied = self._tied()
            for placed in self.layout_.nodes:
                is_current = placed.node.partner.id == self._current
                marks = Marks(is_current, placed.node.partner.id in tied, is_current and self.hasFocus())
                draw_node(painter, placed.box, placed.node, self._today(), marks)

    def words_of(self, node: Node) -> str:
        """What a node says."""
        return self._index.node_words(node)

    def _draw_ties(self, painter: QPainter) -> None:
        look = theme.tokens()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for tie, one, other in self.layout_.ties:
            is_current = self._current in {tie.first, tie.second}
            width = min(_THICK, 1 + strength(tie) / _STEP)
            painter.setPen(paint.pen(look.accent if is_current else look.river, width))
            painter.drawPath(tie_path(one, other))

    def _draw_head(self, painter: QPainter, head: Head) -> None:
        look = theme.tokens()
        words = f"{circle_words(head.circle)}  {head.count}"
        paint.text(painter, head.box, words, theme.small_font(theme.SEMIBOLD), look.muted)
        if head.hidden:
            foot = QRectF(head.box.x(), self.height() - HEAD + 8, head.box.width(), HEAD - 12)
            more = ngettext("and {count} more", "and {count} more", head.hidden).format(count=head.hidden)
            paint.text(painter, foot, more, theme.small_font(), look.muted)

    def _tied(self) -> set[UUID]:
        """The partners tied to the current one."""
        found = {end for tie in self._index.ties_of(self._current) for end in (tie.first, tie.second)}
        return {partner for partner in found if partner != self._current}

    def _arrange(self) -> None:
        self.layout_ = lay_out(self._index.network, self.width(), self.height())
        self._say()
        self.update()

    def _go(self, placed: Placed) -> None:
        self._current = placed.node.partner.id
        self._say()
        self.update()
        self.current_changed.emit(self._current)

    def _say(self) -> None:
        node = self._index.nodes.get(self._current) if self._current else None
        words = self.words_of(node) if node else _("Choose a partner with the arrow keys.")
        self.setAccessibleDescription(words)

    def spot_of(self, partner: UUID) -> QPointF:
        """The middle of a partner's node."""
        placed = self.layout_.of(partner)
        return placed.box.center() if placed else QPointF()
