"""One of a few values, each with a key of its own: pressed where the hands are, without looking for the mouse."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from domain.overriding import override
from gui import theme
from gui.texts import _
from gui.widgets import paint
from gui.widgets.flow import FlowLayout

_CAP = 18
_HEIGHT = 28


class KeyChoice(QWidget):
    """Tiles side by side, one of them chosen; arrows move the choice, its key picks a value.

    `picked` tells of every choice, `keyed` only of one made by its key, so that the keyboard can go on from there.
    `entered` tells that Enter was pressed.
    """

    picked = Signal(object)  # key of the value
    keyed = Signal()
    entered = Signal()

    def __init__(self, values: Sequence[tuple[object, str]], *, name: str, parent: QWidget | None = None) -> None:
        """`values` are (key, words)."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.tiles: dict[object, Tile] = {}
        self._by_letter: dict[str, object] = {}
        flow = FlowLayout(self, 6)
        for (key, words), letter in zip(values, letters(words for _key, words in values), strict=True):
            tile = Tile(words, letter)
            tile.clicked.connect(lambda _checked=False, wanted=key: self._on_clicked(wanted))
            self.tiles[key] = tile
            self._by_letter[letter] = key
            self._group.addButton(tile)
            flow.addWidget(tile)
        self.set_value(values[-1][0])

    def value(self) -> object:
        """The key of the chosen value."""
        return next(key for key, tile in self.tiles.items() if tile.isChecked())

    def set_value(self, key: object) -> None:
        """Choose a value without telling."""
        self.tiles[key].setChecked(True)
        for tile in self.tiles.values():
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tile.isChecked() else Qt.FocusPolicy.ClickFocus)

    def take_keyboard(self) -> None:
        """Put the keyboard on the chosen value."""
        self.tiles[self.value()].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key(), 0)
        letter = event.text().upper()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif step:
            keys = list(self.tiles)
            self._choose(keys[(keys.index(self.value()) + step) % len(keys)])
        elif letter in self._by_letter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose(self._by_letter[letter])
            self.keyed.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, key: object) -> None:
        self.set_value(key)
        self.take_keyboard()
        self.picked.emit(key)

    def _on_clicked(self, key: object) -> None:
        self.set_value(key)
        self.picked.emit(key)


_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


def letters(words: Iterable[str]) -> list[str]:
    """A key for each of several names, no two alike: a letter of the name, from its beginning on, else a figure."""
    taken: list[str] = []
    for name in words:
        own = (letter for letter in name.upper() if letter.isalpha() and letter not in taken)
        free = (sign for sign in "1234567890" if sign not in taken)
        taken.append(next(own, None) or next(free))
    return taken


class Tile(QAbstractButton):
    """One value with its key."""

    def __init__(self, words: str, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letter = letter
        self.setText(words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("{value}, key {letter}").format(value=words, letter=letter))

    @override
    def sizeHint(self) -> QSize:
        width = paint.text_width(self.text(), theme.text_font(theme.SEMIBOLD))
        return QSize(width + _CAP + theme.GAP_SMALL + 6 + theme.GAP_SMALL, _HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the choice answers

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        is_on = self.isChecked()
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            ground = look.selection if is_on else look.hover if self.underMouse() else look.base
            paint.box(painter, rect, theme.RADIUS, ground, look.accent if is_on else look.outline)
            cap = QRectF(5, (self.height() - _CAP) / 2, _CAP, _CAP)
            paint.box(painter, cap, theme.RADIUS_BADGE, look.accent if is_on else look.off)
            colour = look.on_accent if is_on else look.muted
            paint.text(painter, cap, self.letter, theme.small_font(theme.SEMIBOLD), colour, paint.CENTER)
            words = rect.adjusted(_CAP + 6 + theme.GAP_SMALL - 2, 0, -2, 0)
            font = theme.text_font(theme.SEMIBOLD if is_on else theme.REGULAR)
            paint.text(painter, words, self.text(), font, look.strong if is_on else look.text)
            if self.hasFocus():
                paint.box(painter, rect, theme.RADIUS, None, paint.pen(look.accent, theme.FOCUS_LINE))
