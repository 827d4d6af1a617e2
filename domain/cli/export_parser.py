"""The commands by which something leaves the house: export, release, publish, print, folders, drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.cli import calendar_exports, event_exports, exports, mails, packs, prints, publishing, releases, usage
from domain.cli.parts import command, with_json
from domain.i18n import N_, Language
from domain.terms import Audience, EventKind, LabelSheet, PaperLook, PaperSize

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

    from domain.cli.usage import Parser

_OUT = N_("file to write")


def export_commands(commands: _SubParsersAction[Parser], language: Language) -> None:
    """Add them to the command line."""
    _export_command(commands, language)
    _release_command(commands, language)
    _changes_command(commands, language)
    _publish_commands(commands, language)
    _print_command(commands, language)
    words = (
        N_("Make the folder of an event or a tour day: all its papers in one PDF, checked before printing."),
        "landauf pack folder.pdf --file 2027.landauf --event 2027-0214",
    )
    packs.arguments(with_json(command(commands, language, "pack", packs.run, words), language), language)
    mails.arguments(with_json(command(commands, language, "mail", mails.run, mails.WORDS), language), language)


def _export_command(commands: _SubParsersAction[Parser], language: Language) -> None:
    _ = language.gettext
    words = (
        N_("Write a calendar, a table, a web page or a route; the ending of OUT names the format."),
        "landauf export calendar public.ics --file 2027.landauf --audience public --kreis 15081",
    )
    made = command(commands, language, "export", exports.run, words)
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
    calendar_exports.arguments(made, language)
    _period(made, language)


def _print_command(commands: _SubParsersAction[Parser], language: Language) -> None:
    _ = language.gettext
    words = (
        N_("Print a document as PDF."),
        "landauf print invitation invitation.pdf --file 2027.landauf --event 2027-0214",
    )
    made = command(commands, language, "print", prints.run, words)
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


def _release_command(commands: _SubParsersAction[Parser], language: Language) -> None:
    words = (
        N_("Freeze the plan as the next numbered version."),
        'landauf release --file 2027.landauf --note "After the meeting of 12 March"',
    )
    made = with_json(command(commands, language, "release", releases.run, words), language)
    made.add_argument("--note", metavar="TEXT", type=usage.text, default="", help=language.gettext("what is new in it"))


def _changes_command(commands: _SubParsersAction[Parser], language: Language) -> None:
    made = command(commands, language, "changes", calendar_exports.list_changes, calendar_exports.CHANGES)
    calendar_exports.changes_arguments(with_json(made, language), language)


def _publish_commands(commands: _SubParsersAction[Parser], language: Language) -> None:
    words = (
        N_("Publish the calendars in folders and on servers; only what changed is written."),
        "landauf publish --file 2027.landauf --json",
    )
    made = with_json(command(commands, language, "publish", publishing.publish, words), language)
    publishing.publish_arguments(made, language)
    words = (
        N_("Enter or remove a folder or calendar server on which calendars are published."),
        "landauf outlet add Webspace --folder /media/web/kalender --file 2027.landauf",
    )
    publishing.outlet_arguments(command(commands, language, "outlet", publishing.outlet, words), language)


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
