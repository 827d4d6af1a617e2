"""The site pass in the window: every vehicle against the site, criterion by criterion."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.site_pass import FitLine, VehicleFit
from gui import theme
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.badge import Badge
from gui.widgets.lights import fit_badge


class PassView(QScrollArea):
    """One part for each vehicle: how it fits altogether, then each criterion with badge and figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(_("Site pass"))
        self.viewport().setAutoFillBackground(False)

    def show_vehicles(self, vehicles: Sequence[VehicleFit]) -> None:
        """Show these, or that there is none."""
        content = QWidget()
        content.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        column.setSpacing(theme.GAP_SMALL)
        if not vehicles:
            column.addWidget(labels.note(_("No vehicle is on file yet."), wrap=True))
        for number, vehicle in enumerate(vehicles):
            if number:
                column.addSpacing(theme.GAP_ROW)
            column.addLayout(_head(vehicle))
            column.addLayout(_lines(vehicle.lines))
        column.addStretch(1)
        self.setWidget(content)


def missing_words(vehicle: VehicleFit) -> str:
    """How much is not known about a vehicle at the site, "" if nothing."""
    if not vehicle.unknown:
        return ""
    return ngettext("{count} fact missing", "{count} facts missing", vehicle.unknown).format(count=vehicle.unknown)


def _head(vehicle: VehicleFit) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.GAP_SMALL)
    row.addWidget(labels.ElidedText(vehicle.name, font=theme.text_font(theme.SEMIBOLD)), 1)
    if words := missing_words(vehicle):
        row.addWidget(labels.note(words))
    row.addWidget(Badge(lambda: fit_badge(vehicle.fit)))
    return row


def _lines(lines: Sequence[FitLine]) -> QGridLayout:
    """Criterion and badge side by side, the figures below over the whole width."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.GAP_ROW)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 1)
    for number, line in enumerate(lines):
        upper = 3 * number
        grid.setRowMinimumHeight(upper, theme.GAP_SMALL)
        grid.addWidget(labels.Text(label(line.criterion, current())), upper + 1, 0)
        grid.addWidget(_badge(line), upper + 1, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(labels.note(current().text(line.msgid, line.params), wrap=True), upper + 2, 0, 1, 2)
    return grid


def _badge(line: FitLine) -> Badge:
    return Badge(lambda: fit_badge(line.fit))
