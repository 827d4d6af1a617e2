"""One published event as the lines of a VEVENT."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from domain.exchange.calendar_text import description
from domain.exchange.textformat import escape, is_web_address, plain, quoted
from domain.i18n import N_, Language
from domain.labels import label
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
class EventLines:
    """Writes events in one language; `organizer` is the finished ORGANIZER line, "" if there is none."""

    language: Language
    organizer: str = ""
    _kinds: dict[EventKind, str] = field(default_factory=dict)

    def of(self, event: PublishedEvent) -> Iterator[str]:
        """The content lines of the event, not folded yet; none if it has no date."""
        times = _all_day(event) if event.all_day else _timed(event)
        if not times:
            return
        status = _STATUS[event.state]
        stamp = _utc(event.updated_at)
        yield "BEGIN:VEVENT"
        yield f"UID:{escape(event.uid)}"
        # With METHOD, DTSTAMP is the moment of this version (RFC 5545, 3.8.7.2): unchanged data, unchanged bytes.
        yield f"DTSTAMP:{stamp}"
        yield f"CREATED:{_utc(event.created_at)}"
        yield f"LAST-MODIFIED:{stamp}"
        yield f"SEQUENCE:{event.sequence}"
        yield from times
        yield f"SUMMARY:{escape(self._summary(event))}"
        yield f"STATUS:{status}"
        if status == "CANCELLED":
            yield "TRANSP:TRANSPARENT"
        yield f"CLASS:{_CLASS[event.audience]}"
        yield from _place(event.place)
        yield f"CATEGORIES:{','.join(map(escape, self._categories(event)))}"
        text = description(event, self.language)
        if text:
            yield f"DESCRIPTION:{escape(text)}"
        yield from self._online(event.place.online_url)
        if self.organizer:
            yield self.organizer
        yield "END:VEVENT"

    def _summary(self, event: PublishedEvent) -> str:
        title = _one_line(event.title) or self._kind(event.kind)
        wording = _SUMMARY.get(event.state)
        return self.language.gettext(wording).format(title=title) if wording else title

    def _categories(self, event: PublishedEvent) -> tuple[str, ...]:
        return (self._kind(event.kind), *filter(None, map(_one_line, event.topics)))

    def _kind(self, kind: EventKind) -> str:
        found = self._kinds.get(kind)
        if found is None:
            found = self._kinds[kind] = label(kind, self.language)
        return found

    def _online(self, address: str) -> Iterator[str]:
        if is_web_address(address):
            yield f"CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL={quoted(self.language.gettext(N_('Take part')))}:{address}"
            yield f"URL:{address}"


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
            f"{name};TZID=Europe/Berlin:{moment:%Y%m%dT%H%M%S}"
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


def _place(place: PublishedPlace) -> Iterator[str]:
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


def location_text(place: PublishedPlace) -> str:
    """The place on one line: name, street, postcode and town, as far as known."""
    town = f"{place.postcode} {place.town}".strip()
    return ", ".join(filter(None, map(_one_line, (place.name, place.street, town))))


def _one_line(text: str) -> str:
    return " ".join(plain(text).split())


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")
