"""Requests that wait for a place in the tour: shown beside the board, pulled onto it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from gui.pages.tours import deeds
from gui.pages.tours.drag import Held
from gui.pages.tours.left_out import Ask
from gui.texts import _, current

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from domain.rows.requests import RequestDraft, RequestRow
    from gui.pages.tours.page import ToursPage

_USUAL_STAY = 120
"""Minutes a request stays that does not say for how long."""


def show(page: ToursPage) -> None:
    """List the open requests whose wish touches the tour's days; they arrive a moment later."""
    from domain.usecases import tour_stops

    days = [day.day for day in page.detail.days] if page.detail else []
    if days:
        page.desk.ask_later(page.show_waiting, tour_stops.candidate_requests, min(days), max(days))
    else:
        page.show_waiting([])


def asks(rows: Iterable[RequestRow]) -> list[Ask]:
    """The requests as rows of the list."""
    return [_ask(row) for row in rows]


def _ask(row: RequestRow) -> Ask:
    return Ask(row.id, row.draft.requester, row.draft.town, row.kreis_ags, _wish(row.draft))


def _wish(draft: RequestDraft) -> str:
    first = draft.wishes[0].first_day if draft.wishes else draft.earliest
    last = draft.wishes[-1].last_day if draft.wishes else draft.latest
    begin, end = first or last, last or first
    if begin is None or end is None:
        return _("any day")
    return _("wishes {days}").format(days=current().day_range(begin, end))


def held_of(row: RequestRow) -> Held:
    """A request as something that is carried onto the board."""
    draft = row.draft
    words = ", ".join(part for part in (draft.town, draft.requester) if part)
    return Held(row.id, words, draft.kind, draft.duration_minutes or _USUAL_STAY, is_request=True)


def held_waiting(page: ToursPage, record: UUID) -> Held | None:
    """A row of the list as something that is carried: a request, or an event that has no day."""
    row = page.waiting.get(record)
    if row is not None:
        return held_of(row)
    subject = page.case.subjects.get(str(record)) if page.case is not None else None
    return Held(record, subject.town or subject.title, subject.kind, subject.minutes) if subject is not None else None


def on_opened(page: ToursPage, record: UUID) -> None:
    """Show the request, or the event, on its page."""
    page.asked_for.emit("requests" if record in page.waiting else "events", record)


def on_pulled(page: ToursPage, record: UUID, spot: QPoint) -> None:
    """Let a request or an event follow the mouse that pulls it out of the list."""
    held = held_waiting(page, record)
    if held is not None:
        page.board.carry_from(held, spot)


def on_menu(page: ToursPage, record: UUID, spot: QPoint) -> None:
    """Show what can be done with a request or an event that waits."""
    held = held_waiting(page, record)
    if held is None:
        return
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(_("Put into the tour …")).triggered.connect(partial(deeds.choose_place, page, held))
    words = _("Open request") if held.is_request else _("Open event")
    menu.addAction(words).triggered.connect(partial(on_opened, page, record))
    menu.popup(spot)
