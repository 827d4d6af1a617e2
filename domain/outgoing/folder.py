"""Publishing in a folder: a calendar for each Kreis, one for all of the state, and the web page beside them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from domain.errors import FileProblemError, LandaufError
from domain.i18n import N_, Language
from domain.outgoing import SENT, Seen, unseen
from domain.rows.outlets import OutletDraft, OutletRow, OutletRun, PublishedFile
from domain.rows.steps import Label
from domain.rules import outlet_files
from domain.terms import Audience
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.store.session import Session

PUBLISHED = Label(N_("Calendars published"))
"""The label of noting what was published; no step comes of it."""

_HEAD = 4_096
"""Bytes at the beginning of a file in which Landauf names itself."""


@dataclass
class _Done:
    """What a run did so far."""

    written: int = 0
    unchanged: int = 0
    files: list[PublishedFile] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    trouble: str = ""

    def run(self, session: "Session", outlet: OutletRow) -> OutletRun:
        """Note what was done, and how much still waits."""
        from domain.usecases import outlet_records, outlets

        outlet_records.note_files(session, outlet.id, self.files, self.removed)
        ended = OutletRun(session.now, self.written, len(self.removed), self.unchanged, trouble=self.trouble)
        if self.trouble:
            ended = replace(ended, waiting=outlet_records.waiting(session, outlet))
        outlets.note_run(session, outlet.id, ended)
        return ended


def publish_folder(workspace: Workspace, outlet: OutletRow, language: Language, seen: Seen = unseen) -> OutletRun:
    """Bring the folder up to date with what the outlet's audience may see, and note how it went.

    A file is written only where its bytes differ, whole or not at all; a file is removed only if Landauf wrote it and
    nobody changed it since. Trouble of the folder does not raise: it stands in `trouble` as one line, and the next run
    completes. `seen` is told the number of each file; what it raises breaks off, and what was written stays noted.
    """
    from domain.usecases import outlet_records

    known = workspace.ask(outlet_records.known_files, outlet.id)
    done = _Done()
    try:
        _write(workspace, outlet.draft, known, language, seen, done)
    except FileProblemError as trouble:
        done.trouble = language.error(trouble)
    except LandaufError as broken:
        done.trouble = language.error(broken)
        workspace.run(PUBLISHED, done.run, outlet)
        raise
    return workspace.run(PUBLISHED, done.run, outlet)


def write_folder(workspace: Workspace, draft: OutletDraft, language: Language, seen: Seen = unseen) -> OutletRun:
    """Write into a folder that is no outlet; nothing is noted of it, so that nothing is ever removed there.

    Raises:
        FileProblemError: the folder or a file cannot be written.
    """
    done = _Done()
    _write(workspace, draft, {}, language, seen, done)
    return workspace.ask(lambda session: OutletRun(session.now, done.written, 0, done.unchanged))


def _write(
    workspace: Workspace, draft: OutletDraft, known: dict[str, str], language: Language, seen: Seen, done: _Done
) -> None:
    folder = Path(draft.address).expanduser()
    _expect_folder(folder, known)
    workspace.run(SENT, _note, draft)
    files = workspace.ask(_files, draft, language, seen)
    for number, file in enumerate(files, start=1):
        seen(number)
        path = folder.joinpath(*file.path.split("/"))
        if file.path not in known:
            _refuse_foreign(path)
        if _write_one(path, file.content):
            done.written += 1
        else:
            done.unchanged += 1
        done.files.append(file)
    for gone in known.keys() - {file.path for file in files}:
        _remove(folder.joinpath(*gone.split("/")), known[gone])
        done.removed.append(gone)


def _note(session: "Session", draft: OutletDraft) -> int:
    from domain.usecases import outlet_records
    from domain.usecases.calendar_feed import note_feed

    return note_feed(session, outlet_records.choice(session, draft))


def _files(session: "Session", draft: OutletDraft, language: Language, seen: Seen) -> list[PublishedFile]:
    """Everything that is to lie in the folder, from one moment of the workspace."""
    return [*_calendars(session, draft, language, seen), *_pages(session, draft, language, seen)]


def _calendars(session: "Session", draft: OutletDraft, language: Language, seen: Seen) -> Iterator[PublishedFile]:
    from domain.exchange.calendar_writer import write_calendar
    from domain.outgoing.calendars import calendar_meta
    from domain.usecases import outlet_records
    from domain.usecases.calendar_feed import feed

    for key in outlet_files.collections():
        seen(0)
        choice = outlet_records.choice(session, draft, key)
        path = outlet_files.feed_path(draft.audience, key)
        meta = replace(
            calendar_meta(session, choice, language, kreis=key or None),
            source=outlet_files.web_address(draft.public_address, path),
        )
        items, out = list(feed(session, choice)), BytesIO()
        write_calendar(out, meta, items, language)
        events = tuple((item.uid, outlet_records.digest(item)) for item in items)
        yield PublishedFile(path, key, out.getvalue(), events)


def _pages(session: "Session", draft: OutletDraft, language: Language, seen: Seen) -> Iterator[PublishedFile]:
    """The web page, which is for everybody or not there."""
    if not draft.web_page or draft.audience is not Audience.public:
        return
    from domain.outgoing.web_page import web_files
    from domain.rows.web import WebAddresses
    from domain.usecases import outlet_records

    within = outlet_files.folder_name(draft.audience)
    names = ((key, outlet_files.feed_path(draft.audience, key).rpartition("/")[2]) for key in _whole_first())
    addresses = WebAddresses(outlet_files.web_address(draft.public_address, within), tuple(names))
    for name, content in web_files(session, outlet_records.choice(session, draft), addresses, language):
        seen(0)
        yield PublishedFile(f"{within}/{name}", outlet_files.WHOLE, content)


def _whole_first() -> tuple[str, ...]:
    return (outlet_files.WHOLE, *outlet_files.collections()[:-1])


def _expect_folder(folder: Path, known: dict[str, str]) -> None:
    """Refuse a folder that is not there, also one that is there but empty because its drive is not connected."""
    try:
        if not folder.is_dir():
            raise FileProblemError(
                N_("There is no folder “{folder}”. Is the drive connected? Otherwise make it or choose another."),
                folder=folder,
            )
        if known and not any(folder.joinpath(*path.split("/")).exists() for path in known):
            raise FileProblemError(
                N_(
                    "“{folder}” does not hold what was published there last time. Connect the drive,"
                    " or write everything anew if it was removed on purpose."
                ),
                folder=folder,
            )
    except OSError as trouble:
        raise FileProblemError(
            N_("The folder “{folder}” cannot be read: {reason}."), folder=folder, reason=trouble.strerror or trouble
        ) from trouble


def _refuse_foreign(path: Path) -> None:
    """Refuse to replace a file that is not from Landauf."""
    try:
        if path.is_file() and b"landauf" not in _beginning(path).lower():
            raise FileProblemError(
                N_(
                    "“{file}” in “{folder}” is not from Landauf and stays as it is."
                    " Please move it or choose another folder."
                ),
                file=path.name,
                folder=path.parent,
            )
    except OSError as trouble:
        raise _unwritable(path, trouble) from trouble


def _beginning(path: Path) -> bytes:
    with path.open("rb") as content:
        return content.read(_HEAD)


def _write_one(path: Path, content: bytes) -> bool:
    """Write a file unless its bytes are there; False if they are."""
    from domain.exchange.files import write_file_if_changed

    try:
        if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise _unwritable(path, trouble) from trouble
    return write_file_if_changed(path, lambda stream: stream.write(content))


def _remove(path: Path, digest: str) -> None:
    """Remove a file of ours; what somebody changed since is theirs, and what is gone is gone."""
    try:
        if path.is_file() and sha256(path.read_bytes()).hexdigest() == digest:
            path.unlink()
    except OSError as trouble:
        raise FileProblemError(
            N_("“{file}” cannot be removed: {reason}."), file=path.name, reason=trouble.strerror or trouble
        ) from trouble


def _unwritable(path: Path, trouble: OSError) -> FileProblemError:
    return FileProblemError(
        N_("“{file}” cannot be written: {reason}."), file=path.name, reason=trouble.strerror or trouble
    )
