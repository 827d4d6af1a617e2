"""Publications as a table: a row for every edition and language, with its stock and what to order."""

from domain.exchange.columns import Column
from domain.i18n import N_
from domain.rows.publications import PublicationRow
from domain.terms import Audience

_COLUMNS: tuple[Column[PublicationRow], ...] = (
    Column("id", N_("Key"), lambda row: str(row.id), for_programs=True),
    Column("title", N_("Title"), lambda row: row.draft.title, 40),
    Column("edition", N_("Edition"), lambda row: row.draft.edition, 18),
    Column("language", N_("Language"), lambda row: row.draft.language, 12),
    Column("publisher", N_("Publisher"), lambda row: row.draft.publisher, 24),
    Column("topic", N_("Topic"), lambda row: row.topic, 22),
    Column("valid_until", N_("Valid until"), lambda row: row.draft.valid_until, 12),
    Column("replaced_by", N_("Replaced by"), lambda row: row.replaced_by, 24),
    Column("state", N_("State"), lambda row: row.state, 12),
    Column("stock", N_("Stock"), lambda row: row.stock, 10),
    Column("promised", N_("Promised"), lambda row: row.promised, 10),
    Column("minimum", N_("Minimum stock"), lambda row: row.draft.minimum, 10),
    Column("pack_size", N_("Copies per pack"), lambda row: row.draft.pack_size, 10),
    Column("to_order", N_("To order"), lambda row: row.to_order, 10),
    Column("packs", N_("Packs"), lambda row: row.packs if row.to_order else None, 8),
    Column("runs_out", N_("Runs out on"), lambda row: row.runs_out, 12),
)
_INTERNAL: tuple[Column[PublicationRow], ...] = (
    Column("storage", N_("Where it lies"), lambda row: row.draft.storage, 24),
    Column("notes", N_("Notes"), lambda row: row.draft.notes, 40),
)


def publication_columns(audience: Audience) -> tuple[Column[PublicationRow], ...]:
    """What an audience may read: titles and counts; where copies lie, and notes, are for the house only."""
    return (*_COLUMNS, *_INTERNAL) if audience is Audience.internal else _COLUMNS
