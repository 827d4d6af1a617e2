"""Searches the text of a document in a pool thread, some pages at a time, so that pictures get their turn."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.preview.hits import Hit
from gui.preview.pdf import PdfFile
from gui.preview.words import wanted_text, without_umlauts
from gui.tasks import TaskRunner, Ticket

_AT_ONCE = 16
MOST_HITS = 2_000


class Search(QObject):
    """All hits in the order of the pages, and which of them is the current one; `changed` tells of either."""

    changed = Signal()

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._document: PdfFile | None = None
        self._wanted = ""
        self._from = 0
        self.hits: tuple[Hit, ...] = ()
        self.at = -1
        self.is_busy = False

    def show_document(self, document: PdfFile | None) -> None:
        """Search this one from now on; what is wanted stays."""
        self._document = document
        self._begin()

    def find(self, typed: str, page: int) -> None:
        """Find all places of a text; the first one from `page` (0 = the first) on becomes the current one."""
        wanted = wanted_text(typed)
        if wanted != self._wanted:
            self._wanted, self._from = wanted, page
            self._begin()

    @property
    def wanted(self) -> str:
        """What is searched for, as it is compared."""
        return self._wanted

    @property
    def current(self) -> Hit | None:
        """The hit in front."""
        return self.hits[self.at] if 0 <= self.at < len(self.hits) else None

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) hit; behind the last one comes the first."""
        if self.hits:
            self.at = (self.at + direction) % len(self.hits)
            self.changed.emit()

    def _begin(self) -> None:
        self._tasks.cancel(self._key)
        self.hits, self.at = (), -1
        self.is_busy = False
        self._go_on(self._wanted, 0)
        self.changed.emit()

    @property
    def _key(self) -> str:
        return f"find-{id(self)}"

    def _go_on(self, wanted: str, first: int) -> None:
        document = self._document
        if document is None or not wanted or len(self.hits) >= MOST_HITS:
            self.is_busy = False
        elif first < len(document.sizes):
            self.is_busy = True
            self._tasks.start(partial(_found, document, wanted, first), self._on_found, key=self._key)
        elif not self.hits and without_umlauts(wanted) != wanted:
            self._go_on(without_umlauts(wanted), 0)
        else:
            self.is_busy = False

    def _on_found(self, found: tuple[str, int, tuple[Hit, ...]]) -> None:
        wanted, following, hits = found
        before = self.current
        self.hits += hits
        if before is None and self.hits:
            self.at = next((at for at, hit in enumerate(self.hits) if hit.page >= self._from), -1)
        self._go_on(wanted, following)
        if not self.is_busy and self.hits and self.at < 0:
            self.at = 0
        self.changed.emit()


def _found(document: PdfFile, wanted: str, first: int, ticket: Ticket) -> tuple[str, int, tuple[Hit, ...]]:
    hits: list[Hit] = []
    following = min(first + _AT_ONCE, len(document.sizes))
    for page in range(first, following):
        if ticket.is_cancelled:
            break
        boxes = (document.boxes(page, span) for span in document.words(page).spans(wanted))
        hits += [Hit(page, each) for each in boxes if each]
    return wanted, following, tuple(hits)
