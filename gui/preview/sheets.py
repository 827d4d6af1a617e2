"""The pages themselves, one below the other, painted as far as they are in sight."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from domain.overriding import override
from gui import palettes, theme
from gui.preview.column import LARGEST, SMALLEST, ZOOMS, Fit, PageColumn, Place, fitting
from gui.preview.hits import Hit, paint_hits
from gui.preview.pdf import PageSize, Piece
from gui.preview.pictures import Part, Pictures
from gui.texts import _

_LINE = 48
_ASKER = "1 sheets"
_LITTLE = 0.005


class Sheets(QAbstractScrollArea):
    """White pages on grey ground; zooming keeps what is in the middle, or under the pointer, where it is."""

    page_changed = Signal(int)  # from 1
    zoom_changed = Signal()

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._fit: Fit | None = Fit.width
        self._zoom = 1.0
        self._page = 0
        self._is_placing = False
        self.column = PageColumn((), 1.0, 0)
        self._hits: tuple[Hit, ...] = ()
        self._hit: Hit | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview"))
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        pictures.came.connect(self._on_picture)

    @property
    def zoom(self) -> float:
        """The size at which pages are shown: 1.0 is as large as on paper at 96 dpi."""
        return self.column.zoom

    @property
    def fit(self) -> Fit | None:
        """What the zoom follows, None if it stands."""
        return self._fit

    @property
    def page(self) -> int:
        """The page in front, from 1; 0 without pages."""
        return self._page

    def show_pages(self, sizes: tuple[PageSize, ...], *, stays: bool = False) -> None:
        """Show other pages from the first one, or, if it `stays`, from where the reader is."""
        place = self._place(self._middle()) if stays and self.column.sizes and sizes else None
        self._hits, self._hit = (), None
        self.column = PageColumn(sizes, self._wanted_zoom(sizes), self.viewport().width())
        self._measure()
        if place is not None:
            self._bring(Place(min(place.page, len(sizes) - 1), place.across, place.down), self._middle())
        else:
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum() // 2)
        self._look_around()
        self.zoom_changed.emit()

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

    def go_to(self, page: int) -> None:
        """Bring a page (from 1) to the top."""
        if not self.column.sizes:
            return
        wanted = max(1, min(len(self.column.sizes), page))
        self._is_placing = True
        self.verticalScrollBar().setValue(self.column.rect(wanted - 1).top() - theme.GAP_SMALL)
        self._is_placing = False
        self._look_around(wanted)

    def show_hits(self, hits: tuple[Hit, ...], current: Hit | None) -> None:
        """Mark what was found; the current one is brought into sight."""
        is_new = current is not self._hit
        self._hits, self._hit = hits, current
        if is_new and current is not None and current.page < len(self.column.sizes):
            self._reveal(current.rect(self.column))
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(was=QRect(QPoint(), event.oldSize()) if event.oldSize().isValid() else None)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        if not self._is_placing:
            self._look_around()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.step_zoom(1 if turned > 0 else -1, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        is_whole = self.viewport().height() >= self.column.rect(self._page - 1).height() if self._page else False
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if key in steps and is_whole:
            self.go_to(self._page + steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and not self.horizontalScrollBar().maximum():
            self.go_to(self._page + (1 if key == Qt.Key.Key_Right else -1))
        elif key == Qt.Key.Key_Home:
            self.go_to(1)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self.column.sizes))
        elif key == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.tokens().off)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._offset())
        for page in self._in_sight():
            self._paint_page(painter, page)
        paint_hits(painter, self._hits, self._hit, self.column, self._in_sight())
        painter.end()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        rect, ratio = self.column.rect(page), self.devicePixelRatioF()
        painter.fillRect(rect, palettes.PAPER)
        pieces = self._pieces(page)
        made = [(piece, self._pictures.picture(page, piece)) for piece in pieces]
        stand_in = self._pictures.stand_in(page)
        if stand_in is not None and any(picture is None for _piece, picture in made):
            painter.drawImage(rect, stand_in)
        for piece, picture in made:
            if picture is not None:
                painter.drawImage(_target(rect, piece, ratio), picture, QRectF(picture.rect()))
        painter.setPen(theme.tokens().outline)
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def _arrange(self, at: QPointF | None = None, was: QRect | None = None) -> None:
        """Lay the pages out anew; `was` is the view as it was before it was resized."""
        point = at or self._middle()
        place = self._place(QPointF(was.center()) if was is not None else point)
        is_first = self._page <= 1 and self.verticalScrollBar().value() == 0 and was is not None
        self.column = PageColumn(self.column.sizes, self._wanted_zoom(self.column.sizes), self.viewport().width())
        self._is_placing = True
        self._measure()
        self._is_placing = False
        if place is not None and not is_first:
            self._bring(place, point)
        self._look_around()
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

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _middle(self) -> QPointF:
        return QPointF(self.viewport().rect().center())

    def _place(self, point: QPointF) -> Place | None:
        return self.column.place(point + QPointF(self._offset())) if self.column.sizes else None

    def _bring(self, place: Place, point: QPointF) -> None:
        """Scroll so that a place lies at a point of the view."""
        wanted = self.column.point(place) - point
        self._is_placing = True
        self.horizontalScrollBar().setValue(round(wanted.x()))
        self.verticalScrollBar().setValue(round(wanted.y()))
        self._is_placing = False

    def _reveal(self, rect: QRectF) -> None:
        seen = QRectF(self.viewport().rect()).translated(QPointF(self._offset()))
        if not seen.contains(rect):
            self.verticalScrollBar().setValue(round(rect.center().y() - seen.height() / 3))
            self.horizontalScrollBar().setValue(round(rect.center().x() - seen.width() / 2))

    def _in_sight(self) -> range:
        top = self.verticalScrollBar().value()
        return self.column.in_sight(top, top + self.viewport().height())

    def _pieces(self, page: int) -> list[Piece]:
        seen = QRectF(self.viewport().rect()).translated(QPointF(self._offset()))
        return self.column.pieces(page, seen, self.devicePixelRatioF())

    def _look_around(self, page: int = 0) -> None:
        """Ask for the pictures of what is in sight and beside it, and tell the page in front (or `page`, from 1)."""
        if not self.column.sizes:
            page = 0
        elif not page:
            page = self._front() + 1
        in_sight = self._in_sight()
        parts: list[Part] = [(each, piece) for each in in_sight for piece in self._pieces(each)]
        for beside in (in_sight.stop, in_sight.start - 1):
            if 0 <= beside < len(self.column.sizes):
                pieces = self._pieces(beside)
                parts += [(beside, piece) for piece in pieces if piece.across == piece.width]
        self._pictures.ask(_ASKER, parts)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        words = _("Page {number} of {count}").format(number=page, count=len(self.column.sizes))
        self.setAccessibleDescription(words if page else "")

    def _front(self) -> int:
        """The page that the eye is on: at the ends the outermost, else the one a third down the view."""
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum() > 0:
            return len(self.column.sizes) - 1
        return 0 if bar.value() == 0 else self.column.page_at(bar.value() + self.viewport().height() / 3)

    def _on_picture(self, page: int) -> None:
        if page in self._in_sight():
            self.viewport().update(self.column.rect(page).translated(-self._offset()))


def _target(rect: QRect, piece: Piece, ratio: float) -> QRectF:
    """Where a piece lies, dot by dot, so that nothing is blurred."""
    return QRectF(
        rect.left() + piece.left / ratio, rect.top() + piece.top / ratio, piece.across / ratio, piece.down / ratio
    )
