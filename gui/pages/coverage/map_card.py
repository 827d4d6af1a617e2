"""The map card: real shapes or hexagons, a legend with counts, and the story of the Kreis that is chosen."""

from collections import Counter

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.coverage import CoverageView
from gui import theme
from gui.pages.coverage import words
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.card import Card, Line
from gui.widgets.flow import FlowLayout
from gui.widgets.hexagon_map import Fill, HexagonMap, draw_swatch
from gui.widgets.kreis_map import KreisMap

_SWATCH = 14
_STORY = 52


class MapCard(Card):
    """The 14 Kreise at a glance; `picked` brings one that was opened, `current_changed` one that was reached."""

    picked = Signal(str)
    current_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Sachsen-Anhalt"), link=_("As hexagons"), parent=parent)
        self.shapes = KreisMap(_("Map of the districts"))
        self.hexagons = HexagonMap(_("Districts as hexagons"), marks_current=True)
        self.hexagons.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.hexagons.setMinimumSize(180, 150)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.shapes)
        self.stack.addWidget(_padded(self.hexagons))
        self.legend = {fill: _LegendLine(fill, meaning) for fill, meaning in words.legend().items()}
        self.story_head = labels.Text(font=theme.text_font(theme.SEMIBOLD))
        self.story = labels.note(wrap=True)
        self.story.setMinimumHeight(_STORY)  # the map keeps its size whatever the story
        self.story.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self._legend_area())
        self.body.addWidget(Line())
        self.body.addLayout(self._story_area())
        self.link_clicked.connect(self.switch)
        for part in (self.shapes, self.hexagons):
            part.picked.connect(self.picked)
            part.current_changed.connect(self._on_current)

    def show_view(self, view: CoverageView) -> None:
        """Show the Kreise of a view."""
        cells = {each.kreis_ags: words.cell(each) for each in view.kreise}
        self.shapes.set_cells(cells)
        self.hexagons.set_cells(cells)
        sums = Counter(cell.fill for cell in cells.values())
        for fill, line in self.legend.items():
            line.set_count(sums[fill])
            line.setVisible(bool(sums[fill]) or fill is not Fill.plain)

    def show_story(self, head: str, sentences: list[str]) -> None:
        """Say what lies behind the figures of a Kreis."""
        self.story_head.setText(head)
        self.story.setText(" ".join(sentences))

    def set_current(self, ags: str) -> None:
        """Choose a Kreis on both maps."""
        for part in (self.shapes, self.hexagons):
            if part.current() != ags:
                part.set_current(ags)

    def switch(self) -> None:
        """Show hexagons instead of shapes, or the other way round."""
        is_shapes = self.stack.currentIndex() == 0
        self.stack.setCurrentIndex(1 if is_shapes else 0)
        self.link.setText(_("As map") if is_shapes else _("As hexagons"))
        self.link.updateGeometry()

    def _legend_area(self) -> QWidget:
        flow_area = QWidget()
        flow = FlowLayout(flow_area, theme.GAP_SMALL)
        for line in self.legend.values():
            flow.addWidget(line)
        area = QWidget()
        column = QVBoxLayout(area)
        column.setContentsMargins(theme.GAP, 0, theme.GAP, theme.GAP_ROW)
        column.addWidget(flow_area)
        return area

    def _story_area(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self.story_head)
        column.addWidget(self.story)
        return column

    def _on_current(self, ags: str) -> None:
        self.set_current(ags)
        self.current_changed.emit(ags)


class _LegendLine(QWidget):
    """A swatch, what it means, and how many Kreise."""

    def __init__(self, fill: Fill, meaning: str) -> None:
        super().__init__()
        self._fill, self._meaning, self._count = fill, meaning, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show how many Kreise are so."""
        self._count = count
        self.setAccessibleName(self._words())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SWATCH + 7 + paint.text_width(self._words(), theme.small_font()) + 2, 20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            draw_swatch(painter, QRectF(0, (self.height() - _SWATCH) / 2, _SWATCH, _SWATCH), self._fill)
            rect = QRectF(_SWATCH + 7, 0, self.width() - _SWATCH - 7, self.height())
            paint.text(painter, rect, self._words(), theme.small_font(), theme.tokens().text)

    def _words(self) -> str:
        return f"{self._meaning}: {self._count}"


def _padded(inner: QWidget) -> QWidget:
    outer = QWidget()
    row = QHBoxLayout(outer)
    row.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
    row.addWidget(inner)
    return outer
