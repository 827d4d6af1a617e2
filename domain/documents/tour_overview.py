"""The overview of a tour: weeks with days and stops, the districts it visits, the route on the map; internal."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from domain.documents import parts
from domain.documents.inputs import SheetSubject
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, Node, timeline
from domain.documents.kit.text import Run, one_line
from domain.documents.kit.theme import MM, SEMIBOLD, Theme
from domain.documents.tour_map import Places, route_map
from domain.i18n import Language
from domain.labels import KREIS_CODES
from domain.rows.settings import OfficeSettings
from domain.rows.tours import StopRow, TourDayRow
from domain.terms import Audience

_MAP = 84 * MM
"""Height of the route on a page with all its air; less where that saves a page."""


@dataclass(frozen=True, slots=True)
class TourOverview:
    """A tour with all its days, each vehicle's day by itself, in order."""

    title: str
    days: tuple[TourDayRow, ...]
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    has_changed: bool = False

    @property
    def subject(self) -> SheetSubject:
        """The tour and its first day."""
        return SheetSubject(self.title, self.days[0].day if self.days else None)

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """All stops."""
        return frozenset(stop.event.id for day in self.days for stop in day.stops)


def code(data: TourOverview) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.title, data.days, data.office)


def sheet(data: TourOverview, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    title = one_line(data.title, 120)
    days = [day.day for day in data.days]
    span = language.day_range(min(days), max(days)) if days else ""
    return Sheet(
        about=About(
            title=_("Tour overview {title}").format(title=title),
            subject=_("Weeks, days and stops of a tour, {span}").format(span=span),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(_("Tour overview"), data.title, span, _figures(data, language), _("Internal only")),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=parts.office_card(_("Coordination"), data.office, [], theme, language),
    )


def _figures(data: TourOverview, language: Language) -> tuple[KeyFigure, ...]:
    days, stops, kilometres = _sums(data.days)
    districts = len(_visits(data.days))
    return (
        KeyFigure(language.number(days), (language.ngettext("day of tour", "days of tour", days),)),
        KeyFigure(language.number(stops), (language.ngettext("stop in all", "stops in all", stops),)),
        KeyFigure(language.number(kilometres), (language.gettext("Kilometres"),)),
        KeyFigure(language.number(districts), (language.ngettext("district visited", "districts visited", districts),)),
    )


def _sums(days: Iterable[TourDayRow]) -> tuple[int, int, int]:
    """Calendar days, stops, kilometres."""
    found = list(days)
    stops = sum(len(day.stops) for day in found)
    return len({day.day for day in found}), stops, round(sum(day.kilometres for day in found))


def _visits(days: Iterable[TourDayRow]) -> Counter[str]:
    """How many stops each Kreis has."""
    return Counter(stop.event.kreis_ags for day in days for stop in day.stops if stop.event.kreis_ags in KREIS_CODES)


def story(data: TourOverview, language: Language, theme: Theme) -> list[Block]:
    """The two maps, then the weeks."""
    _ = language.gettext
    places = Places.of(data.days)
    weeks = [
        block
        for start, days in groupby(data.days, lambda day: day.day - timedelta(day.day.weekday()))
        for block in _week(start, list(days), places, language, theme)
    ]
    if not weeks:
        return [Paragraph(_("The tour has no day yet."), theme.plain)]
    area = parts.section(_("Area of the tour"), theme, _districts(data.days, language, theme))
    way = parts.section(_("Route"), theme, _route(data, places, language, theme))
    maps = [Stack(blocks) for blocks in (area, way) if blocks]
    return [*([Row(maps, [None] * len(maps), 9 * MM)] if maps else []), *weeks]


def _week(start: date, days: Sequence[TourDayRow], places: Places, language: Language, theme: Theme) -> list[Block]:
    """One week: its days as a time line, what it adds up to under its name."""
    _ = language.gettext
    span = language.day_range(days[0].day, days[-1].day)
    head = _("Week {number}, {span}").format(number=start.isocalendar().week, span=span)
    number, stops, kilometres = _sums(days)
    told = (
        language.ngettext("{count} day", "{count} days", number).format(count=number),
        language.ngettext("{count} stop", "{count} stops", stops).format(count=stops),
        _("{kilometres} km").format(kilometres=language.number(kilometres)),
    )
    palette = theme.palette
    rows: list[tuple[Node, Sequence[Cell]]] = [
        (
            Node(palette.primary, palette.primary, runs_above=at > 0, runs_below=at + 1 < len(days)),
            (_day(day, language, theme), _stops(day, places, language, theme)),
        )
        for at, day in enumerate(days)
    ]
    sums = Paragraph(", ".join(told), replace(theme.second, after=1.5 * MM))
    sums.keeps_with_next = True
    return [Paragraph(head, theme.section), sums, timeline(theme, (32 * MM, None), (_("Day"), _("Stop")), rows)]


def _day(day: TourDayRow, language: Language, theme: Theme) -> list[Block]:
    """The day, the vehicle, and how far it goes."""
    drive = language.gettext("{kilometres} km").format(kilometres=language.number(round(day.kilometres)))
    lines = (one_line(day.vehicle, 60), drive if day.kilometres else "")
    blocks: list[Block] = [Paragraph(language.short_day(day.day), theme.strong)]
    return [*blocks, *(Paragraph(line, theme.second) for line in lines if line)]


def _stops(day: TourDayRow, places: Places, language: Language, theme: Theme) -> list[Block]:
    """Each stop in two lines: the number of its place on the map and what it is; when and where."""
    _ = language.gettext
    blocks: list[Block] = []
    for at, stop in enumerate(day.stops):
        number = places.number(day, at)
        mark = Run(f"{number} " if number else "", SEMIBOLD, theme.palette.primary)
        title = [mark, Run(one_line(stop.event.title, 160))]
        blocks += [
            Paragraph(title, theme.strong),
            Paragraph(_when_and_where(stop, language), replace(theme.second, after=1.2 * MM)),
        ]
    if not blocks:
        blocks.append(Paragraph(_("no stop yet"), theme.second))
    if day.overnight:
        blocks.append(Paragraph(_("Overnight stay: {place}").format(place=one_line(day.overnight, 80)), theme.second))
    return blocks


def _when_and_where(stop: StopRow, language: Language) -> str:
    _ = language.gettext
    event = stop.event
    told = (
        parts.clock_span(event.starts_at, event.ends_at, language) or _("no time yet"),
        one_line(event.place or event.town, 120),
        KREIS_CODES.get(event.kreis_ags or "", ""),
        _("open to the public") if event.audience is Audience.public else "",
    )
    return " · ".join(part for part in told if part)


def _districts(days: Sequence[TourDayRow], language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    lines = {ags: str(count) for ags, count in _visits(days).items()}
    if not lines:
        return []
    alt = _("Map of the 14 districts; visited: {districts}").format(
        districts=language.listing(f"{KREIS_CODES[ags]} ({count})" for ags, count in lines.items())
    )
    caption = Paragraph(_("Number of stops in each district"), replace(theme.caption, align="center"))
    return [parts.hex_map(lines, alt, theme), caption]


def _route(data: TourOverview, places: Places, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    if not places.names:
        return []
    visited = frozenset(_visits(data.days))
    alt = _("Map of Sachsen-Anhalt with the route. Places: {places}").format(
        places="; ".join(f"{number} {name}" for number, name in enumerate(places.names, 1))
    )
    words = _("Lines: straight from stop to stop. Numbers: places in the order of the first visit.")
    caption = Paragraph(words, replace(theme.caption, align="center"))
    return [route_map(data.days, places, visited, alt, theme, _MAP * (0.4 + 0.6 * theme.air)), caption]
