"""The states of counting and review worth a picture: the tally empty, full and narrow, its first step, the review."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gui.pictured import settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk
    from gui.shell import Shell

_SIZES = ((1366, 768), (960, 600), (683, 384))


def tally(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """Today's stand in three sizes, one that nobody has counted yet, and the choice of its groups."""
    from domain.usecases import tally_today
    from gui.dialogs.tally.window import TallyWindow

    del window
    today = desk.ask(tally_today.events_today)
    if not today:
        return
    full = TallyWindow(desk, today[0].id)
    full.show()
    full.counter.strike(full.counter.board.groups[1].id, 5)
    for width, height in _SIZES:
        full.resize(width, height)
        settle(desk)
        yield f"tally-full-{width}", full
    full.resize(*_SIZES[0])
    full.show_setup(full.counter.board)
    settle(desk)
    yield "tally-groups", full
    full.counter.take_back()
    full.close()
    yield from _empty(desk)


def _empty(desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    from domain.rows.filters import EventFilter
    from domain.terms import EventKind, EventState
    from domain.usecases import event_rows
    from gui.dialogs.tally.window import TallyWindow

    wanted = EventFilter(kinds=(EventKind.mobile_stop,), states=(EventState.confirmed,), dated=True)
    coming = desk.ask(event_rows.list_rows, wanted)
    if coming:
        empty = TallyWindow(desk, coming[0].id)
        empty.resize(*_SIZES[0])
        empty.show()
        settle(desk)
        yield "tally-empty", empty
        empty.close()


def review(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The review of today's stand, of a stop that is over, and the visitors of the site where most were counted."""
    from domain.usecases import sites, tally_today, visitors
    from gui.dialogs.review import open_review
    from gui.pages.sites.page import SitesPage

    for row in desk.ask(tally_today.events_today)[:1]:
        dialog = open_review(window, desk, row.id)
        settle(desk)
        yield "review", dialog
        dialog.reject()
    page = window.show_page("sites")
    if isinstance(page, SitesPage):
        rows = desk.ask(sites.list_rows)
        page.show_record(max(rows, key=lambda row: desk.ask(visitors.at_site, row.id).days).id)
        page.panel.tabs.bar.setCurrentIndex(3)
        settle(desk)
        yield "sites-visitors", window
        page.panel.tabs.bar.setCurrentIndex(0)
