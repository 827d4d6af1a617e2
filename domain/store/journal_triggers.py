"""The journal's own tables, and the triggers that write it, generated from the metadata."""

from collections.abc import Iterator

from domain.store.journal_tables import JournalTable
from domain.store.sql import commas, ident, literal, paths, sql

JOURNAL_SCHEMA = (
    """CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'merge', 'erase', 'migrate')),
  reverts INTEGER UNIQUE REFERENCES step (id),
  msgid TEXT NOT NULL,
  params TEXT NOT NULL,
  author TEXT NOT NULL,
  device TEXT NOT NULL,
  at TEXT NOT NULL,
  revision TEXT NOT NULL,
  barrier INTEGER NOT NULL DEFAULT 0,
  first INTEGER NOT NULL,
  last INTEGER
)""",
    """CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  step INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('I', 'U', 'D', 'X')),
  key NOT NULL,
  was TEXT
)""",
    "CREATE INDEX change_key ON change (key)",
    "CREATE TABLE journal_now (one INTEGER PRIMARY KEY CHECK (one = 1), step INTEGER)",
    "INSERT INTO journal_now VALUES (1, NULL)",
)
"""`step` says who did what and when, `change` what it did to each row: I(nsert) keeps the key, U(pdate) the changed
columns as `{"column": [old, new]}`, D(elete) the whole old row, X(erased) nothing. A step's changes are the ids
`first` to `last`. `journal_now` holds the step that is open inside the running transaction."""

_STEP = "coalesce((SELECT step FROM journal_now), raise(ABORT, 'no step is open'))"
_MOST_TERMS = 400
"""SQLite takes at most 500 terms in a compound SELECT."""


def journal_triggers(table: JournalTable) -> Iterator[str]:
    """The statements that create the table's triggers: insert, update, delete, and no change of keys."""
    name = literal(table.name)
    key_new, key_old = key_expression(table, "new"), key_expression(table, "old")
    row = f"json_object({commas(f'{literal(c)}, old.{ident(c)}' for c in table.all_columns)})"
    yield _trigger(table, "i", "AFTER INSERT", f"VALUES ({_STEP}, {name}, 'I', {key_new}, NULL)")
    yield _trigger(table, "d", "AFTER DELETE", f"VALUES ({_STEP}, {name}, 'D', {key_old}, {row})")
    if table.watched:
        yield _trigger(table, "u", f"AFTER UPDATE OF {commas(map(ident, table.watched))}", _update(table))
    yield sql(
        "CREATE TRIGGER {trigger} BEFORE UPDATE OF {keys} ON {table} WHEN {changed}\n"
        "BEGIN SELECT raise(ABORT, 'primary keys never change'); END",
        trigger=ident(f"journal_{table.name}_k"),
        keys=commas(map(ident, table.keys)),
        table=ident(table.name),
        changed=" OR ".join(f"old.{ident(c)} IS NOT new.{ident(c)}" for c in table.keys),
    )


def key_expression(table: JournalTable, row: str) -> str:
    """The key as the journal holds it: the value itself, or a JSON array of several."""
    columns = [f"{row}.{ident(column)}" for column in table.keys]
    return columns[0] if len(columns) == 1 else f"json_array({commas(columns)})"


def key_values(table: JournalTable, key: str) -> list[str]:
    """The key's columns as SQL over the journal's `key` expression."""
    if len(table.keys) == 1:
        return [key]
    return [f"json_extract({key}, '$[{position}]')" for position in range(len(table.keys))]


def image_value(column: str, image: str = "was") -> str:
    """A column's value in a deleted row's image."""
    return f"json_extract({image}, {paths(column)})"


def _update(table: JournalTable) -> str:
    if len(table.watched) > _MOST_TERMS:
        raise TypeError(f"{table.name} has too many columns for one trigger")
    # a NOCASE column compares without case: COLLATE BINARY keeps a mere change of case from getting lost
    terms = " UNION ALL\n  ".join(
        f"SELECT {literal(c)} AS a, old.{ident(c)} AS b, new.{ident(c)} AS d" for c in table.watched
    )
    return sql(
        "SELECT {step}, {name}, 'U', {key}, w FROM (\n"
        "  SELECT json_group_object(a, json_array(b, d)) AS w FROM (\n  {terms}\n  ) WHERE b IS NOT d COLLATE BINARY\n"
        ") WHERE w <> '{{}}'",
        step=_STEP,
        name=literal(table.name),
        key=key_expression(table, "new"),
        terms=terms,
    )


def _trigger(table: JournalTable, suffix: str, moment: str, source: str) -> str:
    return sql(
        "CREATE TRIGGER {trigger} {moment} ON {table}\n"
        "BEGIN\n INSERT INTO change (step, tbl, op, key, was) {source};\nEND",
        trigger=ident(f"journal_{table.name}_{suffix}"),
        moment=moment,
        table=ident(table.name),
        source=source,
    )
