"""How far the reading or taking over is, between the buttons of the dialog."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.texts import _, current
from gui.widgets import labels, paint

_TRACK = QRectF(theme.GAP, 0, 160, 6)
_WORDS_WIDTH = 300


class ProgressLine(QWidget):
    """A track with words; without a total only the words count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._words = ""
        self.words = labels.Text(tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(int(_TRACK.right()) + theme.GAP, 0, 0, 0)
        row.addWidget(self.words, 1)
        self.setFixedHeight(theme.SMALL_BUTTON_HEIGHT)
        self.setMinimumWidth(int(_TRACK.right()) + _WORDS_WIDTH)
        self.hide()

    def begin(self, words: str) -> None:
        """Something starts that is called `words`."""
        self._share, self._words = 0.0, words
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()

    def tell(self, done: int, total: int) -> None:
        """So many rows are through, of `total` or of nobody knows how many (0)."""
        self._share = done / total if total else 0.0
        rows = _("{done} of {total} rows") if total else _("{done} rows")
        said = rows.format(done=current().number(done), total=current().number(total))
        self.words.setText(f"{self._words} {said}")
        self.setAccessibleDescription(said)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            track = _TRACK.translated(0, (self.height() - _TRACK.height()) / 2)
            paint.box(painter, track, 3, look.off)
            track.setWidth(max(track.height(), track.width() * min(self._share, 1.0)))
            paint.box(painter, track, 3, look.accent)
