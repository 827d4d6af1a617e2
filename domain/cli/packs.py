"""The pack command: the folder of an event or a tour day as one PDF or one file per document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from domain.cli import usage
from domain.cli.prints import identifier
from domain.errors import NotFoundError, UsageError
from domain.i18n import N_, Language, language
from domain.labels import label
from domain.rows.printing import PrintChoice
from domain.terms import Audience, PaperLook

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from domain.cli.call import Call
    from domain.outgoing.packs import MadePack
    from domain.rows.packs import PackFinding, PackLine, PackProposal
    from domain.workspace import Workspace


def arguments(made: ArgumentParser, tongue: Language) -> None:
    """The options of the command."""
    _ = tongue.gettext
    made.add_argument("out", metavar="OUT", help=_("PDF to write, or a folder for one file per document"))
    made.add_argument("--event", metavar="ID", type=usage.text, help=_("the event, by id or number (2027-0214)"))
    made.add_argument("--tour", metavar="ID", help=_("the tour, by id"))
    made.add_argument("--day", metavar="DATE", type=usage.day, help=_("the day of the tour (2027-05-10)"))
    made.add_argument("--stale", action="store_true", help=_("all printed sheets that a change has made stale"))
    for option, words in (
        ("--only", N_("only this document, by name (repeatable; landauf list documents)")),
        ("--without", N_("not this document, by name (repeatable)")),
    ):
        made.add_argument(option, action="append", default=[], metavar="NAME", type=usage.text, help=_(words))
    made.add_argument(
        "--audience",
        choices=[Audience.public.value, Audience.internal.value],
        default=Audience.public.value,
        help=_("internal: also what is for the house only (default: public)"),
    )
    made.add_argument(
        "--look",
        default="normal",
        choices=[look.value for look in PaperLook],
        metavar="LOOK",
        help=_("normal, saver (little ink) or large (large print)"),
    )
    made.add_argument("--language", default=None, help=_("language of the documents (de, en)"))
    made.add_argument("--copies", action="store_true", help=_("each document as often as it is needed"))
    made.add_argument("--one-sided", action="store_true", help=_("no blank pages for printing on both sides"))
    made.add_argument("--no-cover", action="store_true", help=_("without the cover with contents"))


def run(call: Call) -> None:
    """Make the folder and say what is in it and what was found before printing.

    Raises:
        NotFoundError: there is no such event, tour or document.
        UsageError: it was not said what the folder is for.
        LandaufError: nothing of it can be printed.
    """
    from domain.outgoing import packs as outgoing_packs
    from domain.usecases import packs

    options = call.options
    tongue = language(options.language) if options.language else call.language
    out = Path(options.out)
    with call.workspace() as workspace:
        proposal = workspace.ask(packs.propose, _choice(call, workspace))
        _check_names(proposal, (*options.only, *options.without))
        order = packs.order_of(
            proposal, tuple(options.only), tuple(options.without), audience=Audience(options.audience)
        )
        order = replace(
            order,
            look=PaperLook(options.look),
            repeats=options.copies,
            is_duplex=not options.one_sided,
            has_cover=not options.no_cover,
        )
        made = outgoing_packs.print_pack(workspace, out, order, tongue)
    if options.json:
        call.say_json(_json(made, proposal, out, tongue))
    else:
        _tell(call, made, proposal, out)


def _choice(call: Call, workspace: Workspace) -> PrintChoice:
    from domain.usecases import printing

    options = call.options
    named = sum(1 for each in (options.event, options.tour, options.stale) if each)
    if named != 1:
        raise UsageError(N_("A folder is for one event or one tour; name it with --event or --tour, or give --stale."))
    if options.event:
        return PrintChoice(event_id=workspace.ask(printing.find_event, options.event))
    return PrintChoice(tour_id=identifier(options.tour, N_("There is no tour {id}.")), day=options.day)


def _check_names(proposal: PackProposal, names: tuple[str, ...]) -> None:
    known = {line.document for line in proposal.lines}
    for name in names:
        if name not in known:
            raise NotFoundError(
                N_("There is no document {name} for this; there are: {names}."),
                name=name,
                names=", ".join(sorted(known)) or "–",
            )


def _tell(call: Call, made: MadePack, proposal: PackProposal, out: Path) -> None:
    tongue = call.language
    _, ngettext = tongue.gettext, tongue.ngettext
    call.say(_("Wrote {file}").format(file=out))
    for part in made.parts:
        pages = ngettext("{count} page", "{count} pages", part.place.pages).format(count=part.place.pages)
        call.say(
            _("  {name}: page {first}, {pages}, {copies} ×").format(
                name=part.title, first=part.place.first, pages=pages, copies=part.copies
            )
        )
    for name, trouble in made.left_out:
        call.say(_("  left out: {name}: {reason}").format(name=_(name), reason=tongue.error(trouble)))
    in_it = {part.name for part in made.parts}
    for line in proposal.lines:
        for finding in line.findings if line.document in in_it else ():
            call.say(
                _("  check: {name}: {finding}").format(name=_line_name(line, tongue), finding=_said(finding, tongue))
            )


def _line_name(line: PackLine, tongue: Language) -> str:
    name = tongue.gettext(line.msgid)
    return f"{name} ({line.title})" if line.title else name


def _said(finding: PackFinding, tongue: Language) -> str:
    """Headline, details and the way out, in one line."""
    head = label(finding.problem, tongue)
    details = [
        tongue.text(finding.detail, finding.params) if finding.detail else "",
        tongue.gettext(finding.remedy) if finding.remedy else "",
    ]
    return " ".join((f"{head}.", *filter(None, details)))


def _json(made: MadePack, proposal: PackProposal, out: Path, tongue: Language) -> dict[str, object]:
    return {
        "file": str(out),
        "pages": made.pages,
        "code": made.code,
        "version": made.version,
        "documents": [
            {
                "name": part.name,
                "title": part.title,
                "first_page": part.place.first,
                "pages": part.place.pages,
                "copies": part.copies,
            }
            for part in made.parts
        ],
        "left_out": [
            {"title": tongue.gettext(name), "reason": tongue.error(trouble)} for name, trouble in made.left_out
        ],
        "findings": [
            {
                "document": line.document,
                "grade": finding.grade.value,
                "problem": finding.problem.value,
                "text": _said(finding, tongue),
            }
            for line in proposal.lines
            if line.is_usual
            for finding in line.findings
        ],
    }
