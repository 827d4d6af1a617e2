"""The export command: calendars, tables and routes for one audience."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias
from uuid import UUID

from domain import outgoing
from domain.cli import calendar_exports, event_exports, handouts, report_exports
from domain.cli.call import Call
from domain.errors import NotFoundError, UsageError
from domain.i18n import N_
from domain.outgoing import analysis
from domain.outgoing import concerns as outgoing_concerns
from domain.outgoing import coverage as outgoing_coverage
from domain.outgoing import evaluation as outgoing_evaluation
from domain.outgoing import measure_counts as outgoing_counts
from domain.outgoing import publications as outgoing_publications
from domain.outgoing import tours as outgoing_tours
from domain.outgoing import web_page as outgoing_web
from domain.region.kreise import kreise
from domain.rows.calendars import CalendarChoice
from domain.rows.coverage import CoverageFilter
from domain.rows.evaluation import EvaluationFilter
from domain.rows.filters import ConcernFilter, EventFilter, PartnerFilter, PublicationFilter
from domain.rows.published_tours import TourFilter
from domain.terms import Audience, DaySpan, EventKind
from domain.workspace import Workspace

_Writer: TypeAlias = Callable[[Call, Workspace, Path, EventFilter], int]


def run(call: Call) -> None:
    """Write one file.

    Raises:
        UsageError: the period is none, an option belongs to another file, or the ending of OUT does not fit.
        NotFoundError: there is no such district.
    """
    options = call.options
    _refuse_options_of_others(call)
    out, wanted = Path(options.out), _filter(call)
    with call.workspace() as workspace:
        count = _WRITERS[options.what](call, workspace, out, wanted)
    call.say(call.language.gettext("Wrote {file}: {count}").format(file=out, count=count))


def _audience(call: Call) -> Audience:
    return Audience(call.options.audience)


def _events(call: Call, workspace: Workspace, out: Path, wanted: EventFilter) -> int:
    if out.suffix.lower() == outgoing_web.PAGE:
        return outgoing_web.export_page(workspace, out, CalendarChoice(_audience(call), wanted), call.language)
    return outgoing.export_events(workspace, out, _audience(call), wanted, call.language)


def _partners(call: Call, workspace: Workspace, out: Path, wanted: EventFilter) -> int:
    partners = PartnerFilter(kreise=wanted.kreise)
    return outgoing.export_partners(workspace, out, _audience(call), partners, call.language)


def _tours(call: Call, workspace: Workspace, out: Path, wanted: EventFilter) -> int:
    days = TourFilter(_tour(call.options.tour), call.options.first, call.options.last, wanted.kreise)
    return outgoing_tours.export_tours(workspace, out, _audience(call), days, call.language)


def _coverage_table(call: Call, workspace: Workspace, out: Path, wanted: EventFilter) -> int:
    return outgoing_coverage.export_coverage(workspace, out, _coverage(wanted), wanted.kreise, call.language)


def _concerns(call: Call, workspace: Workspace, out: Path, wanted: EventFilter) -> int:
    concerns = ConcernFilter(kreise=wanted.kreise)
    return outgoing_concerns.export_concerns(workspace, out, _audience(call), concerns, call.language)


def _concern_statistics(call: Call, workspace: Workspace, out: Path, _wanted: EventFilter) -> int:
    return outgoing_concerns.export_statistics(workspace, out, call.language)


def _analysis(call: Call, workspace: Workspace, out: Path, wanted: EventFilter) -> int:
    return len(analysis.export_extract(workspace, out, *_extract(wanted), call.language))


def _statistics(call: Call, workspace: Workspace, out: Path, wanted: EventFilter) -> int:
    return outgoing_evaluation.export_statistics(workspace, out, _evaluated(wanted), call.language)


def _everything(call: Call, workspace: Workspace, out: Path, wanted: EventFilter) -> int:
    return outgoing_evaluation.export_everything(workspace, out, _audience(call), _evaluated(wanted), call.language)


def _counts(call: Call, workspace: Workspace, out: Path, wanted: EventFilter) -> int:
    by, halves = outgoing_counts.CountedBy(call.options.what), _coverage(wanted).half_years
    return outgoing_counts.export_counts(workspace, out, by, halves, wanted.kreise, call.language)


def _stock(call: Call, workspace: Workspace, out: Path, _wanted: EventFilter) -> int:
    stock = PublicationFilter(to_order=call.options.what == "reorder_list")
    return outgoing_publications.export_publications(workspace, out, _audience(call), stock, call.language)


_WRITERS: dict[str, _Writer] = {
    calendar_exports.KIND: calendar_exports.write,
    "events": _events,
    "partners": _partners,
    "tours": _tours,
    "coverage": _coverage_table,
    "concerns": _concerns,
    "concern_statistics": _concern_statistics,
    "analysis": _analysis,
    "statistics": _statistics,
    "everything": _everything,
    "publications": _stock,
    "reorder_list": _stock,
    handouts.KIND: handouts.write,
    **dict.fromkeys([by.value for by in outgoing_counts.CountedBy], _counts),
    **dict.fromkeys(report_exports.KINDS, report_exports.write),
    **dict.fromkeys(event_exports.KINDS, event_exports.write),
}

KINDS = tuple(_WRITERS)
"""What can be exported."""

_OPTIONS_OF = {
    "tour": ("tours",),
    "snapshot": report_exports.KINDS,
    "year": ("annual_report",),
    "topic": ("parliament",),
    "edition": (handouts.KIND,),
    **event_exports.OPTIONS,
    **calendar_exports.OPTIONS,
}


def _extract(wanted: EventFilter) -> tuple[DaySpan, str | None]:
    """The days of an extract, and its only district if one is named.

    Raises:
        UsageError: a day is missing, or more than one district is named.
    """
    if wanted.first is None or wanted.last is None:
        raise UsageError(N_("Please name the days of the extract with --from and --to."))
    if len(wanted.kreise) > 1:
        raise UsageError(N_("An extract is made for one district or for all; please name --kreis once."))
    return DaySpan(wanted.first, wanted.last), next(iter(wanted.kreise), None)


def _evaluated(wanted: EventFilter) -> EvaluationFilter:
    return EvaluationFilter(wanted.first, wanted.last, wanted.kinds, wanted.kreise)


def _tour(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        raise NotFoundError(N_("There is no tour {id}."), id=text) from None


def _coverage(wanted: EventFilter) -> CoverageFilter:
    """The kinds, and the half-years that the period touches."""
    from domain.rules.coverage import half_years_of
    from domain.rules.validation.fields import FIRST_YEAR, LAST_YEAR

    halves: tuple[str, ...] = ()
    if wanted.first or wanted.last:
        first, last = wanted.first or date(FIRST_YEAR, 1, 1), wanted.last or date(LAST_YEAR, 12, 31)
        halves = half_years_of(DaySpan(first, last))
    return CoverageFilter(wanted.kinds, halves)


def _refuse_options_of_others(call: Call) -> None:
    """Refuse what would be passed over in silence: a file of all years is not what --year asked for."""
    options = call.options
    for name, owners in _OPTIONS_OF.items():
        if getattr(options, name) not in (None, [], False) and options.what not in owners:
            raise UsageError(
                N_("{option} does not apply to {what}; only to: {owners}."),
                option=f"--{name}",
                what=options.what,
                owners=", ".join(owners),
            )


def _filter(call: Call) -> EventFilter:
    from domain.rules.validation.fields import FIRST_YEAR, LAST_YEAR

    options = call.options
    known = {kreis.ags for kreis in kreise()}
    for ags in options.kreis:
        if ags not in known:
            raise NotFoundError(N_("There is no district {ags} in Sachsen-Anhalt (15001 … 15091)."), ags=ags)
    if any(day and not FIRST_YEAR <= day.year <= LAST_YEAR for day in (options.first, options.last)):
        raise UsageError(N_("Please give a year from {low} to {high}."), low=FIRST_YEAR, high=LAST_YEAR)
    if options.first and options.last and options.last < options.first:
        raise UsageError(N_("--to lies before --from."))
    return EventFilter(
        kinds=tuple(EventKind(kind) for kind in options.kind),
        kreise=tuple(options.kreis),
        first=options.first,
        last=options.last,
        dated=True,
    )
