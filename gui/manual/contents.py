"""The list beside the text: chapters with the sections of the one that is read, or what was found."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from domain.documents.manual_text import Chapter, sections
from domain.overriding import override
from gui import theme
from gui.manual.search import Found
from gui.texts import _
from gui.widgets import paint

_PLACE = Qt.ItemDataRole.UserRole
_SECTION_ROW = 26
_FOUND_ROW = 44
_BAR = 3
_INDENT = 14


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the list: where it leads, what it says, and a second line for what was found."""

    chapter_id: str
    anchor: str
    words: str
    line: str = ""

    @property
    def height(self) -> int:
        """The row's height in pixels."""
        if self.line:
            return _FOUND_ROW
        return _SECTION_ROW if self.anchor else theme.ROW_HEIGHT


class Contents(QListWidget):
    """Moving in the list shows what it leads to at once; `picked` brings chapter and anchor."""

    picked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Chapters"))
        self.setItemDelegate(_PlacePainter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current)
        self.itemClicked.connect(self._on_current)

    def list_chapters(self, chapters: tuple[Chapter, ...]) -> None:
        """List all chapters; `mark` opens the sections of one."""
        self._fill(
            [
                Place(chapter.id, section.anchor, section.heading or chapter.title)
                for chapter in chapters
                for section in sections(chapter)
            ]
        )

    def list_found(self, found: list[Found]) -> None:
        """List what was found."""
        self._fill([Place(hit.chapter.id, hit.section.anchor, _name_of(hit), hit.line or "…") for hit in found])

    def mark(self, chapter_id: str, anchor: str = "") -> None:
        """Mark the line that leads to a section, or else to its chapter, and hide the sections of the others."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own parameter
        best = -1
        for row, item in enumerate(self.lines()):
            place = place_of(item)
            item.setHidden(bool(place.anchor) and not place.line and place.chapter_id != chapter_id)
            if place.chapter_id == chapter_id and place.anchor in ("", anchor) and (best < 0 or place.anchor):
                best = row
        self.setCurrentRow(best)
        self.blockSignals(blocked)

    def open_first(self) -> None:
        """Go to the first line, and show what it leads to even if it was marked already."""
        if self.count():
            self.setCurrentRow(0)
            self._on_current(self.item(0))

    def lines(self) -> list[QListWidgetItem]:
        """All lines, hidden ones too."""
        return [self.item(row) for row in range(self.count())]

    def _fill(self, places: list[Place]) -> None:
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own parameter
        self.clear()
        for place in places:
            item = QListWidgetItem(f"{place.words}\n{place.line}" if place.line else place.words)
            item.setData(_PLACE, place)
            item.setToolTip(place.words)
            self.addItem(item)
        self.blockSignals(blocked)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            place = place_of(item)
            self.picked.emit(place.chapter_id, place.anchor)


def place_of(item: QListWidgetItem) -> Place:
    """What a line of the list leads to."""
    place: Place = item.data(_PLACE)
    return place


def _name_of(hit: Found) -> str:
    return f"{hit.chapter.title} › {hit.section.heading}" if hit.section.heading else hit.chapter.title


class _PlacePainter(QStyledItemDelegate):
    """Chapters in the weight of what is read, sections indented, what was found with its line below."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, index.data(_PLACE).height)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place: Place = index.data(_PLACE)
        look = theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            paint.box(painter, rect, theme.RADIUS_BADGE, look.selection)
            paint.box(painter, QRectF(rect.x(), rect.y() + 6, _BAR, rect.height() - 12), 1, look.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.box(painter, rect, theme.RADIUS_BADGE, look.hover)
        inner = rect.adjusted(12, 0, -8, 0)
        colour = look.strong if is_selected else look.text
        if place.line:
            paint.text(painter, inner.adjusted(0, 4, 0, -20), place.words, theme.text_font(theme.MEDIUM), colour)
            paint.text(painter, inner.adjusted(0, 22, 0, -4), place.line, theme.small_font(), look.muted)
        elif place.anchor:
            muted = look.strong if is_selected else look.muted
            paint.text(painter, inner.adjusted(_INDENT, 0, 0, 0), place.words, theme.small_font(), muted)
        else:
            paint.text(painter, inner, place.words, theme.text_font(theme.MEDIUM), colour)
        painter.restore()
