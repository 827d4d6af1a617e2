"""What can be done with events beside typing: conflicts, copies, series, deleting."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from domain.errors import InvalidInputError
from domain.i18n import N_
from domain.rows.events import EventDraft
from domain.rows.findings import Finding, Repair
from domain.rows.steps import Label
from domain.rules.handing_out import exchanged
from domain.terms import BERLIN
from gui.desk import Desk
from gui.pages.events.event_list import EventList
from gui.pages.events.record import EventRecord
from gui.texts import _, current, ngettext


class EventDeeds(QObject):
    """Acts on the open record, or on the rows selected in the list; every deed is one undo step."""

    opened = Signal(object)  # UUID of an event that was made

    def __init__(self, desk: Desk, events: EventList, record: EventRecord, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = events
        self._record = record
        self._page = parent
        panel = record.side.conflicts
        panel.repair_asked.connect(self.repair)
        panel.accept_asked.connect(self.accept)
        panel.take_back_asked.connect(self.take_back)
        record.tabs.profile_clicked.connect(self.edit_profile)

    def concerned(self) -> list[UUID]:
        """The events a deed would concern."""
        if self._record.is_open:
            return [self._record.record] if self._record.record else []
        return self._list.selected()

    def duplicate(self) -> None:
        """Copy the event and open the copy."""
        from domain.usecases import events

        ids = self.concerned()
        if len(ids) == 1:
            copy = self._desk.run(N_("Duplicate event"), events.duplicate, ids[0])
            self._desk.tell(_("This is the copy"), undoable=True)
            self.opened.emit(copy)

    def keep_as_template(self) -> None:
        """Keep the event's texts and details as a template for others."""
        from domain.usecases import practice

        ids = self.concerned()
        if len(ids) == 1:
            self._desk.run(N_("Use as template"), practice.keep_as_template, ids[0])
            self._desk.tell(_("The template is kept; “New event from template” offers it"), undoable=True)

    def edit_profile(self) -> None:
        """Write the one-page profile of a good example; the open record is saved first, with its mark."""
        from gui.dialogs.practice_profile import open_profile

        if self._record.is_open and not self._record.save():
            return
        ids = self.concerned()
        if len(ids) == 1:
            open_profile(self._page.window(), self._desk, ids[0])

    def series(self) -> None:
        """Make a series of the open event: the same on further days."""
        from gui.dialogs.series import SeriesDialog

        if not self._record.save():
            return
        draft = self._record.draft()
        dialog = SeriesDialog(draft, self._today, self._page.window())
        dialog.picked.connect(lambda days: self._make_series(draft, days))
        dialog.open()

    def delete(self) -> None:
        """Delete the open event or the selected ones; undo brings them back."""
        from domain.usecases import events

        ids = self.concerned()
        if not ids:
            return
        if self._record.is_open:
            self._record.close_record()
            self._record.left.emit()
        self._desk.run(Label(N_("Delete {count} events"), (("count", len(ids)),)), events.delete, ids)
        words = ngettext("{count} event deleted", "{count} events deleted", len(ids))
        self._desk.tell(words.format(count=current().number(len(ids))), undoable=True)

    def repair(self, repair: Repair) -> None:
        """Put a repair of the open event into its draft; one of another event is carried out at once."""
        from domain.usecases import repairs

        if repair.event_id == self._record.record or self._record.record is None:
            self._record.tabs.forms.change(repaired(self._record.draft(), repair))
        else:
            self._desk.run(N_("Repair conflict"), repairs.apply, repair)
            self._desk.tell(_("The other event was changed"), undoable=True)

    def accept(self, finding: Finding) -> None:
        """Ask why a conflict can be accepted, and accept it."""
        from gui.dialogs.reason import ReasonDialog

        headline = current().text(finding.msgid, finding.params)
        question = _("{conflict}: why can this stay?").format(conflict=headline)
        dialog = ReasonDialog(_("Accept conflict"), question, _("Accept"), self._page.window())
        dialog.given.connect(lambda reason: self._accept(finding, reason))
        dialog.open()

    def take_back(self, finding: Finding) -> None:
        """Let an accepted conflict count again."""
        from domain.usecases import conflicts

        self._desk.run(N_("Lift acceptance of a conflict"), conflicts.take_back, finding.event_id, finding.key)

    def _accept(self, finding: Finding, reason: str) -> None:
        from domain.usecases import conflicts

        if self._record.record is not None:
            self._desk.run(N_("Accept conflict"), conflicts.accept, self._record.record, finding.key, reason)
            self._desk.tell(_("Conflict accepted"), undoable=True)

    def _today(self) -> date:
        return self._desk.clock().astimezone(BERLIN).date()

    def _make_series(self, draft: EventDraft, days: tuple[date, ...]) -> None:
        from domain.usecases import events

        label = Label(N_("Series of {count} events"), (("count", len(days)),))
        try:
            self._desk.run(label, events.create_series, events.copied(draft), days, self._record.record)
        except InvalidInputError as trouble:
            self._desk.tell(current().error(trouble))
            return
        words = ngettext("{count} event added", "{count} events added", len(days))
        self._desk.tell(words.format(count=current().number(len(days))), undoable=True)


def repaired(draft: EventDraft, repair: Repair) -> EventDraft:
    """The draft with a repair's new times, vehicle, person or copies."""
    if repair.starts_at is not None and draft.all_day and draft.first_day and draft.last_day:
        first = repair.starts_at.astimezone(BERLIN).date()
        draft = replace(draft, first_day=first, last_day=first + (draft.last_day - draft.first_day))
    elif repair.starts_at is not None and repair.ends_at is not None:
        draft = replace(draft, starts_at=repair.starts_at, ends_at=repair.ends_at)
    if repair.vehicle_id is not None:
        draft = replace(draft, vehicle_id=repair.vehicle_id)
    if repair.staff_id is not None:
        people = tuple(
            replace(each, staff_id=repair.staff_id) if each.staff_id == repair.instead_of else each
            for each in draft.assignments
        )
        draft = replace(draft, assignments=people)
    if repair.hand_out is not None:
        draft = replace(draft, publications=exchanged(draft.publications, repair.instead_of, repair.hand_out))
    return draft
