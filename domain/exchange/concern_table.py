"""Concerns as tables: the register for the house, the public form, and the statistics."""

from domain.exchange.columns import Column
from domain.i18n import N_
from domain.region.kreise import kreis
from domain.rows.concerns import ConcernCount, ConcernRow
from domain.rows.published_concerns import PublicConcern

PUBLIC_COLUMNS: tuple[Column[PublicConcern], ...] = (
    Column("number", N_("Number"), lambda row: row.number, 14),
    Column("category", N_("Category"), lambda row: row.category, 26),
    Column("place_category", N_("Place category"), lambda row: row.place_category, 22),
    Column("text", N_("Public short form"), lambda row: row.text, 48),
    Column("state", N_("State"), lambda row: row.state, 16),
    Column("answer", N_("Public answer"), lambda row: row.answer, 48),
)
"""What everybody may read."""

REGISTER_COLUMNS: tuple[Column[ConcernRow], ...] = (
    Column("id", N_("Key"), lambda row: str(row.id), for_programs=True),
    Column("number", N_("Number"), lambda row: row.number, 14),
    Column("kreis", N_("District"), lambda row: kreis(row.kreis_ags).name if row.kreis_ags else "", 22),
    Column("kreis_ags", N_("District key"), lambda row: row.kreis_ags, for_programs=True),
    Column("ags", N_("Municipality key"), lambda row: row.draft.ags, for_programs=True),
    Column("raised_on", N_("Raised on"), lambda row: row.draft.raised_on, 12),
    Column("event", N_("Event"), lambda row: row.event, 30),
    Column("wording", N_("Wording"), lambda row: row.draft.wording, 60),
    Column("category", N_("Category"), lambda row: row.draft.category, 24),
    Column("place_category", N_("Place category"), lambda row: row.draft.place_category, 20),
    Column("place", N_("Place"), lambda row: row.draft.place, 24),
    Column("office", N_("Responsible office"), lambda row: row.office, 28),
    Column("due", N_("Due"), lambda row: row.due, 12),
    Column("state", N_("State"), lambda row: row.state, 16),
    Column("state_reason", N_("Reason"), lambda row: row.state_reason, 24),
    Column("answered_on", N_("Answered on"), lambda row: row.answered_on, 12),
    Column("answer", N_("Answer of the office"), lambda row: row.answer, 48),
    Column("public_text", N_("Public short form"), lambda row: row.draft.public_text, 40),
    Column("public_answer", N_("Public answer"), lambda row: row.public_answer, 40),
    Column("notes", N_("Notes"), lambda row: row.draft.notes, 30),
)
"""The register as the house keeps it."""

COUNT_COLUMNS: tuple[Column[ConcernCount], ...] = (
    Column("kreis", N_("District"), lambda row: kreis(row.kreis_ags).name if row.kreis_ags else "", 24),
    Column("kreis_ags", N_("District key"), lambda row: row.kreis_ags, for_programs=True),
    Column("category", N_("Category"), lambda row: row.category, 26),
    Column("total", N_("Concerns"), lambda row: row.total, 10),
    Column("waiting", N_("Waiting"), lambda row: row.waiting, 10),
    Column("answered", N_("Answered or settled"), lambda row: row.answered, 14),
    Column("dropped", N_("Not pursued"), lambda row: row.dropped, 14),
    Column("median_days", N_("Days to the answer (median)"), lambda row: row.median_days, 16),
    Column("oldest", N_("Oldest waiting since"), lambda row: row.oldest, 16),
)
"""Counts; a line without a district is of all, one without a category of all categories."""
