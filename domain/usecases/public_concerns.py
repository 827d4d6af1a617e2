"""What the public may see of concerns: the source of result sheets and public tables."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlmodel import col

from domain.errors import LandaufError, NotFoundError
from domain.i18n import N_
from domain.model import Concern, Event
from domain.region.kreise import kreis, kreise
from domain.rows.concerns import ConcernRow
from domain.rows.filters import ConcernFilter
from domain.rows.published_concerns import PublicConcern, PublicResults
from domain.rules.concern_states import WAITING
from domain.rules.public_concerns import publish_concern
from domain.store.session import Session
from domain.terms import BERLIN, Audience, ConcernState
from domain.usecases.concern_rows import list_rows
from domain.usecases.confidential import cleaner
from domain.usecases.published import published_event

SHOWN_DAYS = 365
"""How long after it was raised a settled or dropped concern still stands on the sheet of its Kreis."""

_MAY_BE_TOLD = or_(col(Concern.event_id).is_(None), col(Event.audience) == Audience.public)


def published_concerns(session: Session, wanted: ConcernFilter) -> Iterator[PublicConcern]:
    """What the public may see of the concerns that pass the filter, in its order."""
    yield from _published(session, list_rows(session, wanted))


def _published(session: Session, rows: list[ConcernRow]) -> Iterator[PublicConcern]:
    audiences = dict(session.execute(select(col(Event.id), col(Event.audience))).all())
    clean = cleaner(session)
    for row in rows:
        raised_at = audiences.get(row.draft.event_id) if row.draft.event_id else None
        found = publish_concern(row, raised_at, clean)
        if found is not None:
            yield found


def results(session: Session, *, kreis_ags: str | None = None, event_id: UUID | None = None) -> PublicResults:
    """What became of the concerns raised at an event, or else of those of a Kreis.

    Of a Kreis everything that still waits or whose answer is to be presented, and what was settled or dropped of the
    last year.

    Raises:
        NotFoundError: there is no such Kreis or event.
        LandaufError: the public may not see the event, or there is nothing yet to tell.
    """
    if event_id is not None:
        return _of_event(session, event_id)
    if kreis_ags not in {found.ags for found in kreise()}:
        raise NotFoundError(N_("There is no district {ags} in Sachsen-Anhalt (15001 … 15091)."), ags=kreis_ags)
    since = session.today - timedelta(days=SHOWN_DAYS)
    rows = [
        row
        for row in list_rows(session, ConcernFilter(kreise=(kreis_ags,)))
        if row.state in {*WAITING, ConcernState.answered} or (row.draft.raised_on or since) >= since
    ]
    concerns = tuple(_published(session, rows))
    if not concerns:
        raise LandaufError(N_("There is no concern from this district yet that the public may see."))
    return PublicResults(kreis_ags, kreis(kreis_ags).name, concerns)


def _of_event(session: Session, event_id: UUID) -> PublicResults:
    event = published_event(session, event_id, Audience.public)
    if event is None:
        raise LandaufError(N_("A result sheet goes to the public: the event must be public, and confirmed or held."))
    concerns = tuple(published_concerns(session, ConcernFilter(event_id=event_id)))
    if not concerns:
        raise LandaufError(N_("No concern was noted at this event yet."))
    day = event.first_day if event.all_day or event.starts_at is None else event.starts_at.astimezone(BERLIN).date()
    place = event.place
    return PublicResults(place.kreis_ags, place.kreis, concerns, event.title, day, place.town)


def kreise_with_concerns(session: Session) -> list[str]:
    """The Kreise from which there are concerns that the public may see, by key."""
    query = select(col(Concern.kreis_ags)).outerjoin(Event, col(Event.id) == col(Concern.event_id))
    found = session.execute(query.where(_MAY_BE_TOLD, col(Concern.kreis_ags).is_not(None)).distinct()).scalars()
    return sorted(ags for ags in found if ags is not None)


def kreis_with_most(session: Session) -> str | None:
    """The Kreis with most concerns that the public may see; None if there are none."""
    query = (
        select(col(Concern.kreis_ags))
        .outerjoin(Event, col(Event.id) == col(Concern.event_id))
        .where(_MAY_BE_TOLD, col(Concern.kreis_ags).is_not(None))
        .group_by(col(Concern.kreis_ags))
        .order_by(func.count().desc(), col(Concern.kreis_ags))
        .limit(1)
    )
    return session.execute(query).scalar()


def count_at(session: Session, event_id: UUID) -> int:
    """How many concerns were noted at an event."""
    query = select(func.count()).select_from(Concern).where(col(Concern.event_id) == event_id)
    return int(session.execute(query).scalar_one())
