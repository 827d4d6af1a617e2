"""People from outside in roles at an event: an institution, and in words whom it sends; names only if needed."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from domain.rows.events import OutsiderDraft
from domain.terms import AssignmentRole
from gui.pages.events.choices import Names, PartnerFinder
from gui.pages.events.people_fields import Lines, row_of
from gui.texts import _
from gui.widgets.bindings import Binding
from gui.widgets.button import Button, Weight
from gui.widgets.combo import Combo
from gui.widgets.field import Field
from gui.widgets.partner_field import PartnerField

_WIDE, _WORDS = 260, 170
_ROLES = (
    AssignmentRole.host,
    AssignmentRole.panel,
    AssignmentRole.moderation,
    AssignmentRole.speaker,
    AssignmentRole.table_host,
    AssignmentRole.minutes,
    AssignmentRole.door,
    AssignmentRole.press_contact,
    AssignmentRole.security_contact,
    AssignmentRole.follow_up,
    AssignmentRole.adviser,
)
"""What people from outside do; crew, driver and lead are of the house."""


class OutsidersField(Lines):
    """A line for each: who sends, the part in words ("mayor"), the role; the field below adds one."""

    def __init__(self, finder: PartnerFinder, names: Names) -> None:
        super().__init__(_("From outside"))
        self._names = names
        self._outsiders: tuple[OutsiderDraft, ...] = ()
        self.adder = PartnerField(_("Add somebody from outside"), finder.find, names.of, is_free=True)
        self.adder.setPlaceholderText(_("Partner, or a part in words"))
        self.adder.setFixedWidth(_WIDE)
        self.adder.partner_changed.connect(self._on_added)
        self.column.addWidget(self.adder)
        self.setFocusProxy(self.adder)

    def outsiders(self) -> tuple[OutsiderDraft, ...]:
        """Who does what."""
        return self._outsiders

    def show_outsiders(self, outsiders: tuple[OutsiderDraft, ...]) -> None:
        """Show these without telling."""
        if outsiders == self._outsiders and self.lines.count() == len(outsiders):
            return
        self._outsiders = outsiders
        self.put([self._line(position) for position in range(len(outsiders))])

    def _line(self, position: int) -> QWidget:
        outsider = self._outsiders[position]
        name = self._names.of(outsider.partner_id) if outsider.partner_id else ""
        contact = self._names.of(outsider.contact_id) if outsider.contact_id else ""
        who = name or outsider.words
        words = Field(name=_("Part of {name}").format(name=who))
        words.setText(outsider.words)
        words.setPlaceholderText(contact or _("whom, e.g. mayor"))
        words.setFixedWidth(_WORDS)
        words.setCursorPosition(0)
        words.editingFinished.connect(lambda: self._change(position, words=words.text().strip()))
        shown = Field(name=_("From outside"))
        shown.setText(name or _("no partner on record"))
        shown.setReadOnly(True)
        shown.setToolTip(name)
        shown.setCursorPosition(0)
        shown.setFixedWidth(_WIDE)
        shown.setEnabled(bool(name))
        role = Combo(_("Role of {name}").format(name=who))
        role.add_terms(_ROLES)
        role.set_value(outsider.role)
        role.activated.connect(lambda _at: self._change(position, role=role.value()))
        remove = Button(icon="close", weight=Weight.quiet, is_small=True, tip=_("Remove {value}").format(value=who))
        remove.clicked.connect(lambda: self._remove(position))
        return row_of(shown, *self._contacts(position), words, role, remove)

    def _contacts(self, position: int) -> tuple[QWidget, ...]:
        """A box of the institution's contacts, if there are any."""
        outsider = self._outsiders[position]
        found = self._names.contacts_of(outsider.partner_id) if outsider.partner_id else ()
        if not found:
            return ()
        box = Combo(_("Contact"))
        box.add(None, _("no contact"))
        for contact, words in found:
            box.add(contact, words)
        box.set_value(outsider.contact_id)
        box.activated.connect(lambda _at: self._change(position, contact_id=box.value()))
        return (box,)

    def _change(self, position: int, **values: object) -> None:
        changed = list(self._outsiders)
        if position >= len(changed):
            return
        wanted = replace(changed[position], **values)  # type: ignore[arg-type]  # role or words
        if wanted == changed[position] or (wanted.partner_id is None and not wanted.words):
            return
        changed[position] = wanted
        self._outsiders = tuple(changed)
        self.lines_changed.emit()

    def _remove(self, position: int) -> None:
        self.show_outsiders(tuple(each for at, each in enumerate(self._outsiders) if at != position))
        self.lines_changed.emit()
        self.adder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self) -> None:
        partner, words = self.adder.partner(), self.adder.free_name()
        self.adder.show_partner(None)
        if partner is None and not words:
            return
        role = AssignmentRole.panel if self._outsiders else AssignmentRole.host
        fresh = OutsiderDraft(role, partner, words="" if partner else words)
        self.show_outsiders((*self._outsiders, fresh))
        self.lines_changed.emit()


def bind_outsiders(field: OutsidersField) -> Binding:
    """The binding to `outsiders`."""
    return Binding(field, field.outsiders, field.show_outsiders, field.lines_changed)
