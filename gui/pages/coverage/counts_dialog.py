"""Measures by main accident cause or place category, a column for each Kreis: where what is done, and where nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.labels import KREIS_CODES, label
from domain.region.kreise import kreise
from domain.rows.measure_counts import CountedTerm, CrossLine, MeasureCount
from domain.rules.crosstab import crosstab
from domain.terms import AccidentCause, PlaceCategory
from gui import theme
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.coverage import words
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.card import Card
from gui.widgets.choice import Segmented
from gui.widgets.combo import Combo
from gui.widgets.table import TableView

if TYPE_CHECKING:
    from domain.store.session import Session
    from gui.shell import Shell

_IDS = UUID("0196c1a4-7a52-7e33-9c1c-5a52f3b0c0ff")
"""Under which the lines get ids of their own."""

_KREIS_WIDTH, _SUM_WIDTH = 50, 74
_SIZE = (1170, 660)
_CAUSES, _PLACES = "traffic", "places"
_TERMS: dict[str, tuple[CountedTerm, ...]] = {_CAUSES: tuple(AccidentCause), _PLACES: tuple(PlaceCategory)}


class CountsDialog(Dialog):
    """Two tables over the same Kreise; a figure is what was held, with what is planned behind a plus."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Measures by cause and place"), _("Close"), parent)
        self._desk = desk
        self._read: dict[str, tuple[MeasureCount, ...]] = {_CAUSES: (), _PLACES: ()}
        self.by = Segmented([(_CAUSES, _("Accident cause")), (_PLACES, _("Place category"))], name=_("Count by"))
        self.period = Combo(_("Period"))
        self.model = RowTableModel(_columns(), key=_key, parent=self)
        self.table = TableView(self.model, _("Measures by term and district"))
        self.note = labels.note(wrap=True)
        self._lay_out()
        self.cancel.hide()
        self.primary.clicked.connect(self.accept)
        self.export = self.add_button(_("Export …"), icon="export")
        self.export.clicked.connect(self._on_export)
        self.by.picked.connect(lambda _key: self._show())
        self.period.activated.connect(lambda _at: self._show())
        self.table.current_changed.connect(lambda _record: self._tell())
        self.resize(*_SIZE)
        desk.ask_later(self._on_read, _counts)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GAP_SMALL)
        head.addWidget(self.by)
        head.addStretch(1)
        head.addWidget(self.period)
        card = Card()
        card.body.addWidget(self.table)
        self.content.addLayout(head)
        self.content.addWidget(card, 1)
        self.content.addWidget(self.note)

    def half_years(self) -> tuple[str, ...]:
        """The half-years that are counted, () for all."""
        chosen = self.period.value()
        return chosen if isinstance(chosen, tuple) else ()

    def _on_read(self, read: dict[str, tuple[MeasureCount, ...]]) -> None:
        self._read = read
        halves = sorted({count.half_year for counts in read.values() for count in counts}, reverse=True)
        self.period.clear()
        self.period.add((), _("All years"), "calendar")
        for year in sorted({half[:4] for half in halves}, reverse=True):
            self.period.add((f"{year}-H1", f"{year}-H2"), _("Year {year}").format(year=year), "calendar")
        for half in halves:
            self.period.add((half,), words.period((half,)), "calendar")
        self._show()

    def _show(self) -> None:
        self.model.set_rows(crosstab(self._counts(), _TERMS[str(self.by.value())]))
        self._tell()

    def _counts(self) -> list[MeasureCount]:
        halves = self.half_years()
        return [each for each in self._read[str(self.by.value())] if not halves or each.half_year in halves]

    def _tell(self) -> None:
        """Say how the figures read, and which accident black spots are behind the line in front."""
        at = self.table.currentIndex().row()
        line = self.model.row_at(at) if 0 <= at < self.model.rowCount() else None
        self.note.setText(_note(line.term if line is not None else None, self._counts()))

    def _on_export(self) -> None:
        from gui.dialogs import files

        by, halves = str(self.by.value()), self.half_years()
        name = (_("Accident causes") if by == _CAUSES else _("Place categories")).lower().replace(" ", "-")
        kinds = _("Tables") + " (*.xlsx *.csv *.json)"
        files.save_as(
            self, _("Export counts"), f"{name}.xlsx", kinds, lambda path: _write(self._desk, path, by, halves)
        )


def open_counts(window: "Shell") -> CountsDialog | None:
    """Open the tables over the window."""
    if window.desk is None:
        return None
    dialog = CountsDialog(window.desk, window)
    dialog.open()
    return dialog


def _counts(session: "Session") -> dict[str, tuple[MeasureCount, ...]]:
    from domain.usecases import measure_counts

    return {_CAUSES: measure_counts.by_cause(session), _PLACES: measure_counts.by_place(session)}


def _write(desk: Desk, path: Path, by: str, halves: tuple[str, ...]) -> None:
    from domain.outgoing.measure_counts import CountedBy, export_counts

    language = current()
    desk.tasks.start(
        lambda _ticket: export_counts(desk.workspace, path, CountedBy(by), halves, (), language),
        lambda count: desk.tell(
            ngettext("{count} row written to {file}", "{count} rows written to {file}", count).format(
                count=count, file=path.name
            )
        ),
        progress=_("Writing {file}").format(file=path.name),
    )


def _key(line: CrossLine) -> UUID:
    return uuid5(_IDS, line.term.value if line.term is not None else "")


def _columns() -> tuple[Column[CrossLine], ...]:
    districts = [Column(KREIS_CODES[each.ags], _figure_of(each.ags), _KREIS_WIDTH, is_right=True) for each in kreise()]
    return (
        Column("", _name),
        *districts,
        Column(_("Held"), lambda line: _sum(line.held), _SUM_WIDTH, is_right=True),
        Column(_("Planned"), lambda line: _sum(line.planned), _SUM_WIDTH, is_right=True),
    )


def _name(line: CrossLine) -> Cell:
    if line.term is None:
        return Cell(_("All"), is_first=True)
    return Cell(label(line.term, current()), is_first=True, tone="text" if line.figures else "muted")


def _figure_of(ags: str) -> Callable[[CrossLine], Cell]:
    def cell(line: CrossLine) -> Cell:
        held, planned = line.figures.get(ags, (0, 0))
        if not held and not planned:
            return Cell("–", tone="muted")
        shown = current().number(held) if held else ""
        return Cell(f"{shown}+{current().number(planned)}" if planned else shown, is_first=line.term is None)

    return cell


def _sum(count: int) -> Cell:
    return Cell(current().number(count), is_first=True, tone="text" if count else "muted")


def _note(term: CountedTerm | None, counts: list[MeasureCount]) -> str:
    reading = _("A figure is what was held; behind the plus what is planned. Those without a district are in the sums.")
    spots = sorted({spot for count in counts if count.term is term for spot in count.black_spots})
    if not spots:
        return reading
    return reading + "\n" + _("Accident black spots: {places}").format(places=" · ".join(spots))
