"""Pictures of pages: made one after the other in a pool thread, what is in sight first, and kept up to a limit."""

from collections import OrderedDict
from collections.abc import Iterable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gui.preview.pdf import PdfFile, Piece
from gui.tasks import TaskRunner, Ticket

Part: TypeAlias = tuple[int, Piece]
"""A page (0 = the first) and what of it."""

MOST_BYTES = 96 * 1024 * 1024
_REMEMBERED = 12
"""Of how many pages an older picture is kept to stand in for a new one."""


class Pictures(QObject):
    """The pictures of one document at a time; `came` tells that one has arrived."""

    came = Signal(int)  # page, 0 = the first

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None, most_bytes: int = MOST_BYTES) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._most_bytes = most_bytes
        self._document: PdfFile | None = None
        self._kept: OrderedDict[Part, QImage] = OrderedDict()
        self._older: OrderedDict[int, QImage] = OrderedDict()
        self._wanted: dict[str, list[Part]] = {}
        self._in_work: Part | None = None
        self.size = 0  # bytes

    def show_document(self, document: PdfFile | None, *, stays: bool = False) -> None:
        """Forget everything and make pictures of another document; `stays`: it is the same one, made anew.

        Pages that were in sight then show what they were until their new pictures are there.
        """
        self._tasks.cancel(self._key)
        self._document = document
        self._kept.clear()
        self._wanted.clear()
        self._in_work = None
        self.size = 0
        if not stays:
            self._older.clear()

    def picture(self, page: int, piece: Piece) -> QImage | None:
        """The picture if it is there."""
        found = self._kept.get((page, piece))
        if found is not None:
            self._kept.move_to_end((page, piece))
        return found

    def stand_in(self, page: int) -> QImage | None:
        """A picture of the whole page in another size, or of its last state."""
        return self._older.get(page)

    def ask(self, asker: str, parts: Iterable[Part]) -> None:
        """Make these, the first one first; what this asker wanted before is dropped. Askers are served by name."""
        self._wanted[asker] = [part for part in parts if part not in self._kept]
        self._go_on()

    @property
    def _key(self) -> str:
        return f"pictures-{id(self)}"

    def _go_on(self) -> None:
        document, part = self._document, self._next()
        if self._in_work is None and part is not None and document is not None:
            self._in_work = part
            self._tasks.start(partial(_made, document, part), self._on_made, key=self._key)

    def _next(self) -> Part | None:
        return next((parts[0] for _asker, parts in sorted(self._wanted.items()) if parts), None)

    def _on_made(self, picture: QImage) -> None:
        part, self._in_work = self._in_work, None
        if part is None:
            return
        for parts in self._wanted.values():
            if part in parts:
                parts.remove(part)
        self._keep(part, picture)
        self.came.emit(part[0])
        self._go_on()

    def _keep(self, part: Part, picture: QImage) -> None:
        page, piece = part
        self._kept[part] = picture
        self.size += picture.sizeInBytes()
        if (piece.across, piece.down) == (piece.width, piece.height):
            self._older[page] = picture
            self._older.move_to_end(page)
        while len(self._older) > _REMEMBERED:
            self._older.popitem(last=False)
        while self.size > self._most_bytes and len(self._kept) > 1:
            _part, dropped = self._kept.popitem(last=False)
            self.size -= dropped.sizeInBytes()


def _made(document: PdfFile, part: Part, ticket: Ticket) -> QImage:
    return QImage() if ticket.is_cancelled else document.picture(*part)
