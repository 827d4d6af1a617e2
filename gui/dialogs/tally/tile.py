"""The tile of one target group: its key, its name, how many came, and two buttons."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from domain.overriding import override
from domain.rows.tally import TallyGroupRow
from gui import theme
from gui.dialogs.tally.big_button import TARGET, BigButton
from gui.texts import _, current
from gui.widgets import paint
from gui.widgets.button import Weight

TALL, FLAT = 136, 76
"""How high a tile is at least with the name over the figure, and with both beside the buttons."""

_PAD, _CAP, _SMALL_CAP = 20, 40, 32
_WIDE = 420
"""From this width on the buttons are wider too."""


class GroupTile(QWidget):
    """Shows a count; `struck` asks for one more or one less."""

    struck = Signal(int)

    def __init__(self, group: TallyGroupRow, key: int) -> None:
        super().__init__()
        self.group = group
        self.key = key
        self.count = 0
        self.is_last = False
        self._shown = ""
        self.less = BigButton("minus", _("One less: {group}").format(group=group.name))
        self.more = BigButton("plus", _("One more: {group}").format(group=group.name), weight=Weight.primary)
        for button, step in ((self.less, -1), (self.more, 1)):
            button.setParent(self)
            button.clicked.connect(lambda _checked=False, by=step: self.struck.emit(by))
        self.setToolTip(group.name)
        self.show_count(0, is_last=False)

    def show_count(self, count: int, *, is_last: bool) -> None:
        """Show how many came, and whether this was counted last."""
        self.count, self.is_last = count, is_last
        self.less.setEnabled(count > 0)
        words = _("{group}: {count}, key {key}")
        self._shown = current().number(count)
        self.setAccessibleName(words.format(group=self.group.name, count=self._shown, key=self.key))
        self.setAccessibleDescription(_("counted last") if is_last else "")
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, FLAT)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, TALL)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        self.less.set_width(72 if is_wide else TARGET)
        self.more.set_width(112 if is_wide else 72)
        pad = _PAD if self._is_tall() else theme.GAP_ROW
        top = self.height() - pad - TARGET if self._is_tall() else (self.height() - TARGET) // 2
        left = self.width() - pad - self.more.width()
        self.more.move(left, top)
        self.less.move(left - theme.GAP_SMALL - self.less.width(), top)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        rect = QRectF(self.rect())
        with paint.painting(self) as painter:
            if self.is_last:
                edge = paint.pen(look.accent, theme.FOCUS_LINE + 1)
                paint.box(painter, rect, theme.RADIUS_CARD, look.selection, edge)
            else:
                paint.box(painter, rect, theme.RADIUS_CARD, look.base, look.outline)
            (self._paint_tall if self._is_tall() else self._paint_flat)(painter)

    def _is_tall(self) -> bool:
        return self.height() >= TALL

    def _paint_tall(self, painter: QPainter) -> None:
        look = theme.tokens()
        cap = QRectF(_PAD, theme.GAP, _CAP, _CAP)
        self._paint_cap(painter, cap)
        name = QRectF(cap.right() + theme.GAP_ROW, cap.y(), self.width() - cap.right() - 2 * theme.GAP_ROW, _CAP)
        paint.text(painter, name, self.group.name, theme.title_font(theme.MEDIUM), look.text)
        room = self.less.x() - _PAD - theme.GAP_SMALL
        figure = QRectF(_PAD, self.less.y() - theme.GAP_SMALL, room, TARGET + theme.GAP)
        paint.text(painter, figure, self._shown, self._face(room), look.strong)

    def _paint_flat(self, painter: QPainter) -> None:
        look = theme.tokens()
        middle = self.height() / 2
        cap = QRectF(theme.GAP_ROW, middle - _SMALL_CAP / 2, _SMALL_CAP, _SMALL_CAP)
        self._paint_cap(painter, cap)
        left = cap.right() + theme.GAP_ROW
        room = self.less.x() - left - theme.GAP_SMALL
        paint.text(painter, QRectF(left, middle - 26, room, 20), self.group.name, theme.text_font(), look.text)
        paint.text(painter, QRectF(left, middle - 4, room, 28), self._shown, theme.title_font(), look.strong)

    def _paint_cap(self, painter: QPainter, rect: QRectF) -> None:
        look = theme.tokens()
        paint.box(painter, rect, theme.RADIUS, look.alt, look.outline)
        paint.text(painter, rect, str(self.key), theme.title_font(), look.text, paint.CENTER)

    def _face(self, room: float) -> QFont:
        """The large figure, or the small one where it would be cut."""
        large = theme.tally_font()
        return large if paint.text_width(self._shown, large) <= room else theme.title_font()
