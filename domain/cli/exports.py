"""The export command: calendars, tables and routes for one audience."""

from datetime import date
from pathlib import Path
from uuid import UUID

from domain import outgoing
from domain.cli.call import Call
from domain.errors import NotFoundError, UsageError
from domain.i18n import N_
from domain.outgoing import concerns as outgoing_concerns
from domain.outgoing import coverage as outgoing_coverage
from domain.outgoing import publications as outgoing_publications
from domain.outgoing import tours as outgoing_tours
from domain.region.kreise import kreise
from domain.rows.coverage import CoverageFilter
from domain.rows.filters import ConcernFilter, EventFilter, PartnerFilter, PublicationFilter
from domain.rows.published_tours import TourFilter
from domain.terms import Audience, DaySpan, EventKind

KINDS = (
    "calendar",
    "events",
    "partners",
    "tours",
    "coverage",
    "concerns",
    "concern_statistics",
    "publications",
    "reorder_list",
)
"""What can be exported."""


def run(call: Call) -> None:
    """Write one file.

    Raises:
        UsageError: the period ends before it begins, or the ending of OUT does not fit.
        NotFoundError: there is no such district.
    """
    options = call.options
    out, audience = Path(options.out), Audience(options.audience)
    wanted = _filter(call)
    with call.workspace() as workspace:
        if options.what == "calendar":
            count = outgoing.export_calendar(workspace, out, audience, wanted, call.language)
        elif options.what == "events":
            count = outgoing.export_events(workspace, out, audience, wanted, call.language)
        elif options.what == "tours":
            days = TourFilter(_tour(options.tour), options.first, options.last, wanted.kreise)
            count = outgoing_tours.export_tours(workspace, out, audience, days, call.language)
        elif options.what == "coverage":
            asked = _coverage(wanted)
            count = outgoing_coverage.export_coverage(workspace, out, asked, wanted.kreise, call.language)
        elif options.what == "concerns":
            concerns = ConcernFilter(kreise=wanted.kreise)
            count = outgoing_concerns.export_concerns(workspace, out, audience, concerns, call.language)
        elif options.what == "concern_statistics":
            count = outgoing_concerns.export_statistics(workspace, out, call.language)
        elif options.what in {"publications", "reorder_list"}:
            stock = PublicationFilter(to_order=options.what == "reorder_list")
            count = outgoing_publications.export_publications(workspace, out, audience, stock, call.language)
        else:
            partners = PartnerFilter(kreise=wanted.kreise)
            count = outgoing.export_partners(workspace, out, audience, partners, call.language)
    call.say(call.language.gettext("Wrote {file}: {count}").format(file=out, count=count))


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


def _filter(call: Call) -> EventFilter:
    options = call.options
    known = {kreis.ags for kreis in kreise()}
    for ags in options.kreis:
        if ags not in known:
            raise NotFoundError(N_("There is no district {ags} in Sachsen-Anhalt (15001 … 15091)."), ags=ags)
    if options.first and options.last and options.last < options.first:
        raise UsageError(N_("--to lies before --from."))
    return EventFilter(
        kinds=tuple(EventKind(kind) for kind in options.kind),
        kreise=tuple(options.kreis),
        first=options.first,
        last=options.last,
        dated=True,
    )
