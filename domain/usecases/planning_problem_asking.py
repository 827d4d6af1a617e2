"""A stop before it is one: whom it is for, and what it asks for."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from domain.region.travel import Waypoint
from domain.rows.proposals import Subject
from domain.rows.requests import RequestDraft


class Turn(NamedTuple):
    """Every how many days a stop's vehicle has a day of its own, and which of them."""

    number: int
    of: int

    def has(self, day: date) -> bool:
        """Whether it is one of the vehicle's own days."""
        return day.toordinal() % self.of == self.number


@dataclass(frozen=True)
class Asking:
    """A stop before it is one: whom it is for, where, when it is wished for and what it needs.

    `likes` is the vehicle it was meant for. Where others need the same person or site, only `home` calls at it, on
    the days of its `turn`, and never on days `taken` by a stop of another vehicle.
    """

    id: str
    subject: Subject
    wish: RequestDraft
    where: Waypoint | None
    at_school: bool
    equipment: tuple[str, ...] = ()
    people: tuple[UUID, ...] = ()
    site_id: UUID | None = None
    likes: UUID | None = None
    home: UUID | None = None
    turn: Turn | None = None
    taken: frozenset[date] = frozenset()

    @property
    def stands_on(self) -> date | None:
        """The day it is on in the present plan."""
        return local_day_of(self.subject) if self.subject.starts_at else None


def local_day_of(subject: Subject) -> date | None:
    """The local day on which a subject begins now, set-up included."""
    return subject.starts_at.date() if subject.starts_at else None
