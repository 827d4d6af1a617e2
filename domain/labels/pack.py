"""Names of what the check before printing finds."""

from domain.i18n import N_
from domain.terms import PackProblem

NAMES = (
    (PackProblem.not_possible, N_("Cannot be made yet")),
    (PackProblem.edition_expired, N_("Edition expired")),
    (PackProblem.publication_expired, N_("Publication expired")),
    (PackProblem.unconfirmed, N_("Date not confirmed")),
    (PackProblem.host_missing, N_("Inviting body missing")),
    (PackProblem.agenda_missing, N_("Agenda missing")),
    (PackProblem.moderation_missing, N_("Moderation missing")),
    (PackProblem.permit_missing, N_("Permit missing")),
    (PackProblem.partner_unconfirmed, N_("Partner not confirmed")),
    (PackProblem.office_missing, N_("Office details missing")),
    (PackProblem.stale, N_("Changed since it was printed")),
    (PackProblem.unchanged, N_("Printed before, unchanged since")),
)
