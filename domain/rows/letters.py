"""Whom letters go to, and what was typed for them."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.terms import ChangeKind


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who gets a letter: the institution, its street and town for the envelope, and whom the letter greets.

    `contact` is a person there as people write the name (Frau Dr. Muster), `place` postcode and town in one line.
    """

    institution: str = ""
    street: str = ""
    place: str = ""
    town: str = ""
    contact: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands in the address field."""
        lines = dict.fromkeys((self.institution, self.contact, self.street, self.place))
        return tuple(line for line in lines if line.strip())


@dataclass(frozen=True, slots=True)
class LetterText:
    """A typed letter: its subject, what it says in parts divided by empty lines, and what is enclosed."""

    subject: str
    parts: tuple[str, ...]
    enclosures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldDate:
    """When and where an event of a plan takes place, as a reader outside may know it."""

    all_day: bool
    starts_at: datetime | None
    ends_at: datetime | None
    first_day: date | None
    last_day: date | None
    place: str


@dataclass(frozen=True, slots=True)
class ToldChange:
    """What became of an event, for a reader outside: how it stood, how it stands, the names of what differs.

    `before` is None for what is new, `now` for what is called off; `is_postponed` tells that it is to come later.
    """

    kind: ChangeKind
    number: str
    title: str
    before: ToldDate | None
    now: ToldDate | None
    fields: tuple[str, ...] = ()
    is_postponed: bool = False
