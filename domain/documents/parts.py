"""What several documents say in the same way: times, durations, places, office card, internal note, map, footer."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from hashlib import blake2s

from domain.documents.kit.figures import HexMap, Logo, QrCode, Tile, opened
from domain.documents.kit.flow import Block, Frame, Row, Stack
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import Run, b, clean, link, one_line, paragraphs
from domain.documents.kit.theme import MM, Style, Theme
from domain.i18n import Language
from domain.region.kreise import kreise
from domain.rows.letters import ToldDate
from domain.rows.published import PublishedEvent, PublishedPlace
from domain.rows.settings import OfficeSettings
from domain.terms import BERLIN, EventState

_BESIDE_CODE = 50 * MM
"""The width of the note beside a code, so that a web address stands on one line."""
_BOOKKEEPING = frozenset({"version", "sequence", "created_at", "updated_at"})
_CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def duration(minutes: int, language: Language) -> str:
    """Minutes as people say them: 25 min, 2 h, 1 h 25 min."""
    _ = language.gettext
    hours, rest = divmod(max(0, minutes), 60)
    pattern = _("{hours} h {minutes} min") if hours and rest else _("{hours} h") if hours else _("{minutes} min")
    return pattern.format(hours=hours, minutes=rest).replace(" ", "\u00a0")


def time_span(start: datetime | None, end: datetime | None, language: Language) -> str:
    """From when to when on one day: 15:30–17:30 Uhr; the end alone or nothing if that is all there is."""
    if start is None:
        return ""
    if end is None or end == start:
        return language.pgettext("time of day", "{time}").format(time=language.clock(start))
    return language.pgettext("time of day", "{start}–{end}").format(
        start=language.clock(start), end=language.clock(end)
    )


def clock_span(start: datetime | None, end: datetime | None, language: Language) -> str:
    """As `time_span` without "o'clock", for narrow columns: 15:30–17:30."""
    if start is None:
        return ""
    return language.clock(start) if end is None or end == start else f"{language.clock(start)}–{language.clock(end)}"


def local_day(moment: datetime) -> date:
    """The day of a moment in Berlin."""
    return moment.astimezone(BERLIN).date()


def when(event: PublishedEvent | ToldDate, language: Language) -> str:
    """Day and time of an event in words; several days as from–to; empty without a date."""
    _ = language.gettext
    if event.all_day or event.starts_at is None:
        if event.first_day is None:
            return ""
        if event.last_day is None or event.last_day == event.first_day:
            return language.long_day(event.first_day)
        return _("{first} to {last}").format(
            first=language.long_day(event.first_day), last=language.long_day(event.last_day)
        )
    first = local_day(event.starts_at)
    if event.ends_at is not None and local_day(event.ends_at) != first:
        pattern = language.pgettext("time of day", "{first}, {start} to {last}, {end}")
        return pattern.format(
            first=language.long_day(first),
            start=language.clock(event.starts_at),
            last=language.long_day(local_day(event.ends_at)),
            end=language.clock(event.ends_at),
        )
    return f"{language.long_day(first)}, {time_span(event.starts_at, event.ends_at, language)}"


def days_of(event: PublishedEvent) -> tuple[date, ...]:
    """First and last day of an event in Berlin, once if they are the same; empty without a date."""
    if event.all_day or event.starts_at is None:
        found = [day for day in (event.first_day, event.last_day) if day is not None]
    else:
        found = [local_day(moment) for moment in (event.starts_at, event.ends_at) if moment is not None]
    return tuple(dict.fromkeys(found))


def days_of_words(event: PublishedEvent, language: Language) -> str:
    """The days of an event in figures, without weekday and time; empty without a date."""
    days = days_of(event)
    return language.day_range(days[0], days[-1]) if days else ""


def place_lines(place: PublishedPlace, room: str = "") -> tuple[str, ...]:
    """Where it is, line by line; lines that would be empty are left out."""
    name = ", ".join(part for part in (one_line(place.name), one_line(room)) if part)
    town = " ".join(part for part in (one_line(place.postcode), one_line(place.town)) if part)
    return tuple(line for line in (name, one_line(place.street), town) if line)


def notice(event: PublishedEvent, language: Language) -> str:
    """What a reader must know first about a cancelled or postponed event; empty for all others."""
    _ = language.gettext
    reason = one_line(event.state_reason)
    if event.state is EventState.cancelled:
        return _("Cancelled: {reason}").format(reason=reason) if reason else _("This event is cancelled.")
    if event.state is EventState.postponed:
        if event.postponed_to is not None:
            return _("Postponed to {day}").format(day=language.long_day(event.postponed_to))
        return _("This event is postponed.")
    return ""


def prose(text: str, style: Style, language: Language) -> list[Paragraph]:
    """A field's text as paragraphs, marked where it had to be shortened."""
    mark = language.gettext("[shortened]")
    return [Paragraph(part, style) for part in paragraphs(text, mark)]


