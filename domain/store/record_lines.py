"""Events as rows by plain SQL: quicker than the ORM's row by row, and without importing it."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID

from domain.errors import FileProblemError
from domain.i18n import N_
from domain.rows.event_row import EventRow
from domain.store.connection import RawConnection, Row
from domain.terms import BERLIN, Audience, EventKind, EventState

R = TypeVar("R")

EVENT_LINES = """
select e.id, i.number, e.kind, e.state, e.title, e.starts_at, e.ends_at, e.all_day, e.first_day, e.last_day, e.ags,
       e.kreis_ags, e.audience, i.uid, i.sequence, e.version,
       case e.place_kind when 'site' then coalesce(s.name, e.place_name)
                         when 'partner' then coalesce(p.name, e.place_name) else e.place_name end,
       case e.place_kind when 'site' then coalesce(nullif(s.town, ''), e.town)
                         when 'partner' then coalesce(nullif(p.town, ''), e.town) else e.town end
from event e join event_identity i on i.event_id = e.id
left join site s on s.id = e.site_id left join partner p on p.id = e.place_partner_id
where
"""
"""What `event_row` reads; a condition on event `e` follows."""

WITH_ID = "{id} in (select value from json_each(?))"
"""A condition for `in_order`."""

KINDS = {kind.value: kind for kind in EventKind}
STATES = {state.value: state for state in EventState}
AUDIENCES = {audience.value: audience for audience in Audience}


def event_rows(connection: RawConnection, ids: Sequence[UUID]) -> list[EventRow]:
    """The events with these ids, in their order; ids that are gone are left out."""
    return in_order(connection, EVENT_LINES + WITH_ID.format(id="e.id"), _event_row, ids)


def in_order(connection: RawConnection, query: str, to_row: Callable[[Row], R], ids: Sequence[UUID]) -> list[R]:
    """The rows that `query` finds for a JSON list of keys, in the order of `ids`.

    Raises:
        FileProblemError: a line is damaged.
    """
    keys = [key.hex for key in ids]
    found = {line[0]: line for line in connection.execute(query, (json.dumps(keys),))}
    return [legible(to_row, found[key]) for key in keys if key in found]


def legible(to_row: Callable[[Row], R], line: Row) -> R:
    """The row of a line; a day, time or code name that nobody can have written means that the file is damaged."""
    try:
        return to_row(line)
    except (KeyError, ValueError) as trouble:
        raise FileProblemError(
            N_("The entry {entry} is damaged. Restore the newest backup."), entry=line[1]
        ) from trouble


def event_row(line: Row) -> EventRow:
    """One line of `EVENT_LINES`, with times in Berlin and the place as people say it.

    Raises:
        FileProblemError: the line is damaged.
    """
    return legible(_event_row, line)


def _event_row(line: Row) -> EventRow:
    return EventRow(
        id=UUID(line[0]),
        number=line[1],
        kind=KINDS[line[2]],
        state=STATES[line[3]],
        title=line[4],
        starts_at=local_moment(line[5]),
        ends_at=local_moment(line[6]),
        all_day=bool(line[7]),
        first_day=day(line[8]),
        last_day=day(line[9]),
        ags=line[10],
        kreis_ags=line[11],
        audience=AUDIENCES[line[12]],
        uid=line[13],
        sequence=line[14],
        version=line[15],
        place=", ".join(part for part in line[16:18] if part),
        town=line[17],
    )


def day(text: Any) -> date | None:  # noqa: ANN401 - a column
    """A day as the file keeps it."""
    return date.fromisoformat(text) if text else None


def local_moment(text: Any) -> datetime | None:  # noqa: ANN401 - a column
    """An instant as the file keeps it, in Berlin."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC).astimezone(BERLIN) if text else None
