"""What stands around a concern: the events where it is noted, the dialogue it comes up at, who probably answers it."""

from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.model import Partner
from domain.rows.concerns import ConcernStatistics, CountedConcern, Occasion, OfficeHint
from domain.rows.event_row import EventRow
from domain.rows.filters import EventFilter
from domain.rows.network import PartnerRef, Responsibility
from domain.rules import concern_statistics
from domain.store.session import Session
from domain.terms import ConcernCategory, ConcernState, EventKind, EventState, PartnerCategory
from domain.usecases import responsibility
from domain.usecases.event_rows import fetch_rows, list_rows

BACK = timedelta(days=30)
"""How far back events are offered for noting concerns: cards are often typed in after the evening."""

_DIALOGUES = (EventKind.citizen_dialogue, EventKind.expert_dialogue)
_WITH_CITIZENS = (*_DIALOGUES, EventKind.mobile_stop, EventKind.information_event, EventKind.consultation)
_ON = (EventState.tentative, EventState.confirmed, EventState.held, EventState.reviewed)
_COMING = (EventState.tentative, EventState.confirmed)

_CATEGORIES = {category.value: category for category in ConcernCategory}
_STATES = {state.value: state for state in ConcernState}

_POLICE = frozenset(
    {
        ConcernCategory.presence,
        ConcernCategory.burglary,
        ConcernCategory.violence,
        ConcernCategory.drugs,
        ConcernCategory.extremism,
        ConcernCategory.online,
        ConcernCategory.seniors,
    }
)


def occasions(session: Session, wanted: UUID | None = None) -> list[Occasion]:
    """The events at which concerns may be noted now: those of today first, then back over 30 days.

    Dialogues come before all others that are not of today. `wanted` is offered wherever it lies.
    """
    near = EventFilter(
        kinds=_WITH_CITIZENS, states=_ON, first=session.today - BACK, last=session.today, dated=True, descending=True
    )
    rows = sorted(list_rows(session, near), key=lambda row: _rank(row, session.today))
    if wanted is not None and wanted not in {row.id for row in rows}:
        rows = [*fetch_rows(session, [wanted]), *rows]
    return [_occasion(row) for row in rows]


def _rank(row: EventRow, today: date) -> tuple[bool, bool, int]:
    day = row.start_day or date.min
    return day != today, row.kind not in _DIALOGUES, -day.toordinal()


def _occasion(row: EventRow) -> Occasion:
    return Occasion(row.id, row.title, row.start_day, row.kreis_ags, row.town)


def next_dialogue(session: Session, kreis_ags: str | None) -> Occasion | None:
    """The coming dialogue of a Kreis, on whose agenda its concerns stand; None if none is planned."""
    if kreis_ags is None:
        return None
    wanted = EventFilter(kinds=_DIALOGUES, states=_COMING, kreise=(kreis_ags,), first=session.today, dated=True)
    rows = list_rows(session, wanted)
    return _occasion(rows[0]) if rows else None


def statistics(session: Session) -> ConcernStatistics:
    """All concerns counted by Kreis and category; by plain SQL, as the ORM takes five times as long for them."""
    lines = session.raw().execute("select kreis_ags, category, state, raised_on, answered_on from concern")
    days: dict[str | None, date | None] = {None: None}  # some thousand days stand in twenty thousand lines

    def day(text: str | None) -> date | None:
        if text not in days and text is not None:
            days[text] = date.fromisoformat(text)
        return days[text]

    return concern_statistics.statistics(
        CountedConcern(kreis, _CATEGORIES[category], _STATES[state], day(raised), day(answered))
        for kreis, category, state, raised, answered in lines
    )


def responsible_for(
    session: Session, ags: str | None, kreis_ags: str | None, category: ConcernCategory
) -> OfficeHint | None:
    """The office that probably has to answer a concern: police, Jugendamt or Ordnungsamt of the Gemeinde or Kreis.

    Who is recorded as responsible for the Gemeinde comes first; else partners are looked up by category and place,
    the Gemeinde before the Kreis.
    """
    recorded = responsibility.responsible_for(session, ags) if ags else None
    for wanted in _offices_for(category):
        named = _recorded(recorded, wanted)
        if named is not None:
            return OfficeHint(named.id, named.name, is_local=True)
        for place, is_local in ((ags, True), (kreis_ags, False)):
            found = _office(session, wanted, place) if place else None
            if found is not None:
                return OfficeHint(found.id, found.name, is_local)
    return None


def _recorded(found: Responsibility | None, category: PartnerCategory) -> PartnerRef | None:
    if found is None:
        return None
    if category is PartnerCategory.police:
        return next(iter(found.police), None)
    return found.ordnungsamt if category is PartnerCategory.ordnungsamt else None


def _offices_for(category: ConcernCategory) -> tuple[PartnerCategory, ...]:
    if category in _POLICE:
        return PartnerCategory.police, PartnerCategory.ordnungsamt
    if category is ConcernCategory.youth:
        return PartnerCategory.jugendamt, PartnerCategory.ordnungsamt, PartnerCategory.gemeinde
    return PartnerCategory.ordnungsamt, PartnerCategory.gemeinde, PartnerCategory.kreis


def _office(session: Session, category: PartnerCategory, place: str) -> Partner | None:
    """A partner of this category in a Gemeinde (8 digits) or anywhere in a Kreis (5 digits)."""
    where = col(Partner.ags) == place if len(place) > 5 else col(Partner.kreis_ags) == place  # noqa: PLR2004 - a Kreis
    query = select(Partner).where(col(Partner.category) == category, where).order_by(col(Partner.sort_key)).limit(1)
    return session.exec(query).first()
