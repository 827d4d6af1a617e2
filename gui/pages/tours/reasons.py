"""Why requests have no place in the shown tour, and what would help, for the list „Nicht eingeplant“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gui.pages.tours.proposal.lines import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.planning.case import PlanningCase
    from domain.planning.plan import LeftOut
    from gui.pages.tours.left_out import Ask
    from gui.pages.tours.page import ToursPage

Explained = tuple["PlanningCase", "tuple[LeftOut, ...]"]


def explain(page: ToursPage) -> None:
    """Ask why the waiting requests are not in the tour; the answer arrives a moment later."""
    from domain.usecases import present_plan

    if page.detail is not None and page.detail.days and page.waiting:
        page.desk.ask_later(page.show_reasons, present_plan.left_out_of_tour, page.detail.row.id)


def with_reasons(asks: Sequence[Ask], explained: Explained) -> list[Ask]:
    """The rows with the reason first and the nearest way out; a row the planner does not know stays as it is."""
    known: Mapping[str, LeftOut] = {each.stop: each for each in explained[1]}
    return [_told(ask, known.get(str(ask.id))) for ask in asks]


def _told(ask: Ask, left: LeftOut | None) -> Ask:
    if left is None:
        return ask
    way = next(iter(left.relaxations), None)
    reason = " ".join(sentence(each) for each in left.sentences)
    return replace(ask, reason=reason or ask.reason, way_words=sentence(way.sentence) if way else "", way=way)


def take_way(page: ToursPage, ask: Ask) -> None:
    """Plan the tour with one wish taken less strictly, and show what that changes."""
    from gui.pages.tours.proposal import opening

    if page.case is not None and ask.way is not None:
        opening.propose(page, page.case.relaxed(ask.way), page.case.wish)
