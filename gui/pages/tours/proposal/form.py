"""What the forms of the planning dialog share: a period, stability, time to plan, and a grid of named fields."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from domain.i18n import N_
from domain.rows.proposals import PlanningWish
from domain.terms import Weight
from gui import theme
from gui.texts import _
from gui.widgets import labels
from gui.widgets.choice import Segmented
from gui.widgets.dates import DateField
from gui.widgets.problem_line import ProblemLine

STABILITY: Mapping[Weight, str] = MappingProxyType(
    {
        Weight.off: N_("Stops already planned may move freely."),
        Weight.usual: N_("Stops already planned move where that gains something."),
        Weight.high: N_("Stops already planned move only where that gains much."),
        Weight.highest: N_("Stops already planned move only if nothing else helps."),
    }
)
_WORDS = ((Weight.off, N_("off")), (Weight.usual, N_("usual")), (Weight.high, N_("high")), (Weight.highest, N_("top")))
EFFORTS = (("5", N_("5 seconds")), ("20", N_("20 seconds")), ("60", N_("1 minute")))


class WeightChoice(QWidget):
    """Four steps of weight with the sentence that says what the chosen one means."""

    def __init__(self, name: str, meanings: Mapping[Weight, str]) -> None:
        super().__init__()
        self._meanings = meanings
        self.steps = Segmented([(step.value, _(words)) for step, words in _WORDS], name=name)
        self.meaning = labels.note(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.steps)
        row.addWidget(self.meaning, 1)
        self.steps.picked.connect(self._tell)
        self.set_value(Weight.usual)

    def value(self) -> Weight:
        """The chosen weight."""
        return Weight(self.steps.value())

    def set_value(self, weight: Weight) -> None:
        """Choose a weight."""
        self.steps.set_value(weight.value)
        self._tell(weight.value)

    def _tell(self, step: str) -> None:
        words = _(self._meanings[Weight(step)])
        self.meaning.setText(words)
        self.steps.setAccessibleDescription(words)


class PlanningForm(QWidget):
    """Fields one under the other, each with its name before it; the problem stands where the form puts it."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._loaded: PlanningWish | None = None
        self.first, self.last = DateField(_("From"), today), DateField(_("Until"), today)
        self.stability = WeightChoice(_("Stability"), STABILITY)
        self.effort = Segmented([(key, _(words)) for key, words in EFFORTS], name=_("Time to plan"))
        self.effort.set_value("20")
        self.problem = ProblemLine()
        self.named: dict[QWidget, QWidget] = {}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(theme.GAP)
        self.grid.setVerticalSpacing(theme.GAP_ROW)
        self.grid.setColumnStretch(1, 1)

    def wish(self) -> PlanningWish | None:
        """What is wished, None while a field cannot be understood; then the problem is shown."""
        raise NotImplementedError

    def seconds(self) -> float:
        """How long may be planned."""
        return float(self.effort.value())

    def add(self, words: str, widget: QWidget) -> None:
        """A further field with its name."""
        row = self.grid.rowCount()
        named = labels.Text(words, tone="muted")
        named.setBuddy(widget)
        self.grid.addWidget(named, row, 0)
        self.grid.addWidget(widget, row, 1)
        self.named[widget] = named

    def add_problem(self) -> None:
        """The place for what is wrong, below the field added last."""
        self.grid.addWidget(self.problem, self.grid.rowCount(), 1)

    def period(self) -> QWidget:
        """First and last day side by side."""
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.first)
        row.addWidget(labels.Text("–", tone="muted"))
        row.addWidget(self.last)
        row.addStretch(1)
        return days

    def end(self) -> None:
        """What is left below the fields stays free."""
        self.grid.setRowStretch(self.grid.rowCount(), 1)
