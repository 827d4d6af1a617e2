"""The calendar of a district: six months on a sheet with the public events as marks, and all of them in a list."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from domain.documents import parts
from domain.documents.calendar_days import by_day, days_of, explanation, is_free, is_school_holiday
from domain.documents.inputs import SheetSubject
from domain.documents.kinds import mark
from domain.documents.kit.calendar_grid import Grid, GridCell, piece, room, wide
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.heads import PlainHead
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, table
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MEDIUM, MM, REGULAR, Theme
from domain.i18n import Language
from domain.labels import label
from domain.labels.half_years import half_year
from domain.region.kreise import Kreis
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.rules.coverage import half_year_days

_GAP = 7 * MM
_TALL = 7.2 * MM
_SIX_MONTHS = 150 * MM
"""The six months up to this height are kept on one page."""


@dataclass(frozen=True, slots=True)
class DistrictCalendar:
    """The public events of a Kreis in order, in half-years ("2027-H1")."""

    kreis: Kreis
    half_years: tuple[str, ...]
    events: tuple[PublishedEvent, ...]
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False

    @property
    def subject(self) -> SheetSubject:
        """The Kreis."""
        return SheetSubject(self.kreis.name)

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """The events on it."""
        return frozenset(event.id for event in self.events)


def paper(theme: Theme, data: DistrictCalendar) -> Theme:  # noqa: ARG001 - the hook's shape
    """The usual sheet with narrower margins."""
    return replace(theme, margin=15 * MM, air=0.7)


def code(data: DistrictCalendar) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.kreis, data.half_years, data.events, data.office)


def sheet(data: DistrictCalendar, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    spans = " – ".join(half_year(name, language) for name in data.half_years)
    title = _("Events in {kreis}").format(kreis=data.kreis.name)
    name = data.office.name.strip() or _("Prevention")
    return Sheet(
        about=About(
            title=f"{title}, {spans}",
            subject=_("The public events of a district by month"),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=PlainHead(title, name, _reach(data.office, language)),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
    )


def _reach(office: OfficeSettings, language: Language) -> str:
    """Where everybody can ask, in a line."""
    _ = language.gettext
    ways = [one_line(way, 80) for way in (office.phone, office.email, office.website) if way.strip()]
    if not ways:
        return _("Open to everybody")
    return _("Open to everybody. Questions: {ways}").format(ways=", ".join(ways))


def story(data: DistrictCalendar, language: Language, theme: Theme) -> list[Block]:
    """Each half-year: its months, what the marks mean, and its events."""
    blocks: list[Block] = []
    for name in data.half_years:
        blocks += _half_year(data, name, language, theme)
    return blocks


def _half_year(data: DistrictCalendar, name: str, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    span = half_year_days(name)
    events = [event for event in data.events if any(day in span for day in days_of(event))]
    days = by_day(events, span)
    width = (theme.width - 2 * _GAP) / 3
    months = [date(span.first.year, span.first.month + number, 1) for number in range(6)]
    grids = [Stack(_month(month, days, width, language, theme)) for month in months]
    rows = [Row(grids[start : start + 3], [width] * 3, _GAP, whole=_SIX_MONTHS) for start in (0, 3)]
    head = Paragraph(half_year(name, language), theme.section)
    whole = Row([Stack([head, *rows, Stack(explanation(events, span, language, theme))])], [None], whole=_SIX_MONTHS)
    return [whole, *_list(events, language, theme)]


def _month(
    first: date, days: Mapping[date, Sequence[PublishedEvent]], width: float, language: Language, theme: Theme
) -> list[Block]:
    """One month by weeks: Monday to Sunday, the week's number in front."""
    palette = theme.palette
    column = width / 8
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    week_head = piece(language.pgettext("number of the week", "Wk"), REGULAR, palette.muted)
    names = [piece(language.weekday_name(number)[:2], REGULAR, palette.muted) for number in range(7)]
    rows = [[GridCell(((name,),), "column") for name in (week_head, *names)]]
    for week in weeks:
        number = piece(str(week[0].isocalendar().week), REGULAR, palette.muted)
        cells = [_day(day, first.month, days, column, language, theme) for day in week]
        rows.append([GridCell(((number,),), "row"), *cells])
    grid = Grid(rows, [column] * 8, _TALL, palette, bars_below=True)
    grid.after = 1 * MM
    return [Paragraph(language.month(first), theme.subsection), grid]


def _day(
    day: date,
    month: int,
    days: Mapping[date, Sequence[PublishedEvent]],
    column: float,
    language: Language,
    theme: Theme,
) -> GridCell:
    """The number, and below it the letters of the events for which there is room; days of other months stay empty."""
    if day.month != month:
        return GridCell()
    palette, free = theme.palette, is_free(day)
    number = piece(str(day.day), MEDIUM if free or day in days else REGULAR, palette.ink)
    events = days.get(day, ())
    line = tuple(mark(event.kind, language, theme) for event in events[:1])
    if len(events) > 1:
        more = piece(f"+{len(events) - 1}", MEDIUM, palette.ink)
        line = (
            (*line, more) if wide((*line, more)) <= room(column) else (piece(f"{len(events)}×", MEDIUM, palette.ink),)
        )
    return GridCell(
        ((number,), *((line,) if line else ())),
        fill=palette.tint if free else None,
        bar=palette.accent if is_school_holiday(day) else None,
    )


def _list(events: Sequence[PublishedEvent], language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    if not events:
        return [Paragraph(_("No public event is planned in this half-year yet."), theme.plain)]
    rows: list[tuple[Cell, ...]] = [
        (
            _when(event, language),
            one_line(event.title, 160),
            ", ".join(part for part in (one_line(event.place.name, 80), one_line(event.place.town, 60)) if part),
            label(event.kind, language),
        )
        for event in events
    ]
    heads = (_("When"), _("Event"), _("Place"), _("Kind"))
    made = table(theme, (44 * MM, None, 50 * MM, 26 * MM), heads, rows, is_small=True)
    made.before = 4 * MM
    return [made]


def _when(event: PublishedEvent, language: Language) -> str:
    """Weekday, day and time; from–to for more days."""
    days = days_of(event)
    first, last = days[0], days[-1]
    if last != first:
        return language.day_range(first, last)
    time = "" if event.all_day else parts.clock_span(event.starts_at, event.ends_at, language)
    return " ".join(part for part in (language.short_day(first), time) if part)
