"""The preview of a document, which lives in `gui.preview`."""

from gui.preview.paper import Paper

__all__ = ["Paper"]
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from gui import palettes, theme
from gui.dialogs.pdf_pages import PageSize, page_sizes, rendered
from gui.tasks import TaskRunner, Ticket
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.button import Button, Weight

_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_POINT = 96 / 72
"""Pixels of a point at 100 %."""


class Paper(QWidget):
    """Pages one below the other, "Page x of y", zoom; pages are rendered in a pool thread when they come into sight."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._content = b""
        self._zoom = 0.0
        self.pages: list[PageBox] = []
        self.where = labels.Text(tone="muted")
        self.percent = labels.Text()
        self.smaller = Button(icon="minus", weight=Weight.quiet, tip=_("Smaller"))
        self.larger = Button(icon="plus", weight=Weight.quiet, tip=_("Larger"))
        self.area = QScrollArea()
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._build()
        self._show_state()

    def show_document(self, content: bytes) -> None:
        """Show another PDF, from its first page."""
        self._content = content
        self._tasks.start(lambda _ticket: page_sizes(content), self._on_sizes, key=f"paper-{id(self)}")

    def update_document(self, content: bytes) -> None:
        """Show a newer state of the same PDF; the place that is looked at stays, and so do the pictures meanwhile."""
        self._content = content
        self._tasks.start(lambda _ticket: page_sizes(content), self._on_newer, key=f"paper-{id(self)}")

    def clear(self) -> None:
        """Show nothing."""
        self._tasks.cancel(f"paper-{id(self)}")
        self._content = b""
        self._set_sizes(())

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at this size (1.0 = as large as on paper at 96 dpi); 0 fits them to the width."""
        self._zoom = zoom
        self._layout_pages()

    @property
    def zoom(self) -> float:
        """The size at which pages are shown."""
        return self._zoom or self._fitting_zoom()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout_pages()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), theme.RADIUS_CARD, look.off, look.hairline)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.GAP, theme.GAP_TINY, theme.GAP_SMALL, 0)
        head.addWidget(self.where)
        head.addStretch(1)
        for widget in (self.smaller, self.percent, self.larger):
            head.addWidget(widget)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(_("Preview"))
        self._inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column.setSpacing(theme.GAP)
        self._column.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP)
        self.area.setWidget(self._inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        self.smaller.clicked.connect(partial(self._step, -1))
        self.larger.clicked.connect(partial(self._step, 1))
        self.area.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _on_sizes(self, sizes: tuple[PageSize, ...]) -> None:
        self._set_sizes(sizes)
        self.area.verticalScrollBar().setValue(0)

    def _on_newer(self, sizes: tuple[PageSize, ...]) -> None:
        bar = self.area.verticalScrollBar()
        place = bar.value()
        if tuple(page.size_on_paper for page in self.pages) != sizes:
            self._set_sizes(sizes)
            for page in self.pages:  # a layout shows what is new to it only later, and until then counts no height
                page.show()
            self._layout_pages()
            bar.setRange(0, max(0, self._inner.height() - self.area.viewport().height()))
        bar.setValue(place)
        for page in self.pages:
            page.forget_picture()
        self._ask_for_pictures()

    def _set_sizes(self, sizes: tuple[PageSize, ...]) -> None:
        for page in self.pages:
            self._column.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.pages = [PageBox(size, number, len(sizes)) for number, size in enumerate(sizes, start=1)]
        for page in self.pages:
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout_pages()

    def _layout_pages(self) -> None:
        for page in self.pages:
            page.set_zoom(self.zoom)
        self._column.activate()
        self._inner.adjustSize()
        self._show_state()
        self._ask_for_pictures()

    def _fitting_zoom(self) -> float:
        widest = max((page.size_on_paper.width for page in self.pages), default=595.0)
        room = self.area.viewport().width() - 2 * theme.GAP - 12
        return max(0.25, min(2.0, room / (widest * _POINT)))

    def _step(self, direction: int) -> None:
        steps = [zoom for zoom in _ZOOMS if (zoom - self.zoom) * direction > 0.01]  # noqa: PLR2004 - one percent
        if steps:
            self.set_zoom(min(steps) if direction > 0 else max(steps))

    def _on_scrolled(self) -> None:
        self._show_state()
        self._ask_for_pictures()

    def _show_state(self) -> None:
        in_sight = self._in_sight()
        number = self.pages.index(in_sight[0]) + 1 if in_sight else 0
        self.where.setText(_("Page {number} of {count}").format(number=number, count=len(self.pages)))
        self.percent.setText(_("{percent} %").format(percent=round(self.zoom * 100)))
        self.smaller.setEnabled(bool(self.pages) and self.zoom > _ZOOMS[0])
        self.larger.setEnabled(bool(self.pages) and self.zoom < _ZOOMS[-1])
        self.where.setVisible(bool(self.pages))

    def _in_sight(self) -> "list[PageBox]":
        top = self.area.verticalScrollBar().value()
        bottom = top + self.area.viewport().height()
        shown = [page for page in self.pages if page.y() < bottom and page.y() + page.height() > top + theme.MARGIN]
        return shown or self.pages[:1]

    def _ask_for_pictures(self) -> None:
        ratio = self.devicePixelRatioF()
        for page in self._in_sight():
            scale = self.zoom * _POINT * ratio
            if page.wants(scale):
                work = partial(_picture, self._content, page.number - 1, scale)
                self._tasks.start(work, page.show_picture, key=f"page-{id(page)}")


class PageBox(QWidget):
    """One white page; it is blank until its picture has come."""

    def __init__(self, size: PageSize, number: int, count: int) -> None:
        super().__init__()
        self.size_on_paper = size
        self.number = number
        self._asked = 0.0
        self.picture: QImage | None = None
        self.setAccessibleName(_("Page {number} of {count}").format(number=number, count=count))

    def set_zoom(self, zoom: float) -> None:
        """Be as large as the page is at this zoom."""
        width, height = self.size_on_paper.width * _POINT * zoom, self.size_on_paper.height * _POINT * zoom
        self.setFixedSize(QSize(round(width), round(height)))

    def wants(self, scale: float) -> bool:
        """Whether a picture at this scale has not been asked for yet; from now on it has."""
        is_new = scale != self._asked
        self._asked = scale
        return is_new

    def forget_picture(self) -> None:
        """Want a picture again; the old one stays until it has come."""
        self._asked = 0.0

    def show_picture(self, picture: QImage) -> None:
        """Show the page as it is printed."""
        self.picture = picture
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), palettes.PAPER)
            if self.picture is not None:
                painter.drawImage(self.rect(), self.picture)
            painter.setPen(theme.tokens().outline)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _picture(content: bytes, page: int, scale: float, ticket: Ticket) -> QImage:
    return QImage() if ticket.is_cancelled else rendered(content, page, scale)
