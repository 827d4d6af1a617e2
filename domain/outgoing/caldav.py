"""Publishing on a calendar server (CalDAV), one way: a collection for each Kreis."""

from domain.i18n import Language
from domain.outgoing import Seen, unseen
from domain.rows.caldav import CaldavResult, SyncDecisions
from domain.rows.outlets import OutletRow
from domain.workspace import Workspace

AS_IT_IS = SyncDecisions()
"""Nobody decided anything yet: what differs on the server is told and left alone."""


def publish_caldav(
    workspace: Workspace,
    outlet: OutletRow,
    password: str,
    language: Language,
    seen: Seen = unseen,
    decisions: SyncDecisions = AS_IT_IS,
) -> CaldavResult:
    """Bring the server up to date with what the outlet's audience may see, and note how it went.

    Trouble of the server does not raise: it stands in `run.trouble` as one line in the language, and what was not
    written waits for the next run, which goes on where this one ended. `seen` is told how many resources are done,
    from time to time also while nothing happens; it raises to break off, and what was written until then stays noted.
    """
    raise NotImplementedError
