"""How often which kind of event was held and is planned in each Kreis: one aggregate over the whole file."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from uuid import UUID

from domain.rows.coverage import CoverageFilter, CoverageKey, CoverageRow
from domain.rules import coverage as rules
from domain.rules.coverage import Counts
from domain.rules.projects import with_projects
from domain.store.connection import Row
from domain.store.session import Session
from domain.terms import BERLIN, EventKind, ProjectKind
from domain.usecases import projects, targets

HALF_YEAR = """
case when all_day then substr(first_day, 1, 4) || case when substr(first_day, 6, 2) > '06' then '-H2' else '-H1' end
     when substr(starts_at, 6, 8) >= '12-31 23' then (substr(starts_at, 1, 4) + 1) || '-H1'
     when substr(starts_at, 6, 8) >= '06-30 22' then substr(starts_at, 1, 4) || '-H2'
     else substr(starts_at, 1, 4) || '-H1' end
"""
"""The half-year of the local start: Berlin is an hour ahead of UTC at New Year and two at the first of July."""

_COUNTS = f"""
select kreis_ags, kind, {HALF_YEAR} as half_year,
       sum(state in ('tentative', 'confirmed')), sum(state in ('held', 'reviewed')),
       sum(case when state in ('held', 'reviewed') then coalesce(actual, 0) else 0 end),
       max(case when state in ('held', 'reviewed') then coalesce(starts_at, first_day) end)
from event
where is_template = 0 and kreis_ags is not null and coalesce(starts_at, first_day) is not null
  and state in ('tentative', 'confirmed', 'held', 'reviewed') {{only}}
group by kreis_ags, kind, half_year
"""  # noqa: S608 - put together from constants
_OF_TOPIC = "and id in (select event_id from event_topic where topic_id = ?)"

_NO_TARGETS: Mapping[CoverageKey, int] = {}
_KINDS = {kind.value: kind for kind in EventKind}
_LENGTH_OF_DAY = len("2027-01-01")


def coverage(session: Session, topic_id: UUID | None = None) -> tuple[CoverageRow, ...]:
    """Every Kreis, kind and half-year with a target or with something held or planned.

    With a topic only events on it count, and there are no targets: these are set for kinds, not for topics.
    """
    aims = targets.all_targets(session) if topic_id is None else _NO_TARGETS
    rows = rules.coverage(counts(session, topic_id), aims)
    advice = [row for row in projects.list_rows(session) if row.draft.kind is ProjectKind.advisory]
    return with_projects(rows, advice) if advice else rows


def counts(session: Session, topic_id: UUID | None = None) -> dict[CoverageKey, Counts]:
    """What is planned and was held, by Kreis, kind and half-year of the local start; all events or those on a topic."""
    connection = session.raw()
    if topic_id is None:
        lines = connection.execute(_COUNTS.format(only=""))
    else:
        lines = connection.execute(_COUNTS.format(only=_OF_TOPIC), (topic_id.hex,))
    return dict(_counted(line) for line in lines)


def _counted(line: Row) -> tuple[CoverageKey, Counts]:
    kreis_ags, kind, half_year, planned, held, reached, last = line
    return (kreis_ags, _KINDS[kind], half_year), Counts(planned, held, reached, _local_day(last))


def _local_day(stored: str | None) -> date | None:
    """The day in Berlin of a stored day or moment (UTC)."""
    if stored is None:
        return None
    if stored[_LENGTH_OF_DAY:] < " 22":  # a day, or a moment that is on the same day in Berlin all year round
        return date.fromisoformat(stored[:_LENGTH_OF_DAY])
    return datetime.fromisoformat(stored).replace(tzinfo=UTC).astimezone(BERLIN).date()


def report_rows(session: Session, wanted: CoverageFilter, kreise: Iterable[str] = ()) -> tuple[CoverageRow, ...]:
    """The rows that tables and reports hold: the wanted kinds and half-years, of these Kreise or of all."""
    only = frozenset(kreise)
    rows = rules.chosen(coverage(session, wanted.topic_id), wanted)
    return tuple(row for row in rows if not only or row.kreis_ags in only)
