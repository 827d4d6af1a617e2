"""Search as you type over every kind of record: beginnings of words first, then inside compounds."""

import json
import re
from uuid import UUID

from domain.rows.steps import Hit
from domain.store.connection import RawConnection, Row
from domain.store.search_tables import SOURCES, Source, fold
from domain.store.sql import commas, ident, sql

_WORD = re.compile(r"[^\W_]+")
_TRIGRAM = 3


def search(connection: RawConnection, text: str, limit: int = 200, sources: tuple[Source, ...] = SOURCES) -> list[Hit]:
    """Records that hold every word of `text`, at most `limit`; words count however they are spelled (`fold`).

    Titles that begin with the text come first, then whole-word matches, then matches inside compounds. Beyond
    `limit` the newest records win; the order among all hits of a huge result is not computed.
    """
    words = _WORD.findall(fold(text))
    if not words or limit < 1:
        return []
    found = _by_beginning(connection, words, limit)
    if len(found) < limit and any(len(word) >= _TRIGRAM for word in words):
        known = {row[0] for row in found}
        found += [row for row in _inside(connection, words, limit) if row[0] not in known]
    return _shown(connection, found[:limit], " ".join(words), sources)


def _by_beginning(connection: RawConnection, words: list[str], limit: int) -> list[Row]:
    match = " AND ".join(f'"{word}"*' for word in words)
    return connection.execute(
        "SELECT s.k, s.kind, s.ref, s.sort, 0, s.fold FROM search_word JOIN search AS s ON s.k = search_word.rowid"
        " WHERE search_word MATCH ? ORDER BY search_word.rowid DESC LIMIT ?",
        (match, limit),
    ).fetchall()


def _inside(connection: RawConnection, words: list[str], limit: int) -> list[Row]:
    """Without positions the index finds rows that hold all three-letter pieces; `instr` keeps the true ones."""
    pieces = {word[i : i + _TRIGRAM] for word in words for i in range(len(word) - _TRIGRAM + 1)}
    match = " AND ".join(f'"{piece}"' for piece in sorted(pieces))
    return connection.execute(
        "SELECT s.k, s.kind, s.ref, s.sort, 1, s.fold FROM search_part JOIN search AS s ON s.k = search_part.rowid"
        " WHERE search_part MATCH ? AND NOT EXISTS"
        " (SELECT 1 FROM json_each(?) AS w WHERE instr(s.fold, w.value) = 0)"
        " ORDER BY search_part.rowid DESC LIMIT ?",
        (match, json.dumps(words), limit),
    ).fetchall()


def _shown(connection: RawConnection, found: list[Row], text: str, sources: tuple[Source, ...]) -> list[Hit]:
    """The hits with title and line from the live rows, in reading order."""
    order = {source.table: position for position, source in enumerate(sources)}
    hits = {
        (source.table, ref): (title, line)
        for source in sources
        for ref, title, line in _titles(connection, source, [row[2] for row in found if row[1] == source.table])
    }

    def rank(row: Row) -> tuple[bool, int, int, str, int]:
        k, kind, _ref, sort, inside, folded = row  # what is folded begins with the title
        return (not folded.startswith(text), inside, order[kind], sort or "", k)

    live = sorted((row for row in found if row[1:3] in hits), key=rank)
    return [Hit(row[1], UUID(row[2]), *hits[row[1:3]]) for row in live]


def _titles(connection: RawConnection, source: Source, refs: list[str]) -> list[Row]:
    if not refs:
        return []
    statement = sql(
        "SELECT id, {title}, concat_ws(', ', {line}) FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
        title=ident(source.title),
        table=ident(source.table),
        line=commas(f"nullif({ident(column)}, '')" for column in source.line),
    )
    return connection.execute(statement, (json.dumps(refs),)).fetchall()
