"""Lists inside the form of a person: qualifications with their end, absences with their days."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.tours import Absence, HeldQualification
from gui import theme
from gui.texts import _
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field

Today = Callable[[], date]


class _Lines(QWidget):
    """Lines of fields, each with a cross, and a button that adds one."""

    changed = Signal()

    def __init__(self, name: str, add: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.lines: list[Any] = []
        self.adder = Button(add, icon="plus", is_small=True)
        self.adder.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP_SMALL)
        row = QHBoxLayout()
        row.addWidget(self.adder)
        row.addStretch(1)
        self._column.addLayout(row)
        self.setFocusProxy(self.adder)

    def values(self) -> tuple[Any, ...]:
        """What the lines hold; half-filled ones do not count yet."""
        return tuple(value for value in (line.value() for line in self.lines) if value is not None)

    def set_values(self, values: tuple[Any, ...]) -> None:
        """Show these without telling."""
        if values == self.values():
            return
        for line in list(self.lines):
            self._drop(line)
        for value in values:
            self._append().set_value(value)

    def _line(self) -> "_Line":
        raise NotImplementedError

    def _append(self) -> Any:  # noqa: ANN401 - a line of the subclass
        line = self._line()
        line.changed.connect(self.changed)
        line.cross.clicked.connect(partial(self._on_cross, line))
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        return line

    def _drop(self, line: "_Line") -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _on_add(self) -> None:
        self._append().first.setFocus()

    def _on_cross(self, line: "_Line") -> None:
        self._drop(line)
        self.adder.setFocus()
        self.changed.emit()


class _Line(QWidget):
    """Fields side by side with a cross at the end."""

    changed = Signal()

    def __init__(self, remove: str, *parts: QWidget) -> None:
        super().__init__()
        self.first = parts[0]
        self.cross = Button(icon="close", weight=Weight.quiet, tip=remove, is_small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        for part in parts:
            row.addWidget(part)
        row.addWidget(self.cross)
        row.addStretch(1)


class QualificationsField(_Lines):
    """Which qualifications a person has, and until when (nothing = without end)."""

    def __init__(self, choice: Mapping[UUID, str], today: Today, parent: QWidget | None = None) -> None:
        super().__init__(_("Qualifications"), _("Add qualification"), parent)
        self._choice, self._today = choice, today

    @override
    def _line(self) -> "_Line":
        return _QualificationLine(self._choice, self._today)


class _QualificationLine(_Line):
    """One qualification."""

    def __init__(self, choice: Mapping[UUID, str], today: Today) -> None:
        self.what = Combo(_("Qualification"))
        for key, name in choice.items():
            self.what.add(key, name)
        self.what.setCurrentIndex(-1)
        self.what.setMinimumWidth(180)
        self.until = DateField(_("Valid until"), today)
        super().__init__(_("Remove qualification"), self.what, labels.note(_("until")), self.until)
        self.what.activated.connect(self.changed)
        self.until.date_changed.connect(self.changed)

    def value(self) -> HeldQualification | None:
        """The qualification, None while none is chosen."""
        key = self.what.value()
        return HeldQualification(key, self.until.day()) if isinstance(key, UUID) else None

    def set_value(self, held: HeldQualification) -> None:
        """Show one."""
        self.what.set_value(held.qualification_id)
        self.until.set_date(held.valid_until)


class AbsencesField(_Lines):
    """When a person is away."""

    def __init__(self, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(_("Absences"), _("Add absence"), parent)
        self._today = today

    @override
    def _line(self) -> "_Line":
        return _AbsenceLine(self._today)


class _AbsenceLine(_Line):
    """One absence."""

    def __init__(self, today: Today) -> None:
        self.from_day = DateField(_("Away from"), today)
        self.to_day = DateField(_("Away until"), today)
        self.reason = Field(name=_("Reason"))
        self.reason.setPlaceholderText(_("Reason"))
        self._uid = ""
        super().__init__(_("Remove absence"), self.from_day, self.to_day, self.reason)
        self.from_day.date_changed.connect(self.changed)
        self.to_day.date_changed.connect(self.changed)
        self.reason.editingFinished.connect(self.changed)

    def value(self) -> Absence | None:
        """The absence, None while its first day is missing; one day long without a last day."""
        first = self.from_day.day()
        if first is None:
            return None
        return Absence(first, self.to_day.day() or first, self.reason.text().strip(), self._uid)

    def set_value(self, absence: Absence) -> None:
        """Show one."""
        self.from_day.set_date(absence.first_day)
        self.to_day.set_date(absence.last_day)
        self.reason.setText(absence.reason)
        self._uid = absence.uid
