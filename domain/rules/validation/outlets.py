"""Whether an outlet of calendars is possible."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from domain.errors import Problem
from domain.i18n import N_
from domain.rows.outlets import OutletDraft
from domain.terms import OutletKind

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_LONGEST = {"name": 100, "address": 1_000, "public_address": 1_000, "user": 300}


def outlet_problems(draft: OutletDraft) -> Iterator[Problem]:
    """What must be mended before the outlet can be kept; a password travels over https only."""
    if not draft.name.strip():
        yield Problem("name", N_("Please give the place a name."))
    for field, longest in _LONGEST.items():
        if len(getattr(draft, field)) > longest:
            yield Problem(field, N_("At most {most} characters."), (("most", longest),))
    if not draft.address.strip():
        yield Problem("address", N_("Please say where the calendars go."))
    elif draft.kind is OutletKind.caldav and not is_safe_address(draft.address):
        yield Problem("address", N_("The address of a calendar server begins with https://."))
    if draft.public_address and urlsplit(draft.public_address).scheme not in {"http", "https"}:
        yield Problem("public_address", N_("A web address begins with https://."))


def is_safe_address(address: str) -> bool:
    """Whether an address is https, or on this very machine."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK))
