"""Events that an online contribution can be about, and what announces them."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class AboutRow:
    """An event: `name` is its title with its local day, `town` where it is."""

    id: UUID
    name: str
    town: str


@dataclass(frozen=True, slots=True)
class AnnouncedEvent:
    """What announces a public event: its title, the whole text with the `link` last, words for a picture of it."""

    title: str
    text: str
    link: str
    alt_text: str
