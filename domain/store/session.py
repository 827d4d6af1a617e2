"""The session use cases work with: one transaction at one moment."""

from datetime import UTC, date, datetime

import sqlmodel
from sqlalchemy import Connection, event
from sqlalchemy.orm import Session as OrmSession
from sqlalchemy.orm import UOWTransaction

from domain.model.columns import Record
from domain.store import engine
from domain.store.connection import RawConnection
from domain.terms import BERLIN, Clock


class Session(sqlmodel.Session):
    """A session bound to one transaction. All that happens in it happens at `now`."""

    def __init__(self, connection: Connection, *, clock: Clock, writing: bool) -> None:
        super().__init__(connection)
        self.clock = clock
        self.now: datetime = clock().astimezone(UTC)
        self.writing = writing
        self.announced: set[str] = set()

    @property
    def today(self) -> date:
        """The day in Berlin."""
        return self.now.astimezone(BERLIN).date()

    def announce(self, table: str) -> None:
        """Let listeners hear, after the commit, of a table outside the journal, which tells only of its own."""
        self.announced.add(table)

    def raw(self) -> RawConnection:
        """The driver's connection in this transaction, for plain SQL; what is pending is written first."""
        self.flush()
        return engine.raw(self.connection())


@event.listens_for(Session, "before_flush")
def _stamp(session: OrmSession, _context: UOWTransaction, _instances: object) -> None:
    """Give new and changed records their times; refuse writes in a session for reading."""
    if not isinstance(session, Session):
        raise TypeError(f"not a Landauf session: {session!r}")
    changed = [found for found in session.dirty if session.is_modified(found)]
    if not session.writing and (session.new or session.deleted or changed):
        raise RuntimeError("a query may not write; use Workspace.run")
    for found in session.new:
        if isinstance(found, Record):
            found.created_at = found.updated_at = session.now
    for found in changed:
        if isinstance(found, Record):
            found.updated_at = session.now
