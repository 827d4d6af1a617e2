"""What can be done with requests: each deed one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.printing import PrintChoice
from domain.rows.requests import RequestDraft, RequestRow
from domain.rows.steps import Label
from domain.terms import DeclineCause, EventKind, RequestState
from gui.pages.requests.panel import UNDECIDED
from gui.texts import _

if TYPE_CHECKING:
    from uuid import UUID

    from domain.rows.triage import Decision
    from gui.pages.requests.form import RequestDialog
    from gui.pages.requests.page import RequestsPage


def enter(page: RequestsPage) -> None:
    """Ask for a new request and add it to the inbox."""
    _open_form(page, _("New request"), RequestDraft("", EventKind.mobile_stop), None)


def edit(page: RequestsPage) -> None:
    """Ask for changes of the chosen request, if nothing is decided yet."""
    row = page.chosen()
    if row is not None and row.state in UNDECIDED:
        _open_form(page, _("Edit request"), row.draft, row)


def _open_form(page: RequestsPage, title: str, draft: RequestDraft, row: RequestRow | None) -> None:
    from domain.usecases import request_hosts
    from gui.pages.events.choices import Names, PartnerFinder
    from gui.pages.requests.form import Desktop, RequestDialog

    known = Desktop(
        choices=page.desk.ask(request_hosts.choices),
        today=page.today,
        find=PartnerFinder(page.desk).find,
        name_of=Names(page.desk).of,
        asks_a_school=lambda asked: page.desk.ask(request_hosts.asks_a_school, asked),
        filled_in=lambda asked: page.desk.ask(request_hosts.filled_in, asked),
    )
    dialog = RequestDialog(title, draft, known, page.window())
    dialog.saved.connect(lambda fresh: _save(page, dialog, fresh, row))
    dialog.open()


def _save(page: RequestsPage, dialog: RequestDialog, draft: RequestDraft, row: RequestRow | None) -> None:
    from domain.usecases import requests

    name = (("requester", draft.requester),)
    try:
        if row is None:
            page.desk.run(Label(N_("Enter request of {requester}"), name), requests.create, draft)
        else:
            label = Label(N_("Change request of {requester}"), name)
            page.desk.run(label, requests.change, row.id, draft, row.version)
    except LandaufError as trouble:
        dialog.refuse(trouble)
        return
    dialog.accept()
    page.desk.tell(_("Request saved"), undoable=True)


def accept(page: RequestsPage) -> None:
    """Make an event of the chosen request and show it."""
    from domain.usecases import requests

    row = page.chosen()
    if row is None:
        return
    draft = page.desk.ask(requests.proposed_event, row.id)
    label = Label(N_("Make an event of the request of {requester}"), _requester(row))
    event_id = page.desk.run(label, requests.accept, row.id, draft)
    page.desk.tell(_("The request has become an event"), undoable=True)
    page.asked_for.emit("events", event_id)


def accept_as(page: RequestsPage, decision: Decision) -> None:
    """Make the event of a triage decision in one step, and offer the letter to the host."""
    from domain.usecases import printing_letters, triage
    from gui.pages.requests.accepted_dialog import AcceptedDialog

    row = page.sorting.request()
    if row is None:
        return
    label = Label(N_("Make an event of the request of {requester}"), _requester(row))
    event_id = page.desk.run(label, triage.accept, row.id, decision)
    page.leave_triage()
    page.desk.tell(_("The request has become an event"), undoable=True)
    can_write = event_id in page.desk.ask(printing_letters.confirmable, [event_id])
    dialog = AcceptedDialog(row.draft.requester, page.window(), can_write=can_write)
    dialog.letter_clicked.connect(lambda: _print_letter(page, event_id))
    dialog.event_clicked.connect(lambda: page.asked_for.emit("events", event_id))
    dialog.open()


def _print_letter(page: RequestsPage, event_id: UUID) -> None:
    from gui.dialogs.print_preview import open_print

    open_print(page.window(), page.desk, "lecture_confirmation", PrintChoice(event_id=event_id))


def decline(page: RequestsPage) -> None:
    """Ask for cause and words, and decline the chosen request; or put it on the waiting list instead."""
    from gui.pages.requests.decline_dialog import DeclineDialog

    row = page.chosen()
    if row is None or row.state not in UNDECIDED:
        return
    may_wait = row.state is not RequestState.waiting
    dialog = DeclineDialog(row.draft.requester, page.window(), may_wait=may_wait)
    dialog.declined.connect(lambda cause, reason: _decline(page, row, cause, reason))
    dialog.waiting.connect(lambda: wait(page))
    dialog.open()


def _decline(page: RequestsPage, row: RequestRow, cause: DeclineCause, reason: str) -> None:
    from domain.usecases import requests

    label = Label(N_("Decline request of {requester}"), _requester(row))
    page.desk.run(label, requests.decline, row.id, reason, cause)
    page.leave_triage()
    page.desk.tell(_("Request declined"), undoable=True)


def wait(page: RequestsPage) -> None:
    """Put the chosen request on the waiting list."""
    from domain.usecases import requests

    row = page.chosen()
    if row is None or row.state is not RequestState.open:
        return
    label = Label(N_("Put request of {requester} on the waiting list"), _requester(row))
    page.desk.run(label, requests.put_on_waiting_list, row.id)
    page.leave_triage()
    page.desk.tell(_("The request is on the waiting list"), undoable=True)


def reopen(page: RequestsPage) -> None:
    """Put the chosen request back into the inbox."""
    from domain.usecases import requests

    row = page.chosen()
    if row is not None:
        page.desk.run(Label(N_("Reopen request of {requester}"), _requester(row)), requests.reopen, row.id)


def open_event(page: RequestsPage) -> None:
    """Go to the event that came of the chosen request."""
    row = page.chosen()
    if row is not None and row.event_id is not None:
        page.asked_for.emit("events", row.event_id)


def _requester(row: RequestRow) -> tuple[tuple[str, object], ...]:
    return (("requester", row.draft.requester),)
