"""Chips: several values side by side, each with a cross, and the field that adds more."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QCompleter, QSizePolicy, QWidget

from domain.overriding import override
from gui import icons, theme
from gui.texts import _
from gui.widgets import focus_ring, paint
from gui.widgets.field import Field
from gui.widgets.flow import FlowLayout

_CROSS = 14
_NOTHING_ELSE: Mapping[object, str] = MappingProxyType({})


class Chip(QAbstractButton):
    """One value; a click or Delete takes it away."""

    removed = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setToolTip(words)
        self.setAccessibleName(_("Remove {value}").format(value=words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.removed)

    @override
    def sizeHint(self) -> QSize:
        width = paint.text_width(self.text(), theme.text_font(theme.MEDIUM))
        return QSize(width + _CROSS + 22, theme.SMALL_BUTTON_HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        focus_ring.on_focus_in(self, event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        focus_ring.on_focus_out(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            paint.box(painter, rect, theme.RADIUS_BADGE, look.selection if self.underMouse() else look.hint_ground)
            words = rect.adjusted(7, 0, -_CROSS - 12, 0)
            paint.text(painter, words, self.text(), theme.small_font(theme.MEDIUM), look.strong)
            spot = QRectF(rect.right() - _CROSS - 7, rect.center().y() - _CROSS / 2, _CROSS, _CROSS)
            icons.draw(painter, "close", spot, look.strong)


class _Adder(Field):
    """The field that adds a value; Enter on what was typed goes no further, to the dialog's main button."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and bool(self.text().strip())
        super().keyPressEvent(event)
        if is_enter:
            event.accept()


class ChipField(QWidget):
    """Several values of a given choice; typing in the field offers those that fit, Enter takes the first."""

    values_changed = Signal(object)  # tuple of keys

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._choice: dict[str, object] = {}
        self._values: list[object] = []
        self._words: dict[object, str] = {}
        self.adder = _Adder(leading="plus", name=_("{name}: add").format(name=name))
        self.adder.setPlaceholderText(_("Add"))
        self.adder.setFixedWidth(120)
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_picked)
        self.adder.setCompleter(completer)
        self.adder.returnPressed.connect(self._on_return)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.adder)

    def set_choice(self, choice: Mapping[object, str], known: Mapping[object, str] = _NOTHING_ELSE) -> None:
        """What may be taken: words by key; `known` are words of values that are shown but not taken anew."""
        self._words = {**known, **choice}
        self._choice = {words: key for key, words in choice.items()}
        self._offer()

    def values(self) -> tuple[object, ...]:
        """The keys taken, in order."""
        return tuple(self._values)

    def set_values(self, values: Iterable[object]) -> None:
        """Show these without telling."""
        self._values = list(values)
        for chip in self.chips():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for position, key in enumerate(self._values):
            chip = Chip(self._words.get(key, str(key)), self)
            chip.removed.connect(lambda key=key: self._remove(key))
            self._flow.insert(position, chip)
            chip.show()
        self._order_focus()
        self._offer()
        self.updateGeometry()

    def _order_focus(self) -> None:
        """Tab goes from chip to chip and then to the field, though chips are made later."""
        chips: list[QWidget] = list(self.chips())
        before = self.adder.previousInFocusChain()
        while before is not None and (before in chips or before.focusPolicy() == Qt.FocusPolicy.NoFocus):
            before = before.previousInFocusChain()
        following = chips if before is None or before is self.adder else [before, *chips]
        for first, second in pairwise(following):
            QWidget.setTabOrder(first, second)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order_focus()  # a form that was put into a window meanwhile has lost it

    def chips(self) -> list[Chip]:
        """The chips from left to right."""
        widgets = (item.widget() for item in (self._flow.itemAt(i) for i in range(self._flow.count())) if item)
        return [widget for widget in widgets if isinstance(widget, Chip)]

    def _offer(self) -> None:
        self._model.setStringList([words for words, key in self._choice.items() if key not in self._values])

    def _on_picked(self, words: str) -> None:
        key = self._choice.get(words)
        self.adder.clear()
        if key is not None and key not in self._values:
            self.set_values([*self._values, key])
            self.values_changed.emit(self.values())

    def _on_return(self) -> None:
        typed = self.adder.text().casefold().strip()
        fitting = [words for words in self._model.stringList() if typed and typed in words.casefold()]
        if fitting:
            self._on_picked(fitting[0])

    def _remove(self, key: object) -> None:
        self.set_values([other for other in self._values if other != key])
        self.adder.setFocus(Qt.FocusReason.OtherFocusReason)
        self.values_changed.emit(self.values())
        self.adder.setFocus()
