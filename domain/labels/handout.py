"""Names of the states of handouts."""

from domain.i18n import N_
from domain.terms import HandoutState

NAMES = (
    (HandoutState.valid, N_("Valid")),
    (HandoutState.expiring, N_("Expires soon")),
    (HandoutState.expired, N_("Expired")),
    (HandoutState.undated, N_("Without an end date")),
)
