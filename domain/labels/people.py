"""Names of how a qualification stands."""

from domain.i18n import N_
from domain.terms import QualificationStanding

NAMES = (
    (QualificationStanding.expired, N_("expired")),
    (QualificationStanding.expiring, N_("expires soon")),
    (QualificationStanding.valid, N_("valid")),
)
