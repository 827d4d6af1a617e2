"""Calendars on the command line: contents since a version, tours, own appointments, a file per event; changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.cli import usage
from domain.errors import LandaufError, NotFoundError, UsageError
from domain.i18n import N_, Language
from domain.outgoing import calendars
from domain.rows.calendars import CalendarChoice
from domain.terms import Audience, CalendarContent, TourShape

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from pathlib import Path
    from uuid import UUID

    from domain.cli.call import Call
    from domain.rows.filters import EventFilter
    from domain.rows.releases import Change
    from domain.store.session import Session
    from domain.workspace import Workspace

KIND = "calendar"
_PAGE = "events"
"""The page whose saved filters --filter names."""

OPTIONS = dict.fromkeys(("since", "content", "tours", "person", "reminder", "filter", "each"), (KIND,))
"""To which files an option applies."""

CHANGES = (
    N_("List what became of the plan since a version: added, moved, changed or cancelled."),
    "landauf changes --since 5 --file 2027.landauf --audience partners --json",
)


def arguments(made: ArgumentParser, tongue: Language) -> None:
    """The options of a calendar."""
    _ = tongue.gettext
    made.add_argument(
        "--since", metavar="VERSION", type=int, help=_("calendar: only what changed since this plan version")
    )
    made.add_argument(
        "--content",
        choices=[content.value for content in CalendarContent],
        help=_("calendar: complete, changes or cancellations (with --since: changes)"),
    )
    made.add_argument(
        "--tours", choices=[shape.value for shape in TourShape], help=_("calendar: tours as stops, as bars, or both")
    )
    made.add_argument("--person", metavar="NAME", type=usage.text, help=_("calendar: only this person's appointments"))
    made.add_argument("--reminder", action="store_true", help=_("calendar: with --person, a reminder the day before"))
    made.add_argument("--filter", metavar="NAME", type=usage.text, help=_("calendar: a filter saved in the window"))
    made.add_argument("--each", action="store_true", help=_("calendar: OUT is a folder and gets a file per event"))


def changes_arguments(made: ArgumentParser, tongue: Language) -> None:
    """The options of the list of changes."""
    _ = tongue.gettext
    made.add_argument("--since", metavar="N", type=int, required=True, help=_("the plan version to compare with"))
    made.add_argument(
        "--audience",
        choices=[audience.value for audience in Audience],
        default=Audience.internal.value,
        help=_("whose sight of the plan is compared (default: internal)"),
    )


def write(call: Call, workspace: Workspace, out: Path, wanted: EventFilter) -> int:
    """Write a calendar as asked; returns the number of entries.

    Raises:
        UsageError: the options contradict each other.
        NotFoundError: there is no such version, person or filter.
        FileProblemError: it cannot be written.
    """
    choice = _choice(call, workspace, wanted)
    if call.options.each:
        return calendars.export_each(workspace, out, choice, call.language)
    return calendars.export_calendar(workspace, out, choice, call.language)


def _choice(call: Call, workspace: Workspace, wanted: EventFilter) -> CalendarChoice:
    options = call.options
    content = CalendarContent(options.content) if options.content else None
    if options.since is not None and content is CalendarContent.complete:
        raise UsageError(N_("--since goes with the contents changes and cancellations."))
    usual = CalendarContent.complete if options.since is None else CalendarContent.changes
    return CalendarChoice(
        audience=Audience(options.audience),
        wanted=workspace.ask(_filtered, options.filter, wanted) if options.filter else wanted,
        content=content or usual,
        since=options.since,
        tours=TourShape(options.tours) if options.tours else TourShape.stops,
        person_id=workspace.ask(_person, options.person) if options.person else None,
        reminds=options.reminder,
    )


def _filtered(session: Session, name: str, wanted: EventFilter) -> EventFilter:
    """A saved filter, narrowed by what was typed besides."""
    from domain.rows.filters import EventFilter
    from domain.usecases import draft_text, filters

    rows = {row.name.casefold(): row for row in filters.list_rows(session, _PAGE)}
    row = rows.get(" ".join(name.split()).casefold())
    if row is None:
        raise NotFoundError(
            N_("There is no saved filter “{name}”; there are: {names}."),
            name=name,
            names=", ".join(found.name for found in rows.values()) or "–",
        )
    saved = draft_text.from_text(EventFilter, row.query)
    if saved is None:
        raise LandaufError(N_("The filter “{name}” was made by another version and cannot be read."), name=row.name)
    return replace(
        saved,
        kinds=wanted.kinds or saved.kinds,
        kreise=wanted.kreise or saved.kreise,
        first=wanted.first or saved.first,
        last=wanted.last or saved.last,
        dated=True,
    )


def _person(session: Session, name: str) -> UUID:
    from domain.usecases import people

    rows = people.list_rows(session)
    found = [row.id for row in rows if row.draft.name.casefold() == " ".join(name.split()).casefold()]
    if len(found) != 1:
        raise NotFoundError(
            N_("“{name}” is no member of staff; there are: {names}."),
            name=name,
            names=", ".join(row.draft.name for row in rows) or "–",
        )
    return found[0]


def list_changes(call: Call) -> None:
    """Tell what became of the plan for an audience since a version.

    Raises:
        NotFoundError: there is no such version.
    """
    from domain.usecases import releases

    options = call.options
    with call.workspace() as workspace:
        found = workspace.ask(releases.differences, options.since, Audience(options.audience))
    if options.json:
        call.say_json([_record(change) for change in found])
        return
    for change in found:
        entry = change.entry
        call.say("\t".join((entry.number, change.kind.value, entry.title, ", ".join(change.fields))))


def _record(change: Change) -> dict[str, object]:
    entry = change.entry
    return {
        "event_id": str(entry.event_id),
        "uid": entry.uid,
        "change": change.kind.value,
        "fields": list(change.fields),
        "number": entry.number,
        "title": entry.title,
    }
