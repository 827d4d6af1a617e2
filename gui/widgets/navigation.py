"""The navigation at the left edge: logo, pages in groups with counts, and a slot at the foot."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gui import icons, theme
from gui.registry import PageSpec
from gui.texts import _
from gui.widgets import paint

_PAGE = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_ICON = 18


class Navigation(QWidget):
    """The pages as a list; arrows move, Enter or a click opens. Narrow it shows icons only."""

    picked = Signal(str)  # page id

    def __init__(self, pages: tuple[PageSpec, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_narrow = False
        self.list = _PageList(self)
        self.list.picked.connect(self.picked)
        before = pages[0].group if pages else 0
        for spec in pages:
            if spec.group != before:
                self.list.add_gap()
            before = spec.group
            self.list.add_page(spec)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(theme.GAP_SMALL, 0, theme.GAP_SMALL, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 48, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(self._foot)
        self.setFixedWidth(theme.NAVIGATION_WIDTH)

    def set_current(self, page_id: str) -> None:
        """Mark the page that is shown."""
        self.list.set_current(page_id)

    def set_count(self, page_id: str, count: int) -> None:
        """Show how much waits on a page; 0 shows nothing."""
        self.list.set_count(page_id, count)

    def set_foot(self, widget: QWidget) -> None:
        """Put a widget under a line at the foot, e.g. the plan version; hidden while narrow."""
        while (item := self._foot.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._foot.addWidget(widget)
        widget.setVisible(not self.is_narrow)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show icons only, or icons and words."""
        if is_narrow == self.is_narrow:
            return
        self.is_narrow = is_narrow
        self.setFixedWidth(theme.NAVIGATION_NARROW if is_narrow else theme.NAVIGATION_WIDTH)
        for position in range(self._foot.count()):
            item = self._foot.itemAt(position)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(not is_narrow)
        self.list.set_narrow(is_narrow=is_narrow)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), look.nav)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), look.hairline)
            left = (self.width() - 20) / 2 if self.is_narrow else theme.GAP
            icons.draw(painter, "logo", QRectF(left, 14, 20, 20), look.fill)
            if not self.is_narrow:
                font = theme.text_font(theme.SEMIBOLD)
                font.setPixelSize(15)
                paint.text(painter, QRectF(44, 10, 150, 28), "Landauf", font, look.text)
                if self._foot.count():
                    top = self._foot.geometry().top() - theme.GAP_SMALL
                    painter.fillRect(theme.GAP_SMALL, top, self.width() - 17, 1, look.hairline)


class _PageList(QListWidget):
    """The list itself: one row a page, gaps between groups."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages"))
        self.setItemDelegate(_RowPainter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.itemActivated.connect(self._on_activated)

    def add_page(self, spec: PageSpec) -> None:
        """Append a row."""
        item = QListWidgetItem(_(spec.msgid), self)
        item.setData(_PAGE, spec.id)
        item.setData(Qt.ItemDataRole.DecorationRole, spec.icon)
        item.setSizeHint(QSize(0, theme.NAVIGATION_ROW))

    def add_gap(self) -> None:
        """Append the space between two groups."""
        item = QListWidgetItem("", self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(0, theme.GAP_SMALL))

    def set_current(self, page_id: str) -> None:
        """Select a page's row."""
        if (item := self._row(page_id)) is not None:
            self.setCurrentItem(item)

    def set_count(self, page_id: str, count: int) -> None:
        """Put a number at the right end of a page's row."""
        if (item := self._row(page_id)) is not None:
            item.setData(_COUNT, count)
            spoken = _("{page}, {count} waiting").format(page=item.text(), count=count) if count else item.text()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Without words the tooltip names the page."""
        for row in range(self.count()):
            item = self.item(row)
            item.setToolTip(item.text() if is_narrow else "")

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.button() == Qt.MouseButton.LeftButton:
            self._on_activated(item)

    def _on_activated(self, item: QListWidgetItem) -> None:
        if page_id := item.data(_PAGE):
            self.picked.emit(page_id)

    def _row(self, page_id: str) -> QListWidgetItem | None:
        rows = (self.item(row) for row in range(self.count()))
        return next((item for item in rows if item.data(_PAGE) == page_id), None)


class _RowPainter(QStyledItemDelegate):
    """Paints a row: selection with an accent bar, icon, words, count."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not index.data(_PAGE):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = option.widget
        rect = QRectF(option.rect).adjusted(theme.GAP_SMALL, 0, -theme.GAP_SMALL, 0)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, rect, is_selected=is_selected)
        look = theme.tokens()
        colour = look.strong if is_selected else look.text
        is_narrow = isinstance(view, QListWidget) and view.width() < theme.NAVIGATION_WIDTH - 10
        left = rect.center().x() - _ICON / 2 if is_narrow else rect.x() + 11
        icons.draw(painter, str(index.data(Qt.ItemDataRole.DecorationRole)), _at(left, rect), _icon_colour(is_selected))
        if not is_narrow:
            weight = theme.SEMIBOLD if is_selected else theme.REGULAR
            words = rect.adjusted(40, 0, -44, 0)
            paint.text(painter, words, str(index.data()), theme.text_font(weight), colour)
            if count := index.data(_COUNT):
                paint.text(
                    painter, rect.adjusted(0, 0, -10, 0), str(count), theme.small_font(), look.muted, paint.RIGHT
                )
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, *, is_selected: bool
    ) -> None:
        look = theme.tokens()
        if is_selected:
            paint.box(painter, rect, theme.RADIUS_BADGE, look.selection)
            bar = QRectF(rect.x(), rect.y() + 9, 3, rect.height() - 18)
            paint.box(painter, bar, 1.5, look.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.box(painter, rect, theme.RADIUS_BADGE, look.off)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.box(painter, rect, theme.RADIUS_BADGE, None, paint.pen(look.accent, theme.FOCUS_LINE))


def _at(left: float, rect: QRectF) -> QRectF:
    return QRectF(left, rect.center().y() - _ICON / 2, _ICON, _ICON)


def _icon_colour(is_selected: bool) -> QColor:  # noqa: FBT001 - one private call
    return theme.tokens().accent if is_selected else theme.tokens().muted
