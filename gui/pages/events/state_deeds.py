"""The steps of state that a person takes an event through."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from domain.rows.steps import Label
from domain.terms import EventState
from gui.desk import Desk
from gui.pages.events.record import EventRecord
from gui.pages.events.steps import BY_ACTION
from gui.texts import _


class StateDeeds(QObject):
    """Saves the open record in another state, with all that is typed, as one undo step."""

    def __init__(self, desk: Desk, record: EventRecord, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record = record
        self._today = today
        self._page = parent

    def confirm(self) -> None:
        """Confirm the open event."""
        self._settle("events.confirm")

    def hold(self) -> None:
        """Open the review in which the open event is reported as held; what is typed is saved first."""
        self._review()

    def review(self) -> None:
        """Open the review of the open event; what is typed is saved first."""
        self._review()

    def tentative(self) -> None:
        """Make the open event tentative."""
        self._settle("events.tentative")

    def cancel(self) -> None:
        """Ask for the reason and cancel the open event."""
        self._ask_reason("events.cancel", _("Cancel event"), _("Reason; it stays in the house"))

    def decline(self) -> None:
        """Ask for the reason and decline the open event."""
        self._ask_reason("events.decline", _("Decline event"), _("Reason; it stays countable"))

    def postpone(self) -> None:
        """Ask for the new day and postpone the open event to it."""
        from gui.dialogs.new_day import NewDayDialog

        dialog = NewDayDialog(self._record.draft(), self._today, self._page.window())
        dialog.picked.connect(lambda day: self._settle("events.postpone", day=day))
        dialog.open()

    def _review(self) -> None:
        from gui.dialogs.review import open_review

        if self._record.save() and self._record.record is not None:
            open_review(self._page.window(), self._desk, self._record.record)

    def _ask_reason(self, action: str, title: str, question: str) -> None:
        from gui.dialogs.reason import ReasonDialog

        dialog = ReasonDialog(title, question, title, self._page.window())
        dialog.given.connect(lambda reason: self._settle(action, reason=reason))
        dialog.open()

    def _settle(self, action: str, *, reason: str = "", day: date | None = None) -> None:
        step = BY_ACTION[action]
        draft = replace(self._record.draft(), state=step.state, state_reason=reason, postponed_to=day)
        if self._record.store(draft, Label(step.label, (("title", draft.title),))):
            self._desk.tell(_SAID[step.state](), undoable=True)


_SAID = {
    EventState.confirmed: lambda: _("Event confirmed"),
    EventState.tentative: lambda: _("Event is tentative"),
    EventState.postponed: lambda: _("Event postponed"),
    EventState.cancelled: lambda: _("Event cancelled"),
    EventState.declined: lambda: _("Event declined"),
}
