"""The tab of the invited: a list whose replies and seats are set by single keys, and the seats against the budget."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from domain.errors import LandaufError
from domain.i18n import N_
from domain.labels import label
from domain.overriding import override
from domain.rows.invitees import InviteeDraft, InviteeRow
from domain.rows.printing import PrintChoice
from domain.terms import InviteReply
from gui import registry, theme
from gui.desk import Desk
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.events.choices import Names, PartnerFinder
from gui.pages.events.meeting.tab import MeetingTab
from gui.pages.events.meeting.words import replies_words, reply_badge, seats_words
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.empty import EmptyState
from gui.widgets.meter import Meter
from gui.widgets.partner_field import PartnerField
from gui.widgets.selection import select_too
from gui.widgets.table import TableView

if TYPE_CHECKING:
    from gui.pages.events.meeting.invitee_dialogs import InviteeDialog, ProposeDialog

_PRINT, _MAIL = "gui.dialogs.print_preview:open_print", "gui.dialogs.mail:open_mail"
_SEATS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}


class InviteeTable(TableView):
    """Keys 1 to 5 set the reply of the selected rows, + and − their seats, Delete takes them from the list."""

    reply_asked = Signal(object)  # InviteReply
    seats_asked = Signal(int)
    delete_asked = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        replies = list(InviteReply)
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier and 0 <= number < len(replies):
            self.reply_asked.emit(replies[number])
        elif event.key() in _SEATS:
            self.seats_asked.emit(_SEATS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)


class InvitedTab(MeetingTab):
    """Whom an event wants to see, and what they have said."""

    watches = frozenset({"event_invitee", "event_dialogue", "partner"})

    def __init__(self, desk: Desk, finder: PartnerFinder, names: Names) -> None:
        self._finder, self._names = finder, names
        super().__init__(desk)

    @override
    def _build(self) -> None:
        self.model: RowTableModel[InviteeRow] = RowTableModel(_columns(), key=lambda row: row.id, parent=self)
        self.table = InviteeTable(self.model, _("Invited"))
        self.table.set_two_lines()
        self.table.setMinimumHeight(4 * theme.TWO_LINE_ROW_HEIGHT)
        empty = EmptyState(
            "mail",
            _("Nobody is on the list yet"),
            _("Type a partner above, or let Landauf propose those of the district."),
        )
        empty.add_button(_("Propose …"), icon="wand").clicked.connect(self.propose)
        self.table.set_empty(empty)
        self.adder = PartnerField(_("Invite"), self._finder.find, self._names.of, is_free=True)
        self.adder.setPlaceholderText(_("Invite partner or institution"))
        self.adder.partner_changed.connect(self._on_added)
        self.propose_button = Button(_("Propose …"), icon="wand")
        self.print_button = Button(icon="printer", tip=_("Print the list"))
        self.mail_button = Button(icon="mail", tip=_("E-mail drafts to the invited"))
        self.seats = Meter(_("Seats"))
        self.replies = labels.note()
        self.column.addLayout(self._bar())
        self.column.addWidget(self.table, 1)
        self.column.addLayout(self._keys())
        self._connect()

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(theme.GAP_SMALL)
        bar.addWidget(self.adder, 1)
        bar.addWidget(self.propose_button)
        bar.addWidget(self.print_button)
        bar.addWidget(self.mail_button)
        bar.addSpacing(theme.GAP_SMALL)
        self.seats.setFixedWidth(170)
        bar.addWidget(self.seats)
        return bar

    def _keys(self) -> QHBoxLayout:
        """A button for each reply, which also tells its key."""
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_TINY)
        self.reply_buttons: dict[InviteReply, Button] = {}
        for number, reply in enumerate(InviteReply, 1):
            words = label(reply, current())
            button = Button(f"{number} {words}", is_small=True, weight=Weight.quiet)
            button.setToolTip(_("Selected rows: {reply} (key {number})").format(reply=words, number=number))
            button.clicked.connect(self._setter(reply))
            self.reply_buttons[reply] = button
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.replies)
        return row

    def _setter(self, reply: InviteReply) -> Callable[[], None]:
        return lambda: self.set_reply(reply)

    def _connect(self) -> None:
        self.propose_button.clicked.connect(self.propose)
        self.print_button.clicked.connect(self.print_list)
        self.mail_button.clicked.connect(self.write_mail)
        self.table.reply_asked.connect(self.set_reply)
        self.table.seats_asked.connect(self.add_seats)
        self.table.delete_asked.connect(self.take_out)
        self.table.opened.connect(lambda _record: self.edit())

    @override
    def _refill(self, event_id: UUID) -> None:
        from domain.usecases import invitees

        selected = set(self.table.selected_ids())
        rows = self._desk.ask(invitees.rows, event_id)
        seats = self._desk.ask(invitees.count, event_id)
        self.model.set_rows(rows)
        self._select_again(selected)
        self.replies.setText(replies_words(seats))
        share = seats.taken / seats.budget if seats.budget else 0.0
        shown = f"{seats.taken} / {seats.budget}" if seats.budget is not None else current().number(seats.taken)
        self.seats.set_value(shown, share)
        self.seats.setToolTip(seats_words(seats))
        self.print_button.setEnabled(bool(rows))
        self.mail_button.setEnabled(bool(rows))
        self.counted.emit(len(rows))

    def _select_again(self, wanted: set[UUID]) -> None:
        if len(wanted) > 1:
            select_too(self.table, wanted)
        elif self.model.rows() and self.table.current_id() is None:
            self.table.select(self.model.rows()[0].id)

    def chosen(self) -> list[UUID]:
        """The selected invitees."""
        return self.table.selected_ids()

    def set_reply(self, reply: InviteReply) -> None:
        """Note a reply of the selected rows, in one step."""
        from domain.usecases import invitees

        if ids := self.chosen():
            self.run(N_("Reply to an invitation"), invitees.set_reply, ids, reply)

    def add_seats(self, step: int) -> None:
        """Change the seats of the selected rows, in one step."""
        from domain.usecases import invitees

        if ids := self.chosen():
            self.run(N_("Seats of an invitation"), invitees.add_seats, ids, step)

    def take_out(self) -> None:
        """Take the selected rows from the list; undo brings them back."""
        from domain.usecases import invitees

        if ids := self.chosen():
            count = self.run(N_("Take invitees from the list"), invitees.delete, ids)
            words = ngettext("{count} entry taken out", "{count} entries taken out", count or 0).format(count=count)
            self._desk.tell(words, undoable=True)

    def edit(self) -> "InviteeDialog | None":
        """Open the form of the current row."""
        from domain.usecases import invitees
        from gui.pages.events.meeting.invitee_dialogs import InviteeDialog

        current_id = self.table.current_id()
        row = next((row for row in self.model.rows() if row.id == current_id), None)
        if row is None:
            return None
        dialog = InviteeDialog(self._desk, row.draft, self.window())

        def save(draft: InviteeDraft) -> None:
            try:
                self._desk.run(N_("Change an invitation"), invitees.change, row.id, draft, row.version)
            except LandaufError as trouble:
                dialog.refuse(trouble)
                return
            dialog.accept()

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def propose(self) -> "ProposeDialog | None":
        """Offer fitting partners of the Kreis; those ticked are put on the list."""
        from domain.usecases import invitees
        from gui.pages.events.meeting.invitee_dialogs import ProposeDialog

        if self.event_id is None:
            return None
        found = self._desk.ask(invitees.proposals, self.event_id)
        dialog = ProposeDialog(found, self.window())
        dialog.picked.connect(self._on_picked)
        dialog.open()
        return dialog

    def print_list(self) -> None:
        """Open the print preview on the list."""
        if self.event_id is not None:
            open_dialog = registry.resolve(_PRINT)
            open_dialog(self.window(), self._desk, "invitee_list", PrintChoice(event_id=self.event_id))

    def write_mail(self) -> None:
        """Open the drafts of e-mails to everybody on the list."""
        if self.event_id is not None:
            registry.resolve(_MAIL)(self.window(), self._desk, self.event_id)

    def _on_picked(self, drafts: tuple[InviteeDraft, ...]) -> None:
        from domain.usecases import invitees

        self.run(N_("Invite partners"), invitees.add, self.event_id, drafts)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self) -> None:
        from domain.usecases import invitees

        partner, name = self.adder.partner(), self.adder.free_name()
        if partner is None and not name:
            return
        draft = InviteeDraft(self._names.of(partner) if partner else name, partner)
        made = self.run(N_("Invite partners"), invitees.add, self.event_id, [draft])
        self.adder.show_partner(None)
        if made:
            self.table.select(made[0])
        elif made is not None:
            self._desk.tell(_("{name} is on the list already").format(name=draft.name))


def _columns() -> tuple[Column[InviteeRow], ...]:
    return (
        Column(_("Institution"), _institution),
        Column(_("Reply"), lambda row: Cell(badge=reply_badge(row.draft.reply)), 130),
        Column(_("Seats"), lambda row: Cell(current().number(row.draft.seats)), 64, is_right=True),
        Column(_("Invited on"), lambda row: Cell(_day(row.draft.invited_on), tone="muted"), 116, hide_below=560),
        Column(_("Reply on"), lambda row: Cell(_day(row.draft.replied_on), tone="muted"), 104, hide_below=600),
    )


def _institution(row: InviteeRow) -> Cell:
    category = label(row.category, current()) if row.category else ""
    second = " · ".join(part for part in (row.draft.role, category, row.town, row.draft.notes) if part)
    return Cell(row.draft.name, second=second or _("no partner on record"), is_first=True)


def _day(day: date | None) -> str:
    return current().day(day) if day else "–"
