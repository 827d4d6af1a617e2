"""The coverage report of a year: what was aimed at, held and planned in each Kreis, and what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.documents import parts
from domain.documents.inputs import SheetSubject
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, items, table
from domain.documents.kit.text import b
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.labels import label
from domain.labels.half_years import half_of_year, half_year
from domain.region.kreise import kreis, kreise
from domain.rows.coverage import CoverageRow
from domain.rows.settings import OfficeSettings
from domain.terms import EventKind

_HALVES = ("H1", "H2")
_NARROW = 13.7 * MM
_NUMBER = 13 * MM


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """Everything in a coverage report; `rows` are those of the year's two half-years, as lists and tables hold them.

    `projects` is how many advisory projects ran in the year, by key of the Kreis.
    """

    year: int
    rows: tuple[CoverageRow, ...]
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False
    projects: tuple[tuple[str, int], ...] = ()

    @property
    def subject(self) -> SheetSubject:
        """The year."""
        return SheetSubject(str(self.year))

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """None in particular."""
        return frozenset()


@dataclass(frozen=True, slots=True)
class _Sums:
    """Added up rows."""

    target: int
    held: int
    planned: int
    missing: int
    reached: int

    @classmethod
    def of(cls, rows: Iterable[CoverageRow]) -> "_Sums":
        """The sums of these rows."""
        found = list(rows)
        names = ("target", "held", "planned", "missing", "reached")
        return cls(*(sum(getattr(row, name) for row in found) for name in names))


def code(data: CoverageReport) -> str:
    """The short code of a report made from this; equal codes mean equal reports."""
    return parts.code_of(data.year, data.rows, data.office, data.projects)


def sheet(data: CoverageReport, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    title = _("Coverage {year}").format(year=data.year)
    return Sheet(
        about=About(
            title=title,
            subject=_("Events aimed at, held and planned in the 14 districts of Sachsen-Anhalt"),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=_("Coverage report"),
            title=title,
            lead=_("Events aimed at, held and planned in the 14 districts of Sachsen-Anhalt"),
            figures=_figures(_Sums.of(data.rows), language),
        ),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
    )


def _figures(sums: _Sums, language: Language) -> tuple[KeyFigure, ...]:
    _ = language.gettext
    return (
        KeyFigure(language.number(sums.held), (_("Held"),)),
        KeyFigure(language.number(sums.planned), (_("Planned"),)),
        KeyFigure(language.number(sums.target), (_("Target"),)),
        KeyFigure(language.number(sums.missing), (_("Missing"),)),
    )


def story(data: CoverageReport, language: Language, theme: Theme) -> list[Block]:
    """Map and kinds side by side, the gaps, a table for each kind, and how it was counted."""
    _ = language.gettext
    kinds = [kind for kind in EventKind if any(row.kind is kind for row in data.rows)]
    left = parts.section(_("Districts"), theme, _map(data, language, theme))
    right = parts.section(_("Sachsen-Anhalt by kind"), theme, _by_kind(data, kinds, language, theme))
    blocks: list[Block] = [Row([Stack(left), Stack(right)], (58 * MM, None), 8 * MM)]
    blocks += parts.section(_("Gaps"), theme, _gaps(data, language, theme))
    for kind in kinds:
        blocks += parts.section(label(kind, language), theme, [_of_kind(data, kind, language, theme)])
    if data.projects:
        lines = [f"{kreis(ags).name}: {language.number(count)}" for ags, count in data.projects]
        blocks += parts.section(_("Advisory projects"), theme, [items(theme, lines)])
    blocks += parts.section(_("How it was counted"), theme, [items(theme, _rules(language), is_small=True)])
    return blocks


def _map(data: CoverageReport, language: Language, theme: Theme) -> list[Block]:
    """Every Kreis with "held + planned"; those that stand out lack nothing."""
    _ = language.gettext
    sums = {each.ags: _Sums.of(row for row in data.rows if row.kreis_ags == each.ags) for each in kreise()}
    lines = {ags: f"{found.held} + {found.planned}" for ags, found in sums.items()}
    spoken = _("{kreis}: {held} held, {planned} planned, {missing} missing")
    alt = "; ".join(
        spoken.format(kreis=kreis(ags).code, held=found.held, planned=found.planned, missing=found.missing)
        for ags, found in sums.items()
    )
    full = {ags for ags, found in sums.items() if found.target and not found.missing}
    legend = _("Figures: held + planned. Dark: nothing is missing of what was aimed at.")
    return [
        parts.hex_map(lines, alt, theme, standing_out=full),
        Paragraph(legend, theme.second),
    ]


def _by_kind(data: CoverageReport, kinds: Sequence[EventKind], language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    if not kinds:
        return [Paragraph(_("There are neither events nor targets in this year."), theme.plain)]
    marked = (_("Held"), _("Planned"), _("Missing"), _("Reached"))
    heads = (_("Kind"), _("Target"), *(f"{word}\u00a0{mark}" for word, mark in zip(marked, "¹²³⁴", strict=True)))
    rows = [(kind, _Sums.of(row for row in data.rows if row.kind is kind)) for kind in kinds]
    lines: list[tuple[Cell, ...]] = [(label(kind, language), *_cells(sums, language)) for kind, sums in rows]
    total = _Sums.of(data.rows)
    lines.append(tuple(_strong(text, theme) for text in (_("All kinds"), *_cells(total, language))))
    return [table(theme, (None, 9 * MM, 15.5 * MM, 14 * MM, *[13.5 * MM] * 2), heads, lines, is_small=True)]


def _cells(sums: _Sums, language: Language) -> tuple[str, ...]:
    return (
        language.number(sums.target),
        language.number(sums.held),
        language.number(sums.planned),
        language.number(sums.missing),
        language.number(sums.reached),
    )


def _strong(text: str, theme: Theme) -> Paragraph:
    return Paragraph((b(text),), theme.card)


def _gaps(data: CoverageReport, language: Language, theme: Theme) -> list[Block]:
    """Every Kreis, kind and half-year that lacks something, the largest gap first."""
    _ = language.gettext
    lacking = sorted((row for row in data.rows if row.missing), key=lambda row: -row.missing)
    if not lacking:
        return [Paragraph(_("Nothing is missing of what was aimed at."), theme.plain)]
    heads = (_("District"), _("Kind"), _("Half-year"), _("Missing") + "\u00a0³", _("Target"), _("Held"), _("Planned"))
    lines: list[tuple[Cell, ...]] = [
        (
            kreis(row.kreis_ags).name,
            label(row.kind, language),
            half_year(row.half_year, language),
            language.number(row.missing),
            language.number(row.target),
            language.number(row.held),
            language.number(row.planned),
        )
        for row in lacking
    ]
    return [table(theme, (40 * MM, None, 34 * MM, *[_NUMBER] * 2, _NARROW, _NARROW), heads, lines, is_small=True)]


def _of_kind(data: CoverageReport, kind: EventKind, language: Language, theme: Theme) -> Block:
    """A row for each Kreis, the two half-years side by side, and the sums of the state."""
    _ = language.gettext
    names = [f"{data.year}-{half}" for half in _HALVES]
    words = (_("Target"), _("Held"), _("Planned"), _("Missing"))
    heads = (_("District"), *(f"{half_of_year(name, language)} {word}" for name in names for word in words))
    of_kind = [row for row in data.rows if row.kind is kind]
    lines: list[tuple[Cell, ...]] = [
        (each.name, *_halves([row for row in of_kind if row.kreis_ags == each.ags], names, language))
        for each in kreise()
    ]
    sums = _halves(of_kind, names, language)
    lines.append(tuple(_strong(text, theme) for text in (_("Sachsen-Anhalt"), *sums)))
    return table(theme, (None, *[_NARROW] * 8), heads, lines, is_small=True)


def _halves(rows: Sequence[CoverageRow], names: Sequence[str], language: Language) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        found += _cells(_Sums.of(row for row in rows if row.half_year == name), language)[:4]
    return tuple(found)


def _rules(language: Language) -> tuple[str, ...]:
    _ = language.gettext
    return (
        _("¹ Held: events in state held or reviewed, by the local day they began on."),
        _("² Planned: events that are tentative or confirmed; ideas, requests and cancelled events do not count."),
        _(
            "³ Missing: what is neither held nor planned of the target of one kind and half-year; "
            "more of one kind does not make up for another."
        ),
        _("⁴ Reached: people counted at the events held; events without a count add nothing."),
        _("Events of every audience count, those without a district (online, for example) do not."),
    )
