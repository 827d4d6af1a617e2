"""Publishing on a calendar server (CalDAV), one way: a collection for each Kreis."""

from typing import TYPE_CHECKING

from domain.i18n import Language
from domain.outgoing import SENT, Seen, unseen
from domain.rows.caldav import CaldavResult, SyncDecisions
from domain.rows.outlets import OutletRow
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.outgoing.caldav_ledger import Papers
    from domain.store.session import Session
    from domain.usecases.caldav_records import Wanted

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
    from domain.outgoing.caldav_ledger import Ledger
    from domain.outgoing.caldav_run import SyncRun
    from domain.usecases import caldav_records

    placed = workspace.run(SENT, caldav_records.leaving, outlet.draft)
    wanted = caldav_records.wanted(placed, language, whole=decisions.whole)
    papers = workspace.ask(_papers, outlet, wanted)
    ledger = Ledger(workspace, outlet.id, papers)
    return SyncRun(outlet.draft, ledger, language, seen, decisions).go(password)


def waiting(workspace: Workspace, outlet: OutletRow, language: Language, decisions: SyncDecisions = AS_IT_IS) -> int:
    """How many changes wait to be published on a calendar server; the server is not asked."""
    from domain.usecases import caldav_records

    return workspace.ask(caldav_records.waiting, outlet, language, whole=decisions.whole)


def _papers(session: "Session", outlet: OutletRow, wanted: "Wanted") -> "Papers":
    from domain.outgoing.caldav_ledger import Papers
    from domain.usecases import caldav_records

    known = caldav_records.resources(session, outlet.id)
    return Papers(wanted, known, caldav_records.collections(session, outlet.id), session.clock)
