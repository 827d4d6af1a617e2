"""Why requests have no place in the shown tour, and what would help, for the list „Nicht eingeplant“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from gui.pages.tours.left_out import Ask
from gui.pages.tours.proposal.lines import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.planning.case import PlanningCase
    from domain.planning.plan import LeftOut
    from domain.rows.proposals import Subject
    from gui.pages.tours.page import ToursPage

Explained = tuple["PlanningCase", "tuple[LeftOut, ...]"]


def explain(page: ToursPage) -> None:
    """Ask why the waiting requests are not in the tour; the answer arrives a moment later."""
    from domain.usecases import present_plan

    if page.detail is not None and page.detail.days:
        page.desk.ask_later(page.show_reasons, present_plan.left_out_of_tour, page.detail.row.id)


def with_reasons(asks: Sequence[Ask], explained: Explained) -> list[Ask]:
    """The rows with the reason first and the nearest way out; a row the planner does not know stays as it is.

    Below them stand events that wait for a day, because they lost theirs or never had one.
    """
    case, left_out = explained
    known: Mapping[str, LeftOut] = {each.stop: each for each in left_out}
    listed = {str(ask.id) for ask in asks}
    waiting = [
        _ask(each, case.subjects[each.stop]) for each in left_out if each.stop not in listed and _waits(case, each)
    ]
    return [_told(ask, known.get(str(ask.id))) for ask in [*asks, *waiting]]


def _waits(case: PlanningCase, left: LeftOut) -> bool:
    """Whether it is an event without a day that could be on one of the tour's."""
    subject = case.subjects.get(left.stop)
    is_event = subject is not None and subject.event_id is not None and subject.starts_at is None
    return is_event and left not in case.apart


def _ask(left: LeftOut, subject: Subject) -> Ask:
    return Ask(UUID(left.stop), subject.host or subject.title, subject.town, subject.kreis_ags, "")


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
