"""Examining an open file."""

from domain.errors import Problem
from domain.i18n import N_
from domain.store.attachments import damaged
from domain.store.connection import DatabaseError, RawConnection, scalar
from domain.store.identity import triggers_intact
from domain.store.sql import sql

_MOST = 20
_CORRUPT = 11  # SQLITE_CORRUPT


def findings(connection: RawConnection) -> tuple[Problem, ...]:
    """What is wrong with the file, one message each, at most 20 a kind; empty if all is well."""
    damage = _integrity(connection)
    if damage:
        return tuple(damage)  # what a damaged file says about the rest means nothing
    return (*_references(connection), *_journal(connection), *_search(connection), *damaged(connection)[:_MOST])


def _integrity(connection: RawConnection) -> list[Problem]:
    try:
        rows = connection.execute(f"PRAGMA integrity_check({_MOST})").fetchall()
    except DatabaseError as trouble:
        if getattr(trouble, "sqlite_errorcode", 0) & 0xFF != _CORRUPT:
            raise
        rows = [(str(trouble),)]  # too damaged even for the examination
    return [
        Problem("file", N_("The file is damaged: {detail}"), (("detail", text),)) for (text,) in rows if text != "ok"
    ]


def _references(connection: RawConnection) -> list[Problem]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()[:_MOST]
    return [
        Problem("file", N_("An entry of table {table} refers to one of {parent} that is not there."),
                (("table", table), ("parent", parent)))
        for table, _row, parent, _key in rows
    ]  # fmt: skip


def _journal(connection: RawConnection) -> list[Problem]:
    found = []
    if scalar(connection, "SELECT step FROM journal_now") is not None:
        found.append(Problem("file", N_("A step of the journal was left open.")))
    if not triggers_intact(connection):
        found.append(
            Problem(
                "file", N_("The triggers of journal and search were changed; they are made anew at the next change.")
            )
        )
    return found


def _search(connection: RawConnection) -> list[Problem]:
    for index in ("search_word", "search_part"):
        try:
            connection.execute(sql("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)", index=index))
        except DatabaseError as trouble:
            return [
                Problem(
                    "file", N_("The search index does not match the entries: {detail}"), (("detail", str(trouble)),)
                )
            ]
    return []
