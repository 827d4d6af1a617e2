"""What the words of calendar files and their publication are called."""

from domain.i18n import N_
from domain.terms import CalendarContent, OutletKind, TourShape

NAMES = (
    (CalendarContent.complete, N_("Complete")),
    (CalendarContent.changes, N_("Changes only")),
    (CalendarContent.cancellations, N_("Cancellations only")),
    (TourShape.stops, N_("Tours as stops")),
    (TourShape.bars, N_("Tours as bars")),
    (TourShape.both, N_("Stops and bars")),
    (OutletKind.folder, N_("Folder or web space")),
    (OutletKind.caldav, N_("Calendar server (CalDAV)")),
)
