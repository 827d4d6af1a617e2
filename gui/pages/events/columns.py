"""The columns of the table of events, and the words for their dates."""

from domain.labels import label
from domain.rows.events import EventRow
from domain.rows.filters import EventOrder
from domain.terms import EventState
from gui import icons, theme
from gui.models.table import Cell, Column
from gui.texts import _, current
from gui.widgets.badge import kreis_badge, state_badge

_OFF = frozenset({EventState.cancelled, EventState.declined})


def columns() -> list[Column[EventRow]]:
    """Day, hours, kind and title, place, Kreis, state, audience, number; the secondary ones give way first."""
    return [
        Column(_("Date"), lambda row: Cell(day_words(row)), width=134, order=EventOrder.date),
        Column(_("Hours"), lambda row: Cell(hours_words(row), tone="muted"), width=106, hide_below=720),
        Column(_("Event"), _heading, order=EventOrder.heading),
        Column(_("Town"), lambda row: Cell(row.town), width=158, order=EventOrder.town, hide_below=820),
        Column(_("Venue"), lambda row: Cell(venue(row), tone="muted"), width=216, hide_below=1280),
        Column(_("District"), _kreis, width=64),
        Column(_("State"), lambda row: Cell(badge=state_badge(row.state)), width=118, order=EventOrder.state),
        Column(
            _("Audience"),
            lambda row: Cell(label(row.audience, current()), tone="muted"),
            width=116,
            hide_below=1200,
        ),
        Column(
            _("Number"),
            lambda row: Cell(row.number, tone="muted"),
            width=102,
            order=EventOrder.number,
            is_right=True,
            hide_below=940,
        ),
    ]


def _heading(row: EventRow) -> Cell:
    return Cell(
        row.title,
        icon=icons.KIND_ICONS[row.kind],
        icon_colour=theme.tokens().kinds[row.kind].mark,
        is_first=True,
        is_struck=row.state in _OFF,
    )


def _kreis(row: EventRow) -> Cell:
    return Cell(badge=kreis_badge(row.kreis_ags)) if row.kreis_ags else Cell("–", tone="muted")


def venue(row: EventRow) -> str:
    """The place without its town, which has a column of its own."""
    return row.place.removesuffix(row.town).rstrip(", ")


def day_words(row: EventRow) -> str:
    """The day or days of an event, "no date" while it has none."""
    first, last = row.start_day, row.end_day
    if first is None:
        return _("no date")
    if row.all_day and last is not None and last != first:
        return current().day_range(first, last)
    return f"{current().weekday_short(first)} {current().day(first)}"


def hours_words(row: EventRow) -> str:
    """From when to when on the clock; all-day events say so."""
    if row.all_day:
        return _("all day")
    if row.starts_at is None or row.ends_at is None:
        return ""
    return f"{current().clock(row.starts_at)}–{current().clock(row.ends_at)}"
