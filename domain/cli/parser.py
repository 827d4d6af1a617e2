"""Commands, their options and their help."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter, _SubParsersAction
from typing import TYPE_CHECKING

from domain.cli import (
    event_exports,
    exports,
    files,
    import_calendar,
    imports,
    lists,
    mails,
    optimise,
    packs,
    plan,
    prints,
    publishing,
    releases,
    samples,
    usage,
)
from domain.i18n import N_, Language
from domain.terms import Audience, EventKind, LabelSheet, PaperLook, PaperSize

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.cli.call import Call

_IN = N_("file to read")
_OUT = N_("file to write")


def parser(language: Language) -> ArgumentParser:
    """The whole command line in a language."""
    _ = language.gettext
    top: ArgumentParser = usage.Parser(
        prog="landauf",
        description=_(
            "Plans the outreach of the prevention staff: tours, dialogues, lectures, partners, print, calendars."
        ),
        epilog=_("Without a command, or with only a file, the window opens: landauf FILE"),
    )
    commands = top.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))
    _file_commands(commands, language)
    _import_commands(commands, language)
    _export_commands(commands, language)
    _list_commands(commands, language)
    _planning_commands(commands, language)
    return top


def _command(
    commands: _SubParsersAction[ArgumentParser],
    language: Language,
    name: str,
    run: Callable[[Call], None],
    words: tuple[str, str],
    *,
    opens_file: bool = True,
) -> ArgumentParser:
    """A command with its help, example, and the options of every command that opens a workspace."""
    _ = language.gettext
    text, example = words
    made = commands.add_parser(
        name,
        help=_(text),
        description=_(text),
        epilog=_("Example: {example}").format(example=example),
        formatter_class=RawDescriptionHelpFormatter,
    )
    made.set_defaults(run=run)
    if opens_file:
        made.add_argument(
            "--file", metavar=_("FILE"), help=_("the workspace (*.landauf); default: the one in your data folder")
        )
        made.add_argument("--passphrase-stdin", action="store_true", help=_("read the passphrase from standard input"))
    return made


def _with_json(made: ArgumentParser, language: Language) -> ArgumentParser:
    made.add_argument("--json", action="store_true", help=language.gettext("answer as JSON"))
    return made


def _file_commands(commands: _SubParsersAction[ArgumentParser], language: Language) -> None:
    _ = language.gettext
    init = _command(
        commands, language, "init", files.init, (N_("Create an empty workspace."), "landauf init --file 2027.landauf")
    )
    init.add_argument("--encrypt", action="store_true", help=_("protect the file with a passphrase"))
    words = (N_("Say what is in the workspace."), "landauf info --file 2027.landauf --json")
    _with_json(_command(commands, language, "info", files.info, words), language)
    words = (N_("Check the workspace for damage."), "landauf check --file 2027.landauf")
    _with_json(_command(commands, language, "check", files.check, words), language)
    words = (N_("Write a checked copy of the workspace."), "landauf backup copy.landauf-backup --file 2027.landauf")
    _command(commands, language, "backup", files.backup, words).add_argument("out", metavar="OUT", help=_(_OUT))
    words = (
        N_("Bring the workspace back to the state of a backup."),
        "landauf restore copy.landauf-backup --file 2027.landauf",
    )
    _command(commands, language, "restore", files.restore, words).add_argument("source", metavar="IN", help=_(_IN))
    words = (N_("Give an encrypted workspace a new passphrase."), "landauf rekey --file 2027.landauf")
    _command(commands, language, "rekey", files.rekey, words)
    words = (N_("Make a sample workspace with its prints, calendars and tables."), "landauf demo --out demo")
    demo = _command(commands, language, "demo", samples.demo, words)
    demo.add_argument("--out", required=True, metavar="DIR", help=_("folder to write into"))


def _import_commands(commands: _SubParsersAction[ArgumentParser], language: Language) -> None:
    _ = language.gettext
    words = (
        N_(
            "Read partners, requests, vehicles or events from a table (CSV, XLSX); partners also from contacts (vCard),"
            " requests also from request forms that came back filled in (PDF); a calendar from an iCalendar file."
        ),
        "landauf import partners schools.xlsx --file 2027.landauf --map 'Schulname=name' --json",
    )
    made = _with_json(_command(commands, language, "import", imports.run, words), language)
    made.add_argument("what", choices=imports.KINDS, help=_("what the table holds"))
    made.add_argument(
        "source", metavar="IN", nargs="*", help=_("file to read; of returned request forms (PDF) several, or a folder")
    )
    made.add_argument("--dry-run", action="store_true", help=_("only say what would become of each row"))
    made.add_argument(
        "--stock",
        action="store_true",
        help=_("instead of a file: the public order offices and police of the state, or a catalogue to start from"),
    )
    made.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="COLUMN=FIELD",
        help=_("take a field from this column, or none (COLUMN=); remembered for files with the same header"),
    )
    made.add_argument("--sheet", default="", metavar="NAME", help=_("sheet of the workbook, if not the first"))
    made.add_argument("--encoding", default="", metavar="NAME", help=_("encoding of the text, if not as recognised"))
    made.add_argument("--delimiter", default="", metavar="MARK", help=_("what parts the columns, if not as recognised"))
    import_calendar.add_options(made, language)


def _export_commands(commands: _SubParsersAction[ArgumentParser], language: Language) -> None:
    _ = language.gettext
    words = (
        N_("Write a calendar, a table, a web page or a route; the ending of OUT names the format."),
        "landauf export calendar public.ics --file 2027.landauf --audience public --kreis 15081",
    )
    made = _command(commands, language, "export", exports.run, words)
    made.add_argument("what", choices=exports.KINDS, help=_("what to write"))
    made.add_argument("out", metavar="OUT", help=_(_OUT))
    made.add_argument(
        "--audience",
        choices=[audience.value for audience in Audience],
        default=Audience.public.value,
        help=_("who will see it (default: public)"),
    )
    made.add_argument("--tour", metavar="ID", type=usage.text, help=_("only this tour, by id (tours only)"))
    made.add_argument(
        "--snapshot", metavar="ID", type=usage.text, help=_("the frozen report, by id (parliament, annual_report)")
    )
    made.add_argument("--year", metavar="Y", type=int, help=_("the year (annual_report only)"))
    made.add_argument("--edition", metavar="ID", help=_("the edition, by id (handout only; landauf list handouts)"))
    made.add_argument(
        "--topic",
        action="append",
        default=[],
        metavar="NAME",
        type=usage.text,
        help=_("only this topic (repeatable; parliament only)"),
    )
    event_exports.arguments(made, language)
    _period(made, language)
    _release_command(commands, language)
    _publish_commands(commands, language)
    _print_command(commands, language)
    words = (
        N_("Make the folder of an event or a tour day: all its papers in one PDF, checked before printing."),
        "landauf pack folder.pdf --file 2027.landauf --event 2027-0214",
    )
    packs.arguments(_with_json(_command(commands, language, "pack", packs.run, words), language), language)
    mails.arguments(_with_json(_command(commands, language, "mail", mails.run, mails.WORDS), language), language)


def _print_command(commands: _SubParsersAction[ArgumentParser], language: Language) -> None:
    _ = language.gettext
    words = (
        N_("Print a document as PDF."),
        "landauf print invitation invitation.pdf --file 2027.landauf --event 2027-0214",
    )
    made = _command(commands, language, "print", prints.run, words)
    made.add_argument(
        "document", metavar="DOCUMENT", type=usage.text, help=_("name of the document (landauf list documents)")
    )
    made.add_argument("out", metavar="OUT", help=_(_OUT))
    made.add_argument("--event", metavar="ID", type=usage.text, help=_("the event, by id or number (2027-0214)"))
    made.add_argument("--tour", metavar="ID", help=_("the tour, by id"))
    made.add_argument("--day", metavar="DATE", type=usage.day, help=_("one day of the tour (2027-05-10)"))
    made.add_argument("--vehicle", metavar="NAME", type=usage.text, help=_("one vehicle of that day, by name"))
    made.add_argument("--site", metavar="ID", help=_("the site, by id"))
    made.add_argument("--partner", metavar="ID", action="append", default=[], help=_("the partner, by id"))
    made.add_argument("--kreis", metavar="AGS", help=_("the district, by its key (15081)"))
    made.add_argument("--year", metavar="Y", type=int, help=_("the year"))
    made.add_argument("--snapshot", metavar="ID", help=_("the frozen report, by id (landauf list reports)"))
    made.add_argument(
        "--kind",
        choices=[kind.value for kind in EventKind],
        metavar="KIND",
        help=_("the kind of event a request form asks for"),
    )
    _print_options(made, language)


def _print_options(made: ArgumentParser, language: Language) -> None:
    _ = language.gettext
    made.add_argument("--since", metavar="N", type=int, help=_("the plan version a letter of changes starts from"))
    made.add_argument("--edition", metavar="ID", help=_("the edition of a handout, by id (landauf list handouts)"))
    _paper_options(made, language)
    made.add_argument("--language", default=None, help=_("language of the document (de, en)"))


def _paper_options(made: ArgumentParser, language: Language) -> None:
    _ = language.gettext
    made.add_argument(
        "--names",
        metavar="FILE",
        help=_("names for badges and certificates, one a line (- = typed)"),
    )
    made.add_argument(
        "--text",
        metavar="FILE",
        help=_("the text of a letter to several partners, its subject in the first line (- = typed)"),
    )
    made.add_argument(
        "--look",
        default="normal",
        choices=[look.value for look in PaperLook],
        metavar="LOOK",
        help=_("normal, saver (little ink) or large (large print)"),
    )
    made.add_argument(
        "--size",
        choices=[size.value for size in PaperSize],
        metavar="SIZE",
        help=_("a3, a4, a5 or a6, where the document can be set on more than one"),
    )
    made.add_argument(
        "--labels",
        choices=[sheet.value for sheet in LabelSheet],
        metavar="SHEET",
        help=_("the sheet of labels for badges: badge_90x54 or badge_80x50 (millimetres)"),
    )


def _release_command(commands: _SubParsersAction[ArgumentParser], language: Language) -> None:
    words = (
        N_("Freeze the plan as the next numbered version."),
        'landauf release --file 2027.landauf --note "After the meeting of 12 March"',
    )
    made = _with_json(_command(commands, language, "release", releases.run, words), language)
    made.add_argument("--note", metavar="TEXT", type=usage.text, default="", help=language.gettext("what is new in it"))


def _publish_commands(commands: _SubParsersAction[ArgumentParser], language: Language) -> None:
    words = (
        N_("Publish the calendars in folders and on servers; only what changed is written."),
        "landauf publish --file 2027.landauf --json",
    )
    made = _with_json(_command(commands, language, "publish", publishing.publish, words), language)
    publishing.publish_arguments(made, language)
    words = (
        N_("Enter or remove a folder or calendar server on which calendars are published."),
        "landauf outlet add Webspace --folder /media/web/kalender --file 2027.landauf",
    )
    publishing.outlet_arguments(_command(commands, language, "outlet", publishing.outlet, words), language)


def _period(made: ArgumentParser, language: Language) -> None:
    _ = language.gettext
    made.add_argument("--kreis", action="append", default=[], metavar="AGS", help=_("only this district (repeatable)"))
    made.add_argument(
        "--kind",
        action="append",
        default=[],
        choices=[kind.value for kind in EventKind],
        metavar="KIND",
        help=_("only this kind (repeatable)"),
    )
    made.add_argument("--from", dest="first", type=usage.day, metavar="DATE", help=_("first day (2027-03-01)"))
    made.add_argument("--to", dest="last", type=usage.day, metavar="DATE", help=_("last day, inclusive"))


def _list_commands(commands: _SubParsersAction[ArgumentParser], language: Language) -> None:
    words = (N_("List what the workspace holds."), "landauf list events --file 2027.landauf --json")
    made = _with_json(_command(commands, language, "list", lists.run, words), language)
    made.add_argument("what", choices=lists.KINDS, help=language.gettext("what to list"))
    only = language.gettext("only the tally of this event, by id or number (2027-0214)")
    made.add_argument("--event", metavar="ID", type=usage.text, help=only)


def _planning_commands(commands: _SubParsersAction[ArgumentParser], language: Language) -> None:
    words = (
        N_("Plan a tour: open requests get a vehicle, a day and an hour, or a reason why not."),
        "landauf plan --file 2027.landauf --from 2027-03-01 --to 2027-05-31 --json",
    )
    plan.arguments(_command(commands, language, "plan", plan.run, words), language)
    words = (
        N_("Plan a problem from a file, without a workspace (docs/formats.md)."),
        "landauf optimise problem.json plan.json --seconds 20",
    )
    optimise.arguments(_command(commands, language, "optimise", optimise.run, words, opens_file=False), language)
