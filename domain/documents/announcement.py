"""What posters and flyers are made of: a panel with the title, date and place to be read from afar, codes, the host."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.documents import parts
from domain.documents.inputs import EventInput
from domain.documents.kit import fonts
from domain.documents.kit.figures import HexMap, Picture, QrCode, Tile, opened
from domain.documents.kit.flow import Block, Frame, Row, Stack, Tag
from domain.documents.kit.heads import Bare
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.placard import Panel, PanelLook, Placard, fitted, shortened
from domain.documents.kit.text import Run, b, link, one_line, paragraphs, split_word
from domain.documents.kit.theme import LIGHT, MEDIUM, REGULAR, SEMIBOLD, Style, Theme
from domain.i18n import Language
from domain.labels import label
from domain.region.kreise import kreise
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.terms import Audience, PaperSize


@dataclass(frozen=True, slots=True)
class Announcement(EventInput):
    """Everything on a poster or flyer.

    `event` is what `rules.audience.publish` gives for the public. `calendar` goes into one QR code: a calendar entry
    (VEVENT text); `url` into the other: where the event is announced, spelled out beside it; empty for none. `size`
    is the sheet it is set on, None for the usual one.
    """

    event: PublishedEvent
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    calendar: str = ""
    url: str = ""
    size: PaperSize | None = None
    has_changed: bool = False

    def __post_init__(self) -> None:
        if self.event.audience is not Audience.public or self.event.internal is not None:
            raise ValueError("an announcement is made from the public view of an event only")


@dataclass(frozen=True, slots=True)
class Scale:
    """Points of what stands on a sheet: sizes from the largest wanted to the smallest allowed, and spaces.

    `heading` is the share of the panel's width that the title takes beside the map; 1 with the map below it.
    `day` is the date, `time` what stands around it, `place` the name of the place, `street` what follows it, `small`
    everything at the foot.
    """

    title: tuple[float, ...]
    title_lines: int
    eyebrow: float
    lead: float
    day: tuple[float, ...]
    time: float
    place: tuple[float, ...]
    street: float
    small: float
    code: float
    padding: float
    gap: float
    heading: float = 1


def code(data: Announcement) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.event, data.office, data.calendar, data.url, data.size)


def sheet(data: Announcement, name: str, placard: Placard, language: Language) -> Sheet:
    """The document ready to be set; `name` says what it is."""
    event = data.event
    where = one_line(event.place.town or event.place.name)
    told = (label(event.kind, language), parts.when(event, language), where)
    title = f"{name}: {one_line(event.title, 160)}"
    return Sheet(
        about=About(
            title=title,
            subject=", ".join(part for part in told if part),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Bare(title),
        body=[placard],
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda _page, _pages: "",
    )


def panel(data: Announcement, text: Sequence[str], scale: Scale, language: Language, theme: Theme) -> Panel:
    """Kind and title on top, then the text, and the map with the event's Kreis in the corner."""
    event, palette = data.event, theme.palette
    look = PanelLook(scale.padding, heading=scale.heading if event.place.kreis_ags else 1)
    inner = theme.width - 2 * scale.padding
    small = Style(MEDIUM, scale.eyebrow, scale.eyebrow * 1.3, palette.band_soft, after=scale.eyebrow * 0.7)
    eyebrow = Paragraph(one_line(label(event.kind, language), 60).upper(), small)
    heading = Style(SEMIBOLD, 10, 11.2, palette.band_ink, tag="H1", tidy=True)
    words = one_line(event.title, 180) or label(event.kind, language)
    title = fitted(words, heading, scale.title, inner * look.heading, scale.title_lines, language.code)
    title.after = scale.lead * 1.1
    style = Style(LIGHT, scale.lead, scale.lead * 1.4, palette.band_ink, after=scale.lead * 0.5)
    told: list[Block] = [shortened(line, style, inner * look.beside, 7, language.code) for line in text if line]
    return Panel([eyebrow, title], told, lambda width: _map(event, width, language, theme), look, palette)


