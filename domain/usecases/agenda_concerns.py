"""Citizens' concerns beside an agenda: those it treats, and those of the Kreis that still wait."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import col, select

from domain.model import AgendaItem, Concern, Event, Partner
from domain.rows.meetings import ConcernNote
from domain.rules.ages import age_in_days
from domain.rules.concern_states import WAITING
from domain.store.session import Session
from domain.terms import Audience, EventState
from domain.usecases.event_rows import midnight

_OUT = (EventState.cancelled, EventState.declined, EventState.postponed)


def notes(session: Session, concern_ids: Iterable[UUID | None]) -> dict[UUID | None, ConcernNote]:
    """What is known of these concerns, by id."""
    wanted = [key for key in concern_ids if key is not None]
    found = session.exec(select(Concern).where(col(Concern.id).in_(wanted))).all() if wanted else []
    return {note.id: note for note in _notes(session, found)}


def waiting(session: Session, kreis_ags: str | None, event_id: UUID | None = None) -> tuple[ConcernNote, ...]:
    """What the next agenda in a Kreis starts with: its concerns without an answer, the oldest first.

    What is on the agenda of the event, or on that of another one still to come, is left out.
    """
    if kreis_ags is None:
        return ()
    to_come = or_(
        col(Event.id) == event_id,
        and_(
            col(Event.state).not_in(_OUT),
            or_(col(Event.ends_at) >= midnight(session.today), col(Event.last_day) >= session.today),
        ),
    )
    taken = select(col(AgendaItem.concern_id)).join(Event, col(Event.id) == col(AgendaItem.event_id))
    query = select(Concern).where(
        col(Concern.kreis_ags) == kreis_ags,
        col(Concern.state).in_(WAITING),
        col(Concern.id).not_in(taken.where(to_come, col(AgendaItem.concern_id).is_not(None))),
    )
    found = session.exec(query.order_by(col(Concern.raised_on).asc().nulls_last(), col(Concern.number))).all()
    return tuple(_notes(session, found))


def _notes(session: Session, concerns: Iterable[Concern]) -> Iterable[ConcernNote]:
    rows = list(concerns)
    offices = {row.office_id for row in rows if row.office_id is not None}
    names = {partner.id: partner.name for partner in session.exec(select(Partner).where(col(Partner.id).in_(offices)))}
    closed = _raised_behind_doors(session, rows)
    for row in rows:
        office = names.get(row.office_id, row.office_name) if row.office_id else row.office_name
        public_text = "" if row.event_id in closed else row.public_text
        yield _note(row, office, public_text, session.today)


def _raised_behind_doors(session: Session, rows: Iterable[Concern]) -> set[UUID]:
    """The events of these concerns that are not public: nothing said there goes onto an agenda that may be printed."""
    wanted = {row.event_id for row in rows if row.event_id is not None}
    query = select(Event.id).where(col(Event.id).in_(wanted), col(Event.audience) != Audience.public)
    return set(session.exec(query)) if wanted else set()


def _note(row: Concern, office: str, public_text: str, today: date) -> ConcernNote:
    return ConcernNote(
        id=row.id,
        number=row.number,
        wording=row.wording,
        public_text=public_text,
        category=row.category,
        place=row.place,
        office=office,
        state=row.state,
        answer=row.answer,
        days=age_in_days(row.raised_on, today) if row.raised_on else None,
    )
