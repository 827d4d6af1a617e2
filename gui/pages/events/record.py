"""The record of one event: its forms, its conflicts and its history."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.i18n import N_
from domain.rows.events import EventDetail, EventDraft
from domain.rows.steps import Label
from domain.rules.reconciling import merged
from domain.terms import BERLIN
from gui.desk import Desk
from gui.pages.events.choices import read_choices
from gui.pages.events.draft_keeper import DraftKeeper, KeptEvent
from gui.pages.events.record_frame import RecordFrame
from gui.texts import _, current
from gui.widgets.notice import Tone


class EventRecord(RecordFrame):
    """Opens an event, or a new one; what is typed is kept until it is saved or discarded, also across a crash."""

    left = Signal()  # back to the list
    head_changed = Signal()

    def __init__(self, desk: Desk, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(desk, today, parent)
        self._desk = desk
        self.record: UUID | None = None
        self._version = 0
        self._is_storing = False
        self.keeper = DraftKeeper(desk, self)
        self.tabs.forms.edited.connect(self._on_edited)
        self.tabs.save_clicked.connect(self.save)
        self.tabs.discard_clicked.connect(self.discard)
        self.leave_asked.connect(self.leave)
        self.side.history.revert_asked.connect(self.tabs.forms.revert)

    def open(self, record: UUID) -> None:
        """Show an event, with what was typed and never saved.

        Raises:
            NotFoundError: the event is gone.
        """
        from domain.usecases import events

        self.close_record()
        detail = self._desk.ask(events.detail, record)
        kept = self.keeper.found(record)
        self._show(detail, kept.draft if kept else None)
        if kept is not None:
            self._version = kept.version
            self.say_restored(self.discard)

    def begin(self, draft: EventDraft) -> None:
        """Show a new event, or the one that was being typed before a crash."""
        self.close_record()
        kept = self.keeper.found(None)
        self.record, self.row, self._version, self.is_open = None, None, 0, True
        self.tabs.forms.is_new = True
        self._load(draft, kept.draft if kept else None)
        self.tabs.words.setText(_("Not saved yet"))
        if kept is not None:
            self.say_restored(self.discard)
        self.focus_title()

    def save(self) -> bool:
        """Save the draft as one undo step; problems are shown beside their fields. Whether it is saved."""
        draft = self.draft()
        if self.record is not None and not self.has_changes():
            return True
        name = (("title", draft.title),)
        return self.store(draft, Label(N_("Change event {title}") if self.record else N_("New event {title}"), name))

    def store(self, draft: EventDraft, label: Label) -> bool:
        """Save a draft under the name of a step; trouble is shown, and the draft stays. Whether it is saved."""
        from domain.usecases import events

        if self.tabs.details is not None and self.tabs.details.when.trouble is not None:
            self.tabs.show_problems([self.tabs.details.when.trouble])
            return False
        self._is_storing = True
        try:
            if self.record is None:
                self.record = self._desk.run(label, events.create, draft)
                self.keeper.drop(None)
            else:
                self._desk.run(label, events.change, self.record, draft, self._version)
                self.keeper.drop(self.record)
        except InvalidInputError as trouble:
            self.has_problems = True
            for rest in self.tabs.show_problems(trouble.problems):
                self.hint.say(Tone.error, current().error(rest))
            return False
        except ConflictError as trouble:
            self._say_conflict(current().error(trouble))
            return False
        finally:
            self._is_storing = False
        self.reload()
        return True

    def discard(self) -> None:
        """Forget what was typed and show the event as it is in the file; a new one is closed."""
        self.keeper.drop(self.record)
        if self.record is None:
            self.is_open = False
            self.left.emit()
        else:
            self.reload()

    def leave(self) -> None:
        """Go back to the list; what is typed stays kept."""
        self.finish_field()
        if self.has_changes():
            self.keeper.write_now()
            self._desk.tell(_("What you typed is kept until you open the event again"))
        self.close_record()
        self.left.emit()

    def close_record(self) -> None:
        """Stop following the event."""
        self.keeper.write_now()
        self.side.leave()
        self.meeting.show_event(None)
        self.hint.hide()
        self.is_open = False

    def reload(self) -> None:
        """Show the event as it is in the file; what was typed over it is gone."""
        from domain.usecases import events

        if self.record is not None:
            self.hint.hide()
            self._show(self._desk.ask(events.detail, self.record), None)

    def follow(self) -> None:
        """Something in the file changed: show it, unless something is typed; then say so and keep it."""
        from domain.usecases import events

        if not self.is_open or self._is_storing or self.record is None:
            return
        try:
            detail = self._desk.ask(events.detail, self.record)
        except NotFoundError:
            self._desk.tell(_("This event has been deleted"))
            self.close_record()
            self.left.emit()
            return
        if not self.has_changes():
            self._show(detail, None)
        elif detail.row.version != self._version:
            self._join(detail)
        self.side.show_record(self.record, self.tabs.forms.base(), self.tabs.forms.draft())

    def _join(self, detail: EventDetail) -> None:
        """Put what is typed over what was changed meanwhile, or say that the two clash."""
        both = merged(self.tabs.forms.base(), self.tabs.forms.draft(), detail.draft)
        if both is None:
            self._say_conflict("")
            return
        self._show(detail, both)
        self.keeper.keep(self.record, KeptEvent(self._version, both))

    def _show(self, detail: EventDetail, draft: EventDraft | None) -> None:
        self.record, self.row, self._version, self.is_open = detail.row.id, detail.row, detail.row.version, True
        self.names.learn(detail.names)
        self.tabs.forms.is_new = False
        self._load(detail.draft, draft)
        changed = detail.updated_at
        words = current().moment(changed.astimezone(BERLIN)) if changed else ""
        self.tabs.words.setText(_("Changed {moment}").format(moment=words) if words else "")

    def _load(self, base: EventDraft, draft: EventDraft | None) -> None:
        self.tabs.load(self._desk.ask(read_choices), base, draft)
        self.show_changed()
        self.follow_meeting(self.record)
        self.side.show_record(self.record, self.tabs.forms.base(), self.tabs.forms.draft())
        self.head_changed.emit()

    def _on_edited(self, draft: EventDraft) -> None:
        if self.tabs.fit_kind():
            self.follow_meeting(self.record)
        self.show_changed()
        if self.has_problems:
            self.check_again(draft)
        self.side.show_draft(draft)
        if self.has_changes():
            self.keeper.keep(self.record, KeptEvent(self._version, draft))
        self.head_changed.emit()

    def _say_conflict(self, line: str) -> None:
        words = line or _("This event has been changed elsewhere meanwhile.")
        self.hint.say(
            Tone.warning,
            _("{words} What you typed is still here.").format(words=words),
            (_("Load anew"), self.discard),
            (_("Keep what I typed"), self._rebase),
        )

    def _rebase(self) -> None:
        """Compare what was typed with the event as it is now, so that saving it takes effect."""
        from domain.usecases import events

        if self.record is not None:
            self.hint.hide()
            self._show(self._desk.ask(events.detail, self.record), self.tabs.forms.draft())
