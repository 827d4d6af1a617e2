"""The combo box: one value of many, with an icon where it helps."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPaintEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from domain.labels import label
from domain.overriding import override
from domain.terms import EventKind
from gui import icons, theme
from gui.texts import current
from gui.widgets import paint

_ICON_GAP = 4


class Combo(QComboBox):
    """A combo box; `value()` is what the chosen line stands for."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []  # Qt would make plain text of enum members
        self.setFont(theme.text_font())
        self.setAccessibleName(name)
        popup = QListView(self)
        popup.setAccessibleName(name)
        self.setView(popup)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def add(self, value: object, words: str, icon: str = "") -> None:
        """Append a line; `icon` is drawn in the closed box too."""
        self.addItem(words)
        self._values.append(value)
        if icon:
            self.setItemIcon(self.count() - 1, icons.icon(icon, 16, _icon_colour(value)))

    def add_head(self, words: str) -> None:
        """Append a line that names the group below it and cannot be chosen."""
        self.addItem(words)
        self._values.append(None)
        model = self.model()
        if isinstance(model, QStandardItemModel):
            item = model.item(self.count() - 1)
            item.setEnabled(False)
            item.setFont(theme.small_font(theme.SEMIBOLD))

    def add_terms(self, terms: Iterable[StrEnum]) -> None:
        """Append the members of an enum by their labels; kinds of event bring their icons."""
        for term in terms:
            self.add(
                term, label(term, current()), icons.KIND_ICONS.get(term, "") if isinstance(term, EventKind) else ""
            )

    def value(self) -> object:
        """What the chosen line stands for, None if none is chosen."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose the line that stands for `value`; an unknown one chooses none."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    @override
    def clear(self) -> None:
        super().clear()
        self._values.clear()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling a form must not change its values

    def shown_words(self) -> str:
        """The words of the chosen line as far as there is room, with an ellipsis where there is not."""
        return self._option().currentText

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + _ICON_GAP
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        return option

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and not self.toolTip() and self.shown_words() != self.currentText():
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option, styled = self._option(), QStylePainter(self)
        styled.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        styled.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        styled.end()
        look = theme.tokens()
        with paint.painting(self) as painter:
            spot = QRectF(self.width() - 26, (self.height() - 14) / 2, 14, 14)
            icons.draw(painter, "chevron-down", spot, look.text if self.isEnabled() else look.outline)


def _icon_colour(value: object) -> QColor:
    look = theme.tokens()
    return look.kinds[value].mark if isinstance(value, EventKind) else look.muted
