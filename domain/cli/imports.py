"""The import command: tables of other programs into the workspace."""

from collections.abc import Container
from pathlib import Path

from domain.cli import handouts, import_calendar, import_forms
from domain.cli.call import Call
from domain.cli.usage import text
from domain.errors import InvalidInputError, LandaufError, UsageError
from domain.i18n import N_, Language
from domain.rows.field_names import FIELD_NAMES
from domain.rows.imports import Fate, ImportReport, RowFate, Wish
from domain.rows.steps import Label

KINDS = ("partners", "requests", "vehicles", "events", "catalogue", handouts.KIND, import_calendar.KIND)
"""What can be imported; the catalogue has a starting stock and no file, a handout is a Markdown file."""

_LABELS = {
    "partners": N_("Import partners from {file}"),
    "requests": N_("Import requests from {file}"),
    "vehicles": N_("Import vehicles from {file}"),
    "events": N_("Import events from {file}"),
}

_STOCKS = {
    "partners": N_("Take over offices and police"),
    "catalogue": N_("Take over starting catalogue"),
}

_OWN_WAYS = {handouts.KIND: handouts.take, import_calendar.KIND: import_calendar.run}
_DELIMITERS = {"tab": "\t", "\\t": "\t", "semicolon": ";", "comma": ","}


def run(call: Call) -> None:
    """Read a table, a workbook or a file of contacts and tell every row's fate.

    Raises:
        FileProblemError: the file is nothing that can be read.
        UsageError: a sheet, column, field, encoding or delimiter is named that there is not.
        LandaufError: needed columns are missing, or not one row could be taken.
    """
    from domain.usecases.imports import IMPORTS

    if call.options.what in _OWN_WAYS:
        _OWN_WAYS[call.options.what](call)
        return
    if call.options.stock:
        _take_stock(call)
        return
    _refuse_sources(call, IMPORTS)
    what, source = call.options.what, Path(call.options.source[0])
    if _are_forms(call):
        import_forms.run(call)
        return
    name = text(source.name)
    wish = _wish(call, name)
    try:
        with call.workspace() as workspace:
            if call.options.dry_run:
                report = workspace.ask(IMPORTS[what], source, store=False, wish=wish)
            else:
                report = workspace.run(Label(_LABELS[what], (("file", name),)), IMPORTS[what], source, wish=wish)
    except InvalidInputError as trouble:
        raise LandaufError("{file}: {reason}", file=name, reason=trouble.problems[0]) from trouble
    tell(call, report)
    if len(report.refused) == len(report.fates):
        raise LandaufError(N_("{file}: no row could be taken."), file=name)


def _are_forms(call: Call) -> bool:
    return bool(call.options.what == "requests" and import_forms.are_forms(call.options.source))


def _refuse_sources(call: Call, known: Container[str]) -> None:
    """Refuse no file, a file for what has none, and several that are no request forms.

    Raises:
        UsageError: there are several.
        LandaufError: there is none, or none can be read.
    """
    if not call.options.source:
        raise LandaufError(N_("Please name the file to read, or --stock for the offices and police of the state."))
    if call.options.what not in known:
        raise LandaufError(N_("The catalogue is read from no file: landauf import catalogue --stock"))
    if len(call.options.source) > 1 and not _are_forms(call):
        raise UsageError(
            N_("Several files can be read at once only if all are request forms that were filled in (PDF).")
        )


def _take_stock(call: Call) -> None:
    """Add the Ordnungsämter and police units, or the topics, qualifications and offers, that are missing.

    Raises:
        LandaufError: it was asked together with a file, or for what has no starting stock.
    """
    from domain.usecases import catalogue_stock, stock

    if call.options.what not in _STOCKS or call.options.source:
        raise LandaufError(N_("--stock adds partners and takes no file: landauf import partners --stock"))
    take_stock = {"partners": stock.take_stock, "catalogue": catalogue_stock.take_stock}[call.options.what]
    with call.workspace() as workspace:
        if call.options.dry_run:
            report = workspace.ask(take_stock, store=False)
        else:
            report = workspace.run(Label(_STOCKS[call.options.what]), take_stock)
    if call.options.json:
        counts = {"new": report.added, "changed": report.completed, "unchanged": report.present, "duplicate": 0}
        call.say_json({"rows": sum(counts.values()), **counts, "refused": [], "hints": []})
        return
    words = call.language.gettext(N_("{added} added, {completed} completed, {present} there already"))
    call.say(words.format(added=report.added, completed=report.completed, present=report.present))


def _wish(call: Call, name: str) -> Wish:
    options = call.options
    headings = []
    for pair in options.map:
        heading, equals, field = pair.rpartition("=")
        if not equals or not heading.strip():
            raise UsageError(
                N_("--map needs a column and a field, such as “Schulname=name”; it was: {pair}"), pair=pair
            )
        headings.append((heading.strip(), field.strip()))
    delimiter = _DELIMITERS.get(options.delimiter.lower(), options.delimiter)
    return Wish(name, options.encoding.lower(), delimiter, options.sheet, headings=tuple(headings))


def tell(call: Call, report: ImportReport) -> None:
    """Say what became of the rows, for people or as JSON."""
    tongue = call.language
    refused = [
        {
            "line": row.line,
            "field": row.field,
            "reason": tongue.gettext(row.msgid).format(**{name: tongue.plain(value) for name, value in row.params}),
        }
        for row in report.refused
    ]
    counts = {fate.value: report.count(fate) for fate in Fate if fate is not Fate.refused}
    hints = [{"line": row.line, "name": row.name, "hint": hint} for row in report.fates for hint in _hints(row, tongue)]
    if call.options.json:
        call.say_json({"rows": len(report.fates), **counts, "refused": refused, "hints": hints})
        return
    _ = tongue.gettext
    words = {"new": _("new"), "changed": _("changed"), "unchanged": _("unchanged"), "duplicate": _("twice in the file")}
    if any(row.fate is Fate.duplicate and row.remarks for row in report.fates):
        words["duplicate"] = _("twice or there already")
    said = ", ".join(f"{count} {words[name]}" for name, count in counts.items())
    call.say(
        _("{rows} rows: {fates}, {refused} refused").format(rows=len(report.fates), fates=said, refused=len(refused))
    )
    for row in refused:
        place = _("line {line}, {field}: {reason}") if row["field"] else _("line {line}: {reason}")
        call.say(place.format(**row))


def _hints(row: RowFate, tongue: Language) -> list[str]:
    """What a person should look at in a row that was taken."""
    remarks = [
        f"{tongue.gettext(FIELD_NAMES.get(field, field))}: {tongue.text(msgid, params)}"
        for field, msgid, params in row.remarks
    ]
    return [*map(tongue.gettext, row.hints), *remarks]
