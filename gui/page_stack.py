"""The pages of the window, each built on its first visit and refreshed only while somebody looks."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.overriding import override
from gui import registry
from gui.desk import Desk
from gui.page import ALL_TABLES, Page

_WARM_UP_AFTER_MS = 1000


class PageStack(QStackedWidget):
    """Holds the built pages; `asked_for` passes on where a page wants to go."""

    asked_for = Signal(str, object)
    list_asked = Signal(str, object)
    new_event_asked = Signal(object)
    action_asked = Signal(str)
    head_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._targets = {spec.id: spec.target for spec in registry.pages()}
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, frozenset[str]] = {}
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_WARM_UP_AFTER_MS)
        self._idle.timeout.connect(self._warm_up_one)

    def attach(self, desk: Desk) -> None:
        """Give the pages their desk, and build those not yet visited while nothing else is to do."""
        self._desk = desk
        desk.changed.connect(self._on_changed)
        self._idle.start()

    @override
    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()  # pages that nobody sees do not widen the window
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    def current_page(self) -> Page | None:
        """The page in front, None before the first."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    def current_id(self) -> str:
        """The id of the page in front, "" before the first."""
        front = self.currentWidget()
        return next((page_id for page_id, page in self._pages.items() if page is front), "")

    def built(self) -> Iterator[Page]:
        """The pages built so far."""
        yield from self._pages.values()

    def show_page(self, page_id: str) -> Page:
        """Bring a page to the front, built and fresh.

        Raises:
            KeyError: there is no such page, or no file is open yet.
        """
        page = self._page(page_id)
        self._freshen(page_id)
        self.setCurrentWidget(page)
        return page

    def close_pages(self) -> None:
        """Stop warming up and drop all pages."""
        self._idle.stop()
        if self._desk is not None:
            self._desk.changed.disconnect(self._on_changed)
            self._desk = None
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()

    def _page(self, page_id: str) -> Page:
        if page_id not in self._pages:
            if self._desk is None:
                raise KeyError(page_id)
            page: Page = registry.resolve(self._targets[page_id])(self._desk)
            page.setObjectName(page_id)
            page.asked_for.connect(self.asked_for)
            page.list_asked.connect(self.list_asked)
            page.new_event_asked.connect(self.new_event_asked)
            page.action_asked.connect(self.action_asked)
            page.head_changed.connect(self.head_changed)
            self._pages[page_id] = page
            self._stale[page_id] = ALL_TABLES
            self.addWidget(page)
        return self._pages[page_id]

    def _freshen(self, page_id: str) -> None:
        if tables := self._stale.pop(page_id, None):
            self._pages[page_id].refresh(tables)

    def _on_changed(self, tables: frozenset[str]) -> None:
        front = self.current_id()
        for page_id, page in self._pages.items():
            if not page.watches or page.watches & tables:
                self._stale[page_id] = self._stale.get(page_id, frozenset()) | tables
        if front:
            self._freshen(front)
            self.head_changed.emit()

    def _warm_up_one(self) -> None:
        waiting = [page_id for page_id in self._targets if page_id not in self._pages]
        if waiting and self._desk is not None:
            self._page(waiting[0])
            self._idle.start(0)
