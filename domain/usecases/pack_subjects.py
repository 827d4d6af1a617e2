"""What a folder could be made for now: events and tour days around today, and sheets that have grown stale."""

from datetime import date

from sqlalchemy import select
from sqlmodel import col

from domain.model import Stop, Tour, TourDay
from domain.rows.filters import EventFilter
from domain.rows.packs import NearSubjects, PackSubject
from domain.rows.printing import PrintChoice
from domain.store.session import Session
from domain.terms import EventKind, EventState
from domain.usecases.event_rows import list_rows
from domain.usecases.print_menu import AHEAD, BACK
from domain.usecases.printed_sheets import stale_sheets

_ALIVE = (EventState.tentative, EventState.confirmed, EventState.held, EventState.reviewed)
_WITH_PAPER = tuple(kind for kind in EventKind if kind is not EventKind.online)


def near(session: Session) -> NearSubjects:
    """The events and tour days from a fortnight ago to four months ahead, what comes first on top, then the past."""
    first, last = session.today - BACK, session.today + AHEAD
    wanted = EventFilter(kinds=_WITH_PAPER, states=_ALIVE, first=first, last=last, dated=True)
    found = [
        PackSubject(PrintChoice(event_id=row.id), row.title, row.start_day, row.kind)
        for row in list_rows(session, wanted)
    ]
    found += _tour_days(session, first, last)
    found.sort(key=lambda subject: (subject.day is not None and subject.day < session.today, subject.day or date.max))
    return NearSubjects(tuple(found), len(stale_sheets(session)))


def _tour_days(session: Session, first: date, last: date) -> list[PackSubject]:
    """The days of tours that have stops; several vehicles on one day are one folder."""
    query = (
        select(col(Tour.id), col(Tour.title), col(TourDay.day))
        .join(TourDay, col(TourDay.tour_id) == col(Tour.id))
        .join(Stop, col(Stop.tour_day_id) == col(TourDay.id))
        .where(col(TourDay.day) >= first, col(TourDay.day) <= last)
        .distinct()
        .order_by(col(TourDay.day), col(Tour.id))
    )
    return [PackSubject(PrintChoice(tour_id=tour, day=day), title, day) for tour, title, day in session.execute(query)]