def opening(text: str, language: Language, theme: Theme) -> list[Block]:
    """A text whose first paragraph is set as a lead, the rest as body."""
    lines = paragraphs(text, language.gettext("[shortened]"))
    return [Paragraph(line, theme.body if number else theme.opening) for number, line in enumerate(lines)]


def section(title: str, theme: Theme, blocks: Sequence[Block]) -> list[Block]:
    """A heading and what it heads; nothing at all if there is nothing."""
    return [Paragraph(title, theme.section), *blocks] if blocks else []


def caution(title: str, blocks: Sequence[Block], theme: Theme) -> Stack:
    """A box whose title says in words that what it holds must not leave the house."""
    palette = theme.palette
    head = replace(theme.strong, colour=palette.warning, after=1 * MM, tag="H3")
    frame = Frame(5 * MM, 3.5 * MM, 5 * MM, 3.5 * MM, palette.warning_ground, palette.warning, 2 * MM)
    box = Stack([Paragraph(title, head), *blocks], frame)
    box.before = box.after = 4 * MM
    return box


def banner(text: str, theme: Theme) -> Stack:
    """A line in a box that nobody overlooks: cancelled, postponed."""
    palette = theme.palette
    style = Style(theme.section.face, *theme.scale.banner, palette.warning)
    frame = Frame(5 * MM, 3 * MM, 5 * MM, 3 * MM, palette.warning_ground, palette.warning, 2 * MM)
    box = Stack([Paragraph(clean(text, 400), style)], frame)
    box.after = 6 * MM
    return box


def hex_map(lines: Mapping[str, str], alt: str, theme: Theme, *, standing_out: Collection[str] | None = None) -> HexMap:
    """The 14 Kreise; those in `lines` (by key) bear the line, which may be empty, and stand out.

    With `standing_out` it is these that stand out.
    """
    full = lines if standing_out is None else standing_out
    tiles = [
        Tile(kreis.code, kreis.hexagon.x, kreis.hexagon.y, kreis.ags in full, lines.get(kreis.ags, ""))
        for kreis in kreise()
    ]
    return HexMap(tiles, alt, theme)


def _office_name(office: OfficeSettings) -> list[Sequence[Run]]:
    """Name, unit and address of the office, a line each."""
    town = " ".join(part for part in (office.postcode, office.town) if part)
    lines = [one_line(part) for part in (office.name, office.unit, office.street, town) if part.strip()]
    return [(b(line) if number == 0 else Run(line),) for number, line in enumerate(lines)]


def _office_reach(office: OfficeSettings, language: Language) -> list[Sequence[Run]]:
    """Telephone, mail and website of the office, a line each."""
    lines: list[Sequence[Run]] = []
    if office.phone.strip():
        lines.append((Run(language.gettext("Telephone {number}").format(number=one_line(office.phone))),))
    if office.email.strip():
        lines.append((link("mailto:" + office.email.strip()),))
    if office.website.strip():
        website = office.website.strip()
        lines.append((link(website if "://" in website else "https://" + website),))
    return lines


