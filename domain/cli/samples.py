"""The demo command: a sample workspace with its prints, calendars and tables in one folder."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from domain import outgoing, surroundings
from domain.cli.call import Call
from domain.errors import FileProblemError
from domain.i18n import N_, Language
from domain.outgoing import calendars as outgoing_calendars
from domain.outgoing import concerns as outgoing_concerns
from domain.outgoing import evaluation as outgoing_evaluation
from domain.outgoing import packs as outgoing_packs
from domain.outgoing import tours as outgoing_tours
from domain.outgoing import web_page as outgoing_web
from domain.outgoing.folder import write_folder
from domain.rows.calendars import CalendarChoice
from domain.rows.evaluation import EvaluationFilter
from domain.rows.filters import ConcernFilter, EventFilter, PartnerFilter
from domain.rows.outlets import OutletDraft
from domain.rows.printing import PrintChoice
from domain.rows.published_tours import TourFilter
from domain.terms import Audience
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.demo import Demo

WORKSPACE = "landauf-beispiel.landauf"

Writer: TypeAlias = Callable[[Path], int | None]
"""Writes a file; of tables and calendars it gives the number of entries."""


def demo(call: Call) -> None:
    """Make the sample workspace and everything that comes out of it, and say what was made.

    Files that an earlier call made are replaced, unless somebody has worked in the workspace since or has it open;
    nothing else in the folder is touched.

    Raises:
        FileProblemError: the folder cannot be written, or holds a workspace that must not be replaced.
    """
    from domain.demo import build

    folder = Path(call.options.out)
    path = folder / WORKSPACE
    _make_room(folder, path, call)
    outgoing.make_folder(folder)
    made = build(path, clock=call.clock, author=surroundings.author(), device=surroundings.device())
    _ = call.language.gettext
    line = _("{file}: {content}")
    with _opened(path, call) as workspace:
        call.say(line.format(file=path, content=_contents(workspace, call)))
        call.say(_proposal(workspace, made, call))
        for name, content, write in _outputs(workspace, made, call):
            written = write(folder / name)
            counted = content if written is None else f"{content} ({written})"
            call.say(line.format(file=folder / name, content=counted))


def _make_room(folder: Path, path: Path, call: Call) -> None:
    """Remove the workspace of an earlier call, if nobody has worked in it."""
    for other in sorted(folder.glob("*.landauf")) if folder.is_dir() else ():
        if other != path:
            raise FileProblemError(
                N_("{file} is a workspace of its own; nothing was written. Please name another folder."), file=other
            )
    if not path.exists():
        return
    if not _is_as_made(path, call):
        raise FileProblemError(
            N_("Somebody has worked in {file}; nothing was written. Please name another folder."), file=path
        )
    if path.with_name(path.name + "-wal").exists():  # goes with the last program that has the file open
        raise FileProblemError(N_("{file} is open in another program. Close it there and repeat."), file=path)
    path.unlink()


def _is_as_made(path: Path, call: Call) -> bool:
    """Whether the newest step is one of the demo's own, and nothing was undone."""
    from domain.demo import STEPS

    with _opened(path, call) as workspace:
        state = workspace.undo_state()
    return state.redo is None and (state.undo is None or state.undo.msgid in STEPS)


def _opened(path: Path, call: Call) -> Workspace:
    return Workspace.open(path, clock=call.clock, author=surroundings.author(), device=surroundings.device())


def _contents(workspace: Workspace, call: Call) -> str:
    from domain.usecases import event_rows, partners, requests

    return call.language.gettext(
        "sample workspace with {events} events, {partners} partners and {requests} requests"
    ).format(
        events=len(workspace.ask(event_rows.list_ids, EventFilter())),
        partners=len(workspace.ask(partners.list_ids, PartnerFilter())),
        requests=len(workspace.ask(requests.list_rows)),
    )


def _proposal(workspace: Workspace, made: "Demo", call: Call) -> str:
    """What the program has planned by itself; without a tour nothing could be."""
    from domain.usecases import tour_rows

    _ = call.language.gettext
    if made.proposed_id is None:
        return _("proposed tour: none, {left_out} requests left out").format(left_out=made.left_out)
    row = workspace.ask(tour_rows.detail, made.proposed_id).row
    return _("proposed tour “{title}”: {stops} stops on {days} days, {left_out} requests left out").format(
        title=row.title, stops=row.stops, days=row.days, left_out=made.left_out
    )


def _outputs(workspace: Workspace, made: "Demo", call: Call) -> Iterator[tuple[str, str, Writer]]:
    """File name, what it is, and what writes it."""
    language, _ = call.language, call.language.gettext
    for file, content, name, choice in _prints(made, language):
        yield file, content, partial(outgoing.print_document, workspace, name=name, choice=choice, language=language)
    yield "druckmappe.pdf", _("folder of the same event, internal"), partial(_folder, workspace, made, language)
    yield from _exports(workspace, made, language)
    yield (
        "web",
        _("calendars of the districts and the web page, as they are published"),
        partial(_web, workspace, language),
    )
    yield from _figures(workspace, language)
    yield from _concerns(workspace, language)


