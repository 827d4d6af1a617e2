"""Asks for the day an event is postponed to."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.rows.events import EventDraft
from domain.rules.local import first_day_of
from gui.dialogs.dialog import Dialog
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.dates import DateField

_WIDTH = 400


class NewDayDialog(Dialog):
    """One day, which must be another than the present one; `picked` brings it."""

    picked = Signal(object)  # date

    def __init__(self, draft: EventDraft, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(_("Postpone event"), _("Postpone"), parent)
        self.setMinimumWidth(_WIDTH)
        self._old = first_day_of(draft)
        old = current().long_day(self._old) if self._old else "–"
        self.field = DateField(_("New day"), today)
        self.content.addWidget(labels.Text(_("Until now: {day}").format(day=old), tone="muted"))
        self.content.addWidget(self.field)
        self.content.addWidget(labels.note(_("The event keeps its old date; plan the new one as a copy."), wrap=True))
        self.primary.setEnabled(False)
        self.field.textChanged.connect(self._on_typed)
        self.primary.clicked.connect(self._on_primary)
        self.field.setFocus()

    def _on_typed(self) -> None:
        self.primary.setEnabled(self.field.day() not in {None, self._old})

    def _on_primary(self) -> None:
        self.picked.emit(self.field.day())
        self.accept()
