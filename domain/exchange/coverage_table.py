"""Coverage as a table: a row for every Kreis, kind and half-year."""

from domain.exchange.columns import Column
from domain.i18n import N_
from domain.region.kreise import kreis
from domain.rows.coverage import CoverageRow

COLUMNS: tuple[Column[CoverageRow], ...] = (
    Column("kreis_ags", N_("District key"), lambda row: row.kreis_ags, for_programs=True),
    Column("kreis", N_("District"), lambda row: kreis(row.kreis_ags).name, 24),
    Column("kind", N_("Kind"), lambda row: row.kind, 22),
    Column("half_year", N_("Half-year"), lambda row: row.half_year, 10),
    Column("target", N_("Target"), lambda row: row.target, 8),
    Column("held", N_("Held"), lambda row: row.held, 8),
    Column("planned", N_("Planned"), lambda row: row.planned, 8),
    Column("missing", N_("Missing"), lambda row: row.missing, 8),
    Column("reached", N_("People reached"), lambda row: row.reached, 10),
    Column("last", N_("Last held"), lambda row: row.last, 11),
    Column("advisory_projects", N_("Advisory projects"), lambda row: row.projects, 12),
)
"""Counts only: the same for every audience."""
