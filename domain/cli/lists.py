"""The list command: complete lists as text or JSON (shapes: docs/formats.md)."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeAlias

from domain.cli import handouts, publishing, tallies
from domain.cli.call import Call
from domain.cli.lists_of_work import projects, publications, reports
from domain.errors import UsageError
from domain.i18n import N_, Language
from domain.rows.events import EventRow
from domain.workspace import Workspace

Records: TypeAlias = list[dict[str, Any]]

TALLY = "tally"
"""The list that can be of one event."""


def run(call: Call) -> None:
    """Print one list, complete.

    Raises:
        UsageError: --event goes with another list than that of tallies.
    """
    what, event = call.options.what, call.options.event
    if event is not None and what != TALLY:
        raise UsageError(N_("--event goes with: landauf list {what}"), what=TALLY)
    with call.workspace() as workspace:
        records = tallies.records(workspace, event) if what == TALLY else _LISTS[what](workspace, call.language)
    if call.options.json:
        call.say_json(records)
        return
    for line in _lines(records, call.language):
        call.say(line)


def _lines(records: Records, language: Language) -> Iterable[str]:
    for record in records:
        yield "\t".join(_cell(value, language) for value in record.values())


def _cell(value: object, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return language.gettext("yes") if value else language.gettext("no")
    if isinstance(value, (list, tuple)):
        return "; ".join(_cell(each, language) for each in value)
    if isinstance(value, dict):
        return " ".join(_cell(each, language) for each in value.values())
    return " ".join(str(value).split())


def _moment(value: datetime | None) -> str | None:
    return value.isoformat(timespec="seconds") if value else None


def event_record(row: EventRow) -> dict[str, Any]:
    """An event as `list events --json` and `export events OUT.json` give it (docs/formats.md)."""
    start = row.first_day.isoformat() if row.all_day and row.first_day else _moment(row.starts_at)
    end = row.last_day.isoformat() if row.all_day and row.last_day else _moment(row.ends_at)
    return {
        "id": str(row.id),
        "number": row.number,
        "kind": row.kind.value,
        "state": row.state.value,
        "title": row.title,
        "starts_at": start,
        "ends_at": end,
        "ags": row.ags,
        "kreis_ags": row.kreis_ags,
        "audience": row.audience.value,
        "uid": row.uid,
        "sequence": row.sequence,
    }


def _events(workspace: Workspace, _language: Language) -> Records:
    from domain.usecases import event_rows

    return [event_record(row) for row in workspace.ask(event_rows.list_rows)]


def _partners(workspace: Workspace, _language: Language) -> Records:
    from domain.usecases import partners

    return [
        {
            "id": str(row.id),
            "name": row.name,
            "category": row.category.value,
            "office_kind": row.office_kind.value if row.office_kind else None,
            "street": row.street,
            "postcode": row.postcode,
            "town": row.town,
            "ags": row.ags,
            "kreis_ags": row.kreis_ags,
        }
        for row in workspace.ask(partners.list_rows)
    ]


def _requests(workspace: Workspace, _language: Language) -> Records:
    from domain.usecases import requests

    return [
        {
            "id": str(row.id),
            "requester": row.draft.requester,
            "kind": row.draft.kind.value,
            "state": row.state.value,
            "town": row.draft.town,
            "ags": row.draft.ags,
            "earliest": row.draft.earliest.isoformat() if row.draft.earliest else None,
            "latest": row.draft.latest.isoformat() if row.draft.latest else None,
            "duration_minutes": row.draft.duration_minutes,
            "unplanned_reason": row.unplanned_reason,
            "topic": row.draft.topic,
            "priority": row.draft.priority,
            "cause": row.decline_cause.value if row.decline_cause else None,
            "waiting_since": row.waiting_since.isoformat() if row.waiting_since else None,
            "answer_by": row.draft.answer_by.isoformat() if row.draft.answer_by else None,
        }
        for row in workspace.ask(requests.list_rows)
    ]


def _concerns(workspace: Workspace, _language: Language) -> Records:
    from domain.usecases import concern_rows

    return [
        {
            "id": str(row.id),
            "number": row.number,
            "kreis_ags": row.kreis_ags,
            "state": row.state.value,
            "due": row.due.isoformat() if row.due else None,
            "category": row.draft.category.value,
            "place_category": row.draft.place_category.value,
            "event_id": str(row.draft.event_id) if row.draft.event_id else None,
            "raised_on": row.draft.raised_on.isoformat() if row.draft.raised_on else None,
            "answered_on": row.answered_on.isoformat() if row.answered_on else None,
        }
        for row in workspace.ask(concern_rows.list_rows)
    ]


def _tours(workspace: Workspace, _language: Language) -> Records:
    from domain.usecases import tour_rows

    return [
        {
            "id": str(row.id),
            "title": row.title,
            "from": row.first_day.isoformat() if row.first_day else None,
            "to": row.last_day.isoformat() if row.last_day else None,
            "days": row.days,
            "stops": row.stops,
            "state": row.state.value,
        }
        for row in workspace.ask(tour_rows.list_rows)
    ]


def _coverage(workspace: Workspace, _language: Language) -> Records:
    from domain.usecases import coverage

    return [
        {
            "kreis_ags": row.kreis_ags,
            "kind": row.kind.value,
            "half_year": row.half_year,
            "target": row.target,
            "planned": row.planned,
            "held": row.held,
            "advisory_projects": row.projects,
        }
        for row in workspace.ask(coverage.coverage)
    ]


def _conflicts(workspace: Workspace, language: Language) -> Records:
    from domain.usecases import conflicts

    return [
        {
            "event_id": str(finding.event_id),
            "grade": finding.grade.value,
            "rule": finding.rule.value,
            "text": language.text(finding.msgid, finding.params),
            "accepted": finding.accepted,
        }
        for finding in workspace.ask(conflicts.all_findings)
    ]


def _documents(workspace: Workspace, language: Language) -> Records:
    from domain.usecases import printing_examples

    return [
        {
            "name": entry.name,
            "title": language.gettext(entry.msgid),
            "needs": entry.needs,
            "example": list(entry.example),
        }
        for entry in workspace.ask(printing_examples.documents)
    ]


def _vehicles(workspace: Workspace, _language: Language) -> Records:
    from domain.usecases import fleet

    return [
        {
            "id": str(row.id),
            "name": row.draft.name,
            "depot_ags": row.draft.depot_ags,
            "equipment": list(row.equipment),
        }
        for row in workspace.ask(fleet.list_rows)
    ]


def _duplicates(workspace: Workspace, language: Language) -> Records:
    from domain.usecases import duplicates

    return [
        {
            "points": pair.likeness.points,
            "first_id": str(pair.first.id),
            "first_name": pair.first.name,
            "second_id": str(pair.second.id),
            "second_name": pair.second.name,
            "reasons": [
                {"text": language.gettext(reason.msgid), "points": reason.points} for reason in pair.likeness.reasons
            ],
        }
        for pair in workspace.ask(duplicates.book).pairs
    ]


_LISTS: dict[str, Callable[[Workspace, Language], Records]] = {
    "events": _events,
    "tours": _tours,
    "partners": _partners,
    "duplicates": _duplicates,
    "requests": _requests,
    "concerns": _concerns,
    "vehicles": _vehicles,
    "publications": publications,
    "handouts": handouts.records,
    "coverage": _coverage,
    "conflicts": _conflicts,
    "documents": _documents,
    "projects": projects,
    "reports": reports,
    "outlets": publishing.records,
}

KINDS = (*_LISTS, TALLY)
"""What can be listed."""
