"""One field with the column it comes from: chosen in a list, or dropped here."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from domain.overriding import override
from domain.rows.imports import SourceColumn
from gui import theme
from gui.dialogs.import_wizard.source_list import MIME
from gui.dialogs.import_wizard.words import column_name, field_name
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.combo import Combo

_NAME_WIDTH, _COMBO_WIDTH = 148, 188


class FieldRow(QWidget):
    """Name, choice of columns, and samples of the chosen one; `picked` is sent when another is chosen."""

    picked = Signal()

    def __init__(
        self, field: str, columns: Sequence[SourceColumn], *, is_needed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._samples = {column.place: " · ".join(column.samples) for column in columns}
        self._is_target = False
        self.setAcceptDrops(True)
        name = field_name(field)
        self.name = labels.ElidedText(_("{field} (needed)").format(field=name) if is_needed else name)
        self.name.setFixedWidth(_NAME_WIDTH)
        self.combo = Combo(_("Column for {field}").format(field=name))
        self.combo.add(None, _("– none –"))
        for column in columns:
            self.combo.add(column.place, column_name(column.heading, column.place))
        self.combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setFixedWidth(_COMBO_WIDTH)
        self.combo.currentIndexChanged.connect(self._on_picked)
        self.name.setBuddy(self.combo)
        self.sample = labels.ElidedText(tone="muted")
        self.sample.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP_SMALL, theme.GAP_TINY, theme.GAP_SMALL, theme.GAP_TINY)
        row.setSpacing(theme.GAP_ROW)
        row.addWidget(self.name)
        row.addWidget(self.combo)
        row.addWidget(self.sample, 1)

    def place(self) -> int | None:
        """The place of the chosen column, None without one."""
        found = self.combo.value()
        return found if isinstance(found, int) else None

    def set_place(self, place: int | None) -> None:
        """Choose a column."""
        self.combo.set_value(place)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self._mark(is_target=True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(is_target=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(is_target=False)
        place = bytes(event.mimeData().data(MIME).data()).decode("ascii", "replace")
        if place.isdigit() and int(place) in self._samples:
            event.acceptProposedAction()
            self.set_place(int(place))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_target:
            look = theme.tokens()
            pen = paint.pen(look.accent, theme.FOCUS_LINE)
            with paint.painting(self) as painter:
                paint.box(painter, QRectF(self.rect()), theme.RADIUS, look.selection, pen)

    def _mark(self, *, is_target: bool) -> None:
        self._is_target = is_target
        self.update()

    def _on_picked(self, _index: int) -> None:
        place = self.place()
        self.sample.setText(self._samples.get(place, "") if place is not None else "")
        self.combo.setAccessibleDescription(self.sample.text())
        self.picked.emit()
