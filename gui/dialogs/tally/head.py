"""The petrol head of the tally: the event, the clock, whether all is saved, and the way out."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.overriding import override
from gui import icons, theme
from gui.dialogs.tally.big_button import HeadButton
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.button import Weight

HEIGHT = 64
_ICON = 28
_NARROW = 760


class TallyHead(QWidget):
    """Shows what it is given; the window connects the buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._icon = "calendar"
        self.title = labels.ElidedText(font=theme.title_font())
        self.line = labels.ElidedText(font=theme.text_font())
        self.total = labels.Text(font=theme.title_font())
        self.clock = labels.Text(font=theme.title_font())
        self.saved = labels.Text(font=theme.text_font())
        self.saved.setAccessibleName(_("Saved"))
        self.groups = HeadButton(icon="people", weight=Weight.quiet, tip=_("Choose target groups"))
        self.leave = HeadButton(_("Close tally"), icon="close")
        self.leave.setToolTip(_("Everything is kept (Esc or F11)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN + _ICON + theme.GAP, 0, theme.MARGIN, 0)
        row.setSpacing(theme.GAP)
        row.addLayout(_stacked(self.title, self.line), 1)
        row.addWidget(self.total)
        row.addLayout(_stacked(self.clock, self.saved))
        row.addSpacing(theme.GAP)
        row.addWidget(self.groups)
        row.addWidget(self.leave)
        for text in (self.clock, self.saved):
            text.setAlignment(Qt.AlignmentFlag.AlignRight)
        theme.notifier().changed.connect(self._colour)
        self._colour()

    def set_icon(self, name: str) -> None:
        """Show the icon of another kind of event."""
        self._icon = name
        self.update()

    def show_saved(self, words: str) -> None:
        """Say when the newest stroke was stored."""
        if words != self.saved.text():
            self.saved.setText(words)

    def fit(self, width: int) -> None:
        """Leave words out in a narrow window."""
        self.leave.setText(_("Close tally") if width >= _NARROW else "")
        self.leave.setAccessibleName(_("Close tally"))
        self.leave.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), look.fill)
            place = QRectF(theme.MARGIN, (self.height() - _ICON) / 2, _ICON, _ICON)
            icons.draw(painter, self._icon, place, look.on_fill)

    def _colour(self) -> None:
        for text in (self.title, self.line, self.total, self.clock, self.saved):
            look = text.palette()
            look.setColor(QPalette.ColorRole.WindowText, theme.tokens().on_fill)
            text.setPalette(look)


def _stacked(upper: QWidget, lower: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(upper)
    column.addWidget(lower)
    column.addStretch(1)
    return column
