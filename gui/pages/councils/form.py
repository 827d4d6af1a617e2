"""The forms of a membership, a task and an interval, in dialogs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.rows.meetings import TaskDraft
from domain.rows.memberships import MembershipDraft
from domain.terms import MembershipRole
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.pages.events.choices import Names, PartnerFinder
from gui.texts import _
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form
from gui.widgets.partner_field import PartnerField, bind_partner
from gui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from uuid import UUID

_WIDTH, _HEIGHT, _TASK_HEIGHT, _LOW = 520, 460, 400, 240


@dataclass(frozen=True, slots=True)
class IntervalDraft:
    """How many days may pass between two sessions."""

    interval_days: int | None = None


class MembershipDialog(DraftDialog):
    """Edits a membership; `ended` asks to end it today, `removed` to delete it."""

    ended = Signal()
    removed = Signal()

    def __init__(
        self,
        title: str,
        draft: MembershipDraft,
        desk: Desk,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        self._names = Names(desk)
        self._form: Form[MembershipDraft] = Form()
        self.member = PartnerField(_("Institution"), PartnerFinder(desk).find, self._names.of)
        self.contact = Combo(_("Person"))
        self._member_shown: UUID | None = None
        role = Combo(_("Role"))
        role.add_terms(MembershipRole)
        form = self._form
        form.add(_("Institution"), self.member, "member_id", binding=bind_partner(self.member))
        form.add(_("Person"), self.contact, "contact_id", note=_("internal"))
        form.add(_("Role"), role, "role")
        form.add(_("First day"), DateField(_("First day"), today), "first_day")
        form.add(_("Last day"), DateField(_("Last day"), today), "last_day", note=_("empty: open-ended"))
        form.add(_("Notes"), TextArea(_("Notes")), "notes")
        self._offer_people(draft)
        self.set_columns(draft, form)
        form.edited.connect(self._on_edited)
        if not is_new:
            self.add_button(_("Ends today")).clicked.connect(self.ended)
            self.add_button(_("Delete"), icon="trash").clicked.connect(self.removed)

    def _on_edited(self, draft: MembershipDraft) -> None:
        """Another institution has other people."""
        if draft.member_id != self._member_shown:
            fresh = replace(draft, contact_id=None)
            self._offer_people(fresh)
            self._form.take(fresh)
            self.contact.set_value(None)

    def _offer_people(self, draft: MembershipDraft) -> None:
        self._member_shown = draft.member_id
        self.contact.clear()
        self.contact.add(None, _("the institution itself"))
        for record, words in self._names.contacts_of(draft.member_id) if draft.member_id else ():
            self.contact.add(record, words)


class TaskDialog(DraftDialog):
    """Edits a task; `removed` asks to delete it."""

    removed = Signal()

    def __init__(
        self,
        title: str,
        draft: TaskDraft,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _TASK_HEIGHT)
        form: Form[TaskDraft] = Form()
        form.add(_("Task"), Field(name=_("Task")), "title")
        form.add(_("Responsible"), Field(name=_("Responsible")), "responsible", note=_("office or role"))
        form.add(_("Due"), DateField(_("Due"), today), "due")
        form.add(_("Done on"), DateField(_("Done on"), today), "done_on")
        form.add(_("Notes"), TextArea(_("Notes")), "notes")
        self.set_columns(draft, form)
        if not is_new:
            self.add_button(_("Delete"), icon="trash").clicked.connect(self.removed)


class IntervalDialog(DraftDialog):
    """Edits the interval of a council."""

    def __init__(self, draft: IntervalDraft, parent: QWidget | None = None) -> None:
        super().__init__(_("How often the council meets"), parent)
        self.resize(_WIDTH, _LOW)
        form: Form[IntervalDraft] = Form()
        note = _("empty: not watched")
        form.add(_("Interval in days"), NumberField(_("Interval in days")), "interval_days", note=note)
        self.set_columns(draft, form)
