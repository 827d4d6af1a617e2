"""Publishing calendars on outlets of either kind, and what waits to be published."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.i18n import Language
from domain.outgoing import Seen, caldav, unseen
from domain.outgoing.folder import publish_folder
from domain.rows.outlets import FeedRow, OutletRow, OutletRun, OutletStanding
from domain.terms import OutletKind
from domain.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Publication:
    """How a publication on an outlet went; `retry_at` is when a next try may help, None = a person has to act first."""

    outlet: OutletRow
    run: OutletRun
    retry_at: datetime | None = None


def publish(
    workspace: Workspace, outlet: OutletRow, password: str, language: Language, seen: Seen = unseen
) -> Publication:
    """Bring an outlet up to date and note how it went; trouble stands in the run as one line, and does not raise.

    `seen` is told how many files or resources are done; what it raises breaks off.
    """
    return _PUBLISH[outlet.draft.kind](workspace, outlet, password, language, seen)


def standings(workspace: Workspace, language: Language) -> tuple[OutletStanding, ...]:
    """All outlets by name, each with how many events differ from what was last published there."""
    from domain.usecases import outlets

    return tuple(
        OutletStanding(row, _WAITING[row.draft.kind](workspace, row, language) if row.draft.is_active else 0)
        for row in workspace.ask(outlets.list_rows)
    )


def feeds(workspace: Workspace, outlet: OutletRow) -> tuple[FeedRow, ...]:
    """The calendars an outlet offers, with their addresses and how many events were published in each."""
    from domain.usecases import outlet_records

    ask = outlet_records.feeds if outlet.draft.kind is OutletKind.folder else outlet_records.collections
    return workspace.ask(ask, outlet)


def _on_folder(workspace: Workspace, outlet: OutletRow, _password: str, language: Language, seen: Seen) -> Publication:
    run = publish_folder(workspace, outlet, language, seen)
    return Publication(outlet, run, run.finished_at if run.trouble else None)


def _on_server(workspace: Workspace, outlet: OutletRow, password: str, language: Language, seen: Seen) -> Publication:
    result = caldav.publish_caldav(workspace, outlet, password, language, seen)
    return Publication(outlet, result.run, result.retry_at)


def _waiting_in_folder(workspace: Workspace, outlet: OutletRow, _language: Language) -> int:
    from domain.usecases import outlet_records

    return workspace.ask(outlet_records.waiting, outlet)


def _waiting_on_server(workspace: Workspace, outlet: OutletRow, language: Language) -> int:
    return caldav.waiting(workspace, outlet, language)


_PUBLISH: dict[OutletKind, Callable[[Workspace, OutletRow, str, Language, Seen], Publication]] = {
    OutletKind.folder: _on_folder,
    OutletKind.caldav: _on_server,
}
_WAITING: dict[OutletKind, Callable[[Workspace, OutletRow, Language], int]] = {
    OutletKind.folder: _waiting_in_folder,
    OutletKind.caldav: _waiting_on_server,
}