def _map(event: PublishedEvent, width: float, language: Language, theme: Theme) -> Block | None:
    """The 14 Kreise, that of the event in the accent; None where the event is in none."""
    place, palette = event.place, theme.palette
    if not place.kreis_ags:
        return None
    tiles = [Tile(each.code, each.hexagon.x, each.hexagon.y, each.ags == place.kreis_ags) for each in kreise()]
    if palette.band:
        palette = replace(palette, primary=palette.accent, tint=palette.band_shape, white=palette.ink, muted="#b9d0da")
    alt = language.gettext("Map of the 14 districts; the event takes place in {district}.").format(
        district=one_line(place.kreis or place.town)
    )
    return HexMap(tiles, alt, replace(theme, palette=palette), widest=width)


def date_and_place(data: Announcement, scale: Scale, language: Language, theme: Theme) -> Block:
    """When and where side by side, a warning above them where the event is called off."""
    gap = scale.gap * 1.6
    left = (theme.width - gap) * 0.5
    right = theme.width - gap - left
    row = Row(
        [Stack(_date(data.event, scale, left, language, theme)), Stack(_place(data, scale, right, language, theme))],
        (left, None),
        gap,
    )
    warning = parts.notice(data.event, language)
    if not warning:
        return row
    palette = theme.palette
    style = Style(SEMIBOLD, scale.time, scale.time * 1.25, palette.warning)
    inside = scale.padding * 0.5
    text = fitted(warning, style, (scale.time, scale.time * 0.75), theme.width - 2 * inside, 2, language.code)
    frame = Frame(inside, inside * 0.6, inside, inside * 0.6, palette.warning_ground, palette.warning, inside * 0.3)
    box = Stack([text], frame)
    box.after = scale.gap * 0.8
    return Stack([box, row])


def _date(event: PublishedEvent, scale: Scale, width: float, language: Language, theme: Theme) -> list[Block]:
    """Weekday, day and time one below the other, read as one paragraph."""
    first, last = _days(event)
    if first is None:
        return []
    palette, tag = theme.palette, Tag("P")
    beside = Style(MEDIUM, scale.time, scale.time * 1.25, palette.ink)
    big = Style(SEMIBOLD, 10, 11.4, palette.primary)
    if last is None or last == first:
        day, weekday = language.day_of_month(first), language.weekday(first)
    else:
        day = f"{language.day_of_month(first)} – {language.day_of_month(last)}"
        weekday = f"{language.weekday(first)} – {language.weekday(last)}"
    time = "" if event.all_day else parts.time_span(event.starts_at, event.ends_at, language)
    if last is not None and last != first and not event.all_day and event.starts_at:
        time = parts.time_span(event.starts_at, None, language)
    lines = (
        fitted(weekday, beside, (scale.time, scale.time * 0.8, scale.time * 0.6), width, 1, language.code),
        fitted(day, big, scale.day, width, 1 if last in {None, first} else 2, language.code),
        fitted(time, beside, (scale.time, scale.time * 0.8), width, 1, language.code),
    )
    told = [line for line in lines if line.text.strip()]
    for line in told:
        line.tag = tag
    return list(told)


def _days(event: PublishedEvent) -> tuple[date | None, date | None]:
    if event.all_day or event.starts_at is None:
        return event.first_day, event.last_day
    return parts.local_day(event.starts_at), parts.local_day(event.ends_at) if event.ends_at else None


