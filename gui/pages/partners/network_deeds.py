"""What can be done with the ties of a partner: log, relations, place in the tree, gaps of a Kreis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.filters import EventFilter, EventOrder
from domain.rows.network import EntryDraft, Gap, LogLine, RelationDraft, RelationRow
from domain.rows.partners import PartnerDraft
from domain.rows.steps import Label
from domain.terms import ContactChannel, NetworkGap, PartnerCategory
from gui.pages.partners import deeds
from gui.pages.partners.form import PartnerDialog
from gui.pages.partners.log_form import EntryDialog
from gui.pages.partners.relation_form import RelationDialog
from gui.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from gui.pages.partners.page import PartnersPage

_ADD_ENTRY, _CHANGE_ENTRY = Label(N_("Note a contact")), Label(N_("Change entry of the contact log"))
_DELETE_ENTRY = Label(N_("Delete entry of the contact log"))
_ADD_RELATION, _CHANGE_RELATION = Label(N_("Add relation")), Label(N_("Change relation"))
_DELETE_RELATION = Label(N_("Delete relation"))
_MISSING = {
    NetworkGap.jugendamt: PartnerCategory.jugendamt,
    NetworkGap.council: PartnerCategory.council,
    NetworkGap.police: PartnerCategory.police,
    NetworkGap.ordnungsamt: PartnerCategory.ordnungsamt,
}


def connect(page: PartnersPage) -> None:
    """Let the inspector and the network of a page do what is asked there."""
    panel, log, ties, network = page.panel, page.panel.log, page.panel.ties, page.network
    panel.edit_clicked.connect(page.edit)
    panel.event_clicked.connect(page.plan_event)
    panel.contact_added.connect(lambda: deeds.add_contact(page))
    panel.contact_opened.connect(lambda contact: deeds.edit_contact(page, contact))
    panel.event_opened.connect(lambda event: page.asked_for.emit("events", event))
    log.entered.connect(lambda channel, day, subject: enter_contact(page, channel, day, subject))
    log.more_asked.connect(lambda: add_entry(page))
    log.line_opened.connect(lambda line: open_line(page, line))
    ties.partner_opened.connect(page.show_record)
    ties.relation_added.connect(lambda: add_relation(page))
    ties.relation_opened.connect(lambda row: edit_relation(page, row))
    ties.place_asked.connect(lambda: edit_place(page))
    network.partner_chosen.connect(page.show_partner)
    network.partner_opened.connect(lambda _partner: page.edit())
    network.gap_asked.connect(lambda gap: fill_gap(page, gap))


def enter_contact(page: PartnersPage, channel: ContactChannel, day: date, subject: str) -> None:
    """Write an entry typed in the inspector; the keyboard stays there for the next one."""
    from domain.usecases import contact_log

    detail = page.detail()
    if detail is None:
        return
    try:
        page.desk.run(_ADD_ENTRY, contact_log.add, EntryDraft(detail.row.id, day, subject, channel))
    except LandaufError as trouble:
        page.panel.log.refuse(trouble)
        return
    page.panel.log.clear_entry()
    page.panel.log.subject.setFocus(Qt.FocusReason.OtherFocusReason)
    page.desk.tell(_("Saved"), undoable=True)


def add_entry(page: PartnersPage) -> None:
    """Ask for an entry with person and event, beginning with what is typed in the inspector."""
    from domain.usecases import contact_log

    detail = page.detail()
    if detail is None:
        return
    log = page.panel.log
    channel = log.channel.value()
    draft = EntryDraft(
        detail.row.id,
        log.day.day() or page.today(),
        log.subject.text().strip(),
        channel if isinstance(channel, ContactChannel) else ContactChannel.phone,
    )
    dialog = _entry_dialog(page, draft, is_new=True)
    if dialog is not None:
        dialog.saved.connect(lambda made: _keep(page, dialog, lambda: page.desk.run(_ADD_ENTRY, contact_log.add, made)))
        dialog.accepted.connect(log.clear_entry)
        dialog.open()


def open_line(page: PartnersPage, line: LogLine) -> None:
    """Open a line of the timeline: an entry in its form, an event on its page."""
    from domain.usecases import contact_log

    if line.entry_id is None or line.draft is None:
        page.asked_for.emit("events", line.event_id)
        return
    entry_id, version = line.entry_id, line.version
    dialog = _entry_dialog(page, line.draft, is_new=False)
    if dialog is None:
        return

    def save(draft: EntryDraft) -> None:
        _keep(page, dialog, lambda: page.desk.run(_CHANGE_ENTRY, contact_log.change, entry_id, draft, version))

    def forget() -> None:
        page.desk.run(_DELETE_ENTRY, contact_log.delete, [entry_id])
        dialog.accept()
        page.desk.tell(_("Entry deleted"), undoable=True)

    dialog.saved.connect(save)
    dialog.removed.connect(forget)
    dialog.open()


def _entry_dialog(page: PartnersPage, draft: EntryDraft, *, is_new: bool) -> EntryDialog | None:
    from domain.usecases import event_rows

    detail = page.detail()
    if detail is None:
        return None
    wanted = EventFilter(partner_id=draft.partner_id, order=EventOrder.date, descending=True)
    events = page.desk.ask(event_rows.list_rows, wanted)
    return EntryDialog(draft, page.today, detail.contacts, events, page.window(), is_new=is_new)


def add_relation(page: PartnersPage) -> None:
    """Ask how the partner stands to another and note it."""
    from domain.usecases import relations

    detail = page.detail()
    if detail is None:
        return
    draft = RelationDraft(detail.row.id)
    dialog = RelationDialog(detail.row.name, draft, page.desk, page.today, page.window(), is_new=True)
    dialog.saved.connect(lambda made: _keep(page, dialog, lambda: page.desk.run(_ADD_RELATION, relations.create, made)))
    dialog.open()


def edit_relation(page: PartnersPage, row: RelationRow) -> None:
    """Ask for changes of a relation and keep them, or forget it."""
    from domain.usecases import relations

    detail = page.detail()
    if detail is None:
        return
    dialog = RelationDialog(detail.row.name, row.draft, page.desk, page.today, page.window(), is_new=False)

    def save(draft: RelationDraft) -> None:
        _keep(page, dialog, lambda: page.desk.run(_CHANGE_RELATION, relations.change, row.id, draft, row.version))

    def forget() -> None:
        page.desk.run(_DELETE_RELATION, relations.delete, [row.id])
        dialog.accept()
        page.desk.tell(_("Relation deleted"), undoable=True)

    dialog.saved.connect(save)
    dialog.removed.connect(forget)
    dialog.open()


def edit_place(page: PartnersPage) -> None:
    """Open the partner's form with the keyboard in what it belongs to."""
    page.edit()
    for dialog in page.window().findChildren(PartnerDialog):
        for form in dialog.forms:
            if dialog.isVisible() and "parent_id" in form.fields:
                form.fields["parent_id"].binding.widget.setFocus(Qt.FocusReason.OtherFocusReason)


def fill_gap(page: PartnersPage, gap: Gap) -> None:
    """Begin what is missing: a new institution of that sort, or a person at the Revier for a missing RBB."""
    if gap.kind in _MISSING:
        deeds.enter(page, PartnerDraft("", category=_MISSING[gap.kind]))
        return
    station = next(
        (
            node.partner.id
            for node in page.network.network.nodes
            if node.partner.category is PartnerCategory.police
            and node.partner.kreis_ags == page.network.network.kreis_ags
        ),
        None,
    )
    if station is None:
        deeds.enter(page, PartnerDraft("", category=PartnerCategory.police))
        return
    page.network.table.select(station)
    deeds.add_contact(page, _("Regional police officer"))


def _keep(page: PartnersPage, dialog: EntryDialog | RelationDialog, store: Callable[[], object]) -> None:
    try:
        store()
    except LandaufError as trouble:
        dialog.refuse(trouble)
        return
    dialog.accept()
    page.desk.tell(_("Saved"), undoable=True)
