"""What search knows of each table, its full-text tables, and the triggers that keep them."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

from domain.store.connection import RawConnection, scalar
from domain.store.sql import commas, ident, literal, sql


@dataclass(frozen=True, slots=True)
class Source:
    """One searchable table.

    `columns` are what is searched, `title` and `line` what a hit shows, `sort` breaks ties (newest or first name
    first). `beside` names a 1:1 table whose columns are searched too: (table, its key column, columns).
    """

    table: str
    columns: tuple[str, ...]
    title: str
    line: tuple[str, ...]
    sort: str
    beside: tuple[str, str, tuple[str, ...]] | None = None


SOURCES = (
    Source("event", ("title", "place_name", "town", "host_name"), "title", ("place_name", "town"), "starts_at",
           beside=("event_identity", "event_id", ("number",))),
    Source("partner", ("name", "street", "postcode", "town"), "name", ("street", "postcode", "town"), "sort_key"),
    Source("request", ("requester", "topic", "place", "postcode", "town"), "requester", ("topic", "town"), "earliest"),
    Source("concern", ("number", "wording", "place"), "number", ("wording",), "number"),
    Source("project", ("title", "question"), "title", ("question",), "first_day"),
    Source("offer", ("title", "listeners"), "title", ("listeners",), "title"),
    Source("site", ("name", "street", "postcode", "town"), "name", ("street", "town"), "name"),
    Source("publication", ("title", "edition", "publisher", "storage"), "title", ("edition", "publisher"), "title"),
    Source("handout_edition", ("title", "lead"), "title", ("lead",), "title"),
)  # fmt: skip
"""Everything search finds; a new kind of record is one more line."""

_PLAIN = {
    "a": "ÄäÁáÀàÂâÃãÅåĄą", "c": "ÇçĆćČč", "e": "ÉéÈèÊêËëĘęĚě", "g": "Ğğ", "i": "ÍíÌìÎîÏïıİ", "l": "Łł", "n": "ŃńÑñŇň",
    "o": "ÖöÓóÒòÔôÕõØø", "r": "Řř", "s": "ŚśŠšŞş", "ss": "ßẞ", "u": "ÜüÚúÙùÛûŮů", "y": "Ýý", "z": "ŹźŽžŻż",
}  # fmt: skip
_ACCENTED = {letter: plain for plain, letters in _PLAIN.items() for letter in letters}
_FOLDED = str.maketrans(dict(zip(ascii_uppercase, ascii_lowercase, strict=True)) | _ACCENTED)
_DROPPED_E = (("ae", "a"), ("oe", "o"), ("ue", "u")) * 2


def fold(text: str) -> str:
    """The double fold of search: Köthen, Koethen and Kothen all become "kothen".

    Letters lose case and accents, ß becomes ss, and an e after a, o or u is dropped (twice, for "aee"). Lossy on
    purpose; never shown or stored as a name. `folded_sql` does the same inside the triggers.
    """
    folded = text.translate(_FOLDED)
    for pair, vowel in _DROPPED_E:
        folded = folded.replace(pair, vowel)
    return folded


def folded_sql(expression: str) -> str:
    """`fold` as an SQL expression, so that any program may write the file without our functions."""
    folded = f"lower({expression})"  # SQLite's lower() knows ASCII only, like the translation above
    for letter, plain in _ACCENTED.items():
        folded = f"replace({folded}, {literal(letter)}, {literal(plain)})"
    for pair, vowel in _DROPPED_E:
        folded = f"replace({folded}, {literal(pair)}, {literal(vowel)})"
    return folded


_INDEXES = ("search_word", "search_part")

SEARCH_SCHEMA = (
    """CREATE TABLE search (
  k INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL, sort TEXT, fold TEXT NOT NULL, UNIQUE (ref, kind)
)""",
    # what the indexes do not know yet: rows of `search`, and the text they held when they were last indexed
    "CREATE TABLE search_waiting (k INTEGER PRIMARY KEY, was TEXT)",
    # what triggers and programs write into; its own trigger folds, so that the long expression stands in one place
    "CREATE VIEW search_feed AS SELECT kind, ref, sort, fold AS words FROM search",
    "CREATE VIRTUAL TABLE search_word USING fts5(fold, content='search', content_rowid='k', prefix='1 2 3')",
    """CREATE VIRTUAL TABLE search_part
  USING fts5(fold, content='search', content_rowid='k', tokenize='trigram', detail='none')""",
)


def search_triggers(sources: tuple[Source, ...]) -> Iterator[str]:
    """The statements that create all search triggers: records → `search_feed` → `search` → `search_waiting`."""
    yield sql(
        "CREATE TRIGGER search_feed_i INSTEAD OF INSERT ON search_feed BEGIN\n"
        " INSERT INTO search (kind, ref, sort, fold) VALUES (new.kind, new.ref, new.sort, {fold})\n"
        " ON CONFLICT (ref, kind) DO UPDATE SET sort = excluded.sort, fold = excluded.fold\n"
        " WHERE sort IS NOT excluded.sort OR fold <> excluded.fold;\nEND",
        fold=folded_sql("new.words"),
    )
    waiting = "INSERT INTO search_waiting (k, was) VALUES ({row}) ON CONFLICT (k) DO NOTHING;"
    for name, moment, row in (
        ("search_ai", "INSERT", "new.k, NULL"),
        ("search_ad", "DELETE", "old.k, old.fold"),
        ("search_au", "UPDATE OF fold", "old.k, old.fold"),
    ):
        yield f"CREATE TRIGGER {name} AFTER {moment} ON search BEGIN {sql(waiting, row=row)} END"
    for source in sources:
        yield from _record_triggers(source)
        if source.beside is not None:
            yield from _beside_triggers(source, *source.beside)


def settle(connection: RawConnection) -> None:
    """Bring the indexes up to date with what the running transaction changed, before it commits.

    All at once, because FTS5 writes its buffer out at every single statement: row by row an import takes three times
    as long.
    """
    if scalar(connection, "SELECT 1 FROM search_waiting LIMIT 1") is None:
        return
    for index in _INDEXES:
        connection.execute(
            sql(
                "INSERT INTO {index} ({index}, rowid, fold) SELECT 'delete', k, was FROM search_waiting"
                " WHERE was IS NOT NULL",
                index=index,
            )
        )
        connection.execute(
            sql(
                "INSERT INTO {index} (rowid, fold) SELECT k, fold FROM search JOIN search_waiting USING (k)",
                index=index,
            )
        )
    connection.execute("DELETE FROM search_waiting")


def rebuild(connection: RawConnection, sources: tuple[Source, ...] = SOURCES) -> None:
    """Fill the search tables anew from the records, while no search trigger is active."""
    connection.execute("DELETE FROM search")
    for source in sources:
        connection.execute(
            sql(
                "INSERT INTO search (kind, ref, sort, fold) SELECT kind, ref, sort, {fold} FROM ({rows})",
                fold=folded_sql("words"), rows=_rows(source, "true"),
            )
        )  # fmt: skip
    for index in _INDEXES:
        connection.execute(sql("INSERT INTO {index} ({index}) VALUES ('rebuild')", index=index))
    connection.execute("DELETE FROM search_waiting")


def _record_triggers(source: Source) -> Iterator[str]:
    columns = commas(ident(column) for column in dict.fromkeys((*source.columns, source.sort)))
    for suffix, moment in (("i", "AFTER INSERT"), ("u", f"AFTER UPDATE OF {columns}")):
        yield _feeding(f"search_{source.table}_{suffix}", moment, source.table, _rows(source, "t.id = new.id"))
    yield sql(
        "CREATE TRIGGER {name} AFTER DELETE ON {table} BEGIN\n"
        " DELETE FROM search WHERE ref = old.id AND kind = {kind};\nEND",
        name=ident(f"search_{source.table}_d"), table=ident(source.table), kind=literal(source.table),
    )  # fmt: skip


def _beside_triggers(source: Source, beside: str, key: str, columns: tuple[str, ...]) -> Iterator[str]:
    rows = _rows(source, f"t.id = new.{ident(key)}")
    for suffix, moment in (("i", "AFTER INSERT"), ("u", f"AFTER UPDATE OF {commas(map(ident, columns))}")):
        yield _feeding(f"search_{beside}_{suffix}", moment, beside, rows)


def _feeding(name: str, moment: str, table: str, rows: str) -> str:
    return sql(
        "CREATE TRIGGER {name} {moment} ON {table} BEGIN\n INSERT INTO search_feed {rows};\nEND",
        name=ident(name), moment=moment, table=ident(table), rows=rows,
    )  # fmt: skip


def _rows(source: Source, condition: str) -> str:
    """The SELECT that gives kind, ref, sort and words of the source's rows `t` that meet the condition."""
    words = [f"coalesce(t.{ident(column)}, '')" for column in source.columns]
    if source.beside is not None:
        beside, key, columns = source.beside
        more = " || ' ' || ".join(f"coalesce({ident(column)}, '')" for column in columns)
        found = sql("SELECT {more} FROM {beside} WHERE {key} = t.id", more=more, beside=ident(beside), key=ident(key))
        words.append(f"coalesce(({found}), '')")
    return sql(
        "SELECT {kind} AS kind, t.id AS ref, t.{sort} AS sort, {words} AS words FROM {table} AS t WHERE {condition}",
        kind=literal(source.table), sort=ident(source.sort), words=" || ' ' || ".join(words),
        table=ident(source.table), condition=condition,
    )  # fmt: skip
