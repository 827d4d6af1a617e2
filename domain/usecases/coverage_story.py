"""What lies behind the figures of one Kreis: its last and next event, and what waits there."""

import json
from collections.abc import Sequence
from uuid import UUID

from domain.rows.coverage import GapStory
from domain.rows.event_row import EventRow
from domain.rules.projects import advisory_by_kreis
from domain.store.record_lines import event_rows
from domain.store.session import Session
from domain.terms import EventKind
from domain.usecases import projects

_OF_KREIS = """
select id from event where kreis_ags = ?1 and is_template = 0
and (?2 = '[]' or kind in (select value from json_each(?2)))
"""
_LAST = _OF_KREIS + (
    "and state in ('held', 'reviewed') and coalesce(starts_at, first_day) is not null"
    " order by coalesce(starts_at, first_day) desc limit 1"
)
_COMING = _OF_KREIS + (
    "and state in ('tentative', 'confirmed') and coalesce(starts_at, first_day) >= ?3"
    " order by coalesce(starts_at, first_day) limit 1"
)
_CONCERNS = "select count(*) from concern where kreis_ags = ?1 and state in ('open', 'forwarded')"
_REQUESTS = """
select count(*) from request where kreis_ags = ?1 and state = 'open'
and (?2 = '[]' or kind in (select value from json_each(?2)))
"""


def story(
    session: Session, kreis_ags: str, kinds: Sequence[EventKind] = (), half_years: Sequence[str] = ()
) -> GapStory:
    """The last event held and the next planned in a Kreis, of these kinds or of all, and what is open there.

    Advisory projects are those that ran in the half-years, or at any time if none is named.
    """
    connection = session.raw()
    wanted = json.dumps([kind.value for kind in kinds])
    today = session.today.isoformat()

    def number(query: str, *values: str) -> int:
        line = connection.execute(query, values).fetchone()
        return int(line[0]) if line else 0

    def event(query: str, *values: str) -> EventRow | None:
        line = connection.execute(query, values).fetchone()
        return next(iter(event_rows(connection, [UUID(line[0])])), None) if line else None

    return GapStory(
        kreis_ags,
        last=event(_LAST, kreis_ags, wanted),
        coming=event(_COMING, kreis_ags, wanted, today),
        open_concerns=number(_CONCERNS, kreis_ags),
        open_requests=number(_REQUESTS, kreis_ags, wanted),
        projects=advisory_by_kreis(projects.list_rows(session), half_years).get(kreis_ags, 0),
    )
