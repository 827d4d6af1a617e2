"""Names of requests' and tours' states and of weights."""

from domain.i18n import N_
from domain.terms import RequestState, TourState, Weight

NAMES = (
    (RequestState.open, N_("open")),
    (RequestState.accepted, N_("accepted")),
    (RequestState.declined, N_("declined")),
    (RequestState.withdrawn, N_("withdrawn")),
    (TourState.draft, N_("Draft")),
    (TourState.agreed, N_("Agreed")),
    (TourState.done, N_("Done")),
    (Weight.off, N_("not at all")),
    (Weight.usual, N_("as usual")),
    (Weight.high, N_("strongly")),
    (Weight.highest, N_("above all")),
)
