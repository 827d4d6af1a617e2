"""The key figures of the coverage page: held of the target, planned, missing in how many Kreise."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.overriding import override
from domain.rows.coverage import CoverageView
from gui import theme
from gui.texts import _, ngettext
from gui.widgets import paint

_HEIGHT = 68


class KeyFigures(QWidget):
    """Three figures side by side in one card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: CoverageView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Key figures"))
        theme.notifier().changed.connect(self.update)

    def show_view(self, view: CoverageView) -> None:
        """Show the sums of a view."""
        self._view = view
        self.setAccessibleDescription(", ".join(f"{figure} {words}" for figure, words, _colour in self._cells()))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, _HEIGHT)

    def _cells(self) -> list[tuple[str, str, QColor]]:
        look, view = theme.tokens(), self._view
        if view is None:
            return []
        held = _("held of {target}").format(target=view.target) if view.target else _("held so far")
        lacking = ngettext("missing in {count} district", "missing in {count} districts", view.lacking)
        return [
            (str(view.held), held, look.strong),
            (str(view.planned), _("planned"), look.strong),
            (str(view.missing), lacking.format(count=view.lacking), look.error if view.missing else look.strong),
        ]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            whole = QRectF(self.rect())
            paint.box(painter, whole, theme.RADIUS_CARD, look.base, look.hairline)
            cells = self._cells()
            font = theme.small_font()
            widths = [paint.text_width(words, font) for _figure, words, _colour in cells]
            spare = (whole.width() - sum(widths)) / max(1, len(cells))
            left = whole.x()
            for place, (figure, words, colour) in enumerate(cells):
                width = widths[place] + spare
                if place:
                    painter.fillRect(QRectF(left, 1, 1, whole.height() - 2), look.hairline)
                inner = QRectF(left + min(theme.GAP_ROW, spare / 2), 10, widths[place] + 2, 28)
                paint.text(painter, inner, figure, theme.title_font(), colour)
                line = QRectF(inner.x(), 38, inner.width(), 18)
                paint.text(painter, line, words, font, look.muted)
                left += width
