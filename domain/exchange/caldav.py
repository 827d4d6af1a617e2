"""A small CalDAV client: what a one-way publisher needs, each request with its outcome or one clear error."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote

from domain.errors import ServerProblemError
from domain.exchange import caldav_xml as xml
from domain.exchange.caldav_http import Answer, Connection
from domain.i18n import N_
from domain.terms import BERLIN, Clock

_XML = {"Content-Type": "application/xml; charset=utf-8"}
_CALENDAR = {"Content-Type": "text/calendar; charset=utf-8"}

LARGEST_RESOURCE = 1024 * 1024
"""Octets of a resource that is read to be compared."""

_GOOD, _REDIRECT = 200, 300
_UNAUTHORISED, _FORBIDDEN, _MISSING, _NOT_ALLOWED = 401, 403, 404, 405
_CONFLICT, _GONE, _PRECONDITION, _TOO_MANY = 409, 410, 412, 429
_BROKEN, _UNAVAILABLE, _FULL = 500, 503, 507


class BusyError(ServerProblemError):
    """The server asks for patience (429, 503); `seconds` is how long, None = it did not say."""

    def __init__(self, name: str, seconds: float | None) -> None:
        super().__init__(N_("{server} is busy and asks to wait."), server=name)
        self.seconds = seconds


class BrokenServerError(ServerProblemError):
    """The server failed by itself (5xx); another try may succeed."""


class RefusedError(ServerProblemError):
    """The server does not take this one resource."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A resource as it lies on the server."""

    etag: str
    content: bytes


