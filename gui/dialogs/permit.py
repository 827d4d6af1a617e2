"""Asks how far the permit for an event is."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.errors import InvalidInputError
from domain.i18n import N_
from domain.rows.permits import PermitDraft
from domain.rows.steps import Label
from domain.terms import BERLIN, PermitState
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.texts import _
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 520, 480
_MOST_LEAD_DAYS = 730


class PermitDialog(DraftDialog):
    """State, authority, reference, days and lead time; what is left empty is as the site says."""

    def __init__(
        self, title: str, draft: PermitDraft, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        state = Combo(_("State"))
        state.add_terms(PermitState)
        form: Form[PermitDraft] = Form()
        form.add(_("State"), state, "permit_state")
        form.add(_("Authority"), Field(name=_("Authority")), "permit_authority")
        form.add(_("Reference"), Field(name=_("Reference")), "permit_reference")
        form.add(_("Applied for on"), DateField(_("Applied for on"), today), "applied_on")
        form.add(_("Decided on"), DateField(_("Decided on"), today), "decided_on")
        lead = NumberField(_("Lead time"), highest=_MOST_LEAD_DAYS)
        form.add(_("Lead time"), lead, "permit_lead_days", note=_("days; empty: as the site"))
        form.add(_("Notes"), TextArea(_("Notes")), "notes")
        self.set_columns(draft, form)


def open_permit(parent: QWidget, desk: Desk, event_id: UUID) -> PermitDialog:
    """Open the dialog on an event's permit; saving notes it as one undo step, for the event's present day and site."""
    from domain.usecases import permits

    row = desk.ask(permits.row, event_id)
    draft = desk.ask(permits.own_permit, event_id)
    if draft is None:
        draft = PermitDraft(row.view.state if row else PermitState.missing)
    title = _("Permit: {site}").format(site=row.site) if row and row.site else _("Permit")
    dialog = PermitDialog(title, draft, lambda: desk.clock().astimezone(BERLIN).date(), parent)

    def save(fresh: PermitDraft) -> None:
        try:
            desk.run(Label(N_("Note permit")), permits.put, event_id, fresh)
        except InvalidInputError as trouble:
            dialog.refuse(trouble)
            return
        dialog.accept()
        desk.tell(_("Saved"), undoable=True)

    dialog.saved.connect(save)
    dialog.open()
    return dialog
