"""Choices: check boxes, radio buttons, and the segmented control."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from domain.overriding import override
from gui import icons, theme
from gui.widgets import focus_ring, paint

_BOX = 16
_WORDS_AT = 24


class CheckBox(QCheckBox):
    """A box with a tick."""

    def __init__(self, words: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setFont(theme.text_font())
        if name:
            self.setAccessibleName(name)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WORDS_AT + paint.text_width(self.text(), self.font()) + 2, theme.SMALL_BUTTON_HEIGHT)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

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
            box = QRectF(1, (self.height() - _BOX) / 2, _BOX, _BOX)
            if self.isChecked():
                ground = look.accent if self.isEnabled() else look.outline
                paint.box(painter, box, 3, ground)
                icons.draw(painter, "check", box.adjusted(1, 1, -1, -1), look.on_accent)
            else:
                paint.box(painter, box, 3, look.base if self.isEnabled() else look.off, look.outline)
            _draw_words(painter, self)


class RadioButton(QRadioButton):
    """A circle with a dot; of several in one parent one is chosen."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setFont(theme.text_font())

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WORDS_AT + paint.text_width(self.text(), self.font()) + 2, theme.SMALL_BUTTON_HEIGHT)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

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
            circle = QRectF(1, (self.height() - _BOX) / 2, _BOX, _BOX)
            edge = paint.pen(look.accent, 5) if self.isChecked() else paint.pen(look.outline)
            paint.box(painter, circle, _BOX / 2, look.base, edge)
            _draw_words(painter, self)


class Segmented(QWidget):
    """A few values side by side, one of them chosen; arrows move the choice."""

    picked = Signal(str)  # key of the value

    def __init__(self, values: list[tuple[str, str]], *, name: str, parent: QWidget | None = None) -> None:
        """`values` are (key, words); the first is chosen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for position, (key, words) in enumerate(values):
            segment = _Segment(words, is_first=position == 0, is_last=position == len(values) - 1)
            segment.setChecked(position == 0)
            self._segments[key] = segment
            self._group.addButton(segment)
            row.addWidget(segment)
        self._group.buttonClicked.connect(self._on_clicked)
        self._lead_tab()

    def value(self) -> str:
        """The key of the chosen value."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def chosen(self) -> QAbstractButton:
        """The part of the control that takes the keyboard: the chosen value."""
        return self._segments[self.value()]

    def set_value(self, key: str) -> None:
        """Choose a value without telling."""
        self._segments[key].setChecked(True)
        self._lead_tab()

    def set_words(self, key: str, words: str) -> None:
        """Say something else on a value."""
        self._segments[key].setText(words)
        self._segments[key].updateGeometry()
        self.updateGeometry()

    def _lead_tab(self) -> None:
        """Tab stops at the chosen value only; arrows go on from there."""
        for segment in self._segments.values():
            stops = Qt.FocusPolicy.StrongFocus if segment.isChecked() else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(stops)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        segments = list(self._segments.values())
        chosen = segments[(segments.index(self._segments[self.value()]) + step) % len(segments)]
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        chosen.click()

    def _on_clicked(self, _segment: QAbstractButton) -> None:
        self._lead_tab()
        self.picked.emit(self.value())


class _Segment(QAbstractButton):
    """One value of a segmented control."""

    def __init__(self, words: str, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self.setText(words)
        self.setCheckable(True)
        self._is_first, self._is_last = is_first, is_last
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        return QSize(paint.text_width(self.text(), theme.text_font(theme.SEMIBOLD)) + 24, theme.CONTROL_HEIGHT)

    def _is_cut(self) -> bool:
        return paint.text_width(self.text(), theme.text_font(theme.SEMIBOLD)) > self.width()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._is_cut():
            QToolTip.showText(event.globalPos(), self.text(), self)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()  # the control moves the choice
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            painter.setClipRect(rect)
            whole = rect.adjusted(0 if self._is_first else -12, 0, 0 if self._is_last else 12, 0)
            ground = look.selection if self.isChecked() else look.hover if self.underMouse() else look.base
            edge = look.outline if self.isEnabled() else look.off
            paint.box(painter, whole, theme.RADIUS, ground, edge)
            if not self._is_last:
                painter.fillRect(QRectF(rect.right() - 1, 1, 1, rect.height() - 2), look.hairline)
            weight = theme.SEMIBOLD if self.isChecked() else theme.REGULAR
            colour = look.strong if self.isChecked() else look.text
            paint.text(painter, rect, self.text(), theme.text_font(weight), colour, paint.CENTER)
            if self.hasFocus():
                pen = paint.pen(look.accent, theme.FOCUS_LINE)
                paint.box(painter, rect.adjusted(1, 1, -1, -1), theme.RADIUS_BADGE, None, pen)


def _draw_words(painter: QPainter, button: QAbstractButton) -> None:
    look = theme.tokens()
    rect = QRectF(_WORDS_AT, 0, button.width() - _WORDS_AT, button.height())
    paint.text(painter, rect, button.text(), theme.text_font(), look.text if button.isEnabled() else look.muted)
