"""The key figures as tiles side by side; the chosen one is what bars, map and tables show."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from domain.labels import label
from domain.overriding import override
from domain.rows.evaluation import EvaluationFigures
from domain.terms import Measure
from gui import theme
from gui.pages.evaluation import words
from gui.texts import _, current
from gui.widgets import focus_ring, paint

_HEIGHT = 64
_LEAST = 200
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class MeasureTiles(QWidget):
    """One tile for each measure, in one row or two; arrows move the choice, `picked` brings it."""

    picked = Signal(object)  # Measure

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Key figures"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self.tiles = {measure: MeasureTile(measure, self) for measure in Measure}
        for tile in self.tiles.values():
            self._group.addButton(tile)
        self.tiles[Measure.events].setChecked(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.GAP_SMALL)
        self._columns = 0
        self._arrange(len(Measure))
        self._lead_tab()
        self._group.buttonClicked.connect(self._on_clicked)

    def value(self) -> Measure:
        """The chosen measure."""
        return next(measure for measure, tile in self.tiles.items() if tile.isChecked())

    def set_value(self, measure: Measure) -> None:
        """Choose a measure without telling."""
        self.tiles[measure].setChecked(True)
        self._lead_tab()

    def show_figures(self, figures: EvaluationFigures) -> None:
        """Show the sums and what became of them."""
        for tile in self.tiles.values():
            tile.show_figures(figures)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        measures = list(self.tiles)
        tile = self.tiles[measures[(measures.index(self.value()) + move) % len(measures)]]
        tile.setFocus(Qt.FocusReason.TabFocusReason)
        tile.click()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = (self.width() + theme.GAP_SMALL) // (_LEAST + theme.GAP_SMALL)
        self._arrange(next(count for count in (8, 4, 2, 1) if count <= max(1, fitting)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _LEAST + theme.GAP_SMALL, _HEIGHT)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, at // columns, at % columns)
        for column in range(len(Measure)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        rows = -(-len(Measure) // columns)
        self.setFixedHeight(rows * _HEIGHT + (rows - 1) * theme.GAP_SMALL)

    def _lead_tab(self) -> None:
        for tile in self.tiles.values():
            stops = Qt.FocusPolicy.StrongFocus if tile.isChecked() else Qt.FocusPolicy.ClickFocus
            tile.setFocusPolicy(stops)

    def _on_clicked(self, _tile: QAbstractButton) -> None:
        self._lead_tab()
        self.picked.emit(self.value())


class MeasureTile(QAbstractButton):
    """Name, figure, and how it has changed."""

    def __init__(self, measure: Measure, parent: QWidget) -> None:
        super().__init__(parent)
        self.measure = measure
        self.figure, self.second = "", ""
        self.setText(label(measure, current()))
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setMinimumWidth(96)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_figures(self, figures: EvaluationFigures) -> None:
        """Show the sum and its change against the period before, or what is planned where nothing is held yet."""
        whole, before, year_ago = figures.whole, figures.before, figures.year_ago
        self.figure = words.amount(whole, self.measure)
        other = before.sums.amount(self.measure) if before else None
        details = words.details(whole, self.measure)
        self.second = " · ".join(filter(None, (words.change(whole.amount(self.measure), other), details)))
        parts = [f"{self.text()}: {self.figure}"]
        if details:
            parts.append(details)
        for msgid, other_days in ((_("period before: {figure}"), before), (_("a year earlier: {figure}"), year_ago)):
            if other_days is not None:
                parts.append(msgid.format(figure=words.compared(self.measure, other_days)))
        self.setAccessibleName(", ".join(parts))
        self.setToolTip("\n".join(parts))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_LEAST, _HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _MOVES:
            event.ignore()  # the row of tiles answers
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
        rect = QRectF(self.rect())
        is_on = self.isChecked()
        with paint.painting(self) as painter:
            ground = look.selection if is_on else look.hover if self.underMouse() else look.base
            edge = paint.pen(look.accent, theme.FOCUS_LINE) if is_on else paint.pen(look.hairline)
            paint.box(painter, rect, theme.RADIUS_CARD, ground, edge)
            inner = rect.adjusted(theme.GAP_ROW, 7, -theme.GAP_SMALL, -8)
            line = QRectF(inner.x(), inner.y(), inner.width(), 18)
            font = theme.small_font(theme.SEMIBOLD if is_on else theme.REGULAR)
            paint.text(painter, line, self.text(), font, look.strong if is_on else look.muted)
            figure = QRectF(inner.x(), inner.y() + 18, inner.width(), 28)
            paint.text(painter, figure, self.figure, theme.title_font(), look.strong)
            second = figure.adjusted(paint.text_width(self.figure, theme.title_font()) + theme.GAP_SMALL, 4, 0, 0)
            paint.text(painter, second, self.second, theme.small_font(), look.muted)
            if self.hasFocus():
                paint.box(painter, rect.adjusted(3, 3, -3, -3), theme.RADIUS, None, paint.pen(look.accent, 1))
