"""Which events may look different since a moment: the journal knows every write, also those of the database itself."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from uuid import UUID

from sqlmodel import SQLModel

from domain.store.connection import RawConnection, scalar
from domain.store.journal_tables import is_journalled
from domain.store.session import Session

_OF_PARTNER = """
select id from event where place_partner_id in (select value from json_each(?1))
or host_id in (select value from json_each(?1)) or office_id in (select value from json_each(?1))
union select event_id from event_partner where partner_id in (select value from json_each(?1))
"""
_OF_GROUP = "select event_id from event_target_group where target_group_id in (select value from json_each(?1))"
_AROUND = {
    "partner": _OF_PARTNER,
    "site": "select id from event where site_id in (select value from json_each(?1))",
    "staff": "select event_id from assignment where staff_id in (select value from json_each(?1))",
    "topic": "select event_id from event_topic where topic_id in (select value from json_each(?1))",
    "target_group": _OF_GROUP,
    "assignment": "select event_id from assignment where id in (select value from json_each(?1))",
}
"""The events on which a change of another record shows, by the record's table."""

_FORMER_ASSIGNMENTS = (
    "select json_extract(was, '$.event_id') from change where id > ?1 and tbl = 'assignment' and op = 'D'"
)


def last_change(session: Session) -> int:
    """The number of the journal's newest change; 0 if nothing was ever written."""
    return int(scalar(session.raw(), "select max(id) from change") or 0)


def touched_events(session: Session, since: int) -> frozenset[UUID] | None:
    """The events that may look different since the journal's change `since`; None = any may.

    Some of them look as before, because what was done was undone. None is told where the journal no longer goes back
    so far.
    """
    connection = session.raw()
    oldest = scalar(connection, "select min(id) from change")
    if since == 0 or since > last_change(session) or (oldest or 1) > since + 1:
        return None
    keys: dict[str, set[str]] = defaultdict(set)
    for table, key in connection.execute("select distinct tbl, key from change where id > ?", (since,)):
        keys[table].add(key)
    found = {line for (line,) in connection.execute(_FORMER_ASSIGNMENTS, (since,)) if line}
    for table, touched in keys.items():
        if table == "event" or table in _parts():
            found.update(map(_event_of, touched))
        if table in _AROUND:
            found.update(_lines(connection, _AROUND[table], touched))
    return frozenset(map(UUID, found))


def _event_of(key: str) -> str:
    """The event a part hangs on: the first column of its key."""
    return str(json.loads(key)[0]) if key.startswith("[") else key


def _lines(connection: RawConnection, query: str, keys: Iterable[str]) -> Iterator[str]:
    for (line,) in connection.execute(query, (json.dumps(sorted(keys)),)):
        yield line


@cache
def _parts() -> frozenset[str]:
    """Tables whose rows hang on an event by the first column of their key."""
    return frozenset(
        table.name
        for table in SQLModel.metadata.tables.values()
        if is_journalled(table) and next(iter(table.primary_key.columns)).name == "event_id"
    )
