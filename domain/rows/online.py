"""Events that an online contribution can be about, as its form offers them."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class AboutRow:
    """An event: `name` is its title with its local day, `town` where it is."""

    id: UUID
    name: str
    town: str
