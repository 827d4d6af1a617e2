"""Who takes part: people of the house in roles, partners, and counts per target group."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from domain.rows.events import AssignmentDraft, Count
from domain.rows.published import Person
from domain.rules.audience import shown_speakers
from domain.terms import AssignmentRole
from gui import theme
from gui.pages.events.choices import Named, Names, PartnerFinder
from gui.texts import _
from gui.widgets import labels
from gui.widgets.badge import Badge, plain_badge
from gui.widgets.bindings import Binding
from gui.widgets.button import Button, Weight
from gui.widgets.combo import Combo
from gui.widgets.field import NumberField
from gui.widgets.partner_field import PartnerField

_WIDE = 260


class Lines(QWidget):
    """A column of lines that is built anew whenever its values change; `lines_changed` tells of a person's change."""

    lines_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(theme.GAP_SMALL)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.GAP_SMALL)
        self.column.addLayout(self.lines)

    def put(self, widgets: Iterable[QWidget]) -> None:
        """Show these lines instead of the present ones."""
        while (item := self.lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self.lines.addWidget(widget)


class AssignmentsField(Lines):
    """People of the house, each with a role; the box below adds one.

    Names that stay in the house are marked, and what outsiders read instead stands below.
    """

    def __init__(self, staff: Named, confidential: frozenset[UUID] = frozenset()) -> None:
        super().__init__(_("Assignments"))
        self._staff = staff
        self._confidential = confidential
        self.outside = labels.note(wrap=True)
        self._assignments: tuple[AssignmentDraft, ...] = ()
        self.adder = Combo(_("Add a person"))
        self.adder.setFixedWidth(_WIDE)
        self.adder.setPlaceholderText(_("Add a person"))
        for person, name in staff:
            self.adder.add(person, name)
        self.adder.setCurrentIndex(-1)
        self.adder.activated.connect(self._on_added)
        self.column.addWidget(self.adder)
        self.column.addWidget(self.outside)
        self.setFocusProxy(self.adder)

    def assignments(self) -> tuple[AssignmentDraft, ...]:
        """Who does what."""
        return self._assignments

    def show_assignments(self, assignments: tuple[AssignmentDraft, ...]) -> None:
        """Show these without telling."""
        self._assignments = assignments
        self.put([self._line(position) for position in range(len(assignments))])
        self._explain()

    def _explain(self) -> None:
        """What others read in place of a name that stays in the house."""
        names, hidden = dict(self._staff), self._confidential
        people = [
            Person(names.get(each.staff_id, ""), each.role, each.staff_id in hidden) for each in self._assignments
        ]
        shown = ", ".join(map(_, shown_speakers(people))) or _("nobody")
        is_needed = any(person.confidential for person in people)
        self.outside.setText(_("Outside stands: “{words}”").format(words=shown) if is_needed else "")
        self.outside.setVisible(is_needed)

    def _line(self, position: int) -> QWidget:
        assignment = self._assignments[position]
        person = Combo(_("Person"))
        person.setFixedWidth(_WIDE)
        for staff_id, name in self._staff:
            person.add(staff_id, name)
        person.set_value(assignment.staff_id)
        role = Combo(_("Role of {name}").format(name=person.currentText()))
        role.add_terms(AssignmentRole)
        role.set_value(assignment.role)
        person.activated.connect(lambda _at: self._change(position, staff_id=person.value()))
        role.activated.connect(lambda _at: self._change(position, role=role.value()))
        tip = _("Remove {value}").format(value=person.currentText())
        remove = Button(icon="close", weight=Weight.quiet, is_small=True, tip=tip)
        remove.clicked.connect(lambda: self._remove(position))
        if assignment.staff_id in self._confidential:
            return row_of(person, role, Badge(lambda: plain_badge(_("internal only"), "eye-off")), remove)
        return row_of(person, role, remove)

    def _change(self, position: int, **values: object) -> None:
        changed = list(self._assignments)
        changed[position] = replace(changed[position], **values)  # type: ignore[arg-type]  # staff_id or role
        self._tell(tuple(changed))

    def _remove(self, position: int) -> None:
        self._tell(tuple(each for at, each in enumerate(self._assignments) if at != position))
        self.adder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self, _at: int) -> None:
        person = self.adder.value()
        self.adder.setCurrentIndex(-1)
        role = AssignmentRole.crew if self._assignments else AssignmentRole.lead
        if isinstance(person, UUID):
            self._tell((*self._assignments, AssignmentDraft(person, role)))

    def _tell(self, assignments: tuple[AssignmentDraft, ...]) -> None:
        self.show_assignments(assignments)
        self.lines_changed.emit()


