"""Tour days as GPX 1.1, for navigation devices and maps."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from domain.i18n import Language
from domain.labels import label
from domain.rows.published import PublishedEvent
from domain.rows.published_tours import PublishedDay, PublishedStop, Spot

_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2)."""
_LONGEST = 2000
"""Characters of a description; devices show a few lines."""
_NAMESPACE = "http://www.topografix.com/GPX/1/1"


@dataclass(frozen=True, slots=True)
class GpxMeta:
    """What the head says: the file's name, who made it, Landauf's version."""

    name: str
    author: str
    version: str


def write_gpx(out: BinaryIO, meta: GpxMeta, days: Iterable[PublishedDay], language: Language) -> int:
    """A waypoint for every stop and a route for every vehicle's day in order; returns the number of waypoints.

    Stops whose place nobody knows are in no route. Text is data: escaped, and without what XML cannot hold.
    """
    found = tuple(days)
    head = f'<gpx version="1.1" creator={quoteattr(_plain("Landauf " + meta.version))} xmlns="{_NAMESPACE}">'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, f"<metadata>{_element('name', meta.name)}"]
    if meta.author.strip():
        lines.append(f"<author>{_element('name', meta.author)}</author>")
    lines.append("</metadata>")
    points = [_waypoint(day, stop, language) for day in found for stop in day.stops if stop.spot is not None]
    lines += points
    lines += [line for number, day in enumerate(found, 1) for line in _route(number, day, language)]
    lines.append("</gpx>\n")
    out.write("\n".join(lines).encode("utf-8"))
    return len(points)


def _plain(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def _element(name: str, text: str, limit: int = _LONGEST) -> str:
    """An element with text, nothing at all if there is none."""
    told = _plain(text).strip()[:limit]
    return f"<{name}>{escape(told)}</{name}>" if told else ""


def _at(name: str, spot: Spot) -> str:
    return f'<{name} lat="{spot.latitude:.6f}" lon="{spot.longitude:.6f}">'


def _waypoint(day: PublishedDay, stop: PublishedStop, language: Language) -> str:
    """Children in the order of the schema: time, name, cmt, desc, type."""
    event = stop.event
    time = (
        _element("time", f"{event.starts_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}") if event.starts_at is not None else ""
    )
    name = _element("name", f"{stop.number} {event.title}", 200)
    comment = _element("cmt", f"{language.day(day.day)} · {day.vehicle}")
    text = _element("desc", "\n".join(_description(stop, language)))
    kind = _element("type", label(event.kind, language))
    return f"{_at('wpt', _known(stop))}{time}{name}{comment}{text}{kind}</wpt>"


def _known(stop: PublishedStop) -> Spot:
    if stop.spot is None:
        raise ValueError("a stop without a place has no point")
    return stop.spot


def _description(stop: PublishedStop, language: Language) -> Iterator[str]:
    """When, where, what; for the house also arrival, whom to call and notes, never security remarks."""
    _ = language.gettext
    event = stop.event
    yield " · ".join(part for part in (_when(event, language), label(event.state, language)) if part)
    town = f"{event.place.postcode} {event.place.town}".strip()
    yield ", ".join(part for part in (event.place.name, event.place.street, town) if part)
    if stop.spot is not None and not stop.spot.is_exact:
        yield _("Only the town is known; ask for the exact place.")
    if event.text:
        yield event.text
    if stop.arrival is not None and stop.departure is not None:
        yield _("On site {start}–{end}").format(start=language.clock(stop.arrival), end=language.clock(stop.departure))
    if event.internal is not None:
        yield from event.internal.contacts
        if event.internal.notes:
            yield event.internal.notes


def _when(event: PublishedEvent, language: Language) -> str:
    if event.starts_at is None or event.ends_at is None:
        return language.day(event.first_day) if event.first_day else ""
    return f"{language.day(event.starts_at.date())}, {language.clock(event.starts_at)}–{language.clock(event.ends_at)}"


def _route(number: int, day: PublishedDay, language: Language) -> Iterator[str]:
    """One vehicle's day from start to end; nothing where no place of it is known."""
    points = [(day.start, day.start_spot)]
    points += [(f"{stop.number} {stop.event.title}", stop.spot) for stop in day.stops]
    points.append((day.end, day.end_spot))
    known = [(name, spot) for name, spot in points if spot is not None]
    if not known:
        return
    title = " · ".join(part for part in (language.day(day.day), day.vehicle, day.tour) if part)
    yield f"<rte>{_element('name', title, 200)}<number>{number}</number>"
    for name, spot in known:
        yield f"{_at('rtept', spot)}{_element('name', name, 200)}</rtept>"
    yield "</rte>"
