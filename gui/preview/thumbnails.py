"""The small pages beside the large ones: where the reader is, and the way to another page."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from domain.overriding import override
from gui import palettes, theme
from gui.preview.pdf import PageSize, Piece, whole
from gui.preview.pictures import Pictures
from gui.texts import _
from gui.widgets import paint

WIDTH = 132
_PAGE_WIDTH, _PAGE_HEIGHT = 80, 114
_NUMBER_HEIGHT = 20
_CELL_HEIGHT = _PAGE_HEIGHT + _NUMBER_HEIGHT + 18
_ASKER = "2 thumbnails"


class Thumbnails(QListView):
    """A list of pages; `picked` brings the one (from 1) that was chosen by mouse or keyboard."""

    picked = Signal(int)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._is_told = False
        self.model_ = _Pages(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(WIDTH)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self.ask)
        pictures.came.connect(self._on_picture)

    def show_pages(self, sizes: tuple[PageSize, ...]) -> None:
        """Show these pages."""
        self.model_.set_sizes(sizes)
        self.ask()

    def set_page(self, page: int) -> None:
        """Mark a page (from 1) as the one in front, without telling."""
        self._is_told = True
        self.setCurrentIndex(self.model_.index(page - 1, 0))
        self._is_told = False
        self.ask()

    def page(self) -> int:
        """The page in front, from 1; 0 without pages."""
        return self.currentIndex().row() + 1

    def piece(self, page: int) -> Piece:
        """How large the picture of a page (0 = the first) is."""
        size = self.model_.sizes[page]
        scale = min(_PAGE_WIDTH / size.width, _PAGE_HEIGHT / size.height)
        return whole(size, scale * self.devicePixelRatioF())

    def picture_rect(self, page: int, cell: QRect) -> QRect:
        """Where a page is drawn in its cell."""
        piece, ratio = self.piece(page), self.devicePixelRatioF()
        width, height = round(piece.width / ratio), round(piece.height / ratio)
        top = cell.top() + 8 + (_PAGE_HEIGHT - height)
        return QRect(cell.left() + (cell.width() - width) // 2, top, width, height)

    def ask(self) -> None:
        """Have the pictures made that are in sight and not there yet."""
        if not self.isVisible() or not self.model_.sizes:
            return
        first = max(0, self.indexAt(QPoint(8, 8)).row())
        last = first + self.viewport().height() // _CELL_HEIGHT + 2
        pages = range(first, min(last, len(self.model_.sizes)))
        self._pictures.ask(_ASKER, [(page, self.piece(page)) for page in pages])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ask()

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if not self._is_told and current.isValid():
            self.picked.emit(current.row() + 1)

    def paint_page(self, painter: QPainter, cell: QRect, page: int, *, is_current: bool) -> None:
        """Draw a page with its number; the one in front has a thick frame and a bold number."""
        look = theme.tokens()
        rect = self.picture_rect(page, cell)
        painter.fillRect(rect, palettes.PAPER)
        picture = self._pictures.picture(page, self.piece(page)) or self._pictures.stand_in(page)
        if picture is not None:
            painter.drawImage(rect, picture)
        frame = QRectF(rect).adjusted(-1, -1, 1, 1)
        paint.box(painter, frame, 0, None, look.outline)
        if is_current:
            around = frame.adjusted(-3, -3, 3, 3)
            paint.box(painter, around, theme.RADIUS_BAR, None, paint.pen(look.accent, theme.FOCUS_LINE))
        weight = theme.SEMIBOLD if is_current else theme.REGULAR
        below = QRectF(cell.left(), cell.top() + 8 + _PAGE_HEIGHT + 5, cell.width(), _NUMBER_HEIGHT)
        colour = look.strong if is_current else look.muted
        if is_current and self.hasFocus():
            pill = QRectF(below.center().x() - 18, below.top(), 36, _NUMBER_HEIGHT)
            paint.box(painter, pill, theme.RADIUS_BADGE, look.selection, paint.pen(look.accent, theme.FOCUS_LINE))
        paint.text(painter, below, str(page + 1), theme.small_font(weight), colour, paint.CENTER)

    def _on_picture(self, page: int) -> None:
        self.update(self.model_.index(page, 0))


class _Pages(QAbstractListModel):
    """A row a page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sizes: tuple[PageSize, ...] = ()

    def set_sizes(self, sizes: tuple[PageSize, ...]) -> None:
        """Other pages."""
        if sizes != self.sizes:
            self.beginResetModel()
            self.sizes = sizes
            self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sizes)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        words = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role in words and index.isValid():
            return _("Page {number} of {count}").format(number=index.row() + 1, count=len(self.sizes))
        return None


class _Delegate(QStyledItemDelegate):
    """Paints the pages of the list."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(thumbnails)
        self._thumbnails = thumbnails

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        is_current = self._thumbnails.currentIndex().row() == index.row()
        self._thumbnails.paint_page(painter, _rect(option), index.row(), is_current=is_current)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(_PAGE_WIDTH + 24, _CELL_HEIGHT)


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect  # type: ignore[attr-defined,no-any-return]  # missing in PySide's stubs
