"""The figures of the present plan and of the proposal, how good it is, and which districts win or lose a stop."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from domain.region.kreise import kreise
from gui import theme
from gui.pages.tours.proposal.lines import FigureLine
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.card import Card
from gui.widgets.hexagon_map import Cell, Fill, HexagonMap

_WIDTH = 360
_NAMED = 3
"""As many districts are called by their names; more by their codes, as the list beside does."""


class FiguresCard(Card):
    """The figures of both plans side by side, and how good the proposal is."""

    def __init__(self) -> None:
        super().__init__(_("Comparison"))
        self.setFixedWidth(_WIDTH)
        self.quality = labels.Text(font=theme.text_font(theme.MEDIUM), wrap=True)
        self.subject = labels.note(wrap=True)
        self.districts = labels.note(wrap=True)
        self.map = HexagonMap(_("Tour stops by district"))
        self.map.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.map.setMinimumSize(120, 140)
        self.area = QGridLayout()
        self.area.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP)
        self.area.setHorizontalSpacing(theme.GAP)
        self.area.setVerticalSpacing(theme.GAP_SMALL)
        self.area.setColumnStretch(0, 1)
        column = QVBoxLayout()
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, 0)
        column.setSpacing(0)
        column.addWidget(self.quality)
        column.addWidget(self.subject)
        self.body.addLayout(column)
        self.body.addLayout(self.area)
        lower = QVBoxLayout()
        lower.setContentsMargins(theme.GAP, 0, theme.GAP, theme.GAP)
        lower.setSpacing(theme.GAP_SMALL)
        lower.addWidget(self.districts)
        lower.addWidget(self.map, 1)
        self.body.addLayout(lower, 1)

    def show_quality(self, quality: str, subject: str) -> None:
        """Say how good the proposal is, and for what it was made."""
        self.quality.setText(quality)
        self.subject.setText(subject)

    def show_districts(self, now: Mapping[str, int], proposed: Mapping[str, int]) -> None:
        """Show how many stops each district (by its AGS) has in both plans."""
        self.districts.setText(_districts(now, proposed))
        self.districts.setVisible(bool(self.districts.text()))
        self.map.set_cells({each.ags: _cell(now.get(each.ags, 0), proposed.get(each.ags, 0)) for each in kreise()})

    def show_figures(self, figures: Sequence[FigureLine]) -> None:
        """Fill the grid; what is better is green, what is worse gold, both with their sign."""
        while (item := self.area.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for column, head in enumerate(("", _("now"), _("proposal"), "")):
            self._put(0, column, labels.note(head))
        for row, line in enumerate(figures, start=1):
            difference = labels.Text(line.difference, font=theme.text_font(theme.MEDIUM))
            difference.set_tone({True: "done", False: "gold", None: "muted"}[line.is_better])
            for column, widget in enumerate(
                (labels.Text(line.words), labels.Text(line.before, tone="muted"), labels.Text(line.after), difference)
            ):
                self._put(row, column, widget)
            difference.setAccessibleName(f"{line.words}: {line.before}, {line.after}, {line.difference}")

    def _put(self, row: int, column: int, widget: QWidget) -> None:
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        self.area.addWidget(widget, row, column, side)


def _cell(now: int, proposed: int) -> Cell:
    number = current().number
    words = _("{now} now, {proposed} in the proposal").format(now=number(now), proposed=number(proposed))
    if now == proposed:
        return Cell(Fill.begun if now else Fill.plain, number(now) if now else "", words)
    fill = Fill.missing if not proposed else Fill.reached if proposed > now else Fill.begun
    return Cell(fill, f"{number(now)} → {number(proposed)}", words)


def _districts(now: Mapping[str, int], proposed: Mapping[str, int]) -> str:
    """Which districts win their first stop or lose their last; nothing where no plan was before."""
    known = {each.ags: each for each in kreise()}

    def named(keys: Sequence[str]) -> str:
        found = [known[key] for key in keys if key in known]
        short = len(found) > _NAMED
        return ", ".join(each.code if short else each.name for each in found)

    won = [key for key in proposed if key not in now] if now else []
    lost = [key for key in now if key not in proposed]
    said = ((_("First stop in: {districts}"), named(won)), (_("No stop any more in: {districts}"), named(lost)))
    return "\n".join(words.format(districts=names) for words, names in said if names)