def _web(workspace: Workspace, language: Language, out: Path) -> int:
    """What an outlet in a folder holds; gives the number of files."""
    outgoing.make_folder(out)
    run = write_folder(workspace, OutletDraft(name=out.name, address=str(out)), language)
    return run.written + run.unchanged


def _folder(workspace: Workspace, made: "Demo", language: Language, out: Path) -> None:
    """The papers of the dialogue, bound."""
    from domain.usecases import packs

    proposal = workspace.ask(packs.propose, PrintChoice(event_id=made.dialogue_id))
    outgoing_packs.print_pack(workspace, out, packs.order_of(proposal, audience=Audience.internal), language)


def _figures(workspace: Workspace, language: Language) -> Iterator[tuple[str, str, Writer]]:
    _ = language.gettext
    wanted = EvaluationFilter()
    statistics = partial(outgoing_evaluation.export_statistics, workspace, wanted=wanted, language=language)
    yield "statistik.csv", _("statistics of all times"), statistics
    yield (
        "auswertung.xlsx",
        _("evaluation of all times with the public events"),
        partial(
            outgoing_evaluation.export_everything,
            workspace,
            audience=Audience.public,
            wanted=wanted,
            language=language,
        ),
    )


def _concerns(workspace: Workspace, language: Language) -> Iterator[tuple[str, str, Writer]]:
    from domain.usecases import public_concerns

    _ = language.gettext
    choice = PrintChoice(kreis_ags=workspace.ask(public_concerns.kreis_with_most))
    if choice.kreis_ags is None:
        return
    yield (
        "ergebnisblatt.pdf",
        _("result sheet on the concerns of one district"),
        partial(outgoing.print_document, workspace, name="result_sheet", choice=choice, language=language),
    )
    wanted = ConcernFilter()
    yield (
        "anliegen.xlsx",
        _("table of concerns, public form"),
        partial(
            outgoing_concerns.export_concerns, workspace, audience=Audience.public, wanted=wanted, language=language
        ),
    )


def _prints(made: "Demo", language: Language) -> tuple[tuple[str, str, str, PrintChoice], ...]:
    """File name, what it is, the document and what it is about."""
    _ = language.gettext
    day = PrintChoice(tour_id=made.tour_id, day=made.tour_day)
    dialogue = PrintChoice(event_id=made.dialogue_id)
    return (
        ("tourblatt.pdf", _("tour sheet of one day"), "tour_sheet", day),
        ("packliste.pdf", _("packing list of the same day"), "packing_list", day),
        (
            "touruebersicht.pdf",
            _("overview of the whole tour, internal"),
            "tour_overview",
            PrintChoice(tour_id=made.tour_id),
        ),
        ("einladung.pdf", _("invitation to a citizen dialogue"), "invitation", dialogue),
        ("plakat.pdf", _("poster for the same event, A3"), "poster", dialogue),
        ("briefing.pdf", _("briefing for the same event, internal"), "briefing", dialogue),
        (
            "wandkalender.pdf",
            _("wall calendar of public events, A3"),
            "wall_calendar",
            PrintChoice(year=made.tour_day.year),
        ),
        ("anfrageformular.pdf", _("request form to be filled in on the screen"), "request_form", PrintChoice()),
    )


def _exports(workspace: Workspace, made: "Demo", language: Language) -> Iterator[tuple[str, str, Writer]]:
    _ = language.gettext
    dated = EventFilter(dated=True)
    calendars = (
        ("kalender-oeffentlich.ics", _("calendar for everybody"), Audience.public),
        ("kalender-intern.ics", _("calendar for the house, internal"), Audience.internal),
    )
    for file, content, audience in calendars:
        calendar = partial(
            outgoing_calendars.export_calendar, workspace, choice=CalendarChoice(audience, dated), language=language
        )
        yield file, content, calendar
    days = TourFilter(made.tour_id)
    tour = partial(outgoing_tours.export_tours, workspace, audience=Audience.internal, wanted=days, language=language)
    yield "tour.gpx", _("route of the tour, internal"), tour
    events = partial(outgoing.export_events, workspace, audience=Audience.public, wanted=dated, language=language)
    partners = partial(
        outgoing.export_partners, workspace, audience=Audience.public, wanted=PartnerFilter(), language=language
    )
    for ending in ("xlsx", "csv"):
        yield f"termine.{ending}", _("table of public events"), events
        yield f"partner.{ending}", _("table of partners without contacts"), partners
    page = partial(outgoing_web.export_page, workspace, choice=CalendarChoice(), language=language)
    yield "termine.html", _("web page of public events"), page
