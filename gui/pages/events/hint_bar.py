"""One line above a record about what happened to it, with buttons that act on it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from gui import icons, theme
from gui.widgets import labels, paint
from gui.widgets.button import Button
from gui.widgets.notice import Tone, tone_look, tone_name


class HintBar(QWidget):
    """Icon, words, buttons; hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.hint
        self.words = labels.Text(font=theme.text_font(theme.MEDIUM), wrap=True)
        self.buttons: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(38, 6, theme.GAP_SMALL, 6)
        self._row.setSpacing(theme.GAP_SMALL)
        self._row.addWidget(self.words, 1)
        self.hide()

    def say(self, tone: Tone, words: str, *actions: tuple[str, Callable[[], object]]) -> None:
        """Show a line in the colours of `tone`, with a button for each action; pressing one is the end of the line."""
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = []
        self._tone = tone
        self.words.setText(words)
        self.setAccessibleName(f"{tone_name(tone)}: {words}")
        for name, act in actions:
            button = Button(name, is_small=True)
            button.clicked.connect(lambda _checked=False, act=act: self._on_clicked(act))
            self._row.addWidget(button)
            self.buttons.append(button)
        self.show()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = tone_look(self._tone)
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), theme.RADIUS, look.ground, look.mark)
            icons.draw(painter, look.icon, QRectF(13, self.height() / 2 - 8, 16, 16), look.mark)

    def _on_clicked(self, act: Callable[[], object]) -> None:
        self.hide()
        act()
