"""Breaks that long work needs: so many minutes once more than so many hours were worked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gui import theme
from gui.texts import _
from gui.widgets import labels
from gui.widgets.field import DecimalField, NumberField

_STEPS = 3
_MINUTES_AN_HOUR = 60


class BreaksField(QWidget):
    """Up to three steps, each "above … h: … min"; an empty one does not count."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Breaks"))
        self.steps: list[tuple[DecimalField, NumberField]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP_SMALL)
        grid.setVerticalSpacing(theme.GAP_SMALL)
        grid.setColumnStretch(4, 1)
        for number in range(_STEPS):
            worked = DecimalField(_("Step {number}: hours worked").format(number=number + 1), 2)
            pause = NumberField(_("Step {number}: minutes of break").format(number=number + 1), highest=1440)
            grid.addWidget(labels.note(_("above")), number, 0)
            grid.addWidget(worked, number, 1)
            grid.addWidget(labels.note(_("hours:")), number, 2)
            grid.addWidget(pause, number, 3)
            grid.addWidget(labels.note(_("minutes of break")), number, 4)
            worked.number_changed.connect(self.changed)
            pause.number_changed.connect(self.changed)
            self.steps.append((worked, pause))
        self.setFocusProxy(self.steps[0][0])

    def values(self) -> tuple[tuple[int, int], ...]:
        """(minutes worked, minutes of break) of every step that has both."""
        found = ((worked.number(), pause.number()) for worked, pause in self.steps)
        return tuple(
            (round(hours * _MINUTES_AN_HOUR), minutes)
            for hours, minutes in found
            if hours is not None and minutes is not None
        )

    def set_values(self, breaks: tuple[tuple[int, int], ...]) -> None:
        """Show these, without telling."""
        for number, (worked, pause) in enumerate(self.steps):
            step = breaks[number] if number < len(breaks) else None
            worked.set_number(step[0] / _MINUTES_AN_HOUR if step else None)
            pause.set_number(step[1] if step else None)
