"""What is asked of a calendar server in XML, and its answers (WebDAV, RFC 4918; CalDAV, RFC 4791)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.sax.saxutils import escape

from domain.errors import ServerProblemError
from domain.i18n import N_

DAV, CALDAV, CALENDARSERVER = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}", "{http://calendarserver.org/ns/}"
ETAG, CTAG, SYNC_TOKEN = f"{DAV}getetag", f"{CALENDARSERVER}getctag", f"{DAV}sync-token"

_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_SPACES = 'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/"'

ASK_CTAGS = f"{_HEAD}<propfind {_SPACES}><prop><S:getctag/><resourcetype/></prop></propfind>".encode()
ASK_TOKENS = f"{_HEAD}<propfind {_SPACES}><prop><sync-token/><resourcetype/></prop></propfind>".encode()
ASK_ETAGS = f"{_HEAD}<propfind {_SPACES}><prop><getetag/></prop></propfind>".encode()


@dataclass(frozen=True, slots=True)
class Found:
    """One resource of an answer: its decoded path, and the text of the properties it has, by name with namespace."""

    path: str
    values: Mapping[str, str]
    is_calendar: bool = False


def make_calendar(name: str, colour: str) -> bytes:
    """The body of MKCALENDAR; `colour` is #rrggbb."""
    return (
        f'{_HEAD}<C:mkcalendar {_SPACES} xmlns:A="http://apple.com/ns/ical/"><set><prop>'
        f"<displayname>{escape(name)}</displayname><A:calendar-color>{escape(colour)}</A:calendar-color>"
        '<C:supported-calendar-component-set><C:comp name="VEVENT"/></C:supported-calendar-component-set>'
        "</prop></set></C:mkcalendar>"
    ).encode()


def uid_query(uid: str) -> bytes:
    """The body of the REPORT that finds an event by its UID."""
    return (
        f"{_HEAD}<C:calendar-query {_SPACES}><prop><getetag/></prop><C:filter>"
        '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:prop-filter name="UID">'
        f'<C:text-match collation="i;octet">{escape(uid)}</C:text-match>'
        "</C:prop-filter></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"
    ).encode()


def found(body: bytes) -> tuple[Found, ...]:
    """What a multistatus answer holds; resources and properties that are not there are left out.

    Raises:
        ServerProblemError: this is no such answer. One with a document type is refused unread: entities can blow up.
    """
    try:
        text = body.decode("utf-8-sig")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise _strange()
        root = fromstring(text)  # noqa: S314 - without a document type there are no entities to expand
    except (ParseError, ValueError, RecursionError) as trouble:
        raise _strange() from trouble
    if root.tag != f"{DAV}multistatus":
        raise _strange()
    return tuple(_responses(root))


def _responses(root: Element) -> Iterator[Found]:
    for response in root.iterfind(f"{DAV}response"):
        path = _path(response.findtext(f"{DAV}href") or "")
        if not path or not _is_good(response.findtext(f"{DAV}status")):
            continue
        values: dict[str, str] = {}
        is_calendar = False
        for status in response.iterfind(f"{DAV}propstat"):
            if _is_good(status.findtext(f"{DAV}status")):
                for each in status.iterfind(f"{DAV}prop/*"):
                    values[each.tag] = (each.text or "").strip()
                    is_calendar = is_calendar or each.find(f"{CALDAV}calendar") is not None
        yield Found(path, values, is_calendar)


def _path(href: str) -> str:
    try:
        return unquote(urlsplit(href.strip()).path)
    except ValueError:
        return ""


def _is_good(status: str | None) -> bool:
    return status is None or " 200 " in f"{status} "


def _strange() -> ServerProblemError:
    return ServerProblemError(N_("The server does not answer like a calendar server. Please check the address."))
