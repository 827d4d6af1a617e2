"""What an entry of another program's calendar says of an event: as a draft, and compared field by field."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from domain.region.lookup import find_gemeinde
from domain.rows.calendar_import import CalendarEntry
from domain.rows.events import EventDraft
from domain.terms import Audience, EventKind, EventState, PlaceKind

UNTITLED = "Ohne Titel"
"""What an entry without a title is called here; what the house keeps is German."""
CANCELLED = "Laut Kalenderdatei abgesagt"
"""The reason of a cancellation that came by a calendar."""

_TITLE, _PLACE, _STREET, _TOWN, _ADDRESS, _TEXT = 300, 300, 200, 200, 2_000, 20_000
_TOLD_IN_TITLE = re.compile(
    r"(?:abgesagt|abgelehnt|verschoben|entfällt|ausgefallen|cancelled|canceled|declined|postponed)\s*[:–-]\s*",
    re.IGNORECASE,
)
_WEB = re.compile(r"https?://[^\s<>\"]{3,}", re.IGNORECASE)
_TOWN_BEHIND_CODE = re.compile(r"(?:D-)?(\d{5})\s+(\D.*)")
_HOUSE = re.compile(r"\D.*\s\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/]\s?\d{1,4}\s?[a-zA-Z]?)?")
_LOOKS_ALIKE = {
    EventState.idea: EventState.tentative,
    EventState.requested: EventState.tentative,
    EventState.held: EventState.confirmed,
    EventState.reviewed: EventState.confirmed,
    EventState.declined: EventState.cancelled,
    EventState.postponed: EventState.cancelled,
}
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "when": ("all_day", "starts_at", "ends_at", "first_day", "last_day"),
    "place": (
        *("place_kind", "site_id", "place_partner_id", "place_name", "room", "street", "postcode", "town"),
        *("ags", "online_url"),
    ),
    "state": ("state", "state_reason"),
}
_DIGEST = 16


@dataclass(frozen=True, slots=True)
class Where:
    """A place in parts, as far as one line of text tells them."""

    name: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    ags: str | None = None
    online_url: str = ""


def where(text: str, url: str = "") -> Where:
    """The place that a line of text means: a web address, or name, street, postcode and town in any order.

    A part is a town if it follows a postcode, or if it names a Gemeinde (or a place in one) by itself.
    """
    link = _WEB.search(text)
    if link is not None:
        return Where(name=_short(text.replace(link[0], " "), _PLACE), online_url=link[0][:_ADDRESS])
    parts = [part for part in (" ".join(part.split()) for part in re.split(r"[,;\n|]", text)) if part]
    street = postcode = town = ""
    names = []
    for part in parts:
        behind = _TOWN_BEHIND_CODE.fullmatch(part)
        if behind is not None and not town:
            postcode, town = behind[1], behind[2]
        elif not street and len(parts) > 1 and _HOUSE.fullmatch(part):
            street = part
        else:
            names.append(part)
    if not town:
        town = next((name for name in reversed(names) if find_gemeinde(town=name) is not None), "")
        if town:
            names.remove(town)
    found = find_gemeinde(postcode=postcode, town=town) if postcode or town else None
    return Where(
        _short(", ".join(names), _PLACE),
        _short(street, _STREET),
        postcode,
        _short(town, _TOWN),
        found.ags if found else None,
        "" if parts or not _WEB.fullmatch(url) else url[:_ADDRESS],
    )


def _short(text: str, limit: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= limit else plain[: limit - 1] + "…"


def title_of(entry: CalendarEntry) -> str:
    """The entry's title on one line; what it says of a cancellation is told by the state instead."""
    title = _short(entry.title, 2 * _TITLE)
    if entry.state is EventState.cancelled:
        title = _TOLD_IN_TITLE.sub("", title, count=1) if _TOLD_IN_TITLE.match(title) else title
    return _short(title, _TITLE) or UNTITLED


def draft_of(entry: CalendarEntry, kind: EventKind, audience: Audience) -> EventDraft:
    """The event that an entry becomes. Its text is for the house alone, unless the event was meant for others."""
    place = where(entry.place, entry.url)
    text = _text(entry, with_link=entry.url != place.online_url)
    draft = EventDraft(
        kind=kind,
        title=title_of(entry),
        state=entry.state,
        audience=audience,
        all_day=entry.all_day,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at or entry.starts_at,
        first_day=entry.first_day,
        last_day=entry.last_day or entry.first_day,
        place_kind=PlaceKind.online if place.online_url else PlaceKind.address,
        place_name=place.name,
        street=place.street,
        postcode=place.postcode,
        town=place.town,
        ags=place.ags,
        online_url=place.online_url,
        state_reason=CANCELLED if entry.state is EventState.cancelled else "",
    )
    if audience is Audience.internal:
        return replace(draft, internal_notes=text)
    return replace(draft, public_text=text)


def text_field(audience: Audience) -> str:
    """Where an entry's text goes: nothing of others becomes public by itself."""
    return "internal_notes" if audience is Audience.internal else "public_text"


def _text(entry: CalendarEntry, *, with_link: bool) -> str:
    """Description, link and organizer, the last two only for the house's own use."""
    link = entry.url if with_link and entry.url and entry.url not in entry.text else ""
    text = "\n".join(filter(None, (entry.text.strip(), link)))
    return text if len(text) <= _TEXT else text[: _TEXT - 1] + "…"


def faces(event: Any, text_in: str) -> dict[str, str]:  # noqa: ANN401 - an event's record or draft: both name their fields alike
    """What a calendar can say of an event, by field, as text to be compared; states that look alike are one."""
    return {
        "title": event.title,
        "when": _when(event),
        "place": _place(event),
        "state": _LOOKS_ALIKE.get(event.state, event.state).value,
        "text": getattr(event, text_in).strip(),
    }


def _when(event: Any) -> str:  # noqa: ANN401 - as `faces`
    if event.all_day:
        return f"{event.first_day}/{event.last_day or event.first_day}"
    return f"{_utc(event.starts_at)}/{_utc(event.ends_at or event.starts_at)}"


def _utc(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone(UTC).isoformat()


def _place(event: Any) -> str:  # noqa: ANN401 - as `faces`
    if event.place_kind is PlaceKind.site and event.site_id:
        return f"site {event.site_id}"
    if event.place_kind is PlaceKind.partner and event.place_partner_id:
        return f"partner {event.place_partner_id}"
    parts = (event.place_name, event.street, f"{event.postcode} {event.town}".strip(), event.online_url)
    return ", ".join(filter(None, parts))


def digests(face: Mapping[str, str]) -> dict[str, str]:
    """The face of an event as short fingerprints, to tell later what has changed since."""
    return {name: sha256(text.encode("utf-8", "replace")).hexdigest()[:_DIGEST] for name, text in face.items()}


def changed_since(face: Mapping[str, str], said: Mapping[str, str]) -> frozenset[str]:
    """The fields in which a face differs from the fingerprints."""
    return frozenset(name for name, digest in digests(face).items() if said.get(name) != digest)


def merged(present: EventDraft, told: EventDraft, names: Collection[str], text_in: str) -> EventDraft:
    """The present event with these fields as the file tells them, and everything else as it is."""
    columns = [column for name in names for column in _GROUPS.get(name, ())]
    values: dict[str, Any] = {column: getattr(told, column) for column in columns}
    if "text" in names:
        values[text_in] = getattr(told, text_field(told.audience))
    return replace(present, **values)
