"""What can be printed, each with the arguments that print it from this workspace."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sqlalchemy import select
from sqlmodel import col

from domain.documents import DOCUMENTS, Needs
from domain.model import Event, EventPublication, TourDay
from domain.rows.filters import EventFilter, EventOrder
from domain.rows.printing import DocumentRow
from domain.store.session import Session
from domain.terms import Audience, EventKind, EventState
from domain.usecases import (
    printing_calendars,
    printing_councils,
    printing_letters,
    printing_posts,
    printing_reports,
    public_concerns,
)
from domain.usecases.event_rows import list_ids

_SHOWABLE = (EventState.confirmed, EventState.held, EventState.reviewed)


def documents(session: Session) -> list[DocumentRow]:
    """Everything that can be printed, each with arguments that print it from this workspace."""
    return [
        DocumentRow(
            entry.name,
            entry.title,
            entry.needs.value,
            entry.is_internal,
            _OF_DOCUMENT.get(entry.name, _OF_NEED[entry.needs])(session),
            entry.group,
            entry.sizes,
            takes_names=entry.takes_names,
            takes_text=entry.takes_text,
            takes_partners=entry.takes_partners,
            takes_since=entry.takes_since,
        )
        for entry in DOCUMENTS.values()
    ]


def _event(session: Session) -> tuple[str, ...]:
    dialogues = EventFilter(
        kinds=(EventKind.citizen_dialogue,),
        states=_SHOWABLE,
        audiences=(Audience.public,),
        order=EventOrder.date,
        descending=True,
    )
    found = list_ids(session, dialogues)
    return ("--event", str(found[0])) if found else ()


def _packed(session: Session) -> tuple[str, ...]:
    """The latest event that takes copies along, else any."""
    planned = select(col(EventPublication.event_id)).where(col(EventPublication.planned) > 0)
    latest = select(col(Event.id)).where(col(Event.id).in_(planned), col(Event.state).in_(_SHOWABLE))
    found = session.execute(latest.order_by(col(Event.starts_at).desc()).limit(1)).scalar()
    return ("--event", str(found)) if found else _event(session)


def _tour(session: Session) -> tuple[str, ...]:
    tour = session.execute(select(col(TourDay.tour_id)).order_by(col(TourDay.day).desc())).scalar()
    return ("--tour", str(tour)) if tour else ()


def _site(session: Session) -> tuple[str, ...]:
    used = select(col(Event.site_id)).where(col(Event.site_id).is_not(None))
    site = session.execute(used.order_by(col(Event.starts_at).desc()).limit(1)).scalar()
    return ("--site", str(site)) if site else ()


def _year(session: Session) -> tuple[str, ...]:
    return ("--year", str(session.today.year))


def _kreis(session: Session) -> tuple[str, ...]:
    found = public_concerns.kreis_with_most(session)
    return ("--kreis", found) if found else ()


def _nothing(_session: Session) -> tuple[str, ...]:
    return ()


_OF_NEED: Mapping[Needs, Callable[[Session], tuple[str, ...]]] = MappingProxyType(
    {
        Needs.event: _event,
        Needs.tour: _tour,
        Needs.site: _site,
        Needs.year: _year,
        Needs.kreis: _kreis,
        Needs.partner: printing_councils.a_council,
        Needs.snapshot: printing_reports.an_answer,
        Needs.handout: _nothing,
        Needs.nothing: _nothing,
    }
)
_OF_DOCUMENT: Mapping[str, Callable[[Session], tuple[str, ...]]] = MappingProxyType(
    {
        "event_packing_list": _packed,
        "district_calendar": printing_calendars.a_district,
        "best_practice": printing_councils.an_example,
        "lecture_confirmation": printing_letters.an_example,
        "change_letter": printing_posts.some_changes,
        "mail_merge": printing_posts.some_partners,
    }
)
"""Documents that need more than any event with a date."""
