"""What lists that hang on an event share: finding their rows, keeping them in order, telling that the event changed."""

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import SQLModel, col, select

from domain.errors import NotFoundError
from domain.i18n import N_
from domain.model import Event
from domain.store.session import Session
from domain.usecases.records import get, write_out

T = TypeVar("T", bound=SQLModel)


def find(session: Session, table: type[T], key: UUID) -> T:
    """The row of a list with this id.

    Raises:
        NotFoundError: it is gone.
    """
    found = session.get(table, key)
    if found is None:
        raise NotFoundError(N_("This entry is no longer in the workspace."))
    return found


def listed(session: Session, table: Any, event_id: UUID) -> list[Any]:  # noqa: ANN401 - any list with positions
    """The rows of an event's list in their order."""
    query = select(table).where(col(table.event_id) == event_id).order_by(col(table.position), col(table.id))
    return list(session.exec(query))


def put_in_order(session: Session, rows: Sequence[Any]) -> None:
    """Number the rows of a list from 1 in this order."""
    for position, row in enumerate(rows, 1):
        if row.position != position:
            row.position = position
            session.add(row)
    write_out(session)


def write(session: Session, row: SQLModel, values: dict[str, Any]) -> None:
    """Change columns of a row, as far as they differ; the table's own checks hold.

    Raises:
        ConflictError: something it points at has been deleted meanwhile.
    """
    checked = type(row).model_validate({**row.model_dump(), **values})
    for name in values:
        if getattr(row, name) != getattr(checked, name):
            setattr(row, name, getattr(checked, name))
    session.add(row)
    write_out(session)


def touch(session: Session, event_id: UUID) -> Event:
    """Note that something of an event's content has changed which does not stand in its own row.

    Raises:
        NotFoundError: the event is gone.
    """
    event = get(session, Event, event_id)
    event.updated_at = session.now
    flag_modified(event, "updated_at")
    session.add(event)
    write_out(session)
    return event