class PartnersField(Lines):
    """The institutions that take part; the field below finds more."""

    def __init__(self, finder: PartnerFinder, names: Names) -> None:
        super().__init__(_("Partners"))
        self._names = names
        self._partners: tuple[UUID, ...] = ()
        self.adder = PartnerField(_("Add a partner"), finder.find, names.of)
        self.adder.setFixedWidth(_WIDE)
        self.adder.partner_changed.connect(self._on_added)
        self.column.addWidget(self.adder)
        self.setFocusProxy(self.adder)

    def partners(self) -> tuple[UUID, ...]:
        """Who takes part."""
        return self._partners

    def show_partners(self, partners: tuple[UUID, ...]) -> None:
        """Show these without telling."""
        self._partners = partners
        self.put([self._line(partner) for partner in partners])

    def _line(self, partner: UUID) -> QWidget:
        name = self._names.of(partner)
        tip = _("Remove {value}").format(value=name)
        remove = Button(icon="close", weight=Weight.quiet, is_small=True, tip=tip)
        remove.clicked.connect(lambda: self._tell(tuple(each for each in self._partners if each != partner)))
        return row_of(labels.Text(name, font=theme.text_font(theme.MEDIUM)), remove)

    def _on_added(self) -> None:
        partner = self.adder.partner()
        self.adder.show_partner(None)
        if partner is not None and partner not in self._partners:
            self._tell((*self._partners, partner))

    def _tell(self, partners: tuple[UUID, ...]) -> None:
        self.show_partners(partners)
        self.lines_changed.emit()


class CountsField(QWidget):
    """Expected and actual people per target group of the event."""

    counts_changed = Signal()

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.setAccessibleName(_("Counts by target group"))
        self._names = names
        self._groups: tuple[UUID, ...] = ()
        self._counts: dict[UUID, Count] = {}
        self._inner = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._inner)

    def value(self) -> tuple[tuple[UUID, ...], tuple[Count, ...]]:
        """The target groups, which are chosen elsewhere, and the counts that are known."""
        known = [count for count in self._counts.values() if (count.expected, count.actual) != (None, None)]
        return self._groups, tuple(known)

    def show_value(self, value: tuple[tuple[UUID, ...], tuple[Count, ...]]) -> None:
        """Show a line for each target group, without telling."""
        self._groups, counts = value
        self._counts = {count.target_group_id: count for count in counts}
        self._column.removeWidget(self._inner)
        self._inner.hide()
        self._inner.deleteLater()
        self._inner = QWidget()
        grid = QGridLayout(self._inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP_ROW)
        grid.setColumnStretch(3, 1)
        shown = tuple(dict.fromkeys((*self._groups, *self._counts)))
        if not shown:
            grid.addWidget(labels.note(_("Choose target groups under Details first."), wrap=True), 0, 0, 1, 4)
        else:
            grid.addWidget(labels.note(_("expected")), 0, 1)
            grid.addWidget(labels.note(_("came")), 0, 2)
        for line, group in enumerate(shown, start=1):
            grid.addWidget(labels.Text(self._names.of(group)), line, 0)
            for column, part in ((1, "expected"), (2, "actual")):
                grid.addWidget(self._number(group, part), line, column)
        self._column.addWidget(self._inner)

    def _number(self, group: UUID, part: str) -> NumberField:
        words = _("expected") if part == "expected" else _("came")
        field = NumberField(f"{self._names.of(group)}: {words}")
        count = self._counts.get(group, Count(group))
        field.set_number(count.expected if part == "expected" else count.actual)
        field.number_changed.connect(lambda number: self._on_number(group, part, number))
        return field

    def _on_number(self, group: UUID, part: str, number: int | None) -> None:
        before = self._counts.get(group, Count(group))
        self._counts[group] = replace(before, expected=number) if part == "expected" else replace(before, actual=number)
        self.counts_changed.emit()


def bind_assignments(field: AssignmentsField) -> Binding:
    """The binding to `assignments`."""
    return Binding(field, field.assignments, field.show_assignments, field.lines_changed)


def bind_partners(field: PartnersField) -> Binding:
    """The binding to `partner_ids`."""
    return Binding(field, field.partners, field.show_partners, field.lines_changed)


def bind_counts(field: CountsField) -> Binding:
    """The binding to `target_group_ids,counts`; only the counts are changed here."""
    return Binding(field, field.value, field.show_value, field.counts_changed)


def row_of(*widgets: QWidget) -> QWidget:
    """Widgets in a line, from the left."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.GAP_SMALL)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return made
