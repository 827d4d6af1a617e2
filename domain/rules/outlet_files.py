"""What lies in a folder of published calendars: which days, under which names and addresses, and what still waits."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from domain.region.kreise import kreis, kreise
from domain.terms import Audience

PAST, AHEAD = timedelta(days=30), timedelta(days=365)
"""The rolling window: a month back, so that cancellations are seen, and a year ahead (design 4.3)."""

WHOLE = ""
"""The key of the calendar that holds all of the state; the others are keyed by their Kreis (AGS)."""

_FOLDERS = {Audience.public: "oeffentlich", Audience.partners: "partner", Audience.internal: "intern"}
"""Names that stay, whatever the language: subscribers keep the addresses."""

_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def window(today: date) -> tuple[date, date]:
    """First and last day that are published on a day."""
    return today - PAST, today + AHEAD


def folder_name(audience: Audience) -> str:
    """The folder inside the outlet's that holds the files of an audience alone, so that nobody mixes two up."""
    return _FOLDERS[audience]


def collections() -> tuple[str, ...]:
    """The keys of all calendars: the Kreise in their order, then all of the state, which is written last."""
    return (*(each.ags for each in kreise()), WHOLE)


def feed_path(audience: Audience, collection: str) -> str:
    """Where a calendar lies under the outlet's folder: oeffentlich/15081-altmarkkreis-salzwedel.ics."""
    name = f"{collection}-{plain_name(kreis(collection).name)}" if collection else "alle"
    return f"{folder_name(audience)}/{name}.ics"


def plain_name(words: str) -> str:
    """Words as a name of a file or of a part of an address: small letters a to z, figures and hyphens."""
    return _NOT_PLAIN.sub("-", words.lower().translate(_LETTERS)).strip("-")


def web_address(public_address: str, path: str) -> str:
    """Under which address a file is read on the web; "" where the folder has none."""
    return f"{public_address.rstrip('/')}/{path}" if public_address.strip() else ""


def subscription_address(address: str) -> str:
    """The address with which a click subscribes instead of downloading: webcal:// in place of https://."""
    scheme, mark, rest = address.partition("://")
    return f"webcal://{rest}" if mark and scheme in {"http", "https"} else ""


def waiting(published: Mapping[str, str], planned: Mapping[str, str]) -> int:
    """How many events (by uid, with their digests) are new, changed or gone since they were published."""
    return sum(published.get(uid) != planned.get(uid) for uid in published.keys() | planned.keys())
