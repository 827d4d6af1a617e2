"""Names of requests' and tours' states and of weights."""

from domain.i18n import N_
from domain.terms import DeclineCause, RequestState, TourState, Weight

NAMES = (
    (RequestState.open, N_("open")),
    (RequestState.waiting, N_("on the waiting list")),
    (RequestState.accepted, N_("accepted")),
    (RequestState.declined, N_("declined")),
    (RequestState.withdrawn, N_("withdrawn")),
    (DeclineCause.capacity, N_("No capacity")),
    (DeclineCause.no_date, N_("No date found")),
    (DeclineCause.too_late, N_("Asked too late")),
    (DeclineCause.not_our_task, N_("Not our task")),
    (DeclineCause.topic, N_("Topic not offered")),
    (DeclineCause.unqualified, N_("Nobody qualified")),
    (DeclineCause.withdrawn, N_("Withdrawn by the host")),
    (DeclineCause.other, N_("Other reason")),
    (TourState.draft, N_("Draft")),
    (TourState.agreed, N_("Agreed")),
    (TourState.done, N_("Done")),
    (Weight.off, N_("not at all")),
    (Weight.usual, N_("as usual")),
    (Weight.high, N_("strongly")),
    (Weight.highest, N_("above all")),
)
