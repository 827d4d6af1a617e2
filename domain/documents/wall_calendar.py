"""The wall calendar of a year: twelve months beside one another with the public events of each day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from domain.documents import parts
from domain.documents.calendar_days import by_day, explanation, is_free, is_school_holiday
from domain.documents.inputs import SheetSubject
from domain.documents.kinds import mark
from domain.documents.kit.calendar_grid import Grid, GridCell, Piece, cut, piece, room, wide
from domain.documents.kit.flow import Block, Stack
from domain.documents.kit.heads import PlainHead
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Sheet
from domain.documents.kit.theme import CONDENSED, MEDIUM, MM, REGULAR, SEMIBOLD, Theme, sized
from domain.i18n import Language
from domain.region.holidays import public_holiday_on
from domain.region.kreise import Kreis
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.terms import DaySpan, PaperSize

_DAYS = 7 * MM
"""The column with the numbers of the days."""
_TALL = {PaperSize.a3: 7.0 * MM, PaperSize.a4: 4.15 * MM}
"""The height of a day on a sheet of that size."""
_TWO_LINES = 6 * MM
_LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class WallCalendar:
    """A year with its public events in order, of the state or of one Kreis, on a sheet of `size` laid across."""

    year: int
    events: tuple[PublishedEvent, ...]
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False
    kreis: Kreis | None = None
    size: PaperSize = PaperSize.a3

    @property
    def subject(self) -> SheetSubject:
        """The year, and of which Kreis."""
        return SheetSubject(" ".join(part for part in (str(self.year), self.kreis.name if self.kreis else "") if part))

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """The events on it."""
        return frozenset(event.id for event in self.events)


def paper(theme: Theme, data: WallCalendar) -> Theme:
    """The sheet laid across, with narrow margins."""
    upright = sized(theme, data.size)
    across = replace(upright, page_width=upright.page_height, page_height=upright.page_width)
    return replace(across, margin=10 * MM, air=0.3, bottom=14.5 * MM, next_top=22 * MM)


def code(data: WallCalendar) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.year, data.events, data.office, data.kreis, data.size)


def sheet(data: WallCalendar, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    where = data.kreis.name if data.kreis else _("Sachsen-Anhalt")
    title = _("Public events {year}, {where}").format(year=data.year, where=where)
    return Sheet(
        about=About(
            title=title,
            subject=_("The public events of a year on one sheet"),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=PlainHead(title, _eyebrow(data, language)),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
    )


def _eyebrow(data: WallCalendar, language: Language) -> str:
    name = data.office.name.strip() or language.gettext("Prevention")
    return " · ".join(part for part in (language.gettext("Calendar of the year"), name) if part)


def story(data: WallCalendar, language: Language, theme: Theme) -> list[Block]:
    """The grid, days down and months across, and what it means."""
    span = DaySpan(date(data.year, 1, 1), date(data.year, 12, 31))
    days = by_day(data.events, span)
    column = (theme.width - _DAYS) / 12
    tall = _TALL.get(data.size, _TALL[PaperSize.a4])
    rows = [_heads(language, theme)]
    for number in range(1, _LONGEST_MONTH + 1):
        head = GridCell(((piece(str(number), MEDIUM, theme.palette.ink),),), "row")
        found = [_date(data.year, month, number) for month in range(1, 13)]
        cells = [_cell(day, days.get(day, ()) if day else (), (column, tall), language, theme) for day in found]
        rows.append([head, *cells])
    grid = Grid(rows, (_DAYS, *[column] * 12), tall, theme.palette)
    grid.after = 2 * MM
    return [grid, Stack(explanation(data.events, span, language, theme))]


def _heads(language: Language, theme: Theme) -> list[GridCell]:
    palette = theme.palette
    first = GridCell(((piece(language.gettext("Day"), REGULAR, palette.muted),),), "column")
    names = [(piece(name, SEMIBOLD, palette.primary),) for name in language.months_short]
    return [first, *(GridCell((name,), "column") for name in names)]


def _date(year: int, month: int, number: int) -> date | None:
    """The day, None where the month is shorter."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _cell(
    day: date | None, events: Sequence[PublishedEvent], size: tuple[float, float], language: Language, theme: Theme
) -> GridCell:
    """One day: weekday, the name of a public holiday, and its events; empty where the month has no such day."""
    if day is None:
        return GridCell()
    palette, free = theme.palette, is_free(day)
    weekday = piece(
        language.weekday_short(day)[:2], MEDIUM if free else REGULAR, palette.ink if free else palette.muted
    )
    lines = 2 if size[1] >= _TWO_LINES else 1
    told = _told(day, events, (room(size[0]) - wide((weekday,)) - 3, lines), language, theme)
    return GridCell(
        tuple(told),
        lead=weekday,
        fill=palette.tint if free else None,
        bar=palette.accent if is_school_holiday(day) else None,
    )


def _told(
    day: date, events: Sequence[PublishedEvent], space: tuple[float, int], language: Language, theme: Theme
) -> list[tuple[Piece, ...]]:
    """The holiday's name and the events in the lines there are; what has no room is counted on the last one."""
    width, lines = space
    told: list[tuple[Piece, ...]] = []
    holiday = public_holiday_on(day)
    if holiday and (lines > 1 or not events):
        told.append((cut(piece(holiday, CONDENSED, theme.palette.ink), width),))
    left = list(events)
    while left and len(told) < lines:
        event = left.pop(0)
        is_last = len(told) + 1 == lines
        more = (piece(f"+{len(left)}", MEDIUM, theme.palette.ink),) if left and is_last else ()
        box = mark(event.kind, language, theme)
        town = piece(_short(event), CONDENSED, theme.palette.ink)
        told.append((box, cut(town, width - wide((box, *more)) - 3), *more))
    return told


def _short(event: PublishedEvent) -> str:
    """The place in one word or two; without one the title."""
    town = event.place.town.split("(")[0].split("/")[0].strip()
    return town.removeprefix("Hansestadt ").removeprefix("Lutherstadt ") or event.title
