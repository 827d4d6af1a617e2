"""What the words of calendar files and their publication are called."""

from domain.i18n import N_
from domain.terms import CalendarContent, CalendarFate, OutletKind, ReadAs, TourShape

NAMES = (
    (CalendarContent.complete, N_("Complete")),
    (CalendarContent.changes, N_("Changes only")),
    (CalendarContent.cancellations, N_("Cancellations only")),
    (TourShape.stops, N_("Tours as stops")),
    (TourShape.bars, N_("Tours as bars")),
    (TourShape.both, N_("Stops and bars")),
    (OutletKind.folder, N_("Folder or web space")),
    (OutletKind.caldav, N_("Calendar server (CalDAV)")),
    (CalendarFate.new, N_("new")),
    (CalendarFate.changed, N_("changed")),
    (CalendarFate.unchanged, N_("unchanged")),
    (CalendarFate.conflict, N_("changed here and there")),
    (CalendarFate.cancelled, N_("cancelled")),
    (CalendarFate.duplicate, N_("twice in the file")),
    (CalendarFate.refused, N_("refused")),
    (ReadAs.events, N_("As events")),
    (ReadAs.absences, N_("As absences")),
    (ReadAs.holidays, N_("As holidays")),
)
