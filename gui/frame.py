"""The window's first picture, shown before anything that can be used is built; it looks as the navigation will."""

from PySide6.QtGui import QFont, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from gui import drawn_icons, registry, theme
from gui.texts import _

_TOP, _ICON, _LOGO = 48, 18, 20


class Frame(QWidget):
    """The navigation with its first page marked, as labels in the colours of the style sheet.

    Nothing here is painted in Python: the first pen or alignment would create the hundred enums of `Qt`, a fifth of
    what a bare window costs.
    """

    def __init__(self) -> None:
        super().__init__()
        self._place("frameStrip", 0, 0, theme.NAVIGATION_WIDTH, 10_000)
        self._show_icon(drawn_icons.pixmap("logo", _LOGO, theme.tokens().fill), theme.GAP, 14)
        self._write("frameName", "Landauf", theme.logo_font(), (44, 10, 150, 28))
        top, before = _TOP, 0
        for position, spec in enumerate(registry.pages()):
            top += theme.GAP_SMALL if spec.group != before else 0
            before = spec.group
            self._add_page(spec, top, is_shown=position == 0)
            top += theme.NAVIGATION_ROW

    def _add_page(self, spec: registry.PageSpec, top: int, *, is_shown: bool) -> None:
        look = theme.tokens()
        left, width = theme.GAP_SMALL, theme.NAVIGATION_WIDTH - 1 - 2 * theme.GAP_SMALL
        font = theme.text_font(theme.SEMIBOLD if is_shown else theme.REGULAR)
        name = "frameShown" if is_shown else "framePage"
        self._write(name, _(spec.msgid), font, (left, top, width, theme.NAVIGATION_ROW))
        if is_shown:
            self._place("frameBar", left, top + 9, 3, theme.NAVIGATION_ROW - 18)
        picture = drawn_icons.pixmap(spec.icon, _ICON, look.accent if is_shown else look.muted)
        self._show_icon(picture, left + 11, top + (theme.NAVIGATION_ROW - _ICON) // 2)

    def _place(self, name: str, left: int, top: int, width: int, height: int) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setGeometry(left, top, width, height)
        return label

    def _write(self, name: str, words: str, font: QFont, place: tuple[int, int, int, int]) -> None:
        label = self._place(name, *place)
        label.setFont(font)
        label.setText(words)

    def _show_icon(self, picture: QPixmap, left: int, top: int) -> None:
        size = int(picture.width() / picture.devicePixelRatio())
        self._place("frameIcon", left, top, size, size).setPixmap(picture)
