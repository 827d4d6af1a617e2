"""Photos of sites: kept once by content, named by the site, brought back by undo."""

from hashlib import sha256
from pathlib import Path
from uuid import UUID

from domain.exchange import pictures
from domain.model import Attachment, Site
from domain.rows.pictures import Picture
from domain.rules.validation import fields
from domain.store.session import Session
from domain.usecases.records import change, get, refuse

ALT_LENGTH = 500


def read_photo(path: Path) -> Picture:
    """A picture from a file, upright, small and without hidden data; needs no workspace and may take a second.

    Raises:
        FileProblemError: the file cannot be read, is too large, or holds no PNG or JPEG that is whole.
    """
    return pictures.read_picture(path)


def set_photo(session: Session, site_id: UUID, photo: Picture, alt: str = "", version: int | None = None) -> str:
    """Make a picture the site's photo; `alt` says what it shows. Returns its key.

    Raises:
        InvalidInputError: `alt` is too long.
        ConflictError: somebody changed the site meanwhile.
    """
    refuse(fields.text("photo_alt", alt, ALT_LENGTH))
    key = keep(session, photo)
    change(session, get(session, Site, site_id), version, {"photo": key, "photo_alt": alt.strip()})
    return key


def remove_photo(session: Session, site_id: UUID, version: int | None = None) -> None:
    """Take the photo from a site (undoable).

    Raises:
        ConflictError: somebody changed the site meanwhile.
    """
    change(session, get(session, Site, site_id), version, {"photo": "", "photo_alt": ""})


def keep(session: Session, photo: Picture) -> str:
    """Keep a picture's bytes, once however often; returns the key to name them by."""
    key = sha256(photo.content).hexdigest()
    if session.get(Attachment, key) is None:
        session.add(
            Attachment(
                key=key,
                media_type=pictures.MEDIA_TYPE,
                width=photo.width,
                height=photo.height,
                content=photo.content,
                created_at=session.now,
            )
        )
        session.flush()
    return key


def photo(session: Session, key: str) -> bytes | None:
    """The bytes of a photo (JPEG); None if there is none of that key any more."""
    found = session.get(Attachment, key) if key else None
    return found.content if found else None
