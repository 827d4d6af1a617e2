"""The stops of a tour sheet in detail: site, times, people, remarks."""

from typing import TYPE_CHECKING

from domain.documents import parts
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import facts
from domain.documents.kit.text import clean, one_line
from domain.documents.kit.theme import MM, Theme
from domain.documents.sites import site_facts
from domain.i18n import Language
from domain.rows.published import PublishedEvent
from domain.rows.tours import StopRow

if TYPE_CHECKING:
    from domain.documents.tour_sheet import StopSheet, TourSheet

_LABELS = 25 * MM
_WHOLE = 110 * MM
"""A stop's details up to this height are kept on one page."""


def details(data: "TourSheet", language: Language, theme: Theme) -> list[Block]:
    """One card for every stop that has something to say beyond the time line."""
    sheets = {stop.event.id: stop for stop in data.stops}
    cards = []
    for number, row in enumerate(data.day.stops, 1):
        stop = sheets.get(row.event.id)
        if stop is not None:
            cards.append(_detail(number, row, stop, language, theme))
    return parts.section(language.gettext("The stops in detail"), theme, cards)


def _detail(number: int, row: StopRow, stop: "StopSheet", language: Language, theme: Theme) -> Block:
    _ = language.gettext
    title = f"{number} · {one_line(row.event.title, 160)}"
    if stop.site is not None:
        place = site_facts(stop.site, language)
    else:
        place = [(_("Site"), _("none on file, settle it before the day")), *_address(stop.event, language)]
    columns = [Stack([facts(theme, place, _LABELS, is_small=True)]), Stack(_around(row, stop, language, theme))]
    blocks = [Paragraph(title, theme.subsection), Row(columns, (None, None), theme.gutter)]
    internal = stop.event.internal
    remarks = parts.prose(internal.security_remarks, theme.plain, language) if internal else []
    if remarks:
        blocks.append(parts.caution(_("Security, internal only"), remarks, theme))
    return Row([Stack(blocks)], (None,), whole=_WHOLE)


def _address(event: PublishedEvent, language: Language) -> list[tuple[str, str]]:
    lines = parts.place_lines(event.place)
    return [(language.gettext("Location"), "\n".join(lines))] if lines else []


def _around(row: StopRow, stop: "StopSheet", language: Language, theme: Theme) -> list[Block]:
    """Whom to call, who comes, and what the house has noted."""
    _ = language.gettext
    event, internal = stop.event, stop.event.internal
    contacts = stop.contacts or (internal.contacts if internal else ())
    expected = row.expected if row.expected is not None else internal.expected if internal else None
    arrival = parts.time_span(row.arrival, None, language)
    work = [parts.duration(minutes, language) for minutes in (row.set_up_minutes, row.tear_down_minutes)]
    rows = [
        (_("Arrival"), arrival),
        (_("Open to visitors"), parts.time_span(event.starts_at, event.ends_at, language)),
        (_("Set-up, tear-down"), ", ".join(work) if row.set_up_minutes or row.tear_down_minutes else ""),
        (_("Contact"), "\n".join(one_line(line) for line in contacts if line.strip())),
        (_("People"), "\n".join(one_line(line) for line in internal.people) if internal else ""),
        (_("Expected"), language.number(expected) if expected is not None else ""),
        (_("Topics"), one_line(language.listing(event.topics)) if event.topics else ""),
        (_("For whom"), one_line(language.listing(event.target_groups)) if event.target_groups else ""),
        (_("Access"), one_line(event.accessibility, 500)),
        (_("Internal notes"), clean(internal.notes, 3000, _("[shortened]")) if internal else ""),
    ]
    known = [(name, value) for name, value in rows if value]
    return [facts(theme, known, _LABELS, is_small=True)] if known else []
