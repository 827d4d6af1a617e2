"""The columns of the stock list and of the reorder list."""

from domain.rows.publications import PublicationRow
from domain.terms import StockState
from gui.models.table import Cell, Column
from gui.pages.publications import words
from gui.texts import _, current

_WIDE_LIST = 860
_STATE = 208


def stock_columns() -> list[Column[PublicationRow]]:
    """Title with edition and language, stock, what is promised, the minimum, validity and state."""
    return [
        Column(_("Publication"), _title),
        Column(_("Stock"), _stock, width=72, is_right=True),
        Column(_("Promised"), lambda row: _figure(row.promised), width=84, is_right=True),
        Column(_("Minimum"), lambda row: _figure(row.draft.minimum), width=84, is_right=True, hide_below=640),
        Column(_("Valid until"), _valid_until, width=104, hide_below=_WIDE_LIST),
        Column(_("State"), lambda row: Cell(badge=words.state_badge(row)), width=_STATE),
    ]


def order_columns() -> list[Column[PublicationRow]]:
    """Title with edition and language, what there is, what is needed, and the proposal in copies and packs."""
    return [
        Column(_("Publication"), _title),
        Column(_("Stock"), _stock, width=72, is_right=True),
        Column(_("Promised"), lambda row: _figure(row.promised), width=84, is_right=True),
        Column(_("Minimum"), lambda row: _figure(row.draft.minimum), width=84, is_right=True),
        Column(_("Order"), _proposal, width=88, is_right=True),
        Column(_("Packs"), lambda row: Cell(words.packs(row), tone="muted"), width=104, is_right=True),
    ]


def _title(row: PublicationRow) -> Cell:
    second = " · ".join(part for part in (row.draft.edition, words.language_words(row.draft)) if part)
    return Cell(row.draft.title, second=second, icon="book", is_first=True)


def _stock(row: PublicationRow) -> Cell:
    return Cell(current().number(row.stock), tone="error" if row.state is StockState.negative else "text")


def _figure(count: int) -> Cell:
    return Cell(current().number(count) if count else "–", tone="text" if count else "muted")


def _proposal(row: PublicationRow) -> Cell:
    return Cell(current().number(row.to_order), tone="strong", is_first=True)


def _valid_until(row: PublicationRow) -> Cell:
    day = row.draft.valid_until
    is_over = row.state is StockState.outdated and row.stock > 0
    return Cell(current().day(day) if day else "–", tone="gold" if is_over else "muted")
