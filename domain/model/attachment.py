"""Pictures that records refer to: bytes under the digest of their content."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from domain.model.columns import OUTSIDE, UtcDateTime


class Attachment(SQLModel, table=True):
    """A picture, stored once however often it is used; `key` is the SHA-256 of its bytes in hex.

    Outside the journal, whose images cannot hold bytes: records keep the key, and bytes that no record and no step of
    the journal names any more are swept out (`store.attachments`).
    """

    __table_args__ = (CheckConstraint("length(key) = 64", name="key_is_sha256"), {"info": OUTSIDE})

    key: str = Field(primary_key=True, max_length=64)
    media_type: str = Field(max_length=50)
    width: int = Field(ge=1)
    height: int = Field(ge=1)
    content: bytes
    created_at: datetime = Field(sa_type=UtcDateTime)
