"""Names of replies, phases and work lists."""

from domain.i18n import N_
from domain.terms import InviteReply, Phase, WorkList

NAMES = (
    (InviteReply.planned, N_("to invite")),
    (InviteReply.invited, N_("invited")),
    (InviteReply.accepted, N_("agreed to come")),
    (InviteReply.attended, N_("attended")),
    (InviteReply.declined, N_("cannot come")),
    (Phase.preparing, N_("Preparing")),
    (Phase.invited, N_("Invitations out")),
    (Phase.today, N_("Today")),
    (Phase.follow_up, N_("Following up")),
    (Phase.closed, N_("Closed")),
    (WorkList.timeline, N_("Due dates")),
    (WorkList.checklist, N_("Checklist")),
)
