"""Cards: white areas with a hairline edge, a head with title, count and link, and a body."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.widgets import labels, paint
from gui.widgets.button import Button, Weight


class Card(QWidget):
    """A card; `body` is its layout below the head. Without a title there is no head.

    Padding is the caller's: `body` starts without margins, so that tables and rows reach the edge.
    """

    link_clicked = Signal()

    def __init__(self, title: str = "", note: str = "", *, link: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = labels.section(title)
        self.note = labels.Text(note, tone="muted")
        self.link = Button(link, icon="chevron-right", weight=Weight.link, is_small=False)
        self.link.trailing = True
        if not link:
            self.link.hide()  # showing it before it lies in the card would open a window
        self.link.clicked.connect(self.link_clicked)
        self.head = self._head_row()
        self._head_area = QWidget()
        self._head_area.setFixedHeight(theme.CARD_HEAD_HEIGHT)
        self._head_area.setLayout(self.head)
        if not title:
            self._head_area.hide()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head_area)
        column.addSpacing(1)
        column.addLayout(self.body, 1)
        if title:
            self.setAccessibleName(title)

    def _head_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.title)
        row.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.link)
        return row

    def set_title(self, title: str, note: str = "") -> None:
        """Change the head's words."""
        self.title.setText(title)
        self.note.setText(note)
        self.setAccessibleName(title)
        self._head_area.setVisible(True)

    def set_padding(self, padding: int = theme.GAP) -> None:
        """Keep the body away from the edge."""
        self.body.setContentsMargins(padding, padding, padding, padding)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), theme.RADIUS_CARD, look.base, look.hairline)
            if not self._head_area.isHidden():
                painter.fillRect(1, theme.CARD_HEAD_HEIGHT + 1, self.width() - 2, 1, look.hairline)


class Line(QWidget):
    """A hairline between parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), theme.tokens().hairline)
