"""Projects as the list command gives them (docs/formats.md)."""

from typing import Any

from domain.i18n import Language
from domain.workspace import Workspace


def projects(workspace: Workspace, _language: Language) -> list[dict[str, Any]]:
    """All projects with how far they are; names of students stay in the window."""
    from domain.usecases import projects as use_cases

    return [
        {
            "id": str(row.id),
            "kind": row.draft.kind.value,
            "state": row.state.value,
            "title": row.draft.title,
            "kreis_ags": row.draft.kreis_ags,
            "from": row.draft.first_day.isoformat() if row.draft.first_day else None,
            "to": row.draft.last_day.isoformat() if row.draft.last_day else None,
            "stages": len(row.draft.stages),
            "reached": sum(1 for stage in row.draft.stages if stage.done_on),
            "next_due": row.next_stage.due.isoformat() if row.next_stage and row.next_stage.due else None,
        }
        for row in workspace.ask(use_cases.list_rows)
    ]
