"""What can be done with partners: each deed one undo step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.events import EventDraft
from domain.rows.filters import EventFilter, EventOrder
from domain.rows.partners import ContactDraft, ContactRow, PartnerDraft
from domain.rows.steps import Label
from domain.terms import EventKind, PlaceKind
from gui.pages.partners.duplicates import attend
from gui.pages.partners.form import ContactDialog, PartnerDialog
from gui.texts import _, current, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from domain.rows.event_row import EventRow
    from domain.rows.network import PartnerTies
    from domain.store.session import Session
    from gui.desk import Desk
    from gui.pages.partners.page import PartnersPage


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around one institution."""

    partner_id: UUID
    events: Sequence[EventRow]
    ties: PartnerTies


def read_around(desk: Desk, partner_id: UUID, on_done: Callable[[Around], None]) -> None:
    """Read events and ties of an institution in a pool thread; the newest question counts.

    One that is gone meanwhile is not told: the list is on its way to say so.
    """
    from domain.usecases import event_rows, partner_ties

    wanted = EventFilter(partner_id=partner_id, order=EventOrder.date, descending=True)

    def read(session: Session) -> Around:
        events = event_rows.list_rows(session, wanted)
        return Around(partner_id, events, partner_ties.of_partner(session, partner_id))

    desk.tasks.start(
        lambda _ticket: desk.workspace.ask(read), on_done, lambda _gone: None, key=f"partners.around.{id(desk)}"
    )


def enter(page: PartnersPage, draft: PartnerDraft | None = None) -> None:
    """Ask for a new institution, perhaps beginning with a draft, and add it."""
    from domain.usecases import partners

    dialog = PartnerDialog(_("New partner"), draft or PartnerDraft(""), page.today, page.window(), desk=page.desk)
    attend(page, dialog, None)

    def save(draft: PartnerDraft) -> None:
        label = Label(N_("Enter partner {name}"), (("name", draft.name),))
        _store(page, dialog, lambda: page.desk.run(label, partners.create, draft))

    dialog.saved.connect(save)
    dialog.open()


def edit(page: PartnersPage) -> None:
    """Ask for changes of the chosen institution and keep them."""
    from domain.usecases import partners

    detail = page.detail()
    if detail is None:
        return
    dialog = PartnerDialog(_("Edit partner"), detail.draft, page.today, page.window(), desk=page.desk)
    attend(page, dialog, detail.row.id)

    def save(draft: PartnerDraft) -> None:
        label = Label(N_("Change partner {name}"), (("name", draft.name),))
        row = detail.row
        _store(page, dialog, lambda: page.desk.run(label, partners.change, row.id, draft, row.version))

    dialog.saved.connect(save)
    dialog.open()


def _store(page: PartnersPage, dialog: PartnerDialog | ContactDialog, store: Callable[[], object]) -> None:
    try:
        store()
    except LandaufError as trouble:
        dialog.refuse(trouble)
        return
    dialog.accept()
    page.desk.tell(_("Saved"), undoable=True)


def remove(page: PartnersPage, ids: Sequence[UUID]) -> None:
    """Delete institutions."""
    from domain.usecases import partners

    if ids:
        count = page.desk.run(Label(N_("Delete partners")), partners.delete, list(ids))
        words = ngettext("{count} partner deleted", "{count} partners deleted", count).format(count=count)
        page.desk.tell(words, undoable=True)


def add_contact(page: PartnersPage, role: str = "") -> None:
    """Ask for a person at the chosen institution, perhaps in a role that is known, and add the person."""
    from domain.usecases import partners

    detail = page.detail()
    if detail is None:
        return
    blank = ContactDraft(detail.row.id, role)
    dialog = ContactDialog(_("Add person"), blank, page.today, page.window(), is_new=True)

    def save(draft: ContactDraft) -> None:
        _store(page, dialog, lambda: page.desk.run(Label(N_("Add person")), partners.add_contact, draft))

    dialog.saved.connect(save)
    dialog.open()


def edit_contact(page: PartnersPage, contact: ContactRow) -> None:
    """Ask for changes of a person and keep them, or forget the person."""
    from domain.usecases import partners

    dialog = ContactDialog(_("Edit person"), contact.draft, page.today, page.window(), is_new=False)

    def save(draft: ContactDraft) -> None:
        label = Label(N_("Change person"))
        _store(page, dialog, lambda: page.desk.run(label, partners.change_contact, contact.id, draft, contact.version))

    def forget() -> None:
        page.desk.run(Label(N_("Delete person")), partners.delete_contacts, [contact.id])
        dialog.accept()
        page.desk.tell(_("Person deleted"), undoable=True)

    dialog.saved.connect(save)
    dialog.removed.connect(forget)
    dialog.open()


def plan_event(page: PartnersPage) -> None:
    """Make an event at the chosen institution, an idea without a date yet, and show it."""
    from domain.usecases import events

    detail = page.detail()
    if detail is None:
        return
    row = detail.row
    draft = EventDraft(
        kind=EventKind.lecture,
        title=row.name,
        place_kind=PlaceKind.partner,
        place_partner_id=row.id,
        host_id=row.id,
        ags=row.ags,
    )
    event_id = page.desk.run(Label(N_("New event at {partner}"), (("partner", row.name),)), events.create, draft)
    page.asked_for.emit("events", event_id)


def write_mail(page: PartnersPage, ids: Sequence[UUID]) -> None:
    """Write drafts of e-mails to institutions, about an event that is chosen in the dialog."""
    from gui.dialogs.mail import open_mail

    if not ids:
        return
    try:
        open_mail(page.window(), page.desk, None, tuple(ids))
    except LandaufError as trouble:
        page.desk.tell(current().error(trouble))


def take_over(page: PartnersPage) -> None:
    """Read partners from a table, with a preview of every row."""
    from gui.dialogs.import_table import open_import

    open_import(page.window(), page.desk, "partners")
