"""What has to be done so that a collection on a calendar server holds what it should: compared name by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.rows.caldav import KnownResource

FIRST_WAIT, LONGEST_WAIT = 30.0, 900.0
"""Seconds between two tries: 30 s, doubled each time, up to 15 minutes."""


@dataclass(slots=True)
class SyncPlan:
    """Names of resources, each in exactly one list.

    `create`, `update`, `remove`: safe to do. `look`: something lies there that we do not know or did not write so; it
    must be read before anything is done. `deleted`: somebody deleted it there. `foreign`: gone here, but changed by
    somebody there. `forget`: gone on both sides. `unknown`: none of ours. `same`: nothing to do.
    """

    create: list[str] = field(default_factory=list)
    update: list[str] = field(default_factory=list)
    remove: list[str] = field(default_factory=list)
    look: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    forget: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)


def plan(wanted: Mapping[str, str], known: Mapping[str, KnownResource], there: Mapping[str, str] | None) -> SyncPlan:
    """What to do with each name.

    `wanted` are digests of what should lie there, `known` what we last wrote, `there` the etags that the server lists;
    None = nothing changed there since we last wrote.
    """
    found = {name: row.etag for name, row in known.items()} if there is None else there
    made = SyncPlan()
    for name in sorted(wanted.keys() | known.keys() | found.keys()):
        row = known.get(name)
        getattr(made, _fate(wanted.get(name), row, found.get(name), trusted=there is None)).append(name)
    return made


def _fate(digest: str | None, row: KnownResource | None, etag: str | None, *, trusted: bool) -> str:
    if row is None:
        return _fate_of_the_new(digest, etag)
    if etag is None:
        return "forget" if digest is None else "deleted"
    ours = trusted or bool(row.etag and row.etag == etag)
    if digest is None:
        return "remove" if ours else "foreign"
    if not ours:
        return "look"
    return "same" if digest == row.digest else "update"


def _fate_of_the_new(digest: str | None, etag: str | None) -> str:
    if digest is None:
        return "unknown"
    return "create" if etag is None else "look"


def waiting(wanted: Mapping[str, str], known: Mapping[str, KnownResource]) -> int:
    """How many resources differ between here and what we last wrote."""
    changed = sum(name not in known or known[name].digest != digest for name, digest in wanted.items())
    return changed + sum(name not in wanted for name in known)


def next_wait(asked: float | None, tries: int) -> float:
    """Seconds until the next try after `tries` in vain: what the server asked for, else growing; 15 minutes at most."""
    usual = FIRST_WAIT * 2 ** min(max(tries, 0), 10)
    return min(max(usual if asked is None else asked, 0.0), LONGEST_WAIT)
