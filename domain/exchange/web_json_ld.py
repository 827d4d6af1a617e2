"""Published events for search engines: JSON-LD in the words of schema.org/Event."""

import json
import re
from collections.abc import Sequence
from typing import Any

from domain.exchange.textformat import is_web_address
from domain.exchange.web_markup import Markup, clean, one_line
from domain.i18n import Language
from domain.labels import label
from domain.rows.published import PublishedEvent, PublishedPlace
from domain.terms import BERLIN, EventKind, EventState

LONGEST = 300
"""Characters of a description: search engines show no more, and the page bears the whole text."""

MANY = 300
"""With more events on a page their descriptions stay out of its JSON-LD, and places and hosts stand there once."""

_CALLED_OFF = {EventState.cancelled, EventState.declined}
_POLE, _DATE_LINE = 90, 180
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_NUMBER = re.compile(r"[0-9]{4}-[0-9]{1,9}")
_MARKUP = re.compile("<(?!/)")


def json_ld(events: Sequence[PublishedEvent], organizer: str, address: str, language: Language) -> Markup:
    """The content of a script element of type application/ld+json: one Event each, in their order.

    `organizer` is the office that stands in where an event names no host; `address` is the page's own on the web, ""
    if it is not known.
    """
    graph = [_event(event, organizer, address, language) for event in events]
    if len(events) > MANY:
        graph = _light(graph)
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    # Neither "</script" nor "<!--" may stand in a script element; both escapes are JSON's own.
    return Markup(_MARKUP.sub(r"\\u003c", text.replace("</", r"<\/")))


def _event(event: PublishedEvent, organizer: str, address: str, language: Language) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "@type": "Event",
        "name": one_line(event.title) or label(event.kind, language),
        **_dates(event),
        "eventAttendanceMode": f"https://schema.org/{_mode(event)}EventAttendanceMode",
    }
    texts = {
        "description": _description(event.text),
        "organizer": _organization(one_line(event.host or event.office or organizer)),
        "location": _locations(event),
        "inLanguage": list(filter(_TAG.fullmatch, event.languages)),
        "url": f"{address}#{anchor(event)}" if address else "",
    }
    return shown | {name: value for name, value in texts.items() if value}


def _light(graph: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same with each place and host as a node of its own, to which the events refer (JSON-LD 1.1, 3.3)."""
    nodes: dict[str, dict[str, Any]] = {}
    for event in graph:
        event.pop("description", None)
        for name in ("location", "organizer"):
            found = event.get(name)
            if isinstance(found, dict):
                node = nodes.setdefault(json.dumps(found), {"@id": f"#n{len(nodes)}", **found})
                event[name] = {"@id": node["@id"]}
    return [*graph, *nodes.values()]


def anchor(event: PublishedEvent) -> str:
    """The id of an event's element on the page."""
    return f"e-{file_stem(event)}"


def file_stem(event: PublishedEvent) -> str:
    """What an event's files and anchors are called: its human number, its key where that could not be a file name."""
    return event.number if _NUMBER.fullmatch(event.number) else event.id.hex


def _dates(event: PublishedEvent) -> dict[str, str]:
    """When it is and whether it stands: a postponed event is on its new day and was on its old one."""
    start, end = _start(event), _end(event)
    if event.state is EventState.postponed:
        if event.postponed_to is None:
            return {"startDate": start, "eventStatus": "https://schema.org/EventPostponed"}
        return {
            "startDate": event.postponed_to.isoformat(),
            "previousStartDate": start,
            "eventStatus": "https://schema.org/EventRescheduled",
        }
    status = "EventCancelled" if event.state in _CALLED_OFF else "EventScheduled"
    until = {"endDate": end} if end else {}
    return {"startDate": start, **until, "eventStatus": f"https://schema.org/{status}"}


def _start(event: PublishedEvent) -> str:
    if event.all_day:
        return event.first_day.isoformat() if event.first_day else ""
    return event.starts_at.astimezone(BERLIN).isoformat() if event.starts_at else ""


def _end(event: PublishedEvent) -> str:
    if event.all_day:
        return event.last_day.isoformat() if event.last_day else ""
    return event.ends_at.astimezone(BERLIN).isoformat() if event.ends_at else ""


def _mode(event: PublishedEvent) -> str:
    on_line = event.kind is EventKind.online or bool(event.place.online_url)
    if on_line:
        return "Mixed" if _is_somewhere(event.place) else "Online"
    return "Offline"


def _is_somewhere(place: PublishedPlace) -> bool:
    return bool(one_line(place.name) or one_line(place.street))


def _locations(event: PublishedEvent) -> list[dict[str, Any]] | dict[str, Any] | None:
    found = []
    mode = _mode(event)
    if mode != "Online":
        found.append(_place(event.place))
    if mode != "Offline" and is_web_address(event.place.online_url):
        found.append({"@type": "VirtualLocation", "url": event.place.online_url})
    if len(found) > 1:
        return found
    return found[0] if found else None


def _place(place: PublishedPlace) -> dict[str, Any]:
    address = {
        "streetAddress": one_line(place.street),
        "postalCode": one_line(place.postcode),
        "addressLocality": one_line(place.town),
        "addressRegion": "Sachsen-Anhalt",
        "addressCountry": "DE",
    }
    shown: dict[str, Any] = {
        "@type": "Place",
        "name": one_line(place.name) or one_line(place.town) or one_line(place.kreis) or "Sachsen-Anhalt",
        "address": {"@type": "PostalAddress", **{name: text for name, text in address.items() if text}},
    }
    lat, lon = place.latitude, place.longitude
    if lat is not None and lon is not None and abs(lat) <= _POLE and abs(lon) <= _DATE_LINE:
        shown["geo"] = {"@type": "GeoCoordinates", "latitude": round(lat, 6), "longitude": round(lon, 6)}
    return shown


def _organization(name: str) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def _description(text: str) -> str:
    whole = one_line(clean(text))
    return whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1].rstrip()}…"
