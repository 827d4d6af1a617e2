"""The legal basis of a contact and its review day: with a clock in gold or red when it is due."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from domain.rules.ages import Urgency
from gui import icons, theme
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.table_cell import tone_colour

_ICON = 14
_TONES = {Urgency.calm: "muted", Urgency.gold: "gold", Urgency.red: "error"}


class ReviewLine(QWidget):
    """A second line; when due the clock and the words "review due" say so too, not only the colour."""

    def __init__(self, words: str, urgency: Urgency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.urgency = urgency
        if urgency is Urgency.red:
            words = _("Review due: {words}").format(words=words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_TINY)
        if urgency is not Urgency.calm:
            row.addWidget(_Clock(_TONES[urgency]))
        self.words = labels.note(words, tone=_TONES[urgency], wrap=True)
        row.addWidget(self.words, 1)


class _Clock(QWidget):
    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self.setFixedSize(QSize(_ICON, _ICON))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            icons.draw(painter, "clock", QRectF(0, 0, _ICON, _ICON), tone_colour(self._tone))
