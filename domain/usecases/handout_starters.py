"""The texts that come with the program: put into a workspace, renewed, never written over what people edited."""

from dataclasses import asdict
from functools import cache
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from sqlmodel import col, select

from domain import assets
from domain.errors import LandaufError
from domain.i18n import N_
from domain.model import Handout, HandoutEdition, Topic
from domain.region.fold import fold
from domain.rows.handouts import HandoutDraft, HandoutFile, StarterReport
from domain.store.session import Session
from domain.usecases.records import change_whole, get, insert


@cache
def starters(folder: Path | None = None) -> tuple[HandoutFile, ...]:
    """Every text under `resources/handouts/<key>/<language>.md`, by key and language."""
    from domain.exchange.handout_file import read

    found = sorted((folder or assets.resource("handouts")).glob("*/*.md"))
    return tuple(read(path.read_bytes(), f"{path.parent.name}/{path.name}", path.parent.name) for path in found)


@cache
def versions() -> MappingProxyType[tuple[str, str], int]:
    """The version of each supplied text by the key of its handout and its language."""
    return MappingProxyType({(file.key, file.draft.language): file.version for file in starters()})


def put_in(session: Session, folder: Path | None = None) -> StarterReport:
    """Add the supplied texts that are missing and renew those nobody has edited; edited ones stay."""
    added = renewed = kept = 0
    for file in starters(folder):
        handout = _handout(session, file)
        edition = _edition(session, handout, file)
        if edition is None:
            values = {**asdict(file.draft), "starter_version": file.version, "starter_revision": 1}
            insert(session, HandoutEdition, {**values, "handout_id": handout.id})
            added += 1
        elif (edition.starter_version or 0) < file.version and edition.starter_revision == edition.revision:
            _renew(session, edition, file)
            renewed += 1
        else:
            kept += 1
    return StarterReport(added, renewed, kept)


def take_newer(session: Session, edition_id: UUID) -> None:
    """Replace the text of an edition by the newer one that came with the program.

    Raises:
        NotFoundError: the edition is gone.
        LandaufError: there is no newer text.
    """
    edition = get(session, HandoutEdition, edition_id)
    key = get(session, Handout, edition.handout_id).key
    same = (file for file in starters() if (file.key, file.draft.language) == (key, edition.language))
    file = next(same, None)
    if file is None or (edition.starter_version or 0) >= file.version:
        raise LandaufError(N_("There is no newer text for this edition."))
    _renew(session, edition, file)


def topic_named(session: Session, name: str) -> UUID | None:
    """The topic of that name, however its umlauts are written; None if there is none."""
    wanted = fold(name)
    if not wanted:
        return None
    lines = session.exec(select(Topic).order_by(col(Topic.id)))
    return next((topic.id for topic in lines if fold(topic.name) == wanted), None)


def _renew(session: Session, edition: HandoutEdition, file: HandoutFile) -> None:
    revision = edition.revision + 1
    values = {**asdict(file.draft), "revision": revision, "starter_version": file.version}
    change_whole(session, edition, None, {**values, "starter_revision": revision}, lambda: False)


def _handout(session: Session, file: HandoutFile) -> Handout:
    found = session.exec(select(Handout).where(Handout.key == file.key)).first()
    if found is not None:
        return found
    return insert(session, Handout, {**asdict(HandoutDraft(topic_named(session, file.topic))), "key": file.key})


def _edition(session: Session, handout: Handout, file: HandoutFile) -> HandoutEdition | None:
    same = select(HandoutEdition).where(
        HandoutEdition.handout_id == handout.id, HandoutEdition.language == file.draft.language
    )
    return session.exec(same).first()