def _place(data: Announcement, scale: Scale, width: float, language: Language, theme: Theme) -> list[Block]:
    """The place, its address, and how it can be reached by everybody."""
    place, palette, event = data.event.place, theme.palette, data.event
    lines = list(parts.place_lines(place))
    if not lines and place.online_url:
        lines = [language.gettext("Online")]
    strong = Style(SEMIBOLD, 10, 11.8, palette.ink, after=scale.street * 0.3, tidy=True)
    plain = Style(REGULAR, scale.street, scale.street * 1.3, palette.ink)
    blocks: list[Block] = []
    for number, line in enumerate(lines):
        style, sizes, most = (plain, tuple(scale.street * share for share in (1, 0.9, 0.8, 0.72)), 1)
        if number == 0:
            style, sizes, most = strong, scale.place, 3
        blocks.append(fitted(line, style, sizes, width, most, language.code))
    small = Style(REGULAR, scale.small, scale.small * 1.35, palette.ink, before=scale.small * 0.5)
    if place.online_url:
        shown = shortened(one_line(place.online_url), small, width, 2, language.code).text
        blocks.append(Paragraph([link(place.online_url, shown)], small))
    access = one_line(event.accessibility, 200)
    if access:
        told = language.gettext("Accessibility: ") + access
        blocks.append(shortened(told, small, width, 3, language.code))
    return blocks


def foot(data: Announcement, scale: Scale, language: Language, theme: Theme) -> Block | None:
    """Who invites and whom to ask at the left, the codes with what they hold at the right."""
    _ = language.gettext
    codes = []
    if QrCode.can_hold(data.calendar):
        note = [b(_("Take the date along")), Run("\n" + parts.when(data.event, language))]
        codes.append(
            (QrCode(data.calendar, _("QR code with the calendar entry of this event"), theme, scale.code), note)
        )
    if QrCode.can_hold(data.url):
        note = [b(_("More about it")), Run("\n"), link(data.url)]
        alt = _("QR code with the address of the announcement")
        codes.append((QrCode(data.url, alt, theme, scale.code), note))
    width = _beside_code(data, scale, theme)
    style = Style(REGULAR, scale.small, scale.small * 1.3, theme.palette.ink)
    cells = [Stack([each, Paragraph(note, style)]) for each, note in codes]
    host = _host(data, scale, language, theme)
    if not cells and not host:
        return None
    frame = Frame(top=scale.gap * 0.7)
    stacks = [Stack(host, frame), *(Stack(cell.blocks, frame) for cell in cells)]
    return Row(stacks, (None, *(width for _each in cells)), scale.gap * 0.8, rule=theme.palette.hairline)


def _beside_code(data: Announcement, scale: Scale, theme: Theme) -> float:
    """The width of a code's column: the longest part of the address stands on one line if there is room for it."""
    face, shown = fonts.face(REGULAR), link(data.url).text
    longest = max((face.width(part, scale.small) for part in split_word(shown)), default=0.0)
    return min(max(scale.code * 1.3, longest + 1), theme.width * 0.34)


def _host(data: Announcement, scale: Scale, language: Language, theme: Theme) -> list[Block]:
    """Logo, host and whom to ask; what is empty is left out."""
    _ = language.gettext
    office, palette = data.office, theme.palette
    style = Style(REGULAR, scale.small, scale.small * 1.35, palette.ink)
    head = replace(style, face=MEDIUM, colour=palette.muted, before=scale.small * 0.5)
    width = theme.width - 2 * (_beside_code(data, scale, theme) + scale.gap * 0.8)
    blocks: list[Block] = []
    logo = opened(office.logo, palette.white) if office.logo else None
    if logo is not None:
        blocks.append(Picture(logo, office.name or _("Logo"), scale.code * 0.42))
    host, name = one_line(data.event.host, 160), one_line(office.name, 120)
    reach = [part for part in (one_line(office.phone, 60), one_line(office.email, 80)) if part]
    if host:
        blocks += [Paragraph(_("Host"), head), shortened(host, style, width, 3, language.code)]
    if name or reach:
        blocks += [
            Paragraph(_("Contact"), head),
            *(shortened(each, style, width, 2, language.code) for each in (name, *reach) if each),
        ]
    return blocks


def opening(data: Announcement, language: Language) -> str:
    """The first paragraph of the public text, or else in which district it is."""
    text = next(iter(paragraphs(data.event.text, language.gettext("[shortened]"))), "")
    return text or one_line(data.event.place.kreis)
