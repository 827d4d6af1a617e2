"""Measures by accident cause or place category as a table: a row for every Kreis, term and half-year."""

from domain.exchange.columns import Column
from domain.i18n import N_
from domain.region.kreise import kreis
from domain.rows.measure_counts import MeasureCount

MeasureColumn = Column[MeasureCount]


def _kreis(row: MeasureCount) -> str:
    return kreis(row.kreis_ags).name if row.kreis_ags else ""


_WHERE: tuple[MeasureColumn, ...] = (
    Column("kreis_ags", N_("District key"), lambda row: row.kreis_ags or None, for_programs=True),
    Column("kreis", N_("District"), _kreis, 24),
)
_FIGURES: tuple[MeasureColumn, ...] = (
    Column("half_year", N_("Half-year"), lambda row: row.half_year, 10),
    Column("held", N_("Held"), lambda row: row.held, 8),
    Column("planned", N_("Planned"), lambda row: row.planned, 8),
)
CAUSE_COLUMNS: tuple[MeasureColumn, ...] = (
    *_WHERE,
    Column("cause", N_("Main accident cause"), lambda row: row.term, 30),
    *_FIGURES,
)
"""Counts only, the same for every audience: the names of black spots are typed freely and stay in the house."""

PLACE_COLUMNS: tuple[MeasureColumn, ...] = (
    *_WHERE,
    Column("place_category", N_("Place category"), lambda row: row.term, 24),
    *_FIGURES,
)
"""Counts only: the same for every audience."""
