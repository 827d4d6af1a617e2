"""Road-safety measures by main accident cause, Kreis and half-year: one aggregate over the file."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import select

from domain.model import Topic
from domain.rows.traffic import CauseRow
from domain.rules.road_safety import is_road_topic
from domain.store.session import Session
from domain.terms import AccidentCause
from domain.usecases.coverage import HALF_YEAR

_COUNTS = f"""
select coalesce(kreis_ags, ''), cause, {HALF_YEAR} as half_year,
       sum(state in ('held', 'reviewed')), sum(state in ('tentative', 'confirmed')),
       group_concat(nullif(trim(black_spot), ''), char(10))
from event_traffic join event on event.id = event_traffic.event_id
where is_template = 0 and coalesce(starts_at, first_day) is not null
  and state in ('tentative', 'confirmed', 'held', 'reviewed')
group by 1, cause, half_year
"""  # noqa: S608 - put together from constants


def cause_rows(session: Session, half_years: Iterable[str] = (), kreise: Iterable[str] = ()) -> tuple[CauseRow, ...]:
    """A row for every Kreis, cause and half-year with a measure, in this order; of these half-years and Kreise only.

    `held` counts measures held or reviewed, `planned` those tentative or confirmed, by their local start.
    """
    halves, only = frozenset(half_years), frozenset(kreise)
    causes = list(AccidentCause)
    found = [
        CauseRow(kreis_ags, AccidentCause(cause), half, held, planned, _places(spots))
        for kreis_ags, cause, half, held, planned, spots in session.raw().execute(_COUNTS)
        if (not halves or half in halves) and (not only or kreis_ags in only)
    ]
    return tuple(sorted(found, key=lambda row: (row.kreis_ags, causes.index(row.cause), row.half_year)))


def _places(spots: str | None) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in (spots or "").split("\n"))
    return tuple(dict.fromkeys(line for line in lines if line))


def road_topics(session: Session) -> frozenset[UUID]:
    """The topics about road safety, by name or area."""
    return frozenset(topic.id for topic in session.exec(select(Topic)) if is_road_topic(topic.name, topic.area))
