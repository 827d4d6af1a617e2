"""What a tour sheet says at each stop, below its name: site, power, permit, people, remarks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from domain.documents import parts
from domain.documents.kit.flow import Block, Frame, Stack
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import Run, b, clean, one_line, paragraphs
from domain.documents.kit.theme import MM, Theme
from domain.documents.permits import permit_words
from domain.documents.sites import site_facts
from domain.i18n import Language
from domain.rows.published import InternalPart, PublishedEvent
from domain.rows.tours import StopRow

if TYPE_CHECKING:
    from domain.documents.tour_sheet import StopSheet

Fact = tuple[str, str]
_BETWEEN = "  ·  "


def details(row: StopRow, stop: "StopSheet", language: Language, theme: Theme) -> list[Block]:
    """Everything to know at a stop, in short paragraphs of names and values; remarks in a box."""
    _ = language.gettext
    internal = stop.event.internal or InternalPart()
    groups = (
        *_place(stop, language),
        [*_permit(stop, language), *_people(stop, internal, language)],
        [*_audience(row, stop.event, internal, language), *_work(row, language)],
        [(_("Internal notes"), clean(internal.notes, 3000, _("[shortened]")))],
    )
    blocks: list[Block] = [run_in(group, theme) for group in groups if any(value for _name, value in group)]
    remarks = " ".join(paragraphs(internal.security_remarks, _("[shortened]")))
    if remarks:
        blocks.append(_warning(_("Security, internal only"), remarks, theme))
    return blocks


def _warning(title: str, text: str, theme: Theme) -> Stack:
    """Remarks in a narrow box that says in words that they must not leave the house."""
    palette = theme.palette
    words = Paragraph([Run(title, theme.faces.semibold, palette.warning), Run(f" {text}")], theme.card)
    frame = Frame(2.5 * MM, 1.5 * MM, 2.5 * MM, 1.5 * MM, palette.warning_ground, palette.warning, 1.5 * MM)
    box = Stack([words], frame)
    box.before = box.after = 1 * MM
    return box


def run_in(facts: Sequence[Fact], theme: Theme) -> Paragraph:
    """Names and values in one paragraph, the names a weight stronger, a dot between pairs; empty values left out."""
    runs: list[Run] = []
    for name, value in facts:
        if value:
            runs += [*([Run(_BETWEEN)] if runs else []), b(name), Run(f" {value}")]
    return Paragraph(runs, theme.dense)


def _place(stop: "StopSheet", language: Language) -> list[list[Fact]]:
    """The site in two paragraphs, where it is and what is there; or the address with the hint that no site is known."""
    _ = language.gettext
    if stop.site is None:
        address = ", ".join(parts.place_lines(replace(stop.event.place, name="")))
        return [[(_("Site"), _("none on file, settle it before the day")), (_("Location"), address)]]
    facts = dict(site_facts(stop.site, language))
    where = [_("Address"), _("Way in"), _("Key"), _("Notes")]
    if facts.get(_("Site"), "") != one_line(stop.event.place.name):
        where.insert(0, _("Site"))
    there = [name for name in facts if name not in {*where, _("Site"), _("Permit")}]
    return [[(name, facts[name]) for name in names if name in facts] for names in (where, there)]


def _permit(stop: "StopSheet", language: Language) -> list[Fact]:
    """That for this event, or where none was looked up what the site says."""
    name = language.gettext("Permit")
    if stop.permit is not None:
        return [(name, permit_words(stop.permit, language))]
    return [fact for fact in site_facts(stop.site, language) if fact[0] == name] if stop.site else []


def _people(stop: "StopSheet", internal: InternalPart, language: Language) -> list[Fact]:
    _ = language.gettext
    contacts = stop.contacts or internal.contacts
    return [
        (_("Contact"), "; ".join(one_line(line) for line in contacts if line.strip())),
        (_("People"), "; ".join(one_line(line) for line in internal.people)),
    ]


def _audience(row: StopRow, event: PublishedEvent, internal: InternalPart, language: Language) -> list[Fact]:
    _ = language.gettext
    expected = row.expected if row.expected is not None else internal.expected
    return [
        (_("Topics"), one_line(language.listing(event.topics)) if event.topics else ""),
        (_("For whom"), one_line(language.listing(event.target_groups)) if event.target_groups else ""),
        (_("Expected"), language.number(expected) if expected is not None else ""),
        (_("Access"), one_line(event.accessibility, 500)),
    ]


def _work(row: StopRow, language: Language) -> list[Fact]:
    if not row.set_up_minutes and not row.tear_down_minutes:
        return []
    work = [parts.duration(minutes, language) for minutes in (row.set_up_minutes, row.tear_down_minutes)]
    return [(language.gettext("Set-up, tear-down"), ", ".join(work))]
