"""The columns of the list of outlets, and of the calendars one of them offers."""

from uuid import UUID

from domain.labels import label
from domain.region.kreise import kreis
from domain.rows.outlets import FeedRow, OutletStanding
from gui.models.table import Cell, Column
from gui.pages.publishing import words
from gui.texts import _, current
from gui.widgets.badge import kreis_badge


def columns() -> list[Column[OutletStanding]]:
    """Name with address, kind, audience, last run and how it stands."""
    return [
        Column(_("Outlet"), _name),
        Column(_("Kind"), lambda each: Cell(label(each.row.draft.kind, current()), tone="muted"), 176, hide_below=780),
        Column(_("For whom"), lambda each: Cell(badge=words.audience_badge(each.row.draft.audience)), 124),
        Column(_("Last run"), _last, 204, hide_below=620),
        Column(_("State"), lambda each: Cell(badge=words.state_badge(each)), 212),
    ]


def _name(each: OutletStanding) -> Cell:
    draft = each.row.draft
    return Cell(draft.name, second=draft.address, icon=words.KIND_ICONS[draft.kind], is_first=True)


def _last(each: OutletStanding) -> Cell:
    return Cell(words.last_run(each.row), second=words.figures(each.row))


def feed_columns() -> list[Column[FeedRow]]:
    """The Kreis with its address, and how many events were published in it."""
    return [
        Column(_("Calendar"), _feed),
        Column(_("Events"), _events, 72, is_right=True),
    ]


def _feed(row: FeedRow) -> Cell:
    name = kreis(row.kreis_ags).name if row.kreis_ags else _("All of the state")
    badge = kreis_badge(row.kreis_ags) if row.kreis_ags else None
    return Cell(name, second=row.address or row.place, is_first=row.kreis_ags is None, badge=badge)


def _events(row: FeedRow) -> Cell:
    return Cell("–" if row.events is None else current().number(row.events), tone="muted" if not row.events else "text")


def feed_key(row: FeedRow) -> UUID:
    """The table's key of a calendar."""
    return UUID(int=int(row.kreis_ags or 0))
