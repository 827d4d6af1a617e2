"""A list of suggestions, each with its reasons: arrows move, Space and Enter choose, one or several."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from domain.overriding import override
from domain.terms import Bearing
from gui import icons, theme
from gui.widgets import paint

_LINE, _PADDING, _ICON, _MARK = 17, 8, 14, 16
_LEFT = theme.GAP + _MARK + theme.GAP_SMALL
_MOST_REASONS = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line: what it stands for, its words, a note at the right, reasons with their bearing, whether it is fit.

    One that is not `can_choose` only tells why.
    """

    key: Hashable
    title: str
    note: str = ""
    reasons: tuple[tuple[Bearing, str], ...] = ()
    is_fit: bool = True
    can_choose: bool = True


class ReasonList(QScrollArea):
    """Suggestions below each other; `chosen_changed` tells that other ones are chosen."""

    chosen_changed = Signal()

    def __init__(self, name: str, *, is_multiple: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._is_multiple = is_multiple
        inner = QWidget()
        inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.lines: list[SuggestionLine] = []

    def show_suggestions(self, found: Sequence[Suggestion], chosen: Iterable[Hashable] = ()) -> None:
        """Show these lines in this order, with those chosen; the keyboard stays on the line it was on."""
        held = next((line.suggestion.key for line in self.lines if line.hasFocus()), None)
        wanted = set(chosen)
        for line in self.lines[len(found) :]:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        del self.lines[len(found) :]
        for place, suggestion in enumerate(found):
            if place == len(self.lines):
                line = SuggestionLine(is_multiple=self._is_multiple)
                line.clicked.connect(self._on_clicked)
                self.lines.append(line)
                self._column.insertWidget(place, line)
            self.lines[place].show_suggestion(suggestion, is_chosen=suggestion.key in wanted)
        self._lead_tab()
        back = next((line for line in self.lines if held is not None and line.suggestion.key == held), None)
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> tuple[Hashable, ...]:
        """What the chosen lines stand for, from top to bottom."""
        return tuple(line.suggestion.key for line in self.lines if line.isChecked())

    def choose(self, keys: Iterable[Hashable]) -> None:
        """Choose these and no others, without telling."""
        wanted = set(keys)
        for line in self.lines:
            line.set_chosen(is_chosen=line.suggestion.key in wanted)
        self._lead_tab()

    def _lead_tab(self) -> None:
        """Tab stops once: at the first chosen line, else at the first."""
        stop = next((line for line in self.lines if line.isChecked()), next(iter(self.lines), None))
        for line in self.lines:
            line.setFocusPolicy(Qt.FocusPolicy.StrongFocus if line is stop else Qt.FocusPolicy.ClickFocus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        here = next((at for at, line in enumerate(self.lines) if line.hasFocus()), -1)
        if step and here >= 0:
            goal = self.lines[min(max(here + step, 0), len(self.lines) - 1)]
            goal.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(goal, 0, 0)
        elif here >= 0 and Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.lines[here].click()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        line = self.sender()
        if not isinstance(line, SuggestionLine):
            return
        if not line.suggestion.can_choose:
            line.set_chosen(is_chosen=False)
            return
        if not self._is_multiple:
            for other in self.lines:
                if other is not line:
                    other.set_chosen(is_chosen=False)
        line.told()
        self._lead_tab()
        self.chosen_changed.emit()


class SuggestionLine(QAbstractButton):
    """One suggestion: a ring or box, the title with its note, and a reason per line."""

    def __init__(self, *, is_multiple: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.suggestion = Suggestion(None, "")
        self._is_multiple = is_multiple
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_suggestion(self, suggestion: Suggestion, *, is_chosen: bool) -> None:
        """Show another suggestion, or the same one with other reasons."""
        self.suggestion = suggestion
        self.setChecked(is_chosen)
        self.told()
        self.setToolTip("\n".join([suggestion.title, *(words for _bearing, words in suggestion.reasons)]))
        self.updateGeometry()
        self.update()

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Choose the line, or do not."""
        self.setChecked(is_chosen)
        self.told()

    def told(self) -> None:
        """Let screen readers know title, note and reasons."""
        shown = self.suggestion
        reasons = "; ".join(words for _bearing, words in shown.reasons)
        self.setAccessibleName(", ".join(part for part in (shown.title, shown.note) if part))
        self.setAccessibleDescription(reasons)

    @override
    def sizeHint(self) -> QSize:
        lines = min(len(self.suggestion.reasons), _MOST_REASONS)
        return QSize(220, 20 + lines * _LINE + 2 * _PADDING)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # the list moves and takes

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            ground = look.selection if self.isChecked() else look.hover if self.underMouse() else look.base
            painter.fillRect(rect, ground)
            painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.hairline)
            if self.isChecked():
                painter.fillRect(QRectF(0, 0, theme.KIND_BAR, rect.height()), look.accent)
            if self.suggestion.can_choose:
                self._paint_mark(painter, QRectF(theme.GAP, _PADDING + 2, _MARK, _MARK))
            self._paint_words(painter, rect)
            if self.hasFocus():
                ring = paint.pen(look.accent, theme.FOCUS_LINE)
                paint.box(painter, rect.adjusted(4, 2, -2, -3), theme.RADIUS_BADGE, None, ring)

    def _paint_mark(self, painter: QPainter, spot: QRectF) -> None:
        look = theme.tokens()
        radius = theme.RADIUS_BADGE if self._is_multiple else _MARK / 2
        if not self.isChecked():
            paint.box(painter, spot, radius, look.base, look.outline)
            return
        paint.box(painter, spot, radius, look.accent)
        icons.draw(painter, "check", spot.adjusted(1, 1, -1, -1), look.on_accent)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        look, shown = theme.tokens(), self.suggestion
        top = QRectF(_LEFT, _PADDING, rect.width() - _LEFT - theme.GAP_ROW, 20)
        taken = paint.text(painter, top, shown.note, theme.small_font(), look.muted, paint.RIGHT) if shown.note else 0
        words = look.text if shown.is_fit else look.muted
        title = top.adjusted(0, 0, -taken - (theme.GAP_SMALL if taken else 0), 0)
        paint.text(painter, title, shown.title, theme.text_font(theme.MEDIUM), words)
        for place, (bearing, told) in enumerate(shown.reasons[:_MOST_REASONS]):
            line = QRectF(_LEFT, _PADDING + 20 + place * _LINE, rect.width() - _LEFT - theme.GAP_ROW, _LINE)
            icon, colour = _marked(bearing)
            icons.draw(painter, icon, QRectF(line.x(), line.center().y() - _ICON / 2, _ICON, _ICON), colour)
            paint.text(painter, line.adjusted(_ICON + 6, 0, 0, 0), told, theme.small_font(), words)


def _marked(bearing: Bearing) -> tuple[str, QColor]:
    look = theme.tokens()
    return {
        Bearing.good: ("check", look.done),
        Bearing.warning: ("warning", look.warning),
        Bearing.obstacle: ("ban", look.error),
    }[bearing]
