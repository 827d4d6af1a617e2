"""Pictures as they are kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture fit to keep: the bytes of a JPEG without metadata, its size in pixels."""

    content: bytes
    width: int
    height: int
