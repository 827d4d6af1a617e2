"""The history of one record, read from the journal."""

import json
from itertools import groupby

from domain.rows.steps import FieldChange, HistoryEntry
from domain.store.connection import RawConnection, Row
from domain.store.journal import find_steps
from domain.store.journal_tables import JournalTable


def history(
    connection: RawConnection, tables: dict[str, JournalTable], table: str, key: str
) -> tuple[HistoryEntry, ...]:
    """What happened to the record with the stored `key`, newest first.

    Includes its 1:1 tables and its link tables (an event's topics), whose keys begin with the record's. Values are
    Python's: aware datetimes, dates, bools, enums, UUIDs. A link that came or went shows its far end as new or old.
    """
    names = {table} | {name for name, found in tables.items() if found.parents.get(found.keys[0]) == table}
    rows = connection.execute(
        "SELECT step, tbl, op, key, was FROM change WHERE key = ? UNION ALL"
        " SELECT step, tbl, op, key, was FROM change WHERE key >= ? AND key < ? ORDER BY step DESC",
        (key, f'["{key}"', f'["{key}#'),  # JSON arrays that begin with the key: '#' follows '"'
    ).fetchall()
    steps = [(step, list(group)) for step, group in groupby((r for r in rows if r[1] in names), key=lambda r: r[0])]
    known = find_steps(connection, [step for step, _ in steps])
    return tuple(
        HistoryEntry(
            known[step],
            next((row[2] for row in group if row[1] == table), "U"),
            tuple(change for row in group for change in _fields(tables[row[1]], row, of=table)),
        )
        for step, group in steps
    )


def _fields(table: JournalTable, row: Row, of: str) -> list[FieldChange]:
    _step, _name, op, key, was = row
    if table.name != of and len(table.keys) > 1 and op in {"I", "D"}:
        ends = zip(table.keys[1:], json.loads(key)[1:], strict=True)
        values = [(column, table.decoded(column, value)) for column, value in ends]
        return [
            FieldChange(table.name, column, *((None, value) if op == "I" else (value, None)))
            for column, value in values
        ]
    image = json.loads(was) if was else {}
    unshown = {*table.keys, *table.counts, *table.times}
    if op == "D":
        image = {column: (old, None) for column, old in image.items() if old not in {None, ""}}
    return [
        FieldChange(table.name, column, table.decoded(column, old), table.decoded(column, new))
        for column, (old, new) in image.items()
        if column not in unshown
    ]
