"""Reports as they were given: frozen, listed, opened again; outside the journal, so that nobody undoes an answer."""

from hashlib import sha256
from typing import TypeVar
from uuid import UUID

from sqlmodel import col, select

from domain.errors import FileProblemError, NotFoundError
from domain.i18n import N_
from domain.model import ReportSnapshot
from domain.rows import plain
from domain.rows.reports import SnapshotRow
from domain.rows.steps import Label
from domain.store.journal import writer_of
from domain.store.session import Session
from domain.terms import BERLIN, ReportKind

R = TypeVar("R")

FROZEN = Label(N_("Report frozen"))
"""The label of freezing; no step comes of it."""

_CODE_LENGTH = 8


def freeze(session: Session, row: SnapshotRow, content: object) -> UUID:
    """Keep a report for good; of `row` count kind, title, period and question. Returns the snapshot's id.

    It leaves no step in the journal: what was given as an answer is not undone.
    """
    text = plain.written(content)
    snapshot = ReportSnapshot(
        kind=row.kind,
        title=row.title,
        first_day=row.first,
        last_day=row.last,
        question=row.question,
        content=text,
        digest=_digest(text),
        author=writer_of(session.raw()),
        frozen_at=session.now,
    )
    session.add(snapshot)
    session.flush()
    session.announce("report_snapshot")
    return snapshot.id


def list_rows(session: Session, kind: ReportKind | None = None) -> tuple[SnapshotRow, ...]:
    """All frozen reports, or those of one kind, the newest first."""
    query = select(ReportSnapshot).order_by(col(ReportSnapshot.frozen_at).desc(), col(ReportSnapshot.id).desc())
    if kind is not None:
        query = query.where(ReportSnapshot.kind == kind)
    return tuple(_row(found) for found in session.exec(query))


def opened(session: Session, snapshot_id: UUID, kind: ReportKind, shape: type[R]) -> tuple[SnapshotRow, R]:
    """A frozen report of a kind and its content as it was.

    Raises:
        NotFoundError: there is no such report.
        FileProblemError: its content is not what was frozen.
    """
    found = session.get(ReportSnapshot, snapshot_id)
    if found is None or found.kind is not kind:
        raise NotFoundError(N_("There is no frozen report {id}."), id=str(snapshot_id))
    if _digest(found.content) != found.digest:
        raise _altered(found)
    try:
        return _row(found), plain.read(shape, found.content)
    except (KeyError, TypeError, ValueError) as error:
        raise _altered(found) from error


def _altered(found: ReportSnapshot) -> FileProblemError:
    return FileProblemError(
        N_("The frozen report “{title}” is damaged; please take it from a backup."), title=found.title
    )


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _row(found: ReportSnapshot) -> SnapshotRow:
    return SnapshotRow(
        id=found.id,
        kind=found.kind,
        title=found.title,
        first=found.first_day,
        last=found.last_day,
        question=found.question,
        code=code_of(found.digest),
        author=found.author,
        frozen_at=found.frozen_at.astimezone(BERLIN),
    )


def code_of(digest: str) -> str:
    """The code that stands on every page of a frozen report: 1A2B-3C4D."""
    short = digest[:_CODE_LENGTH].upper()
    return f"{short[:4]}-{short[4:]}"
