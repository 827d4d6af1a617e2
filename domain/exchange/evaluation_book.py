"""Everything in one workbook: key figures, every breakdown, requests, publications, patrols, and how it is counted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from domain.exchange.columns import CellValue, Column, Sheet
from domain.exchange.statistics_table import (
    CROSSED,
    EVENT_FIGURES,
    FIGURE_COLUMNS,
    REQUEST_COLUMNS,
    REQUEST_FIGURES,
    StatisticsLine,
    breakdown_lines,
    crossed_lines,
    event_figures,
    publication_lines,
    request_figures,
    request_lines,
)
from domain.exchange.table_xlsx import BookPage
from domain.i18n import N_, Language
from domain.labels import label, name_of
from domain.rows.evaluation import EvaluationFigures
from domain.rules.counting_rules import footnotes
from domain.rules.evaluation.names import HEADINGS, filter_words
from domain.terms import Breakdown, StatisticsPart


@dataclass(frozen=True, slots=True)
class _KeyFigure:
    """One figure with what it is compared with; None = nothing to compare."""

    name: str
    now: CellValue
    before: CellValue = None
    year_ago: CellValue = None

    @property
    def change(self) -> CellValue:
        """How much more than in the period before."""
        if isinstance(self.now, int | float) and isinstance(self.before, int | float):
            return round(self.now - self.before, 2)
        return None


def book_pages(figures: EvaluationFigures, language: Language, made_at: datetime) -> list[BookPage]:
    """The sheets of all figures; breakdowns without a line are left out."""
    pages = [_about(figures, language, made_at), _key_figures(figures, language, made_at)]
    for breakdown in Breakdown:
        lines = tuple(breakdown_lines(figures, breakdown, language))
        if lines:
            sheet = Sheet(label(breakdown, language), (_name(HEADINGS[breakdown]), *FIGURE_COLUMNS), language, made_at)
            pages.append(BookPage(sheet, lines))
    for part, (_field, row, column) in CROSSED.items():
        columns = (_name(HEADINGS[row]), _second(HEADINGS[column]), *FIGURE_COLUMNS)
        pages.append(
            BookPage(Sheet(label(part, language), columns, language, made_at), crossed_lines(figures, part, language))
        )
    pages += [_patrols(figures, language, made_at), _publications(figures, language, made_at)]
    pages.append(_requests(figures, language, made_at))
    return pages


def _name(msgid: str) -> Column[StatisticsLine]:
    return Column("name", msgid, lambda line: line.name, 34)


def _second(msgid: str) -> Column[StatisticsLine]:
    return Column("column", msgid, lambda line: line.column, 24)


def _about(figures: EvaluationFigures, language: Language, made_at: datetime) -> BookPage:
    words = [*filter_words(figures.wanted, figures.names, language), *map(language.gettext, footnotes())]
    columns: tuple[Column[str], ...] = (Column("text", N_("How it is counted"), lambda line: line, 110),)
    return BookPage(Sheet(language.gettext("How it is counted"), columns, language, made_at), words)


def _key_figures(figures: EvaluationFigures, language: Language, made_at: datetime) -> BookPage:
    columns: tuple[Column[_KeyFigure], ...] = (
        Column("name", N_("Key figure"), lambda line: line.name, 40),
        Column("now", N_("In the period"), lambda line: line.now, 14),
        Column("before", N_("Period before"), lambda line: line.before, 14),
        Column("change", N_("Change"), lambda line: line.change, 12),
        Column("year_ago", N_("A year earlier"), lambda line: line.year_ago, 14),
    )
    return BookPage(Sheet(language.gettext("Key figures"), columns, language, made_at), _key_lines(figures, language))


def _key_lines(figures: EvaluationFigures, language: Language) -> Iterable[_KeyFigure]:
    now = event_figures(figures.whole)
    before = event_figures(figures.before.sums) if figures.before else {}
    year_ago = event_figures(figures.year_ago.sums) if figures.year_ago else {}
    for key, msgid in EVENT_FIGURES:
        yield _KeyFigure(language.gettext(msgid), now[key], before.get(key), year_ago.get(key))
    requests = request_figures(figures.requests.whole)
    for (_key, msgid), value in zip(REQUEST_FIGURES, requests.values(), strict=True):
        yield _KeyFigure(language.gettext(msgid), value)


_PATROLS = frozenset({"held", "police_hours", "ordnungsamt_hours", "checks"})


def _patrols(figures: EvaluationFigures, language: Language, made_at: datetime) -> BookPage:
    """Joint patrols by month and by Kreis: hours of both sides."""
    columns = (
        Column("part", N_("Broken down"), lambda line: line.part, 20),
        _name(N_("What")),
        *(column for column in FIGURE_COLUMNS if column.key in _PATROLS),
    )
    lines = [
        replace(line, part=StatisticsPart(breakdown.value))
        for breakdown, cells in (
            (Breakdown.month, StatisticsPart.month_kind),
            (Breakdown.kreis, StatisticsPart.kreis_kind),
        )
        for line in crossed_lines(figures, cells, language)
        if line.column_key == "joint_patrol"
    ]
    return BookPage(Sheet(language.gettext("Joint patrols"), columns, language, made_at), lines)


def _publications(figures: EvaluationFigures, language: Language, made_at: datetime) -> BookPage:
    columns: tuple[Column[StatisticsLine], ...] = (
        Column("name", N_("Publication"), lambda line: line.name, 60),
        Column("held", N_("Events"), lambda line: line.figures["held"], 12),
        Column("handed_out", N_("Copies handed out"), lambda line: line.figures["handed_out"], 14),
    )
    title = language.gettext(name_of(StatisticsPart.publication))
    return BookPage(Sheet(title, columns, language, made_at), publication_lines(figures))


def _requests(figures: EvaluationFigures, language: Language, made_at: datetime) -> BookPage:
    columns = (Column("part", N_("Broken down"), lambda line: line.part, 28), _name(N_("What")), *REQUEST_COLUMNS)
    title = language.gettext("Requests, causes of declining")
    return BookPage(Sheet(title, columns, language, made_at), request_lines(figures, language))
