"""One entry of a calendar, an event or the bar of a tour, as a VEVENT."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from domain.exchange.calendar_text import description, one_line
from domain.exchange.calendar_tour import tour_lines
from domain.exchange.textformat import content_line, escape, is_web_address, quoted
from domain.i18n import N_, Language
from domain.labels import label
from domain.rows.calendars import CalendarItem, TourBar, TourStop
from domain.rows.published import PublishedEvent, PublishedPlace
from domain.terms import BERLIN, Audience, EventKind, EventState

_STATUS = {
    EventState.idea: "TENTATIVE",
    EventState.requested: "TENTATIVE",
    EventState.tentative: "TENTATIVE",
    EventState.confirmed: "CONFIRMED",
    EventState.held: "CONFIRMED",
    EventState.reviewed: "CONFIRMED",
    EventState.declined: "CANCELLED",
    EventState.cancelled: "CANCELLED",
    EventState.postponed: "CANCELLED",
}
# Some programs show a cancelled event like any other: the title says it too (notes on calendar clients).
_SUMMARY = {
    EventState.declined: N_("DECLINED: {title}"),
    EventState.cancelled: N_("CANCELLED: {title}"),
    EventState.postponed: N_("POSTPONED: {title}"),
}
_CLASS = {Audience.public: "PUBLIC", Audience.partners: "PRIVATE", Audience.internal: "CONFIDENTIAL"}
_DAY = timedelta(days=1)
_POLE, _DATE_LINE = 90, 180


@dataclass(frozen=True, slots=True)
class EventWriter:
    """Writes entries in one language; `organizer` is the folded ORGANIZER line, b"" if there is none.

    With `reminds` each event that takes place bears an alarm a day ahead.
    """

    language: Language
    organizer: bytes = b""
    reminds: bool = False

    def block(self, item: CalendarItem) -> bytes:
        """The entry as folded content lines; b"" if it has no date."""
        if isinstance(item, PublishedEvent):
            return self._event(item)
        if isinstance(item, TourStop):
            return self._event(item.event, content_line(f"RELATED-TO:{escape(item.tour_uid)}"))
        return self._bar(item)

    def _event(self, event: PublishedEvent, related: bytes = b"") -> bytes:
        times = _all_day(event) if event.all_day else _timed(event)
        if not times:
            return b""
        # Lines of figures and code words are short and ASCII: they need no folding.
        short = "\r\n".join(("BEGIN:VEVENT", *_version(event), *times, *_standing(event), ""))
        text = description(event, self.language)
        blocks = (
            short.encode(),
            content_line(f"UID:{escape(event.uid)}"),
            related,
            content_line(f"SUMMARY:{escape(shown_title(event, self.language))}"),
            _place(event.place, self.language),
            _categories(event.kind, event.topics, self.language),
            content_line(f"DESCRIPTION:{escape(text)}") if text else b"",
            self.organizer,
            self._alarm(event) if self.reminds else b"",
            b"END:VEVENT\r\n",
        )
        return b"".join(blocks)

    def _bar(self, bar: TourBar) -> bytes:
        if not bar.days:
            return b""
        stamp, behind = _utc(bar.updated_at), bar.days[-1][0] + _DAY
        lines = (
            "BEGIN:VEVENT",
            f"DTSTAMP:{stamp}",
            f"CREATED:{_utc(bar.created_at)}",
            f"LAST-MODIFIED:{stamp}",
            f"SEQUENCE:{bar.sequence}",
            f"DTSTART;VALUE=DATE:{_compact(bar.days[0][0])}",
            f"DTEND;VALUE=DATE:{_compact(behind)}",
            f"STATUS:{_STATUS[bar.state]}",
            f"CLASS:{_CLASS[bar.audience]}",
            "TRANSP:TRANSPARENT",
            f"UID:{escape(bar.uid)}",
            *tour_lines(bar, self.language, _SUMMARY.get(bar.state, "")),
        )
        return b"".join((*map(content_line, lines), self.organizer, b"END:VEVENT\r\n"))

    def _alarm(self, event: PublishedEvent) -> bytes:
        if _STATUS[event.state] == "CANCELLED":
            return b""
        about = f"DESCRIPTION:{escape(shown_title(event, self.language))}"
        lines = ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", about, "END:VALARM")
        return b"".join(map(content_line, lines))


def shown_title(event: PublishedEvent, language: Language) -> str:
    """The title as a calendar shows it: on one line, with „ABGESAGT: “ before it where that is so."""
    title = one_line(event.title) or label(event.kind, language)
    wording = _SUMMARY.get(event.state)
    return language.gettext(wording).format(title=title) if wording else title


def _version(event: PublishedEvent) -> tuple[str, ...]:
    """With METHOD, DTSTAMP is the moment of this version (RFC 5545, 3.8.7.2): unchanged data, unchanged bytes."""
    stamp = _utc(event.updated_at)
    return (
        f"DTSTAMP:{stamp}",
        f"CREATED:{_utc(event.created_at)}",
        f"LAST-MODIFIED:{stamp}",
        f"SEQUENCE:{event.sequence}",
    )


def _standing(event: PublishedEvent) -> tuple[str, ...]:
    status = _STATUS[event.state]
    lines = (f"STATUS:{status}", f"CLASS:{_CLASS[event.audience]}")
    return (*lines, "TRANSP:TRANSPARENT") if status == "CANCELLED" else lines


def _timed(event: PublishedEvent) -> tuple[str, ...]:
    """Start and end in local time, which follows the law; in UTC when the clock shows the hour a second time."""
    if event.starts_at is None:
        return ()
    start = event.starts_at.astimezone(UTC)
    end = max(start, (event.ends_at or start).astimezone(UTC))
    local = (start.astimezone(BERLIN), end.astimezone(BERLIN))
    if any(moment.fold for moment in local):
        first, last = f"DTSTART:{_utc(start)}", f"DTEND:{_utc(end)}"
    else:
        first, last = (
            f"{name};TZID=Europe/Berlin:{_compact(moment)}"
            for name, moment in zip(("DTSTART", "DTEND"), local, strict=True)
        )
    return (first, last) if start < end else (first,)  # DTEND must be later than DTSTART


def _all_day(event: PublishedEvent) -> tuple[str, ...]:
    """First day, and the day after the last: DTEND is exclusive."""
    if event.first_day is None:
        return ()
    last = max(event.first_day, event.last_day or event.first_day)
    behind = last + _DAY if last < date.max else last
    return (f"DTSTART;VALUE=DATE:{_compact(event.first_day)}", f"DTEND;VALUE=DATE:{_compact(behind)}")


# A year's events share their places and topics.
@lru_cache(maxsize=4096)
def _place(place: PublishedPlace, language: Language) -> bytes:
    lines = (*_location(place), *_online(place.online_url, language))
    return b"".join(map(content_line, lines))


@lru_cache(maxsize=4096)
def _categories(kind: EventKind, topics: tuple[str, ...], language: Language) -> bytes:
    names = (label(kind, language), *filter(None, map(one_line, topics)))
    return content_line(f"CATEGORIES:{','.join(map(escape, names))}")


def _location(place: PublishedPlace) -> Iterator[str]:
    location = location_text(place)
    if location:
        yield f"LOCATION:{escape(location)}"
    lat, lon = place.latitude, place.longitude
    if lat is None or lon is None or not (abs(lat) <= _POLE and abs(lon) <= _DATE_LINE):
        return
    yield f"GEO:{lat:.6f};{lon:.6f}"
    if location:
        # Apple shows a map only for this property, and only if its title is the LOCATION.
        title = quoted(location)
        yield f"X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=100;X-TITLE={title}:geo:{lat:.6f},{lon:.6f}"


def _online(address: str, language: Language) -> Iterator[str]:
    if is_web_address(address):
        yield f"CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL={quoted(language.gettext(N_('Take part')))}:{address}"
        yield f"URL:{address}"


def location_text(place: PublishedPlace) -> str:
    """The place on one line: name, street, postcode and town, as far as known."""
    town = f"{place.postcode} {place.town}".strip()
    return ", ".join(filter(None, map(one_line, (place.name, place.street, town))))


def _utc(moment: datetime) -> str:
    return f"{_compact(moment.astimezone(UTC))}Z"


def _compact(moment: date | datetime) -> str:
    """The basic format of ISO 8601 to the second: 20270513T170000, a day 20270513; far quicker than strftime."""
    return moment.isoformat()[: len("2027-05-13T17:00:00")].replace("-", "").replace(":", "")
