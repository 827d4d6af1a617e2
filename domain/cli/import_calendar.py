"""The import command for calendars of other programs: as events, as absences of a person, or as school holidays."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from domain.cli.call import Call
from domain.cli.usage import text
from domain.errors import LandaufError, UsageError
from domain.i18n import N_, Language
from domain.labels import label
from domain.rows.calendar_import import CalendarLine, CalendarReading, CalendarReport, CalendarWish, Words
from domain.rows.steps import Label
from domain.store.session import Session
from domain.terms import Audience, CalendarFate, EventKind, ReadAs

KIND = "calendar"
"""What this import is called on the command line."""

LABEL = N_("Import the calendar {file}")


def add_options(made: ArgumentParser, language: Language) -> None:
    """How a calendar is taken over."""
    _ = language.gettext
    ways = [each.value for each in ReadAs]
    made.add_argument(
        "--as", dest="read_as", choices=ways, default=ways[0], help=_("what the entries of a calendar become")
    )
    made.add_argument("--person", default="", metavar=_("NAME"), help=_("whose absences a calendar holds"))
    kinds = [each.value for each in EventKind]
    made.add_argument("--kind", choices=kinds, help=_("kind of all events of a calendar"))
    made.add_argument(
        "--audience",
        default=Audience.internal.value,
        choices=[each.value for each in Audience],
        help=_("who may see the events of a calendar; default: internal"),
    )
    made.add_argument(
        "--theirs", action="store_true", help=_("the calendar file wins where an event was changed here too")
    )


def run(call: Call) -> None:
    """Read a calendar file and tell what becomes of each entry.

    Raises:
        FileProblemError: the file is no calendar, or cannot be read.
        UsageError: no file or several are named, or an option is missing or does not fit.
        LandaufError: nobody has the name given, or not one entry could be taken.
    """
    from domain.exchange.ics_reader import read_calendar_file
    from domain.usecases.calendar_import import import_calendar

    options = call.options
    if len(options.source) != 1:
        raise UsageError(N_("Please name one calendar file: landauf import calendar IN"))
    read_as = ReadAs(options.read_as)
    if bool(options.person) != (read_as is ReadAs.absences):
        raise UsageError(N_("--person names whose absences they are: --as absences --person NAME"))
    source = Path(options.source[0])
    name = text(source.name)
    with call.workspace() as workspace:
        reading = read_calendar_file(source, name, workspace.ask(lambda session: session.today))
        wish = CalendarWish(
            read_as,
            EventKind(options.kind) if options.kind else None,
            Audience(options.audience),
            workspace.ask(_person, options.person) if options.person else None,
            theirs=frozenset(entry.key for entry in reading.entries) if options.theirs else frozenset(),
        )
        if options.dry_run:
            report = workspace.ask(import_calendar, reading, wish, store=False)
        else:
            report = workspace.run(Label(LABEL, (("file", name),)), import_calendar, reading, wish)
    _tell(call, report)
    if report.lines and report.count(CalendarFate.refused) == len(report.lines):
        raise LandaufError(N_("{file}: no entry could be taken."), file=name)


def _person(session: Session, name: str) -> UUID:
    """The one person of the house of this name, whatever its spelling.

    Raises:
        LandaufError: nobody or several have it.
    """
    from domain.region.fold import fold
    from domain.usecases import people

    found = [row.id for row in people.list_rows(session) if fold(row.draft.name) == fold(name)]
    if not found:
        raise LandaufError(N_("Nobody of the house is called “{name}”."), name=name)
    if len(found) > 1:
        raise LandaufError(N_("Several people of the house are called “{name}”."), name=name)
    return found[0]


def _tell(call: Call, report: CalendarReport) -> None:
    """Say what became of the entries, for people or as JSON."""
    tongue = call.language
    refused = [
        {"line": line.line, "field": "", "reason": tongue.text(*line.reason), "title": line.title}
        for line in report.lines
        if line.fate is CalendarFate.refused
    ]
    counts = {fate.value: report.count(fate) for fate in CalendarFate if fate is not CalendarFate.refused}
    hints = list(_hints(report, tongue))
    if call.options.json:
        found = report.reading
        call.say_json(
            {
                "rows": len(report.lines),
                **counts,
                "refused": refused,
                "events": found.raw,
                "hidden": found.hidden,
                "others": dict(found.others),
                "hints": hints,
            }
        )
        return
    said = ", ".join(f"{counts[fate.value]} {label(fate, tongue)}" for fate in CalendarFate if fate.value in counts)
    sentence = tongue.gettext("{rows} entries: {fates}, {refused} refused")
    call.say(sentence.format(rows=len(report.lines), fates=said, refused=len(refused)))
    for row in refused:
        call.say(tongue.gettext("line {line}: {reason}").format(**row) + (f" ({row['title']})" if row["title"] else ""))
    for hint in dict.fromkeys(str(hint["hint"]) for hint in hints):
        call.say(hint)


def _hints(report: CalendarReport, tongue: Language) -> Iterator[dict[str, object]]:
    """What concerns the whole file (line 0), then what concerns single entries."""
    for words in (*report.reading.hints, *_others(report.reading)):
        yield {"line": 0, "name": report.reading.name, "hint": tongue.text(*words)}
    for line in report.lines:
        for words in (*line.hints, *_reason(line)):
            yield {"line": line.line, "name": line.title, "hint": tongue.text(*words)}


def _others(reading: CalendarReading) -> Iterator[Words]:
    for name, count in reading.others:
        yield N_("{count} × {name} are no events and were left out."), (("count", count), ("name", name))


def _reason(line: CalendarLine) -> Iterator[Words]:
    if line.fate is CalendarFate.conflict:
        yield N_("It was changed here and there; nothing was done. With --theirs the file wins."), ()
    elif line.fate is not CalendarFate.refused and line.reason[0]:
        yield line.reason
