"""How publications and their stock are said and coloured: state as icon and word, editions, languages, figures."""

from domain.labels import label
from domain.labels.languages import language_name
from domain.rows.publications import PublicationDraft, PublicationRow, StockLine
from domain.terms import StockState
from gui import theme
from gui.texts import _, current, ngettext
from gui.widgets.badge import BadgeLook

STATE_ICONS = {
    StockState.negative: "minus",
    StockState.outdated: "ban",
    StockState.empty: "error",
    StockState.runs_out: "clock",
    StockState.low: "warning",
    StockState.enough: "check",
}


def state_words(row: PublicationRow) -> str:
    """How far the stock reaches, with the day on which it runs out."""
    if row.state is StockState.runs_out and row.runs_out is not None:
        return _("Runs out on {day}").format(day=current().day(row.runs_out))
    return label(row.state, current())


def state_badge(row: PublicationRow) -> BadgeLook:
    """The state as icon, word and colour; an outdated edition of which nothing is left is no trouble any more."""
    look = theme.tokens()
    mark, ground = {
        StockState.negative: (look.error, look.error_ground),
        StockState.outdated: (look.warning, look.warning_ground),
        StockState.empty: (look.error, look.error_ground),
        StockState.runs_out: (look.warning, look.warning_ground),
        StockState.low: (look.warning, look.warning_ground),
        StockState.enough: (look.done, look.done_ground),
    }[row.state]
    if row.state is StockState.outdated and row.stock == 0:
        mark, ground = look.muted, look.off
    return BadgeLook(state_words(row), mark, ground, STATE_ICONS[row.state])


def language_words(draft: PublicationDraft) -> str:
    """The language's name."""
    return language_name(draft.language, current())


def named(draft: PublicationDraft) -> str:
    """Title, edition and language, as a choice of editions needs them."""
    return f"{draft.name} ({language_words(draft)})"


def copies(count: int) -> str:
    """1 copy, 1.200 copies."""
    return ngettext("{count} copy", "{count} copies", count).format(count=current().number(count))


def signed(quantity: int) -> str:
    """+500, −85, ±0."""
    sign = "+" if quantity > 0 else "−" if quantity < 0 else "±"
    return sign + current().number(abs(quantity))


def line_title(line: StockLine) -> str:
    """What a change of the stock was: its reason, or the event that handed copies out."""
    return line.title if line.reason is None else label(line.reason, current())


def packs(row: PublicationRow) -> str:
    """How many packs to order: 2 × 250, a dash for single copies."""
    if not row.packs or not row.draft.pack_size:
        return "–"
    return f"{current().number(row.packs)} × {current().number(row.draft.pack_size)}"
