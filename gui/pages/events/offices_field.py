"""Who took part in a training: a line for each office with its number, and the sum against those who came."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from domain.rows.events import EventDraft, OfficeCount
from gui.pages.events.choices import Names, PartnerFinder
from gui.pages.events.people_fields import Lines, row_of
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.bindings import Binding
from gui.widgets.button import Button, Weight
from gui.widgets.field import Field, NumberField
from gui.widgets.partner_field import PartnerField

_WIDE = 300


class OfficesField(Lines):
    """Offices by number; the field below adds one, a partner or an office in words."""

    def __init__(self, finder: PartnerFinder, names: Names) -> None:
        super().__init__(_("Took part, by office"))
        self._names = names
        self._offices: tuple[OfficeCount, ...] = ()
        self.numbers: list[NumberField] = []
        self.adder = PartnerField(_("Add an office"), finder.find, names.of, is_free=True)
        self.adder.setPlaceholderText(_("Partner, or an office in words"))
        self.adder.setFixedWidth(_WIDE)
        self.adder.partner_changed.connect(self._on_added)
        self.sum = labels.note(wrap=True)
        self.column.addWidget(self.adder)
        self.column.addWidget(self.sum)
        self.setFocusProxy(self.adder)

    def offices(self) -> tuple[OfficeCount, ...]:
        """How many came from where."""
        return self._offices

    def show_offices(self, offices: tuple[OfficeCount, ...]) -> None:
        """Show these without telling."""
        if offices == self._offices and self.lines.count() == len(offices):
            return
        self._offices = offices
        self.numbers = []
        self.put([self._line(position) for position in range(len(offices))])

    def show_draft(self, draft: EventDraft) -> None:
        """Set the sum against the number of people who came."""
        known = [office.participants for office in self._offices if office.participants is not None]
        total, came = sum(known), draft.actual
        if not known:
            self.sum.setText("" if came is None else _("{count} came in all.").format(count=current().number(came)))
            self.sum.set_tone("muted")
            return
        words = ngettext("{count} person by office", "{count} people by office", total)
        words = words.format(count=current().number(total))
        if came is not None:
            words = _("{sum}, {came} came in all").format(sum=words, came=current().number(came))
        self.sum.setText(f"{words}.")
        self.sum.set_tone("gold" if came is not None and came != total else "muted")

    def _line(self, position: int) -> QWidget:
        office = self._offices[position]
        name = self._names.of(office.partner_id) if office.partner_id else office.words
        shown = Field(name=_("Office"))
        shown.setText(name)
        shown.setReadOnly(True)
        shown.setToolTip(name)
        shown.setCursorPosition(0)
        shown.setFixedWidth(_WIDE)
        number = NumberField(_("Participants from {name}").format(name=name))
        number.set_number(office.participants)
        number.number_changed.connect(lambda count: self._count(position, count))
        self.numbers.append(number)
        remove = Button(icon="close", weight=Weight.quiet, is_small=True, tip=_("Remove {value}").format(value=name))
        remove.clicked.connect(lambda: self._remove(position))
        return row_of(shown, number, remove)

    def _count(self, position: int, count: int | None) -> None:
        if position >= len(self._offices) or self._offices[position].participants == count:
            return
        changed = list(self._offices)
        changed[position] = replace(changed[position], participants=count)
        self._offices = tuple(changed)  # the lines stay, and with them the keyboard
        self.lines_changed.emit()

    def _remove(self, position: int) -> None:
        self.show_offices(tuple(each for at, each in enumerate(self._offices) if at != position))
        self.lines_changed.emit()
        self.adder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self) -> None:
        partner, words = self.adder.partner(), self.adder.free_name()
        self.adder.show_partner(None)
        if partner is None and not words:
            return
        self.show_offices((*self._offices, OfficeCount(partner, words="" if partner else words)))
        self.lines_changed.emit()
        self.numbers[-1].setFocus(Qt.FocusReason.OtherFocusReason)


def bind_offices(field: OfficesField) -> Binding:
    """The binding to `offices`."""
    return Binding(field, field.offices, field.show_offices, field.lines_changed)
