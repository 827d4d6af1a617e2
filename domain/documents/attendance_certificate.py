"""Certificates of attendance: a page for each person, from names that are typed and kept nowhere."""

from dataclasses import dataclass
from datetime import datetime

from domain.documents import parts
from domain.documents.headless import headless
from domain.documents.inputs import EventInput
from domain.documents.kit.figures import Picture, opened
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.leaves import Bar, Leaf, Placed, Room, Space, WritingLines, filled, full_page, shrunk
from domain.documents.kit.page import Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import LIGHT, MEDIUM, MM, REGULAR, SEMIBOLD, Style, Theme
from domain.i18n import Language
from domain.rows.guests import Guest
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.rules.local import minutes_between
from domain.rules.typed_names import SAMPLES

_SIDE, _TOP, _FOOT = 30 * MM, 26 * MM, 22 * MM
_NAME_STEPS = ((34, 1), (28, 1), (24, 1), (24, 2), (20, 2), (17, 3), (14, 4))
_BELOW_STEPS = ((13, 1), (13, 2), (10, 3))
_TITLE_STEPS = ((17, 2), (15, 3), (12, 4))
_MOST_TOPICS = 8


@dataclass(frozen=True, slots=True)
class Certificates(EventInput):
    """Everything on the certificates: the event as its guests see it, and who took part; without names a sample."""

    event: PublishedEvent
    office: OfficeSettings
    stand: datetime
    names: tuple[Guest, ...] = ()
    version: int | None = None
    has_changed: bool = False


def code(data: Certificates) -> str:
    """The short code of certificates made from this; it says nothing of the names."""
    event = data.event
    return parts.code_of(event.title, event.starts_at, event.ends_at, event.place.town, event.topics, data.office)


def paper(theme: Theme, _data: Certificates) -> Theme:
    """The whole sheet."""
    return full_page(theme)


