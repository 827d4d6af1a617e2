"""What makes two rows the same partner, request, vehicle or event."""

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from domain.region.fold import fold
from domain.rows.partners import PartnerDraft
from domain.rows.requests import RequestDraft
from domain.rows.tours import VehicleDraft

_NOT_A_LETTER = re.compile(r"[\W_]+")
_SHORT_STREET = re.compile(r"str(?:\.|\b)")
_BETWEEN = "\x1f"
_LENGTH = 600


def partner_key(draft: PartnerDraft) -> str:
    """Folded name, folded street and postcode: equal keys are the same partner."""
    return _key((_folded(draft.name), _folded_street(draft.street), draft.postcode.strip()))


def bare_partner_key(draft: PartnerDraft) -> str | None:
    """The key of the same partner known without a street; None if the draft has no street or no postcode."""
    return partner_key(replace(draft, street="")) if draft.street.strip() and draft.postcode.strip() else None


def request_key(draft: RequestDraft) -> str:
    """Requester, postcode, kind, topic and the days of the window: equal keys are the same request.

    Without a window the first wished date takes its place.
    """
    first = draft.wishes[0] if draft.wishes and draft.earliest is None and draft.latest is None else None
    window = (first.first_day, first.last_day) if first else (draft.earliest, draft.latest)
    days = (day.isoformat() if day else "" for day in window)
    parts = (_folded(draft.requester), draft.postcode.strip(), draft.kind.value, _folded(draft.topic), *days)
    return _key(parts)


def _key(parts: Iterable[str]) -> str:
    """The parts in one text of at most `_LENGTH` characters: folded letters can be many times as long as typed."""
    key = _BETWEEN.join(parts)
    return key if len(key) <= _LENGTH else sha256(key.encode()).hexdigest()


def vehicle_key(draft: VehicleDraft) -> str:
    """The folded name: a house has no two vehicles of one name."""
    return _folded(draft.name)


def _folded(text: str) -> str:
    return " ".join(_NOT_A_LETTER.sub(" ", fold(text)).split())


def _folded_street(text: str) -> str:
    """Folded, with “Str.” written out and without blanks, as house numbers are spaced at will: 5 a, 5a."""
    return _NOT_A_LETTER.sub("", _SHORT_STREET.sub("strasse", fold(text)))


def event_key(day: str, title: str, town: str) -> str:
    """Day (ISO), folded title and folded town: events with equal keys are probably the same one."""
    return _key((day, _folded(title), _folded(town)))
