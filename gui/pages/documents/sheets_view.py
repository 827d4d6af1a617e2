"""The pages of a folder as thumbnails in the order of printing; they are drawn when they come into sight."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from domain.overriding import override
from gui import palettes, theme
from gui.dialogs.pdf_pages import PageSize, rendered
from gui.tasks import TaskRunner, Ticket
from gui.widgets import paint

_CELL = QSize(126, 156)
_SHEET = QSize(90, 120)
_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class SheetThumb:
    """A page: its number in the file (from 1), the title and number that stand below it, and its size."""

    number: int
    title: str
    size: PageSize
    page: str = ""

    @property
    def words(self) -> str:
        """Title and number."""
        return f"{self.title} {self.page}".rstrip()


class SheetsView(QListWidget):
    """Thumbnails side by side; arrows move, and the one in front tells its page."""

    page_chosen = Signal(int)  # number of the page in the file

    def __init__(self, name: str, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._tasks = tasks
        self._content = b""
        self.pictures: dict[int, QImage] = {}
        self._asked: set[int] = set()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setGridSize(_CELL)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_ThumbPainter(self))
        self.currentRowChanged.connect(self._on_row)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._ask())

    def show_sheets(self, content: bytes, thumbs: list[SheetThumb]) -> None:
        """Show these pages of a PDF."""
        self._content = content
        self.pictures.clear()
        self._asked.clear()
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.clear()
        for thumb in thumbs:
            item = QListWidgetItem(thumb.words)
            item.setData(_ROLE, thumb)
            item.setToolTip(thumb.words)
            self.addItem(item)
        self.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._ask()

    def thumbs(self) -> list[SheetThumb]:
        """The pages that are shown."""
        return [self.item(at).data(_ROLE) for at in range(self.count())]

    def mark(self, number: int) -> None:
        """Bring the thumbnail of a page to the front without telling."""
        at = next((at for at, thumb in enumerate(self.thumbs()) if thumb.number == number), -1)
        if at >= 0 and at != self.currentRow():
            self.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.setCurrentRow(at)
            self.blockSignals(False)  # noqa: FBT003 - Qt's signature
            self.scrollToItem(self.item(at))
            self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.page_chosen.emit(self.item(row).data(_ROLE).number)

    def _ask(self) -> None:
        """Ask for the pictures that are in sight and were not asked for."""
        sight = self.viewport().rect()
        for at in range(self.count()):
            item = self.item(at)
            thumb: SheetThumb = item.data(_ROLE)
            if thumb.number in self._asked or not self.visualItemRect(item).intersects(sight):
                continue
            self._asked.add(thumb.number)
            inner = _inside(thumb.size)
            scale = inner.width() / thumb.size.width * self.devicePixelRatioF() * 1.5
            work = partial(_picture, self._content, thumb.number, scale)
            self._tasks.start(work, self._on_picture, key=f"thumb-{id(self)}-{thumb.number}")

    def _on_picture(self, found: tuple[bytes, int, QImage]) -> None:
        content, number, picture = found
        if content is self._content:
            self.pictures[number] = picture
            self.viewport().update()


def _picture(content: bytes, number: int, scale: float, ticket: Ticket) -> tuple[bytes, int, QImage]:
    return content, number, QImage() if ticket.is_cancelled else rendered(content, number - 1, scale)


def _inside(size: PageSize) -> QSize:
    """The size of a thumbnail."""
    share = min(_SHEET.width() / size.width, _SHEET.height() / size.height)
    return QSize(round(size.width * share), round(size.height * share))


class _ThumbPainter(QStyledItemDelegate):
    """A white sheet with its words below; the one in front has a frame."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return _CELL

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        thumb, look = index.data(_ROLE), theme.tokens()
        view = self.parent()
        pictures = view.pictures if isinstance(view, SheetsView) else {}
        cell = QRectF(option.rect)
        is_front = bool(option.state & QStyle.StateFlag.State_Selected)
        inner = _inside(thumb.size)
        left = cell.center().x() - inner.width() / 2
        sheet = QRectF(round(left), cell.y() + 6 + _SHEET.height() - inner.height(), inner.width(), inner.height())
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(sheet, palettes.PAPER)
        if (picture := pictures.get(thumb.number)) is not None:
            painter.drawImage(sheet, picture)
        painter.setPen(look.outline)
        painter.drawRect(sheet)
        if is_front:
            frame = sheet.adjusted(-4, -4, 4, 4)
            paint.box(painter, frame, theme.RADIUS_BAR, None, paint.pen(look.accent, theme.FOCUS_LINE))
        words = QRectF(cell.x() + 2, cell.y() + _SHEET.height() + 10, cell.width() - 4, 18)
        font = theme.small_font(theme.MEDIUM) if is_front else theme.small_font()
        paint.text(painter, words, _short(thumb, font, words.width()), font, _tone(is_front=is_front), paint.CENTER)
        painter.restore()


def _tone(*, is_front: bool) -> QColor:
    return theme.tokens().strong if is_front else theme.tokens().muted


def _short(thumb: SheetThumb, font: QFont, width: float) -> str:
    """Title and number in so many pixels; the title is cut, never the number."""
    end = f" {thumb.page}" if thumb.page else ""
    room = width - paint.text_width(end, font)
    return QFontMetrics(font).elidedText(thumb.title, Qt.TextElideMode.ElideRight, int(room)) + end
