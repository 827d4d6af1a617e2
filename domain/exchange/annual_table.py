"""The annual report as tables: a sheet for each of its parts, and one table of all its figures for CSV and JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.exchange.columns import Column, Sheet
from domain.exchange.table_xlsx import BookPage
from domain.i18n import N_, Language
from domain.labels import label
from domain.region.kreise import kreis
from domain.rows.annual_report import AnnualReport, Figure, KindYear, KreisYear, TargetYear


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One figure of the report: its part, what it counts, this year's and the one before's (None = not told)."""

    part: str
    what: str
    now: float
    before: float | None = None
    unit: str = ""


FIGURES: tuple[Column[ReportLine], ...] = (
    Column("part", N_("Section"), lambda line: line.part, 30),
    Column("what", N_("Figure"), lambda line: line.what, 44),
    Column("now", N_("In the year"), lambda line: line.now, 12),
    Column("before", N_("In the year before"), lambda line: line.before, 12),
    Column("unit", N_("Unit"), lambda line: line.unit, 8),
)
"""All figures, one a line."""


def _month(at: int) -> Column[KindYear]:
    """How many were held in one month, 0 for January; its number is its heading in every language."""
    return Column(f"month_{at + 1}", f"{at + 1:02}", lambda line: line.months[at], 6)


_KINDS: tuple[Column[KindYear], ...] = (
    Column("kind", N_("Kind"), lambda line: line.kind, 24),
    *(_month(at) for at in range(12)),
    Column("held", N_("Sum"), lambda line: line.held, 8),
    Column("before", N_("In the year before"), lambda line: line.before, 12),
    Column("reached", N_("People reached"), lambda line: line.reached, 12),
)
_KREISE: tuple[Column[KreisYear], ...] = (
    Column("kreis_ags", N_("District key"), lambda line: line.ags, 12),
    Column("kreis", N_("District"), lambda line: kreis(line.ags).name, 28),
    Column("held", N_("In the year"), lambda line: line.held, 12),
    Column("before", N_("In the year before"), lambda line: line.before, 12),
    Column("reached", N_("People reached"), lambda line: line.reached, 12),
)
_TARGETS: tuple[Column[TargetYear], ...] = (
    Column("kind", N_("Kind"), lambda line: line.kind, 24),
    Column("target", N_("Target"), lambda line: line.target, 10),
    Column("held", N_("Held"), lambda line: line.held, 10),
    Column("missing", N_("Missing"), lambda line: line.missing, 10),
    Column("next_target", N_("Target of the next year"), lambda line: line.next_target, 12),
    Column("next_planned", N_("Planned in the next year"), lambda line: line.next_planned, 12),
)
_RULES: tuple[Column[str], ...] = (Column("text", N_("How it was counted"), lambda line: line, 110),)


def lines(report: AnnualReport, language: Language) -> Iterator[ReportLine]:
    """Every figure of the report, in its order."""
    _ = language.gettext
    for part, figures in _parts(report):
        for each in figures:
            yield ReportLine(_(part), _(each.msgid), each.now, each.before, each.unit)
    for part, told in _counted(report, language):
        for what, now, before in told:
            yield ReportLine(part, what, now, before)


def _counted(report: AnnualReport, language: Language) -> Iterator[tuple[str, list[tuple[str, float, float | None]]]]:
    """Kinds, Kreise, topics and all else that is counted by name."""
    _ = language.gettext
    none = _("No cause noted")
    elsewhere = [(_("Without a district"), report.elsewhere, None)] if report.elsewhere else []
    yield _("Kinds"), [(label(each.kind, language), each.held, each.before) for each in report.kinds]
    yield _("Districts"), [*((kreis(each.ags).name, each.held, each.before) for each in report.kreise), *elsewhere]
    yield _("Topics"), [(each.name, each.events, None) for each in report.topics]
    advice = [(each.about, each.held) for each in report.consultations]
    yield _("Consultations"), [(label(it, language) if it else _("No field noted"), held, None) for it, held in advice]
    yield _("Publications"), [(each.name, each.amount, None) for each in report.publications]
    yield _("Requests"), [(_("Became events"), report.accepted, None)]
    causes = [(each.cause, each.requests) for each in report.requests.declined]
    yield _("Requests declined"), [(label(it, language) if it else none, count, None) for it, count in causes]


def _parts(report: AnnualReport) -> tuple[tuple[str, tuple[Figure, ...]], ...]:
    return (
        (N_("Key figures"), report.key),
        (N_("Präventionsmobil"), report.mobile),
        (N_("Citizen dialogues and concerns"), report.dialogues),
        (N_("Lectures"), report.lectures),
        (N_("Joint patrols with the Ordnungsämter"), report.patrols),
        (N_("Trainings, councils and online"), (*report.trainings, *report.councils, *report.online)),
    )


def pages(report: AnnualReport, language: Language, moment: datetime) -> list[BookPage]:
    """The sheets of the workbook."""
    _ = language.gettext
    rules = [language.text(rule.msgid, rule.params) for rule in report.footnotes]
    return [
        BookPage(Sheet(_("Key figures"), FIGURES, language, moment), lines(report, language)),
        BookPage(Sheet(_("Events by month and kind"), _KINDS, language, moment), report.kinds),
        BookPage(Sheet(_("Districts"), _KREISE, language, moment), report.kreise),
        BookPage(Sheet(_("Outlook"), _TARGETS, language, moment), report.targets),
        BookPage(Sheet(_("How it was counted"), _RULES, language, moment), rules),
    ]