def office_card(
    title: str,
    office: OfficeSettings,
    notes: Sequence[Sequence[Block]],
    theme: Theme,
    language: Language,
    code: QrCode | None = None,
) -> Stack | None:
    """The card at the foot: `notes` in columns of their own, then who is responsible; None if all is empty.

    With `code` the office comes first and the code stands at the right, beside the last note.
    """
    columns = [Stack(note) for note in notes if note]
    responsible = _responsible(title, office, theme, language)
    columns = [*responsible, *columns] if code is not None else [*columns, *responsible]
    if not columns:
        return None
    widths: list[float | None] = [None] * len(columns)
    if code is not None:
        columns.append(Stack([code]))
        widths[-1:] = [_BESIDE_CODE, code.side]
    frame = Frame(6 * MM, 4 * MM, 6 * MM, 4 * MM, theme.palette.paper, radius=2 * MM)
    return Stack([Row(columns, widths, 6 * MM if code is None else 4 * MM)], frame)


def public_card(
    title: str, office: OfficeSettings, notes: Sequence[Sequence[Block]], theme: Theme, language: Language
) -> Stack | None:
    """As `office_card`, with the imprint in small print below: for what the public gets."""
    card = office_card(title, office, notes, theme, language)
    words = one_line(office.imprint, 600)
    if not words:
        return card
    imprint = Paragraph([b(language.gettext("Imprint")), Run(f"  {words}")], replace(theme.second, before=3 * MM))
    return Stack([*(card.blocks if card else ()), imprint], card.frame if card else Frame())


def _responsible(title: str, office: OfficeSettings, theme: Theme, language: Language) -> list[Stack]:
    """Name and address, then logo and how to reach the office."""
    name, reach = _office_name(office), _office_reach(office, language)
    first: list[Block] = [Paragraph(line, theme.card) for line in name or reach]
    if first:
        first.insert(0, Paragraph(title, _card_head(theme)))
    logo = opened(office.logo, theme.palette.paper) if office.logo else None
    last: list[Block] = [Logo(logo, office.name or language.gettext("Logo"), 11 * MM)] if logo else []
    if name:
        last += [Paragraph(line, theme.card) for line in reach]
    return [Stack(column) for column in (first, last) if column]


def _card_head(theme: Theme) -> Style:
    return Style(theme.section.face, *theme.scale.body, theme.palette.primary, after=0.6 * MM, tag="H2")


def card_note(title: str, text: str, theme: Theme) -> list[Block]:
    """A small head and a text for the card at the foot; nothing without text."""
    return [Paragraph(title, _card_head(theme)), Paragraph(clean(text, 400), theme.card)] if text.strip() else []


def qr_note(content: str, alt: str, text: Sequence[Run], theme: Theme) -> list[Block]:
    """A QR code with what it holds written beside it; nothing if the content makes no code a telephone can read."""
    if not QrCode.can_hold(content):
        return []
    code = QrCode(content, alt, theme)
    code.before, code.after = 4 * MM, 1 * MM
    return [code, Paragraph(text, theme.card)]


def footer(stand: datetime, version: int | None, code: str, language: Language, *, has_changed: bool = False) -> str:
    """What the footer says: as of when, plan version and whether the plan has changed since, code, the program."""
    _ = language.gettext
    parts = [_("As of {moment}").format(moment=language.moment(stand))]
    if version is not None:
        pattern = _("Version {number}, changed since") if has_changed else _("Version {number}")
        parts.append(pattern.format(number=version))
    parts += [code, _("made with Landauf")]
    return " · ".join(part for part in parts if part)


def trace(version: int | None, code: str, language: Language) -> str:
    """Plan version and short code alone, for papers without a footer."""
    number = "" if version is None else language.gettext("Version {number}").format(number=version)
    return " · ".join(part for part in (number, code) if part)


def code_of(*content: object) -> str:
    """Four letters that change with the content of a sheet: the same code on paper and screen means nothing changed."""
    told = repr(_without_bookkeeping(content)).encode("utf-8", "replace")
    number = int.from_bytes(blake2s(told, digest_size=4).digest(), "big")
    return "".join(_CODE_LETTERS[(number >> shift) & 31] for shift in (0, 5, 10, 15))


def _without_bookkeeping(value: object) -> object:
    """The value as lists, without what the program counts for itself and no sheet shows."""
    if is_dataclass(value) and not isinstance(value, type):
        told = [field.name for field in fields(value) if field.name not in _BOOKKEEPING]
        return [type(value).__name__, *((name, _without_bookkeeping(getattr(value, name))) for name in told)]
    return [_without_bookkeeping(part) for part in value] if isinstance(value, tuple | list) else value
