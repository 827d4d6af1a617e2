"""What can be done with requests: each deed one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.requests import RequestDraft, RequestRow
from domain.rows.steps import Label
from domain.terms import EventKind, RequestState
from gui.texts import _

if TYPE_CHECKING:
    from gui.pages.requests.form import RequestDialog
    from gui.pages.requests.page import RequestsPage


def enter(page: RequestsPage) -> None:
    """Ask for a new request and add it to the inbox."""
    _open_form(page, _("New request"), RequestDraft("", EventKind.mobile_stop), None)


def edit(page: RequestsPage) -> None:
    """Ask for changes of the chosen request, if it is still open."""
    row = page.chosen()
    if row is not None and row.state is RequestState.open:
        _open_form(page, _("Edit request"), row.draft, row)


def _open_form(page: RequestsPage, title: str, draft: RequestDraft, row: RequestRow | None) -> None:
    from domain.usecases import fleet
    from gui.pages.requests.form import RequestDialog

    names = tuple(item.name for item in page.desk.ask(fleet.equipment))
    dialog = RequestDialog(title, draft, names, page.today, page.window())
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


def decline(page: RequestsPage) -> None:
    """Ask for the reason and decline the chosen request."""
    from gui.dialogs.reason import ReasonDialog

    row = page.chosen()
    if row is None:
        return
    dialog = ReasonDialog(_("Decline request"), _("Reason; it stays countable"), _("Decline"), page.window())
    dialog.given.connect(lambda reason: _decline(page, row, reason))
    dialog.open()


def _decline(page: RequestsPage, row: RequestRow, reason: str) -> None:
    from domain.usecases import requests

    label = Label(N_("Decline request of {requester}"), _requester(row))
    page.desk.run(label, requests.decline, row.id, reason)
    page.desk.tell(_("Request declined"), undoable=True)


def reopen(page: RequestsPage) -> None:
    """Put the chosen request back into the inbox."""
    from domain.usecases import requests

    row = page.chosen()
    if row is not None:
        page.desk.run(Label(N_("Reopen request of {requester}"), _requester(row)), requests.reopen, row.id)


def _requester(row: RequestRow) -> tuple[tuple[str, object], ...]:
    return (("requester", row.draft.requester),)
