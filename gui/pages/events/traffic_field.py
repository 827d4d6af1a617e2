"""The field for the accidents that a road-safety measure is aimed at: main cause and black spot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from domain.rows.events import TrafficFacts
from domain.terms import AccidentCause
from gui import theme
from gui.texts import _
from gui.widgets import labels
from gui.widgets.bindings import Binding
from gui.widgets.combo import Combo
from gui.widgets.field import Field


class TrafficField(QWidget):
    """A cause, and below it the place, which can be named once there is a cause."""

    traffic_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Main accident cause"))
        self.cause = Combo(_("Main accident cause"))
        self.cause.add(None, _("none"))
        self.cause.add_terms(AccidentCause)
        self.cause.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.spot = Field(name=_("Accident black spot"))
        self.spot.setPlaceholderText(_("Black spot: the place only, e.g. B 1, turn to Heyrothsberge"))
        self.note = labels.note(_("Never file numbers or persons"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        for part in (self.cause, self.spot, self.note):
            column.addWidget(part)
        self.setFocusProxy(self.cause)
        self.cause.activated.connect(self._on_cause)
        self.spot.textEdited.connect(self.traffic_changed)

    def traffic(self) -> TrafficFacts | None:
        """What is chosen."""
        cause = self.cause.value()
        return TrafficFacts(cause, self.spot.text().strip()) if isinstance(cause, AccidentCause) else None

    def show_traffic(self, traffic: TrafficFacts | None) -> None:
        """Show a cause and a place without telling."""
        self.cause.set_value(traffic.cause if traffic else None)
        self.spot.setText(traffic.black_spot if traffic else "")
        self.spot.setCursorPosition(0)
        self._fit()

    def _fit(self) -> None:
        has_cause = self.cause.value() is not None
        self.spot.setVisible(has_cause)
        self.note.setVisible(has_cause)

    def _on_cause(self) -> None:
        self._fit()
        self.traffic_changed.emit()


def bind_traffic(field: TrafficField) -> Binding:
    """The binding to `traffic`."""
    return Binding(field, field.traffic, field.show_traffic, field.traffic_changed)
