"""What the overview fills in after it stands: conflicts, what is due, who waits longest. Imports SQLAlchemy."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.i18n import Language
from domain.rows.due import DialogueGap, DueRow
from gui.pages.overview.later_lines import FindingLine

if TYPE_CHECKING:
    from domain.rows.findings import Finding
    from domain.workspace import Workspace
    from gui.tasks import Ticket


@dataclass(frozen=True, slots=True)
class Later:
    """What comes second."""

    findings: tuple[FindingLine, ...]
    due: tuple[DueRow, ...]
    gap: DialogueGap | None


def read(workspace: "Workspace", language: Language, ticket: "Ticket") -> Later:
    """Read it all; called in a pool thread."""
    from domain.usecases import conflicts, due

    rows = tuple(workspace.ask(due.due_rows))
    gap = workspace.ask(due.longest_gap)
    findings = () if ticket.is_cancelled else workspace.ask(conflicts.all_findings)
    return Later(in_words(findings, language), rows, gap)


def in_words(findings: Iterable["Finding"], language: Language) -> tuple[FindingLine, ...]:
    """The conflicts nobody has accepted, as people read them."""
    return tuple(
        FindingLine(
            found.event_id,
            found.grade,
            language.text(found.msgid, found.params),
            language.text(found.detail, found.detail_params) if found.detail else "",
        )
        for found in findings
        if not found.accepted
    )
