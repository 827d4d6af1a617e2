"""The tour sheet: one vehicle's day on paper, for the crew; internal by nature."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.documents import parts
from domain.documents.inputs import TourDayInput
from domain.documents.kit.figures import QrCode
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Cell, Node, items, timeline
from domain.documents.kit.text import Run, b, clean, link, one_line
from domain.documents.kit.theme import MM, Theme
from domain.documents.packing import pack_lines
from domain.documents.sites import checks
from domain.documents.tour_stops import details, run_in
from domain.i18n import Language
from domain.labels import KREIS_CODES
from domain.region.travel import Leg
from domain.rows.packing import PackingList
from domain.rows.partners import SiteDraft
from domain.rows.permits import PermitView
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.rows.tours import StopRow, TourDayRow, VehicleRow
from domain.terms import Audience

_MANY = 4
"""From so many stops on the sheet has a second page with room for a map, and reason for one."""
_WHOLE = 120 * MM
"""Packing list, checks and map up to this height are kept on one page."""


@dataclass(frozen=True, slots=True)
class StopSheet:
    """What the crew needs at one stop: the event as the house sees it, the site, whom to call, and the permit."""

    event: PublishedEvent
    site: SiteDraft | None = None
    contacts: tuple[str, ...] = ()
    permit: PermitView | None = None


@dataclass(frozen=True, slots=True)
class TourSheet(TourDayInput):
    """Everything on a tour sheet.

    `stops` belong to the events of `day.stops`, in any order. `url` is where the current state can be found, shown
    as QR code beside its address; `version` is the plan version, None for a draft; `stand` is the moment of printing.
    """

    title: str
    day: TourDayRow
    stops: tuple[StopSheet, ...]
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    vehicle: VehicleRow | None = None
    url: str = ""
    has_changed: bool = False
    packing: PackingList = field(default_factory=PackingList)


def code(data: TourSheet) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.title, data.day, data.stops, data.office, data.vehicle, data.url, data.packing)


def sheet(data: TourSheet, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    day = language.long_day(data.day.day)
    title = _("{tour}, {day}").format(tour=one_line(data.title, 120), day=language.day(data.day.day))
    return Sheet(
        about=About(
            title=_("Tour sheet {title}").format(title=title),
            subject=_("Stops, times, sites and contacts of {day}").format(day=day),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=_masthead(data, language),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=_foot(data, language, theme),
    )


def _masthead(data: TourSheet, language: Language) -> Masthead:
    _ = language.gettext
    day = data.day
    figures = (
        KeyFigure(str(len(day.stops)), (language.ngettext("stop that day", "stops that day", len(day.stops)),)),
        KeyFigure(language.number(round(day.kilometres)), (_("Kilometres"),)),
    )
    eyebrow = " · ".join(part for part in (_("Tour sheet"), one_line(day.vehicle, 60)) if part)
    return Masthead(eyebrow, data.title, language.long_day(day.day), figures, _("Internal only"))


def story(data: TourSheet, language: Language, theme: Theme) -> list[Block]:
    """Crew and vehicle, the course of the day with all to know at each stop, then packing list and checks."""
    _ = language.gettext
    course: list[Block] = [Paragraph(_("Course of the day"), theme.section), _course(data, language, theme)]
    columns = [_packing(data, language, theme), _to_check(data, language, theme)]
    if len(data.day.stops) >= _MANY:
        columns.append(_map(data, language, theme))
    stacks = [Stack(column) for column in columns if column]
    return [_crew(data, language, theme), *course, Row(stacks, [None] * len(stacks), 7 * MM, whole=_WHOLE)]


def _course(data: TourSheet, language: Language, theme: Theme) -> Block:
    """The day as a time line: depot, drives, stops, and the way home."""
    _ = language.gettext
    day, palette = data.day, theme.palette
    sheets = {stop.event.id: stop for stop in data.stops}
    start = language.clock(day.leaves_at) if day.leaves_at else ""
    depot = Node(palette.muted, palette.primary, runs_above=False)
    rows: list[tuple[Node, Sequence[Cell]]] = [(depot, _halt(start, _("Departure"), day.start or day.depot, theme))]
    passing = Node(None, palette.primary)
    for number, stop in enumerate(day.stops, 1):
        rows.append((passing, _drive(stop.leg, language, theme)))
        dot = palette.accent if stop.event.audience is Audience.public else palette.primary
        row = _stop(number, stop, sheets.get(stop.event.id), language, theme)
        rows.append((Node(dot, palette.primary), row))
    if day.home is not None:
        rows.append((passing, _drive(day.home, language, theme)))
    end = language.clock(day.returns_at) if day.returns_at else ""
    arrival, goal = (_("Overnight stay"), day.overnight) if day.overnight else (_("Return to the depot"), day.depot)
    rows.append((Node(palette.muted, palette.primary, runs_below=False), _halt(end, arrival, goal, theme)))
    return timeline(theme, (27 * MM, None), (_("Time"), _("Stop")), rows)


def _halt(time: str, what: str, place: str, theme: Theme) -> Sequence[Cell]:
    where = [b(what), Run(f", {one_line(place)}")] if place.strip() else [b(what)]
    return (Paragraph(time or "–", theme.strong), Paragraph(where, theme.plain))


def _second(text: str, theme: Theme) -> list[Block]:
    line = one_line(text)
    return [Paragraph(line, theme.second)] if line else []


def _drive(leg: Leg, language: Language, theme: Theme) -> Sequence[Cell]:
    distance = language.gettext("Drive, {kilometres} km").format(kilometres=language.number(round(leg.kilometres)))
    return (
        Paragraph(parts.duration(leg.minutes, language), theme.second),
        Paragraph(distance, theme.second),
    )


def _stop(number: int, stop: StopRow, sheet: StopSheet | None, language: Language, theme: Theme) -> Sequence[Cell]:
    """When it is open and when the vehicle stands there, what it is, and everything to know about it."""
    _ = language.gettext
    event = stop.event
    opening = parts.clock_span(event.starts_at, event.ends_at, language) or _("no time yet")
    stay = parts.clock_span(stop.arrival, stop.departure, language)
    is_public = event.audience is Audience.public
    place = [event.place or event.town, _district(event.kreis_ags), _("open to the public") if is_public else ""]
    where = " · ".join(part for part in place if part)
    title = Paragraph([b(f"{number} "), Run(one_line(event.title))], theme.strong)
    more = details(stop, sheet, language, theme) if sheet else []
    on_site = _("on site {span}").format(span=stay) if stay else ""
    return (
        [Paragraph(opening, theme.strong), *_second(on_site, theme)],
        [title, *_second(where, theme), *more],
    )


def _district(kreis_ags: str | None) -> str:
    return KREIS_CODES.get(kreis_ags or "", "")


def _map(data: TourSheet, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    visits = Counter(stop.event.kreis_ags for stop in data.day.stops if stop.event.kreis_ags in KREIS_CODES)
    lines = {ags: str(count) for ags, count in visits.items() if ags}
    alt = _("Map of the 14 districts; visited: {districts}").format(
        districts=language.listing(f"{KREIS_CODES[ags]} ({count})" for ags, count in lines.items()) or "–"
    )
    caption = Paragraph(_("Number of stops in each district"), replace(theme.caption, align="center"))
    return parts.section(_("Area of the tour"), theme, [parts.hex_map(lines, alt, theme), caption] if lines else [])


def _crew(data: TourSheet, language: Language, theme: Theme) -> Block:
    """Who rides in what, how long, and whom to call, in a few lines."""
    _ = language.gettext
    crew = [(_("Crew"), one_line(language.listing(data.day.crew)) if data.day.crew else "")]
    office = data.office if not QrCode.can_hold(data.url) else None
    reach = [one_line(part) for part in (office.name, office.phone, office.email) if part.strip()] if office else []
    note = (_("Note, internal only"), clean(data.day.draft.notes, 3000, _("[shortened]")))
    return run_in([*crew, *_vehicle(data, language), (_("Coordination"), ", ".join(reach)), note], theme)


def _packing(data: TourSheet, language: Language, theme: Theme) -> list[Block]:
    pack = pack_lines(data.packing, language)
    ticks = [items(theme, pack, to_tick=True, is_small=True)] if pack else []
    return parts.section(language.gettext("Packing list"), theme, ticks)


def _to_check(data: TourSheet, language: Language, theme: Theme) -> list[Block]:
    sites = [stop.site for stop in data.stops if stop.site is not None]
    permits = [stop.permit for stop in data.stops if stop.permit is not None]
    ticks = items(theme, checks(sites, permits, language), to_tick=True, is_small=True)
    return parts.section(language.gettext("Check on the spot"), theme, [ticks])


def _foot(data: TourSheet, language: Language, theme: Theme) -> Block | None:
    """Whom to call, and where the current state can be found, as address and as code; nothing without an address."""
    _ = language.gettext
    if not QrCode.can_hold(data.url):
        return None
    note = parts.card_note(_("Changes"), _("The current state, cancellations and directions:"), theme)
    note.append(Paragraph([link(data.url)], theme.card))
    address = _("QR code that leads to {address}").format(address=one_line(data.url))
    code = QrCode(data.url, address, theme, 24 * MM)
    return parts.office_card(_("Coordination"), data.office, [note], theme, language, code)


def _vehicle(data: TourSheet, language: Language) -> list[tuple[str, str]]:
    _ = language.gettext
    day, rows = data.day, [(_("Vehicle"), one_line(data.day.vehicle) or "–")]
    if data.vehicle is not None:
        draft = data.vehicle.draft
        sides = [language.number(side) for side in (draft.length_m, draft.width_m, draft.height_m) if side is not None]
        rows.append((_("Dimensions"), _("{sides} m").format(sides=" × ".join(sides)) if sides else ""))
        rows.append((_("Power"), one_line(draft.power)))
        rows.append((_("Licence"), one_line(draft.licence_class)))
        rows.append(
            (_("On board"), one_line(language.listing(data.vehicle.equipment)) if data.vehicle.equipment else "")
        )
    limit = _("{time} of at most {limit}")
    for name, minutes, most in (
        (_("Driving"), day.drive_minutes, day.max_drive_minutes),
        (_("Duty"), day.duty_minutes, day.max_duty_minutes),
    ):
        times = (parts.duration(minutes, language), parts.duration(most, language))
        rows.append((name, limit.format(time=times[0], limit=times[1])))
    rows.append((_("Breaks"), parts.duration(day.break_minutes, language) if day.break_minutes else ""))
    return [(name, value) for name, value in rows if value]
