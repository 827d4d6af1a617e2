"""What happened to one concern, newest first, from the journal."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from domain.rows.steps import HistoryLine
from domain.terms import BERLIN
from gui.desk import Desk
from gui.texts import _, current
from gui.widgets.timeline import Moment, Timeline


class ConcernHistory(QScrollArea):
    """The history of the chosen concern."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.timeline = Timeline()
        self.setWidget(self.timeline)
        self.timeline.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("History"))

    def show_record(self, record: UUID | None) -> None:
        """Read and show what happened to a concern."""
        lines: tuple[HistoryLine, ...] = ()
        if record is not None:
            from domain.usecases import history

            lines = self._desk.ask(history.in_words, self._desk.history("concern", record), current())
        today = self._desk.clock().astimezone(BERLIN).date()
        self.timeline.set_moments([_moment(line, today) for line in lines])


def _moment(line: HistoryLine, today: date) -> Moment:
    """A step with what it changed: one field as old and new, several by their names."""
    day = line.at.date()
    shown = _("Today") if day == today else f"{day.day:02}.{day.month:02}."
    if day.year != today.year:
        shown = f"{day.month:02}/{day.year}"
    who = " · ".join(part for part in (current().clock(line.at), line.device or line.author) if part)
    return Moment(shown, line.label, who)
