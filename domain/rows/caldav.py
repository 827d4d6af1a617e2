"""What publishing on a calendar server asks, decides and tells; what we remember of what lies there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto

from domain.rows.outlets import OutletRun

WHOLE = ""
"""The key of the collection for what belongs to no Kreis, or for everything; the others are keyed by their Kreis."""


@dataclass(frozen=True, slots=True)
class SyncDecisions:
    """What a person decided.

    `overwrite`: our version wins over what somebody changed, deleted or added there under our UIDs. `recreate`:
    collections that were deleted on the server are made anew. `whole`: one more collection holds all events.
    """

    overwrite: bool = False
    recreate: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class KnownResource:
    """A resource as we last wrote it: `etag` is its version there, "" = the server told none; `digest` of our bytes."""

    uid: str
    etag: str
    digest: str
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class KnownCollection:
    """A collection as we last saw it; `tag` changes with anything in it, "" = unknown."""

    url: str
    tag: str


@dataclass(frozen=True, slots=True)
class Resource:
    """An event as it is to lie on the server."""

    uid: str
    sequence: int
    title: str
    content: bytes
    digest: str


class DifferenceKind(StrEnum):
    """What became, on the server, of something we had written there."""

    changed = auto()
    deleted = auto()
    elsewhere = auto()


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A property of iCalendar (SUMMARY, DTSTART …) with its value here and there, "" = not given."""

    name: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Something on the server that is not as we left it, and that we leave so until a person decides.

    `collection` is the Kreis' key; `title` what the event is called here, or there if it is gone here; `fields` what
    differs. `elsewhere` means that the same UID lies there under another name.
    """

    collection: str
    uid: str
    title: str
    kind: DifferenceKind
    fields: tuple[FieldDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class CaldavResult:
    """How a publication on a calendar server went.

    `run` is what was noted; `differences` and `lost` (Kreis keys of collections deleted there) wait for a person's
    decision. `unknown` counts what others put into our collections, which is left alone. `retry_at` is when the server
    or good manners allow the next try, None = nothing to try again by itself. `requests` were made in all.
    """

    run: OutletRun
    differences: tuple[Difference, ...] = ()
    lost: tuple[str, ...] = ()
    unknown: int = 0
    retry_at: datetime | None = None
    requests: int = 0
