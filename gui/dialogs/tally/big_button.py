"""Buttons that are hit without looking, and those on the petrol head."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from domain.overriding import override
from gui import theme
from gui.widgets.button import Button, Weight

TARGET = 56
"""How high and wide a button at the stand is at least."""

_ICON = 24


class BigButton(Button):
    """An icon in a wide target; `tip` names it."""

    def __init__(self, icon: str, tip: str, width: int = TARGET, *, weight: Weight = Weight.secondary) -> None:
        super().__init__(icon=icon, weight=weight, tip=tip)
        self._width = width
        self.setFixedSize(width, TARGET)

    def set_width(self, width: int) -> None:
        """Be wider or narrower."""
        self._width = width
        self.setFixedSize(width, TARGET)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._width, TARGET)

    @override
    def _icon_size(self) -> int:
        return _ICON

    @override
    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        look = theme.tokens()
        return super()._colours() if self.isEnabled() else (look.off, look.off, look.muted)


class HeadButton(Button):
    """A button on the petrol ground of the head."""

    @override
    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        look = theme.tokens()
        is_hot = self.underMouse() or self.isDown()
        return (look.accent if is_hot and not look.is_dark else None), look.on_fill, look.on_fill
