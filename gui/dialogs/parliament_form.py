"""The question of parliament as a form: its number and wording, period, kinds, districts, topics."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.labels import label
from domain.region.kreise import kreise
from domain.rows.parliament import ASKED_KINDS, ParliamentQuestion
from domain.terms import EventKind
from gui import theme
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.chips import ChipField
from gui.widgets.dates import DateField
from gui.widgets.field import Field
from gui.widgets.problem_line import ProblemLine
from gui.widgets.text_area import TextArea

_DATE_WIDTH = 136


class QuestionForm(QWidget):
    """Fields one under the other; `changed` is sent when another question stands there."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reference = Field(name=_("Printed paper or heading"))
        self.reference.setPlaceholderText(_("Printed paper 9/1234"))
        self.text = TextArea(_("Question in its wording"), 4)
        self.first = DateField(_("From"), today)
        self.last = DateField(_("Until"), today)
        self.kinds = ChipField(_("Kinds"))
        self.kinds.set_choice({kind: label(kind, current()) for kind in EventKind})
        self.kinds.set_values(ASKED_KINDS)
        self.kreise = ChipField(_("Districts"))
        self.kreise.set_choice({each.ags: each.name for each in kreise()})
        self.topics = ChipField(_("Topics"))
        self.problem = ProblemLine()
        self.first.set_date(today().replace(month=1, day=1))
        self.last.set_date(today())
        self._build()

    def question(self) -> ParliamentQuestion | None:
        """What is asked; None while the period is not understood, which the form then says."""
        first, last = self.first.day(), self.last.day()
        if first is None or last is None:
            self.show_problem(_("Please give the first and the last day of the period."))
            return None
        return ParliamentQuestion(
            first=first,
            last=last,
            reference=self.reference.text(),
            text=self.text.text(),
            kinds=tuple(EventKind(str(kind)) for kind in self.kinds.values()),
            kreise=tuple(str(ags) for ags in self.kreise.values()),
            topic_ids=tuple(key for key in self.topics.values() if isinstance(key, UUID)),
        )

    def set_topics(self, topics: Mapping[UUID, str]) -> None:
        """Offer these topics; what was chosen stays as long as it is there."""
        chosen = [key for key in self.topics.values() if key in topics]
        self.topics.set_choice({key: topics[key] for key in topics})
        self.topics.set_values(chosen)

    def show_problem(self, words: str) -> None:
        """Say why the question cannot be answered, or nothing."""
        self.problem.show_words(words)

    def _build(self) -> None:
        period = QHBoxLayout()
        period.setSpacing(theme.GAP_SMALL)
        for field in (self.first, self.last):
            field.setFixedWidth(_DATE_WIDTH)
            period.addWidget(field)
        period.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        self._add(column, _("Printed paper or heading"), self.reference)
        self._add(column, _("Question in its wording"), self.text)
        named = labels.note(_("From, until"))
        named.setBuddy(self.first)
        column.addWidget(named)
        column.addLayout(period)
        column.addWidget(self.problem)
        column.addSpacing(theme.GAP_SMALL)
        self._add(column, _("Kinds"), self.kinds)
        self._add(column, _("Districts (none = all)"), self.kreise)
        self._add(column, _("Topics (none = all)"), self.topics)
        column.addStretch(1)
        self.first.date_changed.connect(self.changed)
        self.last.date_changed.connect(self.changed)
        for chips in (self.kinds, self.kreise, self.topics):
            chips.values_changed.connect(self.changed)

    def _add(self, column: QVBoxLayout, words: str, widget: QWidget) -> None:
        named = labels.note(words)
        named.setBuddy(widget)
        column.addWidget(named)
        column.addWidget(widget)
        column.addSpacing(theme.GAP_SMALL)
