"""The line above tiles and table: topic, view, targets; and what the boxes mean."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.coverage import CoverageView
from gui import theme
from gui.pages.coverage.tile import draw_boxes
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.button import Button
from gui.widgets.choice import Segmented

_BOX = 20


class ListHead(QWidget):
    """Filters and switches of the middle column; `row` takes more of them."""

    view_picked = Signal(str)  # tiles or table
    targets_asked = Signal()

    def __init__(self, topic: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = Segmented([("tiles", _("Tiles")), ("table", _("Table"))], name=_("View"))
        self.targets = Button(_("Targets …"), icon="edit")
        self.targets.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.order = labels.ElidedText(font=theme.small_font(), tone="muted")
        self.row = QHBoxLayout()
        self.row.setSpacing(theme.GAP_SMALL)
        self.row.addWidget(topic, 1)
        for part in (self.view, self.targets):
            self.row.addWidget(part)
        below = QHBoxLayout()
        below.setSpacing(theme.GAP_ROW)
        below.addWidget(self.order, 1)
        for words, counts in ((_("took place here"), (1, 0, 0)), (_("planned"), (0, 1, 0)), (_("open"), (0, 0, 1))):
            below.addWidget(_Meaning(words, counts))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addLayout(self.row)
        column.addLayout(below)
        self.view.picked.connect(self.view_picked)
        self.targets.clicked.connect(self.targets_asked)

    def show_view(self, view: CoverageView, *, has_topic: bool) -> None:
        """Say in what order they stand."""
        if has_topic:
            self.order.setText(_("No targets for topics, longest wait first"))
        elif view.target:
            self.order.setText(_("Largest gap first"))
        else:
            self.order.setText(_("No targets yet, longest wait first"))


class _Meaning(QWidget):
    """A box and what it means."""

    def __init__(self, words: str, counts: tuple[int, int, int]) -> None:
        super().__init__()
        self._words, self._counts = words, counts
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_BOX + 6 + paint.text_width(self._words, theme.small_font()) + 1, 18)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            draw_boxes(painter, QRectF(0, 0, _BOX + 4, self.height()), self._counts)
            rect = QRectF(_BOX + 6, 0, self.width() - _BOX - 6, self.height())
            paint.text(painter, rect, self._words, theme.small_font(), theme.tokens().muted)