def sheet(data: Certificates, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    name = _("Certificate of attendance: {title}").format(title=one_line(data.event.title, 160))
    return headless(
        name, _("Confirms to people that they took part in an event"), story(data, language, theme), data, language
    )


def story(data: Certificates, language: Language, theme: Theme) -> list[Block]:
    """A page for each person."""
    page = _Page(data, language, theme)
    people = data.names or SAMPLES[:1]
    return [page.leaf(guest, is_first=number == 0) for number, guest in enumerate(people)]


class _Page:
    """What is the same on every certificate, laid out once, and the person on it."""

    def __init__(self, data: Certificates, language: Language, theme: Theme) -> None:
        self._data, self._language, self._theme = data, language, theme
        self._width = theme.page_width - 2 * _SIDE
        self._foot = self._signature()

    def leaf(self, guest: Guest, *, is_first: bool) -> Leaf:
        """The page of one person; the name is a heading, so that it can be found among many."""
        foot_top = self._theme.page_height - _FOOT - self._foot.height(self._width, self._language.code)
        body = filled(
            lambda air: Stack([*self._head(air, is_first=is_first), *self._person(guest, air), *self._event(air)]),
            (1, 0.8, 0.6, 0.4, 0.2),
            foot_top - _TOP - 6 * MM,
            (self._width, self._language.code),
        )
        return Leaf(
            self._theme,
            [
                Placed(body, _SIDE, _TOP, self._width),
                Placed(self._signature(), _SIDE, foot_top, self._width),
                Placed(self._trace(), _SIDE, self._theme.page_height - 12 * MM, self._width, is_repeat=True),
            ],
        )

    def _head(self, air: float, *, is_first: bool) -> list[Block]:
        """Who confirms, and what this page is."""
        palette, office = self._theme.palette, self._data.office
        told = "\n".join(part for part in (one_line(office.name, 90), one_line(office.unit, 90)) if part)
        small = Style(MEDIUM, 9.5, 13, palette.primary)
        who = [shrunk(told, small, ((9.5, 3), (8.5, 3)), Room(self._width - 50 * MM, 40, self._language.code))]
        logo = opened(office.logo, palette.white) if office.logo else None
        mark: list[Block] = [Picture(logo, office.name or self._language.gettext("Logo"), 14 * MM)] if logo else []
        top = Row([Stack(who if told else ()), Stack(mark)], (None, 44 * MM), 6 * MM)
        title = Style(LIGHT, 32, 38, palette.primary, tag="H1" if is_first else "P")
        return [
            Bar(palette.accent, 14 * MM, 0.9 * MM),
            Space(4 * MM),
            top,
            Space(max(6 * MM, 46 * MM * air - top.height(self._width, self._language.code))),
            Paragraph(self._language.gettext("Certificate of attendance"), title),
            Space(16 * MM * air),
        ]

    def _person(self, guest: Guest, air: float) -> list[Block]:
        palette, letters = self._theme.palette, self._language.code
        style = Style(SEMIBOLD, 34, 40, palette.ink, tag="H2")
        name = shrunk(one_line(guest.name, 120) or "–", style, _NAME_STEPS, Room(self._width, 34 * MM, letters))
        blocks: list[Block] = [name]
        if guest.institution.strip():
            below = Style(REGULAR, 13, 18, palette.ink)
            rest = Room(self._width, 14 * MM, letters)
            blocks += [Space(1.5 * MM), shrunk(one_line(guest.institution, 120), below, _BELOW_STEPS, rest)]
        return [*blocks, Space(11 * MM * air)]

    def _event(self, air: float) -> list[Block]:
        """What it was, when, where, how long, and about what."""
        _, event, letters = self._language.gettext, self._data.event, self._language.code
        palette = self._theme.palette
        running = Style(REGULAR, 12, 18, palette.ink)
        named = Style(SEMIBOLD, 17, 22, palette.ink)
        title = one_line(event.title, 160)
        blocks: list[Block] = [Paragraph(_("took part in the event"), running), Space(1.5 * MM)]
        if title:
            blocks.append(shrunk(title, named, _TITLE_STEPS, Room(self._width, 30 * MM, letters)))
        place = one_line(", ".join(parts.place_lines(event.place)), 200)
        lines = [parts.when(event, self._language), place]
        quiet = Style(REGULAR, 11, 16, palette.ink)
        blocks += [Space(2 * MM), *(Paragraph(line, quiet) for line in lines if line)]
        return [*blocks, Space(11 * MM * air), *self._extent()]

    def _extent(self) -> list[Block]:
        """How long it took and its topics, each below a small head."""
        _, event, palette = self._language.gettext, self._data.event, self._theme.palette
        small, text = Style(REGULAR, 9, 13, palette.muted), Style(REGULAR, 11, 16, palette.ink)
        topics = [one_line(topic, 80) for topic in event.topics if topic.strip()][:_MOST_TOPICS]
        told = [(_("Duration"), self._duration()), (_("Topics"), " · ".join(topics))]
        blocks: list[Block] = []
        for head, words in told:
            if words:
                shown = shrunk(words, text, ((11, 3), (9, 4)), Room(self._width, 18 * MM, self._language.code))
                blocks += [Paragraph(head, small), shown, Space(3.5 * MM)]
        return blocks

    def _duration(self) -> str:
        event = self._data.event
        if event.all_day or event.starts_at is None or event.ends_at is None or len(parts.days_of(event)) > 1:
            return ""
        minutes = minutes_between(event.starts_at, event.ends_at)
        return parts.duration(minutes, self._language) if minutes > 0 else ""

    def _trace(self) -> Paragraph:
        """From which plan the certificate is, small at the lower edge."""
        return Paragraph(parts.trace(self._data.version, code(self._data), self._language), self._theme.caption)

    def _signature(self) -> Block:
        """Place and day, and a line to sign on."""
        _, palette, office = self._language.gettext, self._theme.palette, self._data.office
        text, small = Style(REGULAR, 11, 16, palette.ink), Style(REGULAR, 9, 13, palette.muted)
        signed_on = max([parts.local_day(self._data.stand), *parts.days_of(self._data.event)])
        day = self._language.long_day(signed_on).split(", ", 1)[-1]
        dated = ", ".join(part for part in (one_line(office.town, 60), day) if part)
        line = WritingLines(1, 0.5, palette.muted)
        left = Stack([Paragraph(dated, text), line, Paragraph(_("Place and date"), small)])
        name = one_line(office.name, 90)
        signed = _("Signature, {office}").format(office=name) if name else _("Signature")
        right = Stack([Space(text.leading), line, Paragraph(signed, small)])
        return Row([left, right], (None, None), 10 * MM)
