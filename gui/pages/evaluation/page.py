"""The evaluation page: filters, key figures, bars over time, map, breakdowns, requests, and how it is counted."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.evaluation import EvaluationFigures
from domain.rows.tours import NamedRow
from domain.rules.counting_rules import footnotes
from domain.rules.evaluation.events import events_of
from domain.rules.evaluation.periods import Preset
from domain.terms import Audience, Breakdown, Measure
from gui import theme
from gui.page import Page
from gui.pages.evaluation import deeds, words
from gui.pages.evaluation.filter_bar import FilterBar
from gui.pages.evaluation.publication_card import PublicationCard
from gui.pages.evaluation.reader import EvaluationReader
from gui.pages.evaluation.request_card import RequestCard
from gui.pages.evaluation.sections import BreakdownCard, FigureCard, KreisCard, PeriodCard
from gui.pages.evaluation.tiles import MeasureTiles
from gui.texts import _
from gui.widgets import labels
from gui.widgets.card import Card
from gui.widgets.empty import EmptyState

_NESTED = 3
"""How deep tables stand in cards: a table's height moves what holds it, which moves what holds that."""


class EvaluationPage(Page):
    """What any period, kind, Kreis, topic and audience adds up to; Enter on any bar or line shows its events."""

    watches = frozenset(
        {
            *("event", "event_topic", "event_target_group", "event_publication", "event_lecture", "event_online"),
            *("event_consultation", "event_patrol", "event_traffic", "request", "offer", "partner", "topic"),
            *("target_group", "publication"),
        }
    )

    @override
    def _build(self) -> None:
        self._figures: EvaluationFigures | None = None
        self.reader = EvaluationReader(self.desk, self)
        self.filters = FilterBar(self.reader.today)
        self.tiles = MeasureTiles()
        self.compared = labels.note(wrap=True)
        self.period = PeriodCard()
        self.kreise = KreisCard()
        self.breakdown = BreakdownCard()
        self.publications = PublicationCard()
        self.requests = RequestCard()
        self.empty = self._empty_state()
        self.area = self._scroll_area()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.stack, 1)
        self.body.setContentsMargins(theme.MARGIN, 0, 0, 0)
        # Figures are painted once they are laid out: else they are painted where the last ones stood, and once more.
        self._painting = QTimer(self, interval=0, singleShot=True)
        self._painting.timeout.connect(self._paint)
        self.reader.came.connect(self._on_figures)
        self.filters.changed.connect(self._ask)
        self.tiles.picked.connect(self._show)
        for card in self.cards():
            card.opened.connect(self.open_line)

    def cards(self) -> tuple[FigureCard, ...]:
        """The parts that are told apart by something."""
        return self.period, self.kreise, self.breakdown

    def _scroll_area(self) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.MARGIN, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(self.tiles)
        column.addWidget(self.compared)
        for part in (*self.cards(), self.publications, self.requests, _rules_card()):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(_("Evaluation"))
        area.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        return area

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            "chart",
            _("Nothing to count here"),
            _("Choose another period or filter, or plan events and report them as held."),
        )
        empty.add_button(_("All times")).clicked.connect(lambda: self.filters.show_preset(Preset.all))
        empty.add_button(_("Reset filters")).clicked.connect(self.filters.clear)
        return empty

    @override
    def title(self) -> str:
        return _("Evaluation")

    @override
    def context(self) -> str:
        return words.context(self._figures) if self._figures else ""

    @override
    def primary(self) -> str:
        return "evaluation.everything"

    @override
    def secondary(self) -> tuple[str, ...]:
        return "evaluation.statistics", "reports.parliament"

    @override
    def first_focus(self) -> QWidget:
        return self.tiles.tiles[self.tiles.value()]

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        self.reader.forget()
        if tables & {"*", "topic", "target_group"}:
            self.reader.read_names(self._on_names)
        self._ask()

    def figures(self) -> EvaluationFigures | None:
        """What is shown, None before anything was read."""
        return self._figures

    def open_line(self, breakdown: Breakdown, key: str) -> None:
        """Show the events behind a line in the list of events."""
        wanted = events_of(self.filters.wanted(), breakdown, key, self.tiles.value())
        if wanted is None:
            self.desk.tell(_("The list of events cannot be filtered by this."))
        else:
            self.list_asked.emit("events", wanted)

    def export_everything(self) -> None:
        """Write everything that is shown into one workbook, with the events that everybody may see."""
        deeds.export_everything(self.window(), self.desk, self.filters.wanted(), Audience.public)

    def export_internal(self) -> None:
        """Write everything that is shown into one workbook, with all events, for the house only."""
        deeds.export_everything(self.window(), self.desk, self.filters.wanted(), Audience.internal)

    def export_statistics(self) -> None:
        """Write all sums of what is shown as a table."""
        deeds.export_statistics(self.window(), self.desk, self.filters.wanted())

    def _ask(self) -> None:
        self.reader.ask(self.filters.wanted())

    def _on_names(self, names: tuple[list[NamedRow], list[NamedRow]]) -> None:
        self.filters.set_names(*names)

    def _on_figures(self, figures: EvaluationFigures) -> None:
        self._figures = figures
        self._show()
        self.head_changed.emit()

    def _paint(self) -> None:
        """Lay out what is nested, level by level, and let everything be painted again."""
        for _level in range(_NESTED):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.area.setUpdatesEnabled(True)

    def _show(self, _measure: Measure | None = None) -> None:
        figures, measure = self._figures, self.tiles.value()
        if figures is None:
            return
        self.area.setUpdatesEnabled(False)
        self._painting.start()
        is_empty = figures.whole.is_empty and not figures.requests.whole.received
        self.stack.setCurrentWidget(self.empty if is_empty else self.area)
        self.tiles.show_figures(figures)
        self.compared.setText(words.comparison(figures))
        self.compared.setVisible(bool(self.compared.text()))
        self.period.show_figures(figures, measure)
        self.kreise.show_figures(figures, measure)
        self.breakdown.show_figures(figures, measure)
        self.publications.show_figures(figures)
        self.requests.show_figures(figures)


def _rules_card() -> Card:
    """How everything is counted, in the words that stand below every table and report."""
    card = Card(_("How it is counted"))
    card.set_padding()
    card.body.setSpacing(theme.GAP_TINY)
    for msgid in footnotes():
        card.body.addWidget(labels.note(_(msgid), wrap=True))
    return card
