"""The foot of the navigation: which plan version is the newest, what changed since, and the way to the next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from domain.overriding import override
from gui import theme
from gui.texts import _, current, ngettext
from gui.widgets import paint

if TYPE_CHECKING:
    from domain.rows.releases import PlanStanding

_HEAD, _LINE = 20, 16
_PADDING = theme.GAP_SMALL


class PlanFoot(QAbstractButton):
    """Version, when it was released, changes since, and a link in words; a click anywhere opens the release dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.lines, self.link = _("No version yet"), [""], ""
        self.setAccessibleName(self.head)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(self.sizeHint().height())

    def show_standing(self, standing: "PlanStanding") -> None:
        """Tell how the plan stands to its newest version."""
        latest, count = standing.latest, standing.changes
        if latest is None:
            self.head = _("No version yet")
            events = ngettext("{count} event planned", "{count} events planned", count).format(count=count)
            self.lines = [events]
        else:
            self.head = _("Version {number}").format(number=latest.number)
            day = current().day_of_month(latest.released_at.date())
            self.lines = [_("released on {day}").format(day=day), _changes_since(count)]
        following = latest.number + 1 if latest else 1
        self.link = _("Prepare version {number} …").format(number=following) if count else ""
        self.setAccessibleName(". ".join(part for part in (self.head, *self.lines, self.link) if part))
        self.setToolTip(latest.note if latest else "")
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        rows = len(self.lines) + bool(self.link)
        return QSize(theme.NAVIGATION_WIDTH - 2 * theme.GAP_SMALL, _HEAD + rows * _LINE + _PADDING)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            whole = QRectF(self.rect())
            if self.underMouse():
                paint.box(painter, whole, theme.RADIUS_BADGE, look.off)
            row = QRectF(_PADDING, _PADDING / 2, whole.width() - 2 * _PADDING, _HEAD)
            paint.text(painter, row, self.head, theme.text_font(theme.SEMIBOLD), look.text)
            row = QRectF(row.x(), row.bottom(), row.width(), _LINE)
            for line in self.lines:
                paint.text(painter, row, line, theme.small_font(), look.muted)
                row.translate(0, _LINE)
            paint.text(painter, row, self.link, theme.small_font(theme.MEDIUM), look.accent)
            if self.hasFocus():
                paint.box(painter, whole, theme.RADIUS_BADGE, None, paint.pen(look.accent, theme.FOCUS_LINE))


def _changes_since(count: int) -> str:
    if not count:
        return _("unchanged since")
    return ngettext("{count} change since", "{count} changes since", count).format(count=count)
