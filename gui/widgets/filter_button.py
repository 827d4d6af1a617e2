"""A button that opens a list of values to tick: the filters above tables and calendar."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.texts import _
from gui.widgets import paint
from gui.widgets.button import Button, Weight
from gui.widgets.choice import CheckBox

_MOST_HEIGHT = 360


class FilterButton(Button):
    """Shows its name, or what is ticked; `picked` brings the keys of what is ticked, () means all."""

    picked = Signal(object)  # tuple of keys

    def __init__(self, name: str, values: Iterable[tuple[object, str]], *, icon: str = "") -> None:
        super().__init__(name, icon=icon or "chevron-down")
        self.trailing = not icon
        self._name = name
        self._values = dict(values)
        self._ticked: tuple[object, ...] = ()
        self.clicked.connect(self._on_clicked)

    def set_values(self, values: Iterable[tuple[object, str]]) -> None:
        """Offer these; what was ticked stays as far as it is still there."""
        self._values = dict(values)
        self.set_ticked(self._ticked)

    def ticked(self) -> tuple[object, ...]:
        """The keys of what is ticked; () means all."""
        return self._ticked

    def set_ticked(self, keys: Iterable[object]) -> None:
        """Tick these without telling."""
        wanted = set(keys)
        self._ticked = tuple(key for key in self._values if key in wanted)
        match self._ticked:
            case ():
                words = self._name
            case (only,):
                words = self._values[only]
            case several:
                words = _("{name}: {count}").format(name=self._name, count=len(several))
        self.setText(words)
        self.setChecked(False)
        self.updateGeometry()
        self.update()

    def _on_clicked(self) -> None:
        popup = _FilterPopup(self, self._values, self._ticked)
        popup.changed.connect(self._on_changed)
        popup.open_below(self)

    def _on_changed(self, keys: tuple[object, ...]) -> None:
        self.set_ticked(keys)
        self.picked.emit(self._ticked)


class _FilterPopup(QWidget):
    """Check boxes on a card, and a way to untick all."""

    changed = Signal(object)

    def __init__(self, parent: QWidget, values: dict[object, str], ticked: tuple[object, ...]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.boxes: dict[object, CheckBox] = {}
        inner = QWidget()
        inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        boxes = QVBoxLayout(inner)
        boxes.setContentsMargins(0, 0, theme.GAP, 0)
        boxes.setSpacing(theme.GAP_TINY)
        for key, words in values.items():
            box = CheckBox(words)
            box.setChecked(key in ticked)
            box.toggled.connect(self._on_toggled)
            self.boxes[key] = box
            boxes.addWidget(box)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedSize(inner.sizeHint().width() + 16, min(inner.sizeHint().height() + 4, _MOST_HEIGHT))
        self.all_button = Button(_("Show all"), weight=Weight.link)
        self.all_button.clicked.connect(self._on_all)
        foot = QHBoxLayout()
        foot.addWidget(self.all_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_ROW, theme.GAP_ROW, theme.GAP_TINY, theme.GAP_SMALL)
        column.addWidget(area)
        column.addLayout(foot)

    def open_below(self, button: QWidget) -> None:
        """Show below `button` with the keyboard on the first box."""
        self.move(button.mapToGlobal(QPoint(0, button.height() + theme.GAP_TINY)))
        self.show()
        next(iter(self.boxes.values()), self.all_button).setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), theme.RADIUS, look.base, look.outline)

    def _on_toggled(self) -> None:
        self.changed.emit(tuple(key for key, box in self.boxes.items() if box.isChecked()))

    def _on_all(self) -> None:
        for box in self.boxes.values():
            box.setChecked(False)
        self.close()
