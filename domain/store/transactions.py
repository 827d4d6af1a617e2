"""Running queries and use cases on SQLAlchemy sessions, and taking steps back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from threading import RLock
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import SQLModel

import domain.model  # noqa: F401 - importing it registers the tables
from domain.errors import ConflictError, Problem
from domain.i18n import N_
from domain.rows.steps import HistoryEntry, Label, StepRow
from domain.store import engine, journal
from domain.store.connection import DRIVER
from domain.store.journal_history import history
from domain.store.journal_revert import revert
from domain.store.journal_tables import journal_tables
from domain.store.open_file import OpenFile, writing
from domain.store.problems import FileProblems
from domain.store.schema import make_triggers, triggers_current
from domain.store.search_tables import settle
from domain.store.session import Session
from domain.terms import Clock

R = TypeVar("R")


class Transactions:
    """One file's read and write transactions: reads from any thread, one write at a time."""

    def __init__(self, file: OpenFile) -> None:
        self._file = file
        self._reader = engine.reader(file.connect)
        self._writer = engine.writer(file.connect)
        self._lock = RLock()
        self._busy = False
        self.tables = journal_tables(SQLModel.metadata)
        with file.lend() as connection:
            if not triggers_current(connection, SQLModel.metadata):
                with writing(connection):
                    make_triggers(connection, SQLModel.metadata)

    def read(self, clock: Clock, query: Callable[[Session], R]) -> R:
        """What `query` finds in one read transaction."""
        with (
            FileProblems(self._file.path),
            self._reader.connect() as connection,
            Session(connection, clock=clock, writing=False) as session,
        ):
            return query(session)

    def write(self, label: Label, writer: journal.Writer, use_case: Callable[[Session], R]) -> tuple[R, journal.Commit]:
        """Run the use case as one step in one transaction; any error leaves the file as it was.

        Raises:
            ConflictError: a record changed since the use case read it.
        """

        def work(connection: Connection) -> tuple[R, journal.Commit]:
            raw = engine.raw(connection)
            with Session(connection, clock=writer.clock, writing=True) as session:
                step = journal.open_step(raw, label, writer.stamp(session.now))
                result = use_case(session)
                session.flush()
            settle(raw)
            commit = journal.close_step(raw, step)
            return result, replace(commit, tables=commit.tables | session.announced)

        return self._in_turn(work)

    def revert(self, target: StepRow, writer: journal.Writer) -> journal.Commit:
        """Take one step back by a step of its own.

        Raises:
            ConflictError: later work stands in the way (`journal_revert.revert`).
        """

        def work(connection: Connection) -> journal.Commit:
            raw = engine.raw(connection)
            commit = revert(raw, self.tables, target, writer.stamp(writer.clock().astimezone(UTC)))
            settle(raw)
            return commit

        try:
            return self._in_turn(work)
        except (IntegrityError, DRIVER.IntegrityError) as trouble:
            raise ConflictError(
                N_("“{step}” cannot be taken back: other entries depend on it."),
                step=Problem("", target.msgid, target.params),
            ) from trouble

    def history(self, table: str, key: str) -> tuple[HistoryEntry, ...]:
        """What happened to one record, newest first."""
        with self._file.lend() as connection:
            return history(connection, self.tables, table, key)

    def close(self) -> None:
        """Close all idle connections."""
        self._reader.dispose()
        self._writer.dispose()

    def _in_turn(self, work: Callable[[Connection], R]) -> R:
        with self._lock:
            if self._busy:
                raise RuntimeError("a use case may not run another through the workspace; call its function")
            self._busy = True
            try:
                with FileProblems(self._file.path), self._writer.begin() as connection:
                    return work(connection)
            except StaleDataError as trouble:
                raise ConflictError(
                    N_("The entry was changed meanwhile. Look at it again and repeat your change.")
                ) from trouble
            finally:
                self._busy = False
