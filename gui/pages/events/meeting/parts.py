"""The tabs of a meeting together, as the record of an event shows them."""

from collections.abc import Iterator
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from gui.desk import Desk
from gui.pages.events.choices import Names, PartnerFinder
from gui.pages.events.meeting.agenda import AgendaTab
from gui.pages.events.meeting.due import DueTab
from gui.pages.events.meeting.invited import InvitedTab
from gui.pages.events.meeting.minutes import MinutesTab
from gui.pages.events.meeting.tab import MeetingTab
from gui.texts import _


class MeetingParts(QObject):
    """Made once for a record; `counted` tells how many entries a tab has."""

    counted = Signal(object, int)  # the tab, its count
    template_asked = Signal()

    def __init__(self, desk: Desk, finder: PartnerFinder, names: Names, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.invited = InvitedTab(desk, finder, names)
        self.agenda = AgendaTab(desk)
        self.minutes = MinutesTab(desk)
        self.due = DueTab(desk)
        self.due.template_asked.connect(self.template_asked)
        for tab in self._tabs():
            tab.counted.connect(partial(self.counted.emit, tab))

    def pages(self) -> Iterator[tuple[str, MeetingTab]]:
        """The tabs with their names, in order."""
        yield _("Invited"), self.invited
        yield _("Running order"), self.agenda
        yield _("Minutes"), self.minutes
        yield _("Due dates"), self.due

    def show_event(self, event_id: UUID | None) -> None:
        """Let every tab follow an event, or none."""
        for tab in self._tabs():
            tab.show_event(event_id)

    def _tabs(self) -> tuple[MeetingTab, ...]:
        return self.invited, self.agenda, self.minutes, self.due
