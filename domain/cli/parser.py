"""Commands, their options and their help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.cli import (
    files,
    import_calendar,
    imports,
    lists,
    manual,
    optimise,
    plan,
    samples,
)
from domain.cli.export_parser import export_commands
from domain.cli.parts import command, with_json
from domain.cli.usage import Parser, text
from domain.i18n import N_, Language

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

_IN = N_("file to read")
_OUT = N_("file to write")


def parser(language: Language) -> ArgumentParser:
    """The whole command line in a language."""
    return _built(language)[0]


def subcommands(language: Language) -> dict[str, ArgumentParser]:
    """Each command with its own help, by name."""
    return dict(_built(language)[1].choices)


def _built(language: Language) -> tuple[ArgumentParser, _SubParsersAction[Parser]]:
    _ = language.gettext
    top = Parser(
        prog="landauf",
        add_help=False,
        description=_(
            "Plans the outreach of the prevention staff: tours, dialogues, lectures, partners, print, calendars."
        ),
        epilog=_(
            "Without a command, or with only a file, the window opens: landauf FILE. Whether the program is sound on"
            " this computer tells: landauf self-test"
        ),
    )
    top.speak(language)
    commands: _SubParsersAction[Parser] = top.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))
    _file_commands(commands, language)
    _import_commands(commands, language)
    export_commands(commands, language)
    _list_commands(commands, language)
    _planning_commands(commands, language)
    return top, commands


def _file_commands(commands: _SubParsersAction[Parser], language: Language) -> None:
    _ = language.gettext
    init = command(
        commands, language, "init", files.init, (N_("Create an empty workspace."), "landauf init --file 2027.landauf")
    )
    init.add_argument("--encrypt", action="store_true", help=_("protect the file with a passphrase"))
    words = (N_("Say what is in the workspace."), "landauf info --file 2027.landauf --json")
    with_json(command(commands, language, "info", files.info, words), language)
    words = (N_("Check the workspace for damage."), "landauf check --file 2027.landauf")
    with_json(command(commands, language, "check", files.check, words), language)
    words = (N_("Write a checked copy of the workspace."), "landauf backup copy.landauf-backup --file 2027.landauf")
    command(commands, language, "backup", files.backup, words).add_argument("out", metavar="OUT", help=_(_OUT))
    words = (
        N_("Bring the workspace back to the state of a backup."),
        "landauf restore copy.landauf-backup --file 2027.landauf",
    )
    command(commands, language, "restore", files.restore, words).add_argument("source", metavar="IN", help=_(_IN))
    words = (N_("Give an encrypted workspace a new passphrase."), "landauf rekey --file 2027.landauf")
    command(commands, language, "rekey", files.rekey, words)
    words = (N_("Make a sample workspace with its prints, calendars and tables."), "landauf demo --out demo")
    demo = command(commands, language, "demo", samples.demo, words)
    demo.add_argument("--out", required=True, metavar="DIR", help=_("folder to write into"))


def _import_commands(commands: _SubParsersAction[Parser], language: Language) -> None:
    _ = language.gettext
    words = (
        N_(
            "Read partners, requests, vehicles or events from a table (CSV, XLSX); partners also from contacts (vCard),"
            " requests also from request forms that came back filled in (PDF); a calendar from an iCalendar file."
        ),
        "landauf import partners schools.xlsx --file 2027.landauf --map 'Schulname=name' --json",
    )
    made = with_json(command(commands, language, "import", imports.run, words), language)
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


def _list_commands(commands: _SubParsersAction[Parser], language: Language) -> None:
    words = (N_("List what the workspace holds."), "landauf list events --file 2027.landauf --json")
    made = with_json(command(commands, language, "list", lists.run, words), language)
    made.add_argument("what", choices=lists.KINDS, help=language.gettext("what to list"))
    only = language.gettext("only the tally of this event, by id or number (2027-0214)")
    made.add_argument("--event", metavar="ID", type=text, help=only)


def _planning_commands(commands: _SubParsersAction[Parser], language: Language) -> None:
    words = (
        N_("Plan a tour: open requests get a vehicle, a day and an hour, or a reason why not."),
        "landauf plan --file 2027.landauf --from 2027-03-01 --to 2027-05-31 --json",
    )
    plan.arguments(command(commands, language, "plan", plan.run, words), language)
    words = (
        N_("Plan a problem from a file, without a workspace (docs/formats.md)."),
        "landauf optimise problem.json plan.json --seconds 20",
    )
    optimise.arguments(command(commands, language, "optimise", optimise.run, words, opens_file=False), language)
    words = (N_("Write the manual as a PDF file."), "landauf manual handbuch.pdf")
    manual.arguments(command(commands, language, "manual", manual.run, words, opens_file=False), language)
