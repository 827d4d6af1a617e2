"""How many citizen dialogues each Kreis had and will have in this half-year."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from domain.overriding import override
from domain.region.kreise import kreis, kreise
from domain.rows.overview import KreisCount
from gui import theme
from gui.pages.overview import words
from gui.texts import _, ngettext
from gui.widgets import labels, paint
from gui.widgets.card import Card, Line
from gui.widgets.hexagon_map import Cell, Fill, HexagonMap, draw_swatch

if TYPE_CHECKING:
    from domain.rows.due import DialogueGap

_SWATCH = 14


class DialoguesCard(Card):
    """Hexagons with "held + planned", a legend that counts, and the Kreis that waits longest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Citizen dialogues per district"), parent=parent)
        self.period = labels.note()
        self.map = HexagonMap(_("Citizen dialogues per district"))
        self.map.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.legend = {fill: _LegendLine(fill) for fill in (Fill.reached, Fill.begun, Fill.missing)}
        self.gap = labels.note(wrap=True)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(Line())
        self.gap.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_ROW)
        foot.addWidget(self.gap)
        self._foot.hide()
        column = QVBoxLayout()
        column.setContentsMargins(theme.GAP, 6, theme.GAP, theme.GAP_SMALL)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.period)
        column.addWidget(self.map, 1)
        legend = QVBoxLayout()
        legend.setSpacing(0)
        column.addLayout(legend)
        for line in self.legend.values():
            legend.addWidget(line)
        self.body.addLayout(column, 1)
        self.body.addWidget(self._foot)

    def show_counts(self, counts: Iterable[KreisCount], today: date) -> None:
        """Show the figures of the half-year `today` lies in; a Kreis without a figure has none."""
        found = {count.kreis_ags: count for count in counts}
        has_targets = any(count.target for count in found.values())
        figures = _("{half_year} · held + planned of target") if has_targets else _("{half_year} · held + planned")
        self.period.setText(figures.format(half_year=words.half_year(today)))
        cells = {each.ags: cell_of(found.get(each.ags, KreisCount(each.ags, 0, 0))) for each in kreise()}
        self.map.set_cells(cells)
        sums = Counter(cell.fill for cell in cells.values())
        for fill, line in self.legend.items():
            line.set_count(sums[fill], meanings(has_targets=has_targets)[fill])

    def show_gap(self, gap: "DialogueGap | None", today: date) -> None:
        """Name the Kreis that waits longest, if one waits."""
        self._foot.setVisible(gap is not None)
        if gap is None:
            return
        name = kreis(gap.kreis_ags).name
        if gap.last is None:
            self.gap.setText(_("{kreis}: no citizen dialogue yet, none planned").format(kreis=name))
        else:
            days = (today - gap.last).days
            sentence = ngettext(
                "{kreis}: no dialogue for {count} day, none planned",
                "{kreis}: no dialogue for {count} days, none planned",
                days,
            )
            self.gap.setText(sentence.format(kreis=name, count=days))


class _LegendLine(QWidget):
    """A swatch, what it means, and how many Kreise."""

    def __init__(self, fill: Fill) -> None:
        super().__init__()
        self._fill = fill
        self._count = 0
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int, words: str) -> None:
        """Show how many Kreise are so, and what that means."""
        self._count, self._words = count, words
        self.setAccessibleName(f"{words}: {self._figure()}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(180, 20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            draw_swatch(painter, QRectF(0, (self.height() - _SWATCH) / 2, _SWATCH, _SWATCH), self._fill)
            rect = QRectF(_SWATCH + theme.GAP_SMALL, 0, self.width() - _SWATCH - theme.GAP_SMALL, self.height())
            is_missing = self._fill is Fill.missing and self._count
            font = theme.small_font(theme.MEDIUM if is_missing else theme.REGULAR)
            paint.text(painter, rect, self._words, theme.small_font(), look.text)
            paint.text(painter, rect, self._figure(), font, look.error if is_missing else look.text, paint.RIGHT)

    def _figure(self) -> str:
        return ngettext("{count} district", "{count} districts", self._count).format(count=self._count)


def meanings(*, has_targets: bool) -> dict[Fill, str]:
    """What the fills mean, with targets and while there are none."""
    if has_targets:
        return {Fill.reached: _("target covered"), Fill.begun: _("begun"), Fill.missing: _("nothing planned yet")}
    return {Fill.reached: _("took place"), Fill.begun: _("planned"), Fill.missing: _("no event yet")}


def cell_of(count: KreisCount) -> Cell:
    """The hexagon of a Kreis: filled once its target is held or planned, light when begun, dashed before.

    Without a target it is filled once one was held.
    """
    figures = f"{count.held} + {count.planned}"
    if not count.target:
        fill = Fill.reached if count.held else Fill.begun if count.planned else Fill.missing
        spoken = _("{held} held, {planned} planned").format(held=count.held, planned=count.planned)
        return Cell(fill, figures, spoken)
    is_covered = count.held + count.planned >= count.target
    fill = Fill.reached if is_covered else Fill.begun if count.held or count.planned else Fill.missing
    spoken = _("{held} held, {planned} planned, target {target}").format(
        held=count.held, planned=count.planned, target=count.target
    )
    return Cell(fill, f"{figures} / {count.target}", spoken)
