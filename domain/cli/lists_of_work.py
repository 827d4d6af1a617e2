"""Projects, publications and reports as the list command gives them (docs/formats.md)."""

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


def publications(workspace: Workspace, _language: Language) -> list[dict[str, Any]]:
    """All publications with their figures."""
    from domain.usecases import publications

    return [
        {
            "id": str(row.id),
            "title": row.draft.title,
            "edition": row.draft.edition,
            "language": row.draft.language,
            "publisher": row.draft.publisher,
            "topic": row.topic,
            "stock": row.stock,
            "promised": row.promised,
            "minimum": row.draft.minimum,
            "pack_size": row.draft.pack_size,
            "to_order": row.to_order,
            "state": row.state.value,
            "runs_out": row.runs_out.isoformat() if row.runs_out else None,
            "valid_until": row.draft.valid_until.isoformat() if row.draft.valid_until else None,
            "replaced_by_id": str(row.draft.replaced_by_id) if row.draft.replaced_by_id else None,
            "storage": row.draft.storage,
        }
        for row in workspace.ask(publications.list_rows)
    ]


def reports(workspace: Workspace, _language: Language) -> list[dict[str, Any]]:
    """All reports with their figures."""
    from domain.usecases import report_snapshots

    return [
        {
            "id": str(row.id),
            "kind": row.kind.value,
            "title": row.title,
            "from": row.first.isoformat(),
            "to": row.last.isoformat(),
            "question": row.question,
            "code": row.code,
            "author": row.author,
            "frozen_at": row.frozen_at.isoformat(timespec="seconds"),
        }
        for row in workspace.ask(report_snapshots.list_rows)
    ]
