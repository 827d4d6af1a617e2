"""The sections of the annual report that are drawn: months and kinds, the map of the Kreise, topics."""

from collections.abc import Sequence

from domain.documents import parts
from domain.documents.kit.charts import BarChart, ColumnChart, Series
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, table
from domain.documents.kit.text import b, one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.labels import label
from domain.region.kreise import kreis
from domain.rows.annual_report import AnnualReport

_MONTH = 6.4 * MM
_BESIDE_MAP = 150 * MM
"""Map and table of the Kreise stay together on a page."""
_MOST_BARS = 10


_SHORT = 90 * MM


def whole(block: Block) -> Row:
    """A short table that is not torn over two pages."""
    return Row([Stack([block])], (None,), whole=_SHORT)


class ChartParts:
    """Charts of one report in one language, each with the table of its figures."""

    def __init__(self, report: AnnualReport, language: Language, theme: Theme) -> None:
        self._report = report
        self._language = language
        self._theme = theme
        self._this, self._before = str(report.year), str(report.year - 1)

    def months(self) -> list[Block]:
        """Standing bars by month, lying bars by kind, and the table of kinds by month."""
        report, _ = self._report, self._language.gettext
        if not report.kinds:
            return [Paragraph(_("No event was held in this year."), self._theme.plain)]
        names = self._language.months_short
        series = (Series(self._this, report.months), Series(self._before, report.months_before))
        columns = ColumnChart(names, series, self._spoken(names, series), self._number, self._theme)
        kinds = [label(each.kind, self._language) for each in report.kinds]
        by_kind = (
            Series(self._this, tuple(each.held for each in report.kinds)),
            Series(self._before, tuple(each.before for each in report.kinds)),
        )
        bars = BarChart(kinds, by_kind, self._spoken(kinds, by_kind), self._number, self._theme)
        lines: list[tuple[Cell, ...]] = [
            (name, *(self._count(count) for count in each.months), self._number(each.held), self._number(each.reached))
            for name, each in zip(kinds, report.kinds, strict=True)
        ]
        total = (*report.months, report.held, sum(each.reached for each in report.kinds))
        lines.append(tuple(self._strong(text) for text in (_("All kinds"), *map(self._number, total))))
        heads = (_("Kind"), *names, _("Sum"), _("People"))
        widths = (None, *[_MONTH] * 12, 12.5 * MM, 14 * MM)
        return [columns, bars, whole(table(self._theme, widths, heads, lines, is_small=True, gap=1.2 * MM))]

    def districts(self) -> list[Block]:
        """The map beside the table of the 14 Kreise."""
        report, _ = self._report, self._language.gettext
        if not report.kreise:
            return []
        lines = {each.ags: self._number(each.held) for each in report.kreise}
        spoken = _("{kreis}: {count} events, {people} people")
        alt = "; ".join(
            spoken.format(kreis=kreis(each.ags).code, count=each.held, people=each.reached) for each in report.kreise
        )
        drawn = parts.hex_map(lines, alt, self._theme, standing_out={each.ags for each in report.kreise if each.held})
        rows: list[tuple[Cell, ...]] = [
            (kreis(each.ags).name, *map(self._number, (each.held, each.before, each.reached))) for each in report.kreise
        ]
        if report.elsewhere:
            rows.append((_("Without a district"), self._number(report.elsewhere), "–", "–"))
        heads = (_("District"), self._this, self._before, _("People"))
        figures = table(self._theme, (None, 13 * MM, 13 * MM, 16 * MM), heads, rows, is_small=True)
        legend = Paragraph(_("Figures: events held. Dark: at least one."), self._theme.second)
        return [Row([Stack([drawn, legend]), Stack([figures])], (62 * MM, None), 8 * MM, whole=_BESIDE_MAP)]

    def topics(self) -> list[Block]:
        """The topics with most events as bars, and all of them as a table."""
        found, _ = self._report.topics, self._language.gettext
        if not found:
            return []
        most = found[:_MOST_BARS]
        names = [one_line(each.name, 80) for each in most]
        series = (Series(self._this, tuple(each.events for each in most)),)
        bars = BarChart(names, series, self._spoken(names, series), self._number, self._theme, 62 * MM)
        lines = [(one_line(each.name, 200), self._number(each.events), self._number(each.amount)) for each in found]
        heads = (_("Topic"), _("Events counted"), _("People reached"))
        return [bars, table(self._theme, (None, 28 * MM, 28 * MM), heads, lines, is_small=True)]

    def _spoken(self, places: Sequence[str], series: Sequence[Series]) -> str:
        """What a chart says to those who do not see it; every figure stands in the table below."""
        _ = self._language.gettext
        pattern = _("{name}: {figures}")
        said = [
            pattern.format(
                name=each.name,
                figures=", ".join(
                    f"{place} {self._number(figure)}" for place, figure in zip(places, each.figures, strict=True)
                ),
            )
            for each in series
        ]
        return _("Bar chart. {series}").format(series="; ".join(said))

    def _number(self, value: float) -> str:
        return self._language.number(int(value))

    def _count(self, value: int) -> str:
        return self._number(value) if value else "–"

    def _strong(self, text: str) -> Paragraph:
        return Paragraph((b(text),), self._theme.card)
