"""The sections of the annual report: each a chart or a map where it helps, and always the table of its figures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.documents import parts
from domain.documents.annual_charts import ChartParts, whole
from domain.documents.kit.flow import Block
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, items, table
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import N_, Language
from domain.labels import label
from domain.rows.annual_report import AnnualReport, Figure

_NUMBER = 22 * MM
_LEAST_BASE = 20
"""Of a smaller number no percentage is told: it would say more than there is."""

Section = tuple[str, list[Block]]


def sections(report: AnnualReport, language: Language, theme: Theme) -> Iterator[Section]:
    """Title and content of every section; one without content is empty."""
    _ = language.gettext
    make = _Maker(report, language, theme)
    yield _("Key figures"), [*make.figures(report.key), *make.caution()]
    yield _("Events by month and kind"), make.months()
    yield _("Districts"), make.districts()
    yield _("Topics"), make.topics()
    yield N_("Präventionsmobil"), make.figures(report.mobile)
    yield _("Citizen dialogues and concerns"), make.figures(report.dialogues)
    yield _("Lectures"), make.figures(report.lectures)
    yield _("Consultations"), make.consultations()
    yield _("Joint patrols with the Ordnungsämter"), make.figures(report.patrols)
    yield _("Trainings, councils and online"), make.figures((*report.trainings, *report.councils, *report.online))
    yield _("Good examples"), make.examples()
    yield _("Publications"), make.publications()
    yield _("Requests"), make.requests()
    yield _("Outlook"), make.outlook()
    rules = [language.text(rule.msgid, rule.params) for rule in report.footnotes]
    yield _("How it was counted"), [items(theme, rules, is_small=True)]


class _Maker(ChartParts):
    """Makes the content of sections of one report in one language."""

    def figures(self, found: Sequence[Figure]) -> list[Block]:
        """Figures of both years and what became of them; nothing if all of them are nothing."""
        _ = self._language.gettext
        if not any(each.now or each.before for each in found):
            return []
        lines = [(_(each.msgid), self._amount(each.now, each), self._amount(each.before, each), self._change(each))
                 for each in found]  # fmt: skip
        heads = (_("Figure"), self._this, self._before, _("Change"))
        return [whole(table(self._theme, (None, 28 * MM, 28 * MM, 28 * MM), heads, lines, is_small=True))]

    def caution(self) -> list[Block]:
        """That the year is not over, and what the year before is then."""
        if self._report.is_over:
            return []
        text = self._language.gettext(
            "The year is not over: it is counted up to {day}, and the year before up to the same day."
        )
        return [Paragraph(text.format(day=self._language.day(self._report.until)), self._theme.second)]

    def _amount(self, value: float, figure: Figure) -> str:
        number = self._language.number(round(value, 1) if value % 1 else int(value))
        return f"{number}\u00a0{figure.unit}" if figure.unit else number

    def _change(self, figure: Figure) -> str:
        """By how much it rose or fell: in percent, of a small number in figures, and in words where nothing was."""
        _ = self._language.gettext
        if not figure.before:
            return _("new") if figure.now else "–"
        difference = figure.now - figure.before
        sign = "+" if difference > 0 else "−" if difference < 0 else "±"
        if figure.before < _LEAST_BASE:
            return f"{sign}{self._amount(abs(difference), replace(figure, unit=''))}"
        percent = round(difference / figure.before * 100)
        return f"{sign if percent else '±'}{self._language.number(abs(percent))}\u00a0%"

    def consultations(self) -> list[Block]:
        """Consultations by field: how many, talks and hours; never who."""
        found, _ = self._report.consultations, self._language.gettext
        if not found:
            return []
        lines = [
            (
                label(each.about, self._language) if each.about else _("No field noted"),
                self._number(each.held),
                self._number(each.talks),
                self._language.number(round(each.minutes / 60, 1)),
            )
            for each in found
        ]
        heads = (_("Field of advice"), _("Consultations"), _("Talks"), _("Hours of talks"))
        return [whole(table(self._theme, (None, 28 * MM, 22 * MM, 28 * MM), heads, lines, is_small=True))]

    def examples(self) -> list[Block]:
        """What others can learn from, in the words of its public profile."""
        blocks: list[Block] = []
        for each in self._report.examples:
            where = ", ".join(part for part in (one_line(each.town, 80), self._day(each.day)) if part)
            blocks += [
                Paragraph(one_line(each.title, 200), self._theme.subsection),
                Paragraph(where or "–", self._theme.second),
            ]
            for text in (each.aim, each.result):
                blocks += parts.prose(text[:600], self._theme.body, self._language)
        return blocks

    def _day(self, day: object) -> str:
        from datetime import date

        return self._language.day(day) if isinstance(day, date) else ""

    def publications(self) -> list[Block]:
        """What was handed out."""
        found, _ = self._report.publications, self._language.gettext
        if not found:
            return []
        lines = [(one_line(each.name, 300), self._number(each.amount), self._number(each.events)) for each in found]
        heads = (_("Publication"), _("Copies"), _("Events counted"))
        return [table(self._theme, (None, _NUMBER, 28 * MM), heads, lines, is_small=True)]

    def requests(self) -> list[Block]:
        """What came in, what became of it, and why something was declined; capacity always has its line."""
        report, _ = self._report, self._language.gettext
        found = report.requests
        lines: list[tuple[Cell, ...]] = [
            (_("Received"), self._number(found.received)),
            (_("Became events"), self._number(report.accepted)),
            (_("Declined"), self._number(found.all_declined)),
            (_("for lack of capacity"), self._strong(self._number(found.for_capacity))),
        ]
        for each in found.declined:
            if each.cause is None or each.cause.value != "capacity":
                cause = label(each.cause, self._language) if each.cause else _("No cause noted")
                lines.append((cause, self._number(each.requests)))
        return [whole(table(self._theme, (None, _NUMBER), (_("Requests"), _("How many")), lines, is_small=True))]

    def outlook(self) -> list[Block]:
        """Targets of this year and the next."""
        report, _ = self._report, self._language.gettext
        if not report.targets:
            return []
        lines = [
            (label(each.kind, self._language), *map(self._number, (
                each.target, each.held, each.missing, each.next_target, each.next_planned,
            )))
            for each in report.targets
        ]  # fmt: skip
        coming = report.year + 1
        heads = (
            _("Kind"), _("Target {year}").format(year=report.year), _("Held"), _("Missing"),
            _("Target {year}").format(year=coming), _("Planned"),
        )  # fmt: skip
        widths = (None, 22 * MM, 18 * MM, 18 * MM, 22 * MM, 20 * MM)
        return [whole(table(self._theme, widths, heads, lines, is_small=True))]
