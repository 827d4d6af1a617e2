"""What a backup that replaces the file must not take away: numbers given out, what was sent, strokes of tallies."""

from dataclasses import dataclass

from domain.store.connection import RawConnection, Row, scalar
from domain.store.sql import commas, ident, sql

_PLANS = ("plan_version", "plan_entry", "printed_sheet")
"""Tables of released plans and of what was printed from them: they belong together."""

_STROKES = "SELECT id, event_id, target_group_id, quantity, struck_at, takes_back FROM tally_stroke"
_KEEP_STROKE = (
    "INSERT OR IGNORE INTO tally_stroke (id, event_id, target_group_id, quantity, struck_at, takes_back)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)

_BARS = "SELECT tour_id, scope, uid, sequence, sent, sent_at FROM tour_identity"
_KEEP_BAR = (
    "INSERT INTO tour_identity (tour_id, scope, uid, sequence, sent, sent_at) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (tour_id, scope) DO UPDATE SET sequence = max(sequence, excluded.sequence),"
    " sent = excluded.sent, sent_at = excluded.sent_at WHERE coalesce(sent_at, '') < excluded.sent_at"
)
"""What the bars of tours last went out as; what went out later counts."""


@dataclass(frozen=True, slots=True)
class Outside:
    """The counters (name, value) and the identities (event_id, number, uid, sequence, sent, sent_at) of a file.

    `plans` are whole rows of the tables of `_PLANS` under their column names, `strokes` those of the tallies: who was
    counted at a stand is counted, whatever becomes of the plan. `bars` are what tours are called in calendars.
    """

    counters: list[Row]
    identities: list[Row]
    plans: dict[str, tuple[tuple[str, ...], list[Row]]]
    strokes: list[Row]
    bars: list[Row]


def read_outside(connection: RawConnection) -> Outside:
    """What the file has given out so far."""
    return Outside(
        connection.execute("SELECT name, value FROM counter").fetchall(),
        connection.execute("SELECT event_id, number, uid, sequence, sent, sent_at FROM event_identity").fetchall(),
        {table: _whole(connection, table) for table in _PLANS},
        connection.execute(_STROKES).fetchall(),
        connection.execute(_BARS).fetchall(),
    )


def _whole(connection: RawConnection, table: str) -> tuple[tuple[str, ...], list[Row]]:
    names = tuple(name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,)))
    query = sql("SELECT {names} FROM {table}", names=commas(map(ident, names)), table=ident(table))
    return names, connection.execute(query).fetchall()


def keep_outside(connection: RawConnection, before: Outside) -> None:
    """Raise the restored counters and sequences to what was reached before, so that no number is given twice.

    Identities of events that the backup does not know are kept too; where both know what was sent, the later counts.
    """
    connection.executemany(
        "INSERT INTO counter (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)",
        before.counters,
    )
    for identity in before.identities:
        event_id, _number, _uid, sequence, sent, sent_at = identity
        connection.execute(
            "INSERT OR IGNORE INTO event_identity (event_id, number, uid, sequence, sent, sent_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            identity,
        )
        connection.execute(
            "UPDATE event_identity SET sent = ?, sent_at = ? WHERE event_id = ? AND coalesce(sent_at, '') < ?",
            (sent, sent_at, event_id, sent_at or ""),
        )
        connection.execute(
            "UPDATE event_identity SET sequence = ? WHERE event_id = ? AND sequence < ?", (sequence, event_id, sequence)
        )
    connection.executemany(_KEEP_STROKE, before.strokes)
    connection.executemany(_KEEP_BAR, before.bars)
    _keep_plans(connection, before)


def _keep_plans(connection: RawConnection, before: Outside) -> None:
    """Keep the released plans of before, unless the backup knows later ones.

    The restored journal counts its changes anew, so it can no longer tell what came after a version.
    """
    numbers, versions = before.plans["plan_version"]
    place = numbers.index("number")
    newest = max((version[place] for version in versions), default=0)
    if newest < (scalar(connection, "SELECT max(number) FROM plan_version") or 0):
        return
    for table, (columns, rows) in before.plans.items():
        connection.execute(sql("DELETE FROM {table}", table=ident(table)))
        names, marks = commas(map(ident, columns)), commas("?" for _ in columns)
        insert = sql("INSERT INTO {table} ({names}) VALUES ({marks})", table=ident(table), names=names, marks=marks)
        connection.executemany(insert, rows)
    connection.execute("UPDATE plan_version SET change = 0")
