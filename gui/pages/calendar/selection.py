"""What is picked in the calendar: a day, and perhaps one of its events."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Shared by the views and the inspector; `changed` is sent when anything is different."""

    changed = Signal()

    def __init__(self, day: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.day = day
        self.event_id: UUID | None = None

    def pick(self, day: date, event_id: UUID | None = None) -> None:
        """Pick a day, and one of its events or none."""
        if (day, event_id) != (self.day, self.event_id):
            self.day, self.event_id = day, event_id
            self.changed.emit()
