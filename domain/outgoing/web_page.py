"""The web page of events: a folder of pages, or a single file."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from domain import __version__
from domain.errors import FileProblemError
from domain.i18n import N_, Language
from domain.outgoing import SENT, Seen, make_folder, unseen
from domain.rows.calendars import CalendarChoice
from domain.rows.published import PublishedEvent
from domain.rows.web import WebAddresses
from domain.terms import CalendarContent, TourShape
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.exchange.web_meta import WebMeta
    from domain.store.session import Session

PAGE = ".html"
"""What the file name of a page ends in."""

_EVENT_FILE = re.compile(r"(?:[0-9]{4}-[0-9]{1,9}|[0-9a-f]{32})\.ics")
_OURS = b"//Landauf"
_HEAD = 400


def export_page(
    workspace: Workspace, out: Path, choice: CalendarChoice, language: Language, seen: Seen = unseen
) -> int:
    """Write the page as a single file that needs no other; returns the number of events.

    Unchanged content leaves the file untouched.

    Raises:
        FileProblemError: the file cannot be written.
    """
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.web_page import web_page
    from domain.usecases import sending
    from domain.usecases.published import published

    workspace.run(SENT, sending.note_sent, choice.audience, choice.wanted)

    def write(session: "Session") -> int:
        events = []
        for number, event in enumerate(published(session, choice.audience, choice.wanted), start=1):
            seen(number)
            events.append(event)
        meta = replace(_meta(session, choice, WebAddresses(), language), alone=True)
        write_file_if_changed(out, lambda stream: stream.write(web_page(events, meta)))
        return len(events)

    return workspace.ask(write)


def write_web_page(
    workspace: Workspace,
    folder: Path,
    choice: CalendarChoice,
    language: Language,
    addresses: WebAddresses | None = None,
) -> int:
    """Write the pages into a folder, which is made if it is missing; returns how many files were written or removed.

    Files whose bytes are the same stay untouched. Calendar files of events that are no longer shown are removed if an
    earlier call wrote them; nothing else in the folder is touched.

    Raises:
        FileProblemError: the folder or a file cannot be written.
    """
    from domain.exchange.files import write_file_if_changed
    from domain.usecases import sending

    workspace.run(SENT, sending.note_sent, choice.audience, choice.wanted)

    def write(session: "Session") -> int:
        changed, names = 0, set()
        for name, content in web_files(session, choice, addresses or WebAddresses(), language):
            path = folder.joinpath(*name.split("/"))
            make_folder(path.parent)
            changed += write_file_if_changed(path, partial(_put, content))
            names.add(path)
        return changed + _remove_others(folder, names)

    return workspace.ask(write)


def web_files(
    session: "Session", choice: CalendarChoice, addresses: WebAddresses, language: Language
) -> Iterator[tuple[str, bytes]]:
    """Every file of the pages by its name in the folder, for whoever writes them; names use "/".

    Whoever calls this has noted first that the events leave the house (`usecases.sending`).
    """
    from domain.exchange.calendar_writer import CalendarMeta
    from domain.exchange.web_site import site_files
    from domain.usecases.calendar_feed import feed

    whole = replace(choice, content=CalendarContent.complete, tours=TourShape.stops)
    meta = _meta(session, whole, addresses, language)
    calendar = CalendarMeta(
        name=language.gettext(N_("Prevention in Sachsen-Anhalt")),
        organizer=meta.office.name,
        organizer_email=meta.office.email,
        version=__version__,
    )
    events = [item for item in feed(session, whole) if isinstance(item, PublishedEvent)]
    yield from site_files(events, meta, calendar)


def _meta(session: "Session", choice: CalendarChoice, addresses: WebAddresses, language: Language) -> "WebMeta":
    from domain.exchange.web_meta import WebMeta
    from domain.usecases import settings

    return WebMeta(language, settings.load(session).office, session.today, choice.audience, addresses)


def _put(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


def _remove_others(folder: Path, names: set[Path]) -> int:
    """Remove calendar files of events that are not among `names`, if Landauf wrote them."""
    from domain.exchange.web_page import EVENT_FOLDER

    removed = 0
    for path in sorted((folder / EVENT_FOLDER).glob("*.ics")):
        if path in names or not _EVENT_FILE.fullmatch(path.name) or not _is_ours(path):
            continue
        try:
            path.unlink()
        except OSError as trouble:
            raise FileProblemError(
                N_("“{file}” cannot be removed: {reason}."), file=path.name, reason=trouble.strerror or ""
            ) from trouble
        removed += 1
    return removed


def _is_ours(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as content:
        return _OURS in content.read(_HEAD)
