"""The export command for single events: calendar files for a guest, a cancellation, an entry, an announcement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.cli import usage
from domain.cli.prints import identifier
from domain.errors import UsageError
from domain.i18n import N_, Language
from domain.outgoing import announcements, invitations
from domain.terms import Audience, OnlineChannel

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from pathlib import Path
    from uuid import UUID

    from domain.cli.call import Call
    from domain.rows.filters import EventFilter
    from domain.workspace import Workspace

CALENDARS = ("invitation", "cancellation", "entry")
ANNOUNCEMENT = "announcement"
KINDS = (*CALENDARS, ANNOUNCEMENT)
"""What this module writes."""
PRESS = "press"
"""The channel without a limit of its own."""
_CHANNELS = (*(channel.value for channel in OnlineChannel), PRESS)

OPTIONS = {
    "event": KINDS,
    "partner": ("invitation", "cancellation"),
    "channel": (ANNOUNCEMENT,),
    "link": (ANNOUNCEMENT,),
}
"""To which files an option applies."""


def arguments(made: ArgumentParser, tongue: Language) -> None:
    """The options of these files."""
    _ = tongue.gettext
    told = _("the event, by id or number (2027-0214); only for {kinds}").format(kinds=", ".join(KINDS))
    made.add_argument("--event", metavar="ID", type=usage.text, help=told)
    made.add_argument("--partner", metavar="ID", help=_("whom an invitation or cancellation is for, by id"))
    made.add_argument("--channel", choices=_CHANNELS, metavar="NAME", help=_("where an announcement appears"))
    made.add_argument("--link", metavar="URL", type=usage.text, help=_("the address an announcement ends with"))


def write(call: Call, workspace: Workspace, out: Path, _wanted: EventFilter) -> int:
    """Write a file about one event; returns 1, of an announcement how long it is as its channel counts.

    Raises:
        UsageError: no event or, for an invitation, no partner was named, or the ending of OUT does not fit.
        NotFoundError: event or partner is gone.
        LandaufError: it cannot be written for these readers.
    """
    options = call.options
    event_id, partner_id = _event(call, workspace), identifier(options.partner, N_("There is no partner {id}."))
    if options.what == ANNOUNCEMENT:
        return announcements.export_announcement(
            workspace, out, event_id, _channel(options.channel), options.link or "", call.language
        )
    if options.what == "entry":
        invitations.export_entry(workspace, out, event_id, Audience(options.audience), call.language)
    elif options.what == "cancellation":
        invitations.export_cancellation(workspace, out, event_id, partner_id, call.language)
    elif partner_id is None:
        raise UsageError(N_("An invitation is for one partner; name it with --partner."))
    else:
        invitations.export_invitation(workspace, out, event_id, partner_id, call.language)
    return 1


def _event(call: Call, workspace: Workspace) -> UUID:
    from domain.usecases import printing

    if not call.options.event:
        raise UsageError(N_("This file is about one event; name it with --event."))
    return workspace.ask(printing.find_event, call.options.event)


def _channel(name: str | None) -> OnlineChannel | None:
    return None if name in {None, PRESS} else OnlineChannel(str(name))
