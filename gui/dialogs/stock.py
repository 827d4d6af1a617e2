"""Takes over the starting stocks: Ordnungsämter and police units; topics, qualifications and offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.i18n import N_
from domain.rows.steps import Label
from gui.texts import _

if TYPE_CHECKING:
    from domain.rows.network import StockReport
    from gui.shell import Shell

_LABEL = Label(N_("Take over offices and police"))
_CATALOGUE = Label(N_("Take over starting catalogue"))


def take_stock(window: Shell) -> None:
    """Add what is missing in one undo step, beside the GUI thread, and say what became of it."""
    from domain.usecases import stock

    desk = window.desk
    if desk is None:
        return

    def said(report: StockReport) -> None:
        words = _("{added} added, {completed} completed, {present} there already").format(
            added=report.added, completed=report.completed, present=report.present
        )
        desk.tell(words, undoable=bool(report.added + report.completed))

    desk.tasks.start(lambda _ticket: desk.run(_LABEL, stock.take_stock), said, key="stock")


def take_catalogue(window: Shell) -> None:
    """Add the topics, qualifications, target groups and offers that are missing, in one undo step, and say how many."""
    from domain.usecases import catalogue_stock

    desk = window.desk
    if desk is None:
        return

    def said(report: StockReport) -> None:
        words = _("{added} entries added, {present} there already").format(added=report.added, present=report.present)
        desk.tell(words, undoable=bool(report.added))

    desk.tasks.start(lambda _ticket: desk.run(_CATALOGUE, catalogue_stock.take_stock), said, key="catalogue-stock")
