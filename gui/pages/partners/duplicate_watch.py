"""Knows which institutions may stand in the file twice; worked out beside the GUI thread, anew after each change."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from domain.rows.duplicates import DuplicatePair, Likeness, Profile
from gui.desk import Desk
from gui.tasks import Ticket

if TYPE_CHECKING:
    from domain.rules.duplicates import DuplicateBook

TABLES = frozenset({"partner", "distinct_pair"})
"""What the answers depend on."""

Found = list[tuple[Profile, Likeness]]


class DuplicateWatch(QObject):
    """Asked by the list, the inspector and the form; `ready` tells that the answers are new."""

    ready = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._book: DuplicateBook | None = None
        self._younger: frozenset[UUID] = frozenset()
        self._is_stale = True
        desk.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Work the answers out anew if anything changed; the old ones stay until then."""
        if self._is_stale:
            from domain.usecases import duplicates

            self._is_stale = False
            self._desk.ask_later(self._on_book, duplicates.book)

    def of(self, partner_id: UUID) -> tuple[DuplicatePair, ...]:
        """The pairs an institution is in, likeliest first; none until `ready`."""
        return self._book.of(partner_id) if self._book is not None else ()

    def is_younger(self, partner_id: UUID) -> bool:
        """Whether an institution is the one of a pair that was entered later: the list marks that one."""
        return partner_id in self._younger

    def look_up(self, typed: Profile, on_found: Callable[[Found], None]) -> None:
        """Find what is like an institution being typed; the answer of the newest question arrives on the GUI thread."""
        self.refresh()
        book, workspace = self._book, self._desk.workspace

        def work(_ticket: Ticket) -> Found:
            from domain.usecases import duplicates

            return (book or workspace.ask(duplicates.book)).like(typed)

        self._desk.tasks.start(work, on_found, key=f"{id(self)}.like")

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._is_stale = True

    def _on_book(self, book: "DuplicateBook") -> None:
        self._book = book
        self._younger = frozenset(
            max(pair.first.id, pair.second.id, key=str) for pair in book.pairs if pair.first.id and pair.second.id
        )
        self.ready.emit()
