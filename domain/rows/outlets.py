"""Outlets: the folders and calendar servers on which calendars are published."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.terms import Audience, OutletKind, TourShape


@dataclass(frozen=True, slots=True)
class OutletDraft:
    """An outlet as a form edits it.

    `address` is the path of a folder, or the URL of the server under which a collection for each Kreis is kept;
    `public_address` the address under which others reach the folder's files on the web, "" if they do not. `user` is
    the name at the server; its password is never stored here. With `web_page` a folder also gets the page of events.
    """

    name: str = ""
    kind: OutletKind = OutletKind.folder
    address: str = ""
    public_address: str = ""
    user: str = ""
    audience: Audience = Audience.public
    tours: TourShape = TourShape.stops
    web_page: bool = True
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class OutletRun:
    """How the last publication went: when it ended, what of it was written, and what went wrong ("" = nothing)."""

    finished_at: datetime
    written: int = 0
    removed: int = 0
    unchanged: int = 0
    waiting: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet in the list, with its last run; None = never published."""

    id: UUID
    version: int
    draft: OutletDraft
    last_run: OutletRun | None = None


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file as it is to lie in an outlet's folder.

    `path` is relative to the folder, `collection` the key of the calendar it is ("" = all of the state); `events` are
    the digests of the events in it by uid, None = it is no calendar to subscribe to.
    """

    path: str
    collection: str
    content: bytes
    events: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A calendar that an outlet offers: `kreis_ags` is None for all of the state.

    `place` is the file's path, `address` what others read on the web ("" = nowhere), `subscription` the same as a
    webcal: address. `events` counts what was last published in it, None = never.
    """

    kreis_ags: str | None
    place: str
    address: str
    subscription: str
    events: int | None


@dataclass(frozen=True, slots=True)
class OutletStanding:
    """An outlet, and how many events differ from what was last published there."""

    row: OutletRow
    waiting: int
