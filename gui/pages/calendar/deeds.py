"""What can be done to an event from the calendar; each deed is one undo step."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from domain.i18n import N_
from domain.rows.events import EventRow
from domain.rows.findings import Repair
from domain.rows.steps import Label
from domain.terms import BERLIN, EventState
from gui import icons
from gui.desk import Desk
from gui.dialogs.reason import ReasonDialog
from gui.pages.calendar import words
from gui.pages.calendar.move_dialog import MoveDialog
from gui.texts import _, pgettext


class Deeds(QObject):
    """Moves, copies, cancels, confirms and deletes; says what it did, with a way back."""

    open_asked = Signal(object)  # UUID
    new_asked = Signal(object)  # date
    moved = Signal(object, object)  # UUID, date
    copied = Signal(object)  # UUID of the copy

    def __init__(self, desk: Desk, find: Callable[[UUID | None], EventRow | None], owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._find = find
        self._owner = owner

    def move(self, event_id: UUID, day: date, start: datetime | None = None) -> None:
        """Put an event on another day, or on another start.

        Raises:
            LandaufError: the event cannot be there; nothing was changed.
        """
        from domain.usecases import events

        row = self._find(event_id)
        number = row.number if row else ""
        self._desk.run(Label(N_("Event {number} moved"), (("number", number),)), events.move, event_id, day, start)
        self.moved.emit(event_id, day)
        when = words.short_day(day) if start is None else words.day_and_time(start)
        name = words.short(row) if row else number
        self._desk.tell(_("{event} moved to {when}").format(event=name, when=when), undoable=True)

    def repair(self, repair: Repair) -> None:
        """Take a way out of a conflict.

        Raises:
            LandaufError: it is no longer possible; nothing was changed.
        """
        from domain.usecases import repairs

        self._desk.run(N_("Conflict settled"), repairs.apply, repair)
        self._desk.tell(_("Conflict settled"), undoable=True)

    def ask_move(self, event_id: UUID) -> None:
        """Ask for another day."""
        row = self._find(event_id)
        if row is not None:
            dialog = MoveDialog(row, lambda: self._desk.clock().astimezone(BERLIN).date(), self._owner.window())
            dialog.chosen.connect(partial(self.move, event_id))
            dialog.open()

    def ask_cancel(self, event_id: UUID) -> None:
        """Ask for the reason, then cancel."""
        row = self._find(event_id)
        if row is not None:
            question = _("Why is “{title}” cancelled? The reason stays in the house.").format(title=row.title)
            dialog = ReasonDialog(_("Cancel event"), question, _("Cancel event"), self._owner.window())
            dialog.given.connect(partial(self._cancel, row))
            dialog.open()

    def duplicate(self, event_id: UUID) -> None:
        """Copy an event onto the same day."""
        from domain.usecases import events

        copy = self._desk.run(N_("Event copied"), events.duplicate, event_id)
        self._desk.tell(_("Event copied"), undoable=True)
        self.copied.emit(copy)

    def delete(self, event_id: UUID) -> None:
        """Delete an event; undo brings it back."""
        from domain.usecases import events

        self._desk.run(N_("Event deleted"), events.delete, [event_id])
        self._desk.tell(_("Event deleted"), undoable=True)

    def settle(self, event_id: UUID, state: EventState, said: str) -> None:
        """Take an event to another state.

        Raises:
            LandaufError: the state does not allow it.
        """
        from domain.usecases import events

        self._desk.run(said, events.settle, event_id, state)
        self._desk.tell(_(said), undoable=True)

    def show_menu(self, event_id: UUID | None, day: date, spot: QPoint) -> QMenu:
        """The menu of an event, or of an empty place on a day."""
        menu = QMenu(self._owner)
        menu.aboutToHide.connect(menu.deleteLater)
        row = self._find(event_id)
        if row is not None:
            self._add_event_actions(menu, row)
            menu.addSeparator()
        new = menu.addAction(icons.icon("plus"), _("New event on {day}").format(day=words.short_day(day)))
        new.triggered.connect(lambda: self.new_asked.emit(day))
        menu.popup(spot)
        return menu

    def _add_event_actions(self, menu: QMenu, row: EventRow) -> None:
        for icon, text, deed in (
            ("open", pgettext("verb", "Open"), self.open_asked.emit),
            ("move", _("Move …"), self.ask_move),
            ("copy", _("Duplicate"), self.duplicate),
        ):
            menu.addAction(icons.icon(icon), text).triggered.connect(partial(_call, deed, row.id))
        menu.addSeparator()
        if row.state is EventState.tentative:
            confirm = partial(self.settle, row.id, EventState.confirmed, N_("Event confirmed"))
            menu.addAction(icons.icon("check"), _("Confirm")).triggered.connect(partial(_call, confirm))
        if row.state in {EventState.tentative, EventState.confirmed, EventState.idea, EventState.requested}:
            menu.addAction(icons.icon("ban"), _("Cancel event …")).triggered.connect(
                partial(_call, self.ask_cancel, row.id)
            )
        menu.addAction(icons.icon("trash"), _("Delete")).triggered.connect(partial(_call, self.delete, row.id))

    def _cancel(self, row: EventRow, reason: str) -> None:
        from domain.usecases import events

        label = Label(N_("Event {number} cancelled"), (("number", row.number),))
        self._desk.run(label, events.settle, row.id, EventState.cancelled, reason=reason)
        self._desk.tell(_("{event} cancelled").format(event=words.short(row)), undoable=True)


def _call(deed: Callable[..., None], *args: object) -> None:
    """Call a deed without the word Qt adds about check marks."""
    deed(*[each for each in args if not isinstance(each, bool)])
