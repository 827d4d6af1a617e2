"""One-line fields: text with an icon, numbers, and the search field of lists."""

from PySide6.QtCore import QRectF, QRegularExpression, QTimer, Signal
from PySide6.QtGui import QIntValidator, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from domain.overriding import override
from gui import icons, theme
from gui.texts import _, current
from gui.widgets import paint

_ICON = 16
_ICON_LEFT = 10
_TEXT_AFTER_ICON = 22
_FEW_PLACES = 2


class Field(QLineEdit):
    """A text field; `name` is what screen readers call it, `leading` an icon inside at the left."""

    def __init__(self, text: str = "", *, leading: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(theme.text_font())
        self._leading = leading
        if leading:
            self.setTextMargins(_TEXT_AFTER_ICON, 0, 0, 0)
        if name:
            self.setAccessibleName(name)

    def set_leading(self, icon: str) -> None:
        """Show another icon at the left."""
        self._leading = icon
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._leading:
            with paint.painting(self) as painter:
                top = (self.height() - _ICON) / 2
                icons.draw(painter, self._leading, QRectF(_ICON_LEFT, top, _ICON, _ICON), theme.tokens().muted)


class NumberField(Field):
    """A whole number from `lowest` to `highest`, or nothing; 80 px wide."""

    number_changed = Signal(object)  # int or None, when the field is left or Enter pressed

    def __init__(self, name: str = "", lowest: int = 0, highest: int = 999_999, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self.setValidator(QIntValidator(lowest, highest, self))
        self.setFixedWidth(80)
        self.editingFinished.connect(self._on_finished)

    def number(self) -> int | None:
        """What is typed."""
        return int(self.text()) if self.hasAcceptableInput() else None

    def set_number(self, number: int | None) -> None:
        """Show a number, or nothing."""
        self.setText("" if number is None else str(number))

    def _on_finished(self) -> None:
        self.number_changed.emit(self.number())


class DecimalField(Field):
    """A number with up to `places` decimals, or nothing: metres, percent, degrees; comma and point are understood."""

    number_changed = Signal(object)  # float or None, when the field is left or Enter pressed

    def __init__(self, name: str = "", places: int = 2, *, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name=f"{name} ({unit})" if unit else name, parent=parent)
        pattern = QRegularExpression(rf"-?\d{{0,6}}([.,]\d{{0,{places}}})?")
        self.setValidator(QRegularExpressionValidator(pattern, self))
        self.setFixedWidth(80 if places <= _FEW_PLACES else 112)
        self.editingFinished.connect(self._on_finished)

    def number(self) -> float | None:
        """What is typed; None while it is no number."""
        try:
            return float(self.text().replace(",", "."))
        except ValueError:
            return None

    def set_number(self, number: float | None) -> None:
        """Show a number with the language's decimal sign, or nothing."""
        words = "" if number is None else f"{number:.6f}".rstrip("0").rstrip(".")
        self.setText(words.replace(".", ",") if current().code == "de" else words)

    def _on_finished(self) -> None:
        self.number_changed.emit(self.number())


class SearchField(Field):
    """Tells what is typed after a short rest, so that lists are not asked at every stroke."""

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(leading="search", name=placeholder, parent=parent)
        self.setPlaceholderText(placeholder)
        self.setClearButtonEnabled(False)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(120)
        self._rest.timeout.connect(self._on_rest)
        self.textChanged.connect(self._on_typed)
        self.setToolTip(_("Searches while you type"))

    def _on_typed(self) -> None:
        self._rest.start()

    def _on_rest(self) -> None:
        self.searched.emit(self.text().strip())