@dataclass(frozen=True, slots=True)
class CaldavClient:
    """Asks over one connection. Paths are decoded; names are those of resources within a collection.

    Every method raises `UnreachableError` without an answer, `BusyError` when the server asks for patience,
    and `ServerProblemError` when it refuses who asks (401, 403), is full (507), fails or answers nonsense.
    """

    connection: Connection
    clock: Clock

    def tags(self, home: str) -> dict[str, str] | None:
        """Name and tag of every calendar in the folder `home`; None = there is no such folder.

        One request; a second one for the sync tokens where the server knows no ctags, which are dearer for some.
        """
        found = self._tags(home, xml.ASK_CTAGS, xml.CTAG)
        if found and not any(found.values()):
            return self._tags(home, xml.ASK_TOKENS, xml.SYNC_TOKEN)
        return found

    def etags(self, collection: str) -> dict[str, str] | None:
        """Name and etag of every resource of a collection; None = it is gone."""
        answer = self._ask("PROPFIND", collection, xml.ASK_ETAGS, {**_XML, "Depth": "1"})
        if answer.status in {_MISSING, _GONE}:
            return None
        self._must_be_good(answer)
        inside = (each for each in xml.found(answer.body) if _is_inside(each.path, collection))
        return {_last_part(each.path): each.values.get(xml.ETAG, "") for each in inside}

    def make_calendar(self, collection: str, name: str, colour: str) -> None:
        """Make a collection; one that is there already is taken as it is."""
        answer = self._ask("MKCALENDAR", collection, xml.make_calendar(name, colour), _XML)
        if answer.status != _NOT_ALLOWED and not _is_there_already(answer):
            self._must_be_good(answer)

    def put(self, path: str, content: bytes, etag: str | None) -> str | None:
        """Write a resource: a new one (`etag` None) or over this very version. Returns its etag ("" = untold).

        None means that the precondition failed: something else lies there.

        Raises:
            UidTakenError: the UID lies in the collection under another name.
            CollectionLostError: there is no such collection.
            RefusedError: the server takes everything but this resource.
        """
        condition = {"If-None-Match": "*"} if etag is None else {"If-Match": etag or "*"}
        answer = self._ask("PUT", path, content, {**_CALENDAR, **condition})
        if answer.status == _PRECONDITION:
            return None
        if answer.status == _CONFLICT:
            raise UidTakenError(N_("{server} holds this event under another name."), server=self._name)
        if answer.status in {_MISSING, _GONE}:
            raise CollectionLostError(N_("A calendar was deleted on {server}."), server=self._name)
        self._must_be_good(answer, RefusedError)
        return answer.headers.get("etag", "")

    def delete(self, path: str, etag: str) -> bool:
        """Delete this very version of a resource; also True if it is gone already. False: another one lies there."""
        answer = self._ask("DELETE", path, b"", {"If-Match": etag} if etag else {})
        if answer.status == _PRECONDITION:
            return False
        if answer.status not in {_MISSING, _GONE}:
            self._must_be_good(answer)
        return True

    def read(self, path: str) -> Lying | None:
        """What lies there; None = nothing."""
        answer = self._ask("GET", path, b"", {})
        if answer.status in {_MISSING, _GONE}:
            return None
        self._must_be_good(answer)
        return Lying(answer.headers.get("etag", ""), answer.body[:LARGEST_RESOURCE])

    def find(self, collection: str, uid: str) -> str | None:
        """The name of the resource that holds an event with this UID."""
        answer = self._ask("REPORT", collection, xml.uid_query(uid), {**_XML, "Depth": "1"})
        self._must_be_good(answer)
        paths = (each.path for each in xml.found(answer.body) if _is_inside(each.path, collection))
        return next(map(_last_part, paths), None)

    def _tags(self, home: str, question: bytes, tag: str) -> dict[str, str] | None:
        answer = self._ask("PROPFIND", home, question, {**_XML, "Depth": "1"})
        if answer.status in {_MISSING, _GONE}:
            return None
        self._must_be_good(answer)
        calendars = (each for each in xml.found(answer.body) if each.is_calendar)
        return {_last_part(each.path): each.values.get(tag, "") for each in calendars}

    @property
    def _name(self) -> str:
        return self.connection.server.name

    def _ask(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        answer = self.connection.ask(method, quote(path, safe="/@:+~!$&'()*,;="), body, headers)
        refusals = {
            _UNAUTHORISED: N_("{server} does not know this user and password."),
            _FORBIDDEN: N_("{server} does not allow this user to write there."),
            _FULL: N_("The storage of {server} is full."),
        }
        if answer.status in refusals and not _is_there_already(answer):
            raise ServerProblemError(refusals[answer.status], server=self._name)
        if answer.status in {_TOO_MANY, _UNAVAILABLE}:
            raise BusyError(self._name, asked_seconds(answer.headers.get("retry-after", ""), self.clock()))
        if answer.status >= _BROKEN:
            raise BrokenServerError(N_("{server} has trouble of its own ({status})."), **self._said(answer))
        return answer

    def _must_be_good(self, answer: Answer, kind: type[ServerProblemError] = ServerProblemError) -> None:
        if not _GOOD <= answer.status < _REDIRECT:
            raise kind(N_("{server} refuses ({status}). Please check the address."), **self._said(answer))

    def _said(self, answer: Answer) -> dict[str, object]:
        return {"server": self._name, "status": answer.status}


class UidTakenError(ServerProblemError):
    """Another resource of the collection has the UID."""


class CollectionLostError(ServerProblemError):
    """The collection is not there any more."""


def asked_seconds(header: str, now: datetime) -> float | None:
    """What Retry-After says (RFC 9110, 10.2.3), seconds or a date, in seconds from now; None = nothing to be read."""
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=BERLIN)
    return max(0.0, (moment - now).total_seconds())


def _last_part(path: str) -> str:
    """Servers behind another one may name paths that begin otherwise; within one folder the last part tells enough."""
    return path.rstrip("/").rsplit("/", 1)[-1]


def _is_inside(path: str, collection: str) -> bool:
    return not path.endswith("/") and _last_part(path) != _last_part(collection)


def _is_there_already(answer: Answer) -> bool:
    """Some servers say 403 or 409 with this element instead of 405 (RFC 4791, 5.3.1.1)."""
    return answer.status in {_FORBIDDEN, _CONFLICT} and b"resource-must-be-null" in answer.body
