"""Measures by main accident cause or place category, Kreis and half-year: one aggregate over the file."""

from collections.abc import Iterable
from uuid import UUID

from domain.rows.measure_counts import CountedTerm, MeasureCount
from domain.rules.road_safety import is_road_topic
from domain.store.session import Session
from domain.terms import AccidentCause, PlaceCategory
from domain.usecases.coverage import HALF_YEAR

_COUNTS = f"""
select coalesce(kreis_ags, ''), {{term}} as term, {HALF_YEAR} as half_year,
       sum(state in ('held', 'reviewed')), sum(state in ('tentative', 'confirmed')), {{spots}}
from event {{source}}
where is_template = 0 and coalesce(starts_at, first_day) is not null and {{term}} is not null
  and state in ('tentative', 'confirmed', 'held', 'reviewed')
group by 1, 2, 3
"""  # noqa: S608 - put together from constants
_BY_CAUSE = _COUNTS.format(
    term="cause",
    spots="group_concat(nullif(trim(black_spot), ''), char(10))",
    source="join event_traffic on event_traffic.event_id = event.id",
)
_BY_PLACE = _COUNTS.format(term="place_category", spots="null", source="")


def by_cause(session: Session, half_years: Iterable[str] = (), kreise: Iterable[str] = ()) -> tuple[MeasureCount, ...]:
    """Road-safety measures by main accident cause, in the order Kreis, cause, half-year.

    `held` counts measures held or reviewed, `planned` those tentative or confirmed, by their local start. Without
    half-years or Kreise all count.
    """
    return _counted(session, _BY_CAUSE, AccidentCause, half_years, kreise)


def by_place(session: Session, half_years: Iterable[str] = (), kreise: Iterable[str] = ()) -> tuple[MeasureCount, ...]:
    """Events of every kind by place category, counted like `by_cause`; those without a category are left out."""
    return _counted(session, _BY_PLACE, PlaceCategory, half_years, kreise)


def _counted(
    session: Session,
    query: str,
    terms: type[CountedTerm],
    half_years: Iterable[str],
    kreise: Iterable[str],
) -> tuple[MeasureCount, ...]:
    halves, only, order = frozenset(half_years), frozenset(kreise), list(terms)
    found = [
        MeasureCount(kreis_ags, terms(term), half, held, planned, _places(spots))
        for kreis_ags, term, half, held, planned, spots in session.raw().execute(query)
        if (not halves or half in halves) and (not only or kreis_ags in only)
    ]
    return tuple(sorted(found, key=lambda row: (row.kreis_ags, order.index(row.term), row.half_year)))


def _places(spots: str | None) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in (spots or "").split("\n"))
    return tuple(dict.fromkeys(line for line in lines if line))


def road_topics(session: Session) -> frozenset[UUID]:
    """The topics about road safety, by name or area."""
    lines = session.raw().execute("select id, name, area from topic")
    return frozenset(UUID(key) for key, name, area in lines if is_road_topic(name, area))
