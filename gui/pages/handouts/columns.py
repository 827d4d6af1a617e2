"""The columns of the list of handouts."""

from domain.labels import label
from domain.rows.handouts import SIMPLE, HandoutRow
from domain.terms import HandoutState
from gui.models.table import Cell, Column
from gui.texts import _, current

ICONS = {
    HandoutState.valid: "check",
    HandoutState.expiring: "clock",
    HandoutState.expired: "warning",
    HandoutState.undated: "help",
}
TONES = {HandoutState.expiring: "gold", HandoutState.expired: "error", HandoutState.undated: "muted"}


def columns() -> list[Column[HandoutRow]]:
    """Title with the languages there are, and until when."""
    return [Column(_("Handout"), _title), Column(_("Valid until"), _state, width=144)]


def tag_words(tag: str) -> str:
    """A language in two letters, as on a badge."""
    return _("LS") if tag == SIMPLE else tag.upper()


def _title(row: HandoutRow) -> Cell:
    tags = " · ".join(tag_words(edition.draft.language) for edition in row.editions)
    return Cell(row.title, second=tags, is_first=True)


def _state(row: HandoutRow) -> Cell:
    days = [edition.draft.valid_until for edition in row.editions if edition.draft.valid_until]
    words = current().day(min(days)) if days else "–"
    tone = TONES.get(row.state, "text")
    return Cell(words, second=label(row.state, current()), icon=ICONS[row.state], tone=tone)
