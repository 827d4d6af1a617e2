"""The annual report for the public: key figures, charts with their tables, good examples, and how it was counted."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.documents import parts
from domain.documents.annual_parts import sections
from domain.documents.inputs import SheetSubject
from domain.documents.kit.contents import PageBreak, contents, section_pages
from domain.documents.kit.flow import Block
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet, pages_of
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.theme import Theme
from domain.i18n import N_, Language
from domain.rows.annual_report import AnnualReport
from domain.rows.settings import OfficeSettings


@dataclass(frozen=True, slots=True)
class AnnualSheet:
    """Everything on an annual report; `snapshot` is its code if it was frozen."""

    report: AnnualReport
    office: OfficeSettings
    stand: datetime
    foreword: str = ""
    snapshot: str = ""

    @property
    def subject(self) -> SheetSubject:
        """The year."""
        return SheetSubject(str(self.report.year))

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """It is no part of the plan."""
        return None


def code(data: AnnualSheet) -> str:
    """The snapshot's code, or one that changes with the content; equal codes mean equal reports."""
    return data.snapshot or parts.code_of(data.report, data.office, data.foreword)


def sheet(data: AnnualSheet, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set: once to find the pages of the sections, then with their numbers."""
    first = _sheet(data, language, theme, {})
    return _sheet(data, language, theme, section_pages(pages_of(first, theme)))


def _sheet(data: AnnualSheet, language: Language, theme: Theme, pages: dict[str, int]) -> Sheet:
    _ = language.gettext
    year = data.report.year
    title = _("Annual report {year}").format(year=year)
    return Sheet(
        about=About(
            title=_("Prevention in Sachsen-Anhalt: annual report {year}").format(year=year),
            subject=_("What the prevention staff did in the year, in figures"),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=_("Prevention in Sachsen-Anhalt"),
            title=title,
            lead=_lead(data, language),
            figures=_figures(data.report, language),
        ),
        body=_body(data, language, theme, pages),
        footer=_footer(data, language),
        page_label=lambda page, count: _("Page {page} of {pages}").format(page=page, pages=count),
        foot=parts.public_card(_("Published by"), data.office, [], theme, language),
    )


def _lead(data: AnnualSheet, language: Language) -> str:
    _ = language.gettext
    if data.report.is_over:
        return _("What was done on the road, in schools, town halls and online, in figures")
    return _("Figures until {day}; the year is not over yet").format(day=language.day(data.report.until))


def _footer(data: AnnualSheet, language: Language) -> str:
    if data.snapshot:
        pattern = language.gettext("Frozen on {moment} · snapshot {code} · made with Landauf")
        return pattern.format(moment=language.moment(data.stand), code=data.snapshot)
    return parts.footer(data.stand, None, code(data), language)


def _figures(report: AnnualReport, language: Language) -> tuple[KeyFigure, ...]:
    _ = language.gettext
    captions = (_("events held"), _("people reached"), _("of 14 districts"), _("talks"))
    told = zip(report.key, captions, strict=False)
    return tuple(KeyFigure(language.number(each.now), (caption,)) for each, caption in told)


def _body(data: AnnualSheet, language: Language, theme: Theme, pages: dict[str, int]) -> list[Block]:
    """Foreword or remit and the contents on the first page, then the sections."""
    _ = language.gettext
    found = [(title, blocks) for title, blocks in sections(data.report, language, theme) if blocks]
    opening: list[Block] = (
        parts.section(_("Foreword"), theme, parts.prose(data.foreword, theme.body, language))
        if data.foreword.strip()
        else parts.section(_("Our task"), theme, [Paragraph(_(_TASK), theme.body)])
    )
    head = replace(theme.section, tag="P")  # the list of contents is no section of its own
    blocks = [*opening, Paragraph(_("Contents"), head), contents([title for title, _blocks in found], pages, theme)]
    blocks.append(PageBreak())
    for title, inner in found:
        blocks += parts.section(title, theme, inner)
    return blocks


_TASK = N_(
    "The prevention staff of Sachsen-Anhalt inform, advise and listen: with the Präventionsmobil on squares and in"
    " schools, at citizen dialogues in every district, in lectures and trainings, in consultations and on patrol with"
    " the Ordnungsämter. This report tells in figures what was done, where, and for whom. It names no persons."
)
