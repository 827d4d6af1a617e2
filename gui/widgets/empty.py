"""The empty state: what is not there yet, and what to do first."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.overriding import override
from gui import icons, theme
from gui.widgets import labels, paint
from gui.widgets.button import Button, Weight

_ICON = 32


class EmptyState(QWidget):
    """Icon, one line in semibold, one sentence, and at most two buttons."""

    def __init__(self, icon: str, headline: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.headline = labels.section(headline)
        self.headline.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sentence = labels.Text(sentence, tone="muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.GAP_SMALL)
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.MARGIN)
        column.setSpacing(theme.GAP_SMALL)
        column.addStretch(1)
        column.addSpacing(_ICON + theme.GAP_TINY)
        column.addWidget(self.headline)
        column.addWidget(self.sentence)
        column.addSpacing(theme.GAP_TINY)
        column.addLayout(self._buttons)
        column.addStretch(1)

    def set_words(self, headline: str, sentence: str) -> None:
        """Say something else, e.g. that a filter finds nothing."""
        self.headline.setText(headline)
        self.sentence.setText(sentence)

    def add_button(self, words: str, *, icon: str = "", is_primary: bool = False) -> Button:
        """What to do first, or instead."""
        button = Button(words, icon=icon, weight=Weight.primary if is_primary else Weight.secondary)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        top = self.headline.geometry().top() - theme.GAP_ROW - _ICON
        with paint.painting(self) as painter:
            spot = QRectF((self.width() - _ICON) / 2, top, _ICON, _ICON)
            icons.draw(painter, self._icon, spot, theme.tokens().accent)
