"""A view of pages one below the other: their size, what lies where, and what stays in place when the size changes."""

from PySide6.QtCore import QPoint, QPointF, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from domain.overriding import override
from gui.preview.column import LARGEST, SMALLEST, ZOOMS, Fit, PageColumn, Place, fitting
from gui.preview.pdf import PageSize

_LINE = 48
_LITTLE = 0.005


class PageView(QAbstractScrollArea):
    """Zooming keeps what is in the middle, or under the pointer, where it is; `arranged` tells of a new layout."""

    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit: Fit | None = Fit.width
        self._zoom = 1.0
        self.is_placing = False
        self.column = PageColumn((), 1.0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)

    def lay(self, sizes: tuple[PageSize, ...], *, stays: bool) -> None:
        """Put in other pages, seen from the first one, or, if it `stays`, from where the reader is."""
        place = self.place(self.middle()) if stays and self.column.sizes and sizes else None
        self.column = PageColumn(sizes, self._wanted_zoom(sizes), self.viewport().width())
        self.is_placing = True
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum() // 2)
        self.is_placing = False
        if place is not None:
            self._bring(Place(min(place.page, len(sizes) - 1), place.across, place.down), self.middle())
        self.zoom_changed.emit()

    @property
    def zoom(self) -> float:
        """The size at which pages are shown: 1.0 is as large as on paper at 96 dpi."""
        return self.column.zoom

    @property
    def fit(self) -> Fit | None:
        """What the zoom follows, None if it stands."""
        return self._fit

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Show pages at this size (50 to 400 %); what lies `at` (in the view, else its middle) stays there."""
        self._fit, self._zoom = None, max(SMALLEST, min(LARGEST, zoom))
        self._arrange(at)

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the window."""
        self._fit = fit
        self._arrange()

    def step_zoom(self, direction: int, at: QPointF | None = None) -> None:
        """Go to the next larger (1) or smaller (-1) usual size."""
        steps = [zoom for zoom in ZOOMS if (zoom - self.zoom) * direction > _LITTLE]
        if steps:
            self.set_zoom(min(steps) if direction > 0 else max(steps), at)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(was=QRect(QPoint(), event.oldSize()) if event.oldSize().isValid() else None)

    def _arrange(self, at: QPointF | None = None, was: QRect | None = None) -> None:
        """Lay the pages out anew; `was` is the view as it was before it was resized."""
        point = at or self.middle()
        place = self.place(QPointF(was.center()) if was is not None else point)
        is_top = was is not None and self.verticalScrollBar().value() == 0
        self.column = PageColumn(self.column.sizes, self._wanted_zoom(self.column.sizes), self.viewport().width())
        self.is_placing = True
        self._measure()
        self.is_placing = False
        if place is not None and not is_top:
            self._bring(place, point)
        self.look_around()
        self.zoom_changed.emit()
        self.viewport().update()

    def _wanted_zoom(self, sizes: tuple[PageSize, ...]) -> float:
        if self._fit is None:
            return self._zoom
        size = self.maximumViewportSize()
        return fitting(sizes, self._fit, size.width() - self.verticalScrollBar().sizeHint().width(), size.height())

    def _measure(self) -> None:
        view = self.viewport().size()
        for bar, whole, seen in (
            (self.verticalScrollBar(), self.column.height, view.height()),
            (self.horizontalScrollBar(), self.column.width, view.width()),
        ):
            bar.setPageStep(seen)
            bar.setRange(0, max(0, whole - seen) if self.column.sizes else 0)

    def offset(self) -> QPoint:
        """How far the view is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def middle(self) -> QPointF:
        """The middle of the view."""
        return QPointF(self.viewport().rect().center())

    def place(self, point: QPointF) -> Place | None:
        """What lies at a point of the view; None without pages."""
        return self.column.place(point + QPointF(self.offset())) if self.column.sizes else None

    def _bring(self, place: Place, point: QPointF) -> None:
        """Scroll so that a place lies at a point of the view."""
        wanted = self.column.point(place) - point
        self.is_placing = True
        self.horizontalScrollBar().setValue(round(wanted.x()))
        self.verticalScrollBar().setValue(round(wanted.y()))
        self.is_placing = False

    def in_sight(self) -> range:
        """The pages (0 = the first) of which something is seen."""
        top = self.verticalScrollBar().value()
        return self.column.in_sight(top, top + self.viewport().height())

    def look_around(self, page: int = 0) -> None:
        """What is in sight has changed; `page` (from 1) is in front if it is said."""
