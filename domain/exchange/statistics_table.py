"""The figures of the evaluation as one table: a line for everything that is counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from domain.exchange.columns import CellValue, Column
from domain.i18n import N_, Language
from domain.labels import label
from domain.rows.evaluation import Cell, Comparison, EvaluationFigures, Line, RequestLine, RequestSums, Sums
from domain.rules.evaluation.names import line_name
from domain.terms import Breakdown, StatisticsPart

EVENT_FIGURES: tuple[tuple[str, str], ...] = (
    ("held", N_("Held")),
    ("planned", N_("Planned")),
    ("cancelled", N_("Cancelled")),
    ("postponed", N_("Postponed")),
    ("declined", N_("Declined")),
    ("expected", N_("People expected")),
    ("reached", N_("People reached")),
    ("awaited", N_("People expected at what is planned")),
    ("kilometres", N_("Kilometres")),
    ("hours", N_("Event hours")),
    ("police_hours", N_("Patrol hours of the police")),
    ("ordnungsamt_hours", N_("Patrol hours of the Ordnungsamt")),
    ("checks", N_("Checks on patrols")),
    ("talks", N_("Talks")),
    ("talk_minutes", N_("Minutes of talks")),
    ("reach", N_("Reach online")),
    ("handed_out", N_("Copies handed out")),
)
"""The figures of events: names of `Sums`, and how they are called."""

REQUEST_FIGURES: tuple[tuple[str, str], ...] = (
    ("received", N_("Requests received")),
    ("accepted", N_("Requests accepted")),
    ("declined", N_("Requests declined")),
    ("capacity", N_("of these for lack of capacity")),
    ("withdrawn", N_("Requests withdrawn")),
    ("waiting", N_("Requests on the waiting list")),
    ("open", N_("Requests still open")),
)
"""The figures of requests: names of `RequestSums`, and how they are called."""

_REQUEST = "request_"
"""Stands before the names of request figures, as events are declined, too."""


@dataclass(frozen=True, slots=True)
class StatisticsLine:
    """One line: what it is about, its days, and the figures it has, by column."""

    part: StatisticsPart
    key: str
    name: str
    figures: Mapping[str, CellValue]
    first_day: date | None = None
    last_day: date | None = None
    column_key: str = ""
    column: str = ""


def event_figures(sums: Sums) -> dict[str, CellValue]:
    """The figures of events by column."""
    return {key: getattr(sums, key) for key, _msgid in EVENT_FIGURES}


def request_figures(sums: RequestSums) -> dict[str, CellValue]:
    """The figures of requests by column."""
    return {_REQUEST + key: getattr(sums, key) for key, _msgid in REQUEST_FIGURES}


def _figure(key: str, msgid: str) -> Column[StatisticsLine]:
    return Column(key, msgid, lambda line: line.figures.get(key), 12)


FIGURE_COLUMNS: tuple[Column[StatisticsLine], ...] = tuple(_figure(key, msgid) for key, msgid in EVENT_FIGURES)
REQUEST_COLUMNS: tuple[Column[StatisticsLine], ...] = tuple(
    _figure(_REQUEST + key, msgid) for key, msgid in REQUEST_FIGURES
)
COLUMNS: tuple[Column[StatisticsLine], ...] = (
    Column("part", N_("Broken down"), lambda line: line.part, 24),
    Column("key", N_("Key"), lambda line: line.key, for_programs=True),
    Column("name", N_("What"), lambda line: line.name, 34),
    Column("column_key", N_("Key"), lambda line: line.column_key or None, for_programs=True),
    Column("column", N_("And further"), lambda line: line.column or None, 22),
    Column("from", N_("From"), lambda line: line.first_day, 11),
    Column("to", N_("To"), lambda line: line.last_day, 11),
    *FIGURE_COLUMNS,
    *REQUEST_COLUMNS,
)
"""The table of all lines; sums only, the same for every audience."""


def statistics_lines(figures: EvaluationFigures, language: Language) -> Iterator[StatisticsLine]:
    """Every line of the figures: sums, comparisons, breakdowns, tables of two, publications, requests."""
    days = figures.wanted.first_day, figures.wanted.last_day
    yield StatisticsLine(
        StatisticsPart.whole, "", label(StatisticsPart.whole, language), event_figures(figures.whole), *days
    )
    for part, other in (
        (StatisticsPart.before, figures.before),
        (StatisticsPart.year_ago, figures.year_ago),
    ):
        if other is not None:
            yield _compared(part, other, language)
    for breakdown in Breakdown:
        yield from breakdown_lines(figures, breakdown, language)
    for part in CROSSED:
        yield from crossed_lines(figures, part, language)
    yield from publication_lines(figures)
    yield from request_lines(figures, language)


def _compared(part: StatisticsPart, other: Comparison, language: Language) -> StatisticsLine:
    return StatisticsLine(part, "", label(part, language), event_figures(other.sums), other.days.first, other.days.last)


def breakdown_lines(figures: EvaluationFigures, breakdown: Breakdown, language: Language) -> Iterator[StatisticsLine]:
    """The lines of one breakdown."""
    days = figures.wanted.first_day, figures.wanted.last_day

    def made(line: Line) -> StatisticsLine:
        name = line_name(breakdown, line.key, figures.names, language)
        return StatisticsLine(StatisticsPart(breakdown.value), line.key, name, event_figures(line.sums), *days)

    return map(made, figures.lines(breakdown))


CROSSED: dict[StatisticsPart, tuple[str, Breakdown, Breakdown]] = {
    StatisticsPart.month_kind: ("month_kinds", Breakdown.month, Breakdown.kind),
    StatisticsPart.kreis_kind: ("kreis_kinds", Breakdown.kreis, Breakdown.kind),
    StatisticsPart.cause_kreis: ("cause_kreise", Breakdown.accident_cause, Breakdown.kreis),
}
"""The tables of two breakdowns: field of the figures, row, column."""


def crossed_lines(figures: EvaluationFigures, part: StatisticsPart, language: Language) -> Iterator[StatisticsLine]:
    """The cells of one table of two breakdowns."""
    field, row, column = CROSSED[part]
    days = figures.wanted.first_day, figures.wanted.last_day
    cells: tuple[Cell, ...] = getattr(figures, field)
    for cell in cells:
        yield StatisticsLine(
            part,
            cell.row,
            line_name(row, cell.row, figures.names, language),
            event_figures(cell.sums),
            *days,
            column_key=cell.column,
            column=line_name(column, cell.column, figures.names, language),
        )


def publication_lines(figures: EvaluationFigures) -> Iterator[StatisticsLine]:
    """What was handed out, the most first."""
    days = figures.wanted.first_day, figures.wanted.last_day
    for line in figures.publications:
        name = figures.names.get(line.key, line.key)
        counts: dict[str, CellValue] = {"held": line.events, "handed_out": line.copies}
        yield StatisticsLine(StatisticsPart.publication, line.key, name, counts, *days)


def request_lines(figures: EvaluationFigures, language: Language) -> Iterator[StatisticsLine]:
    """The requests: all, by kind, Kreis and sort of requester, and those declined by cause."""
    days = figures.wanted.first_day, figures.wanted.last_day
    found = figures.requests
    part = StatisticsPart.request
    yield StatisticsLine(part, "", label(part, language), request_figures(found.whole), *days)
    groups: tuple[tuple[StatisticsPart, Breakdown, tuple[RequestLine, ...]], ...] = (
        (StatisticsPart.request_kind, Breakdown.kind, found.kinds),
        (StatisticsPart.request_kreis, Breakdown.kreis, found.kreise),
        (StatisticsPart.request_school, Breakdown.school, found.schools),
    )
    for part, breakdown, lines in groups:
        for line in lines:
            name = line_name(breakdown, line.key, figures.names, language)
            yield StatisticsLine(part, line.key, name, request_figures(line.sums), *days)
    for each in found.causes:
        name = label(each.cause, language) if each.cause else language.gettext("not given")
        counts: dict[str, CellValue] = {f"{_REQUEST}declined": each.count}
        yield StatisticsLine(StatisticsPart.decline_cause, each.cause or "", name, counts, *days)
