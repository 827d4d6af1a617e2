"""Shows the pages of a PDF as they will be on paper, which stays white in the dark theme."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.preview.bars import FindRow, PreviewBar
from gui.preview.column import Fit
from gui.preview.pdf import PdfFile
from gui.preview.pictures import Pictures
from gui.preview.search import Search
from gui.preview.sheets import Sheets
from gui.preview.thumbnails import Thumbnails
from gui.tasks import TaskRunner, Ticket
from gui.widgets import paint

_ROOM_FOR_THUMBNAILS = 520
"""A preview that is narrower leaves the small pages out."""


class Paper(QWidget):
    """Small pages, "Page 3 of 12", zoom and search over the pages themselves; all of it off the GUI thread.

    `page_changed` brings the page in front, from 1. Keys work while the keyboard is inside; `add_shortcuts` lets them
    work in a whole dialog.
    """

    page_changed = Signal(int)

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._document: PdfFile | None = None
        self._pictures = Pictures(tasks, self)
        self.search = Search(tasks, self)
        self.bar = PreviewBar()
        self.find_row = FindRow(self.search)
        self.thumbnails = Thumbnails(self._pictures)
        self.sheets = Sheets(self._pictures)
        self._keys: dict[str, Callable[[], None]] = {
            _keys(QKeySequence.StandardKey.ZoomIn): partial(self.sheets.step_zoom, 1),
            _keys("Ctrl+="): partial(self.sheets.step_zoom, 1),
            _keys(QKeySequence.StandardKey.ZoomOut): partial(self.sheets.step_zoom, -1),
            _keys("Ctrl+0"): partial(self.sheets.set_fit, Fit.width),
            _keys("Ctrl+F"): self.open_search,
            _keys("F3"): partial(self._step_hit, 1),
            _keys("Shift+F3"): partial(self._step_hit, -1),
        }
        self._build()
        self._show_state()

    def show_document(self, content: bytes) -> None:
        """Show another PDF, from its first page, at the zoom in use."""
        self._open(content, stays=False)

    def update_document(self, content: bytes) -> None:
        """Show the same PDF as it was made anew: page, place and zoom stay, and old pictures until there are new."""
        self._open(content, stays=True)

    def clear(self) -> None:
        """Show nothing."""
        self._tasks.cancel(self._key)
        self._use(None, stays=False)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return 0 if self._document is None else len(self._document.sizes)

    @property
    def page(self) -> int:
        """The page in front, from 1; 0 without pages."""
        return self.sheets.page

    def go_to(self, page: int) -> None:
        """Bring a page (from 1) to the front."""
        self.sheets.go_to(page)

    @property
    def zoom(self) -> float:
        """The size at which pages are shown: 1.0 is as large as on paper at 96 dpi."""
        return self.sheets.zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at this size (0.5 to 4.0)."""
        self.sheets.set_zoom(zoom)

    def open_search(self) -> None:
        """Show the search with the keyboard in it."""
        if self.page_count:
            self.find_row.show()
            self.find_row.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.find_row.field.selectAll()
            self._find()

    def close_search(self) -> None:
        """Hide the search and its marks."""
        self.search.find("", 0)
        self.find_row.hide()
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_shortcuts(self, window: QWidget) -> None:
        """Let the keys of the preview work wherever the keyboard is in `window`."""
        for keys, act in self._keys.items():
            QShortcut(QKeySequence(keys), window).activated.connect(act)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act(event):
            event.accept()  # so that the key comes here and not to an action of the window
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(event)
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_thumbnails()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), theme.RADIUS_CARD, look.off, look.hairline)

    def _build(self) -> None:
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.thumbnails)
        pages.addWidget(self.sheets, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.find_row)
        column.addLayout(pages, 1)
        self.find_row.hide()
        self.thumbnails.hide()
        self.bar.page.number_changed.connect(self._on_page_typed)
        self.bar.page.returnPressed.connect(lambda: self.sheets.setFocus(Qt.FocusReason.OtherFocusReason))
        self.bar.smaller.clicked.connect(lambda: self.sheets.step_zoom(-1))
        self.bar.larger.clicked.connect(lambda: self.sheets.step_zoom(1))
        self.bar.zoom.activated.connect(self._on_zoom_picked)
        self.bar.find.clicked.connect(self.open_search)
        self.find_row.field.searched.connect(self._find)
        self.find_row.stepped.connect(self._step_hit)
        self.find_row.closed.connect(self.close_search)
        self.search.changed.connect(lambda: self.sheets.show_hits(self.search.hits, self.search.current))
        self.thumbnails.picked.connect(self.sheets.go_to)
        self.sheets.page_changed.connect(self._on_page)
        self.sheets.zoom_changed.connect(self._show_state)

    @property
    def _key(self) -> str:
        return f"paper-{id(self)}"

    def _open(self, content: bytes, *, stays: bool) -> None:
        self._tasks.start(lambda _ticket: (PdfFile(content), stays), self._on_opened, key=self._key)

    def _on_opened(self, opened: tuple[PdfFile, bool]) -> None:
        document, stays = opened
        self._use(document, stays=stays)

    def _use(self, document: PdfFile | None, *, stays: bool) -> None:
        old, self._document = self._document, document
        sizes = () if document is None else document.sizes
        self._pictures.show_document(document, stays=stays)
        self.sheets.show_pages(sizes, stays=stays)
        self.thumbnails.show_pages(sizes)
        self._show_thumbnails()
        self._show_state()
        self.search.show_document(document)
        if old is not None and not old.close_if_free():
            self._tasks.start(partial(_closed, old), _nothing)

    def _show_thumbnails(self) -> None:
        self.thumbnails.setVisible(self.page_count > 1 and self.width() >= _ROOM_FOR_THUMBNAILS)
        self.thumbnails.set_page(self.page)

    def _show_state(self) -> None:
        self.bar.show_page(self.page, self.page_count)
        self.bar.show_zoom(self.zoom, self.sheets.fit, is_on=self.page_count > 0)

    def _on_page(self, page: int) -> None:
        self.thumbnails.set_page(page)
        self._show_state()
        if page:
            self.page_changed.emit(page)

    def _on_page_typed(self, page: int | None) -> None:
        if page is not None and page != self.page:
            self.go_to(page)
        self._show_state()

    def _on_zoom_picked(self) -> None:
        wanted = self.bar.zoom.value()
        if isinstance(wanted, Fit):
            self.sheets.set_fit(wanted)
        elif isinstance(wanted, float):
            self.sheets.set_zoom(wanted)

    def _find(self, _typed: str = "") -> None:
        if self.find_row.isVisible():
            self.search.find(self.find_row.field.text(), max(0, self.page - 1))

    def _step_hit(self, direction: int) -> None:
        if self.find_row.isHidden():
            self.open_search()
        else:
            self.search.step(direction)

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        return self._keys.get(_keys(QKeySequence(event.keyCombination())))


def _keys(sequence: QKeySequence | QKeySequence.StandardKey | str) -> str:
    return QKeySequence(sequence).toString()


def _closed(document: PdfFile, _ticket: Ticket) -> None:
    document.close()


def _nothing(_done: None) -> None:
    """Nobody waits for it."""
