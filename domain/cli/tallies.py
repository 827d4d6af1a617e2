"""What was counted at stands, as the list command gives it (docs/formats.md)."""

from typing import Any

from domain.workspace import Workspace


def records(workspace: Workspace, event: str | None) -> list[dict[str, Any]]:
    """The tally of one event, named by id or number, or of all: a record per event, hour and target group.

    Raises:
        NotFoundError: there is no such event.
    """
    from domain.usecases import printing, tally_lines

    event_id = workspace.ask(printing.find_event, event) if event else None
    return [
        {
            "event_id": str(line.event_id),
            "target_group_id": str(line.target_group_id) if line.target_group_id else None,
            "target_group": line.target_group,
            "hour": line.hour.isoformat(timespec="seconds"),
            "visitors": line.visitors,
            "taken_over": line.taken_over,
        }
        for line in workspace.ask(tally_lines.lines, event_id)
    ]
