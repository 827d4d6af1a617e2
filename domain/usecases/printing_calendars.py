"""What calendars on paper are made from: nothing but what the public may see."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import func, select
from sqlmodel import col

from domain.documents.inputs import DocumentInput
from domain.errors import NotFoundError, UsageError
from domain.i18n import N_
from domain.model import Event
from domain.region.kreise import Kreis, kreis, kreise
from domain.rows.filters import EventFilter
from domain.rows.printing import PrintChoice, Subject
from domain.rows.published import PublishedEvent
from domain.rules.coverage import half_year_days, half_year_of
from domain.rules.validation.fields import FIRST_YEAR, LAST_YEAR
from domain.store.session import Session
from domain.terms import Audience, EventState, PaperSize
from domain.usecases import settings
from domain.usecases.published import published
from domain.usecases.records import get

_ON_PAPER = (EventState.confirmed, EventState.held, EventState.reviewed)
"""What was called off stands on no calendar; whoever noted it reads the change letter."""

_PUBLIC = select(col(Event.kreis_ags)).where(
    col(Event.audience) == Audience.public, col(Event.state).in_(_ON_PAPER), col(Event.kreis_ags).is_not(None)
)
"""The Kreise of public events."""


def wall_calendar(session: Session, choice: PrintChoice) -> DocumentInput:
    """The public events of a year, of one Kreis if it is named.

    Raises:
        UsageError: no year is named, or none that calendars are made of.
        NotFoundError: there is no such Kreis.
    """
    from domain.documents.wall_calendar import WallCalendar

    if choice.year is None:
        raise UsageError(N_("This document is about a year; name it with --year."))
    _check_year(choice.year)
    found = _kreis(choice.kreis_ags) if choice.kreis_ags else None
    return WallCalendar(
        year=choice.year,
        events=_events(session, date(choice.year, 1, 1), date(choice.year, 12, 31), choice.kreis_ags),
        office=settings.load(session).office,
        stand=session.now,
        kreis=found,
        size=choice.size or PaperSize.a3,
    )


def district_calendar(session: Session, choice: PrintChoice) -> DocumentInput:
    """The public events of a Kreis in this half-year, or in both of the year that is named.

    Raises:
        UsageError: neither a district nor an event is named, or a year that calendars are not made of.
        NotFoundError: there is no such Kreis.
    """
    from domain.documents.district_calendar import DistrictCalendar

    ags = choice.kreis_ags
    if ags is None and choice.event_id is not None:
        ags = get(session, Event, choice.event_id).kreis_ags
    if ags is None:
        raise UsageError(N_("This document is about a district or an event; name it with --kreis or --event."))
    halves: tuple[str, ...] = (half_year_of(session.today),)
    if choice.year is not None:
        _check_year(choice.year)
        halves = (f"{choice.year:04}-H1", f"{choice.year:04}-H2")
    spans = [half_year_days(name) for name in halves]
    return DistrictCalendar(
        kreis=_kreis(ags),
        half_years=halves,
        events=_events(session, spans[0].first, spans[-1].last, ags),
        office=settings.load(session).office,
        stand=session.now,
    )


def districts(session: Session, choice: PrintChoice) -> Iterator[Subject]:
    """The Kreis that was named or that of the event in front; else those with public events."""
    if choice.tour_id is not None or choice.site_id is not None or choice.partner_id is not None:
        return
    wanted = {choice.kreis_ags}
    if choice.event_id is not None:
        wanted = {get(session, Event, choice.event_id).kreis_ags}
    elif choice.kreis_ags is None:
        wanted = set(session.execute(_PUBLIC.distinct()).scalars())
    for each in kreise():
        if each.ags in wanted:
            yield Subject(PrintChoice(kreis_ags=each.ags, year=choice.year), each.name, None)


def a_district(session: Session) -> tuple[str, ...]:
    """Arguments that print the calendar of the Kreis with most public events."""
    query = _PUBLIC.group_by(col(Event.kreis_ags)).order_by(func.count().desc(), col(Event.kreis_ags)).limit(1)
    return ("--kreis", session.execute(query).scalar() or kreise()[0].ags)


def _events(session: Session, first: date, last: date, ags: str | None) -> tuple[PublishedEvent, ...]:
    wanted = EventFilter(
        states=_ON_PAPER,
        kreise=(ags,) if ags else (),
        audiences=(Audience.public,),
        first=first,
        last=last,
        dated=True,
    )
    return tuple(published(session, Audience.public, wanted))


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UsageError(N_("Please give a year from {low} to {high}."), low=FIRST_YEAR, high=LAST_YEAR)


def _kreis(ags: str) -> Kreis:
    if ags not in {found.ags for found in kreise()}:
        raise NotFoundError(N_("There is no district {ags} in Sachsen-Anhalt (15001 … 15091)."), ags=ags)
    return kreis(ags)
