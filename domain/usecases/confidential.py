"""Names that stay in the house, and what takes them out of a text."""

from collections.abc import Callable

from sqlmodel import col, select

from domain.model import Staff
from domain.rules.audience import without_names
from domain.store.session import Session


def confidential_names(session: Session) -> tuple[str, ...]:
    """The names of everybody of the house whose name must not leave it."""
    return tuple(session.exec(select(Staff.name).where(col(Staff.confidential).is_(True))))


def cleaner(session: Session) -> Callable[[str], str]:
    """A function that replaces those names in a text that leaves the house, however they are spaced or capitalised."""
    return without_names(confidential_names(session))
