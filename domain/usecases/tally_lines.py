"""Lists of what was counted, for reading by programs."""

from uuid import UUID

from sqlmodel import col, select

from domain.model import EventTally, TargetGroup
from domain.rows.tally import HourCount, TallyLine
from domain.rules.tally import settled
from domain.store.session import Session
from domain.terms import BERLIN
from domain.usecases.tally import counts

_STRUCK = "select distinct event_id from tally_stroke where event_id in (select id from event)"


def lines(session: Session, event_id: UUID | None = None) -> list[TallyLine]:
    """What was counted of one event or of all, by event, hour and group.

    The strokes count where there are any, else what the event has. A line is taken over if the event has the same.
    """
    names = {group.id: group.name for group in session.exec(select(TargetGroup))}
    kept = _kept(session, event_id)
    struck = {UUID(key) for (key,) in session.raw().execute(_STRUCK)}
    wanted = (struck | kept.keys()) if event_id is None else {event_id}
    found = []
    for key in sorted(wanted):
        own = kept.get(key, ())
        shown = settled(counts(session, key).hours) if key in struck else own
        found += [
            TallyLine(
                key,
                each.target_group_id,
                names.get(each.target_group_id, "") if each.target_group_id else "",
                each.hour.astimezone(BERLIN),
                each.visitors,
                each in own,
            )
            for each in sorted(shown, key=lambda each: (each.hour, str(each.target_group_id)))
        ]
    return found


def _kept(session: Session, event_id: UUID | None) -> dict[UUID, list[HourCount]]:
    """What the events have taken over."""
    query = select(EventTally)
    if event_id is not None:
        query = query.where(col(EventTally.event_id) == event_id)
    found: dict[UUID, list[HourCount]] = {}
    for line in session.exec(query):
        found.setdefault(line.event_id, []).append(HourCount(line.target_group_id, line.hour, line.visitors))
    return found
