"""The answer to a question of parliament (Kleine Anfrage): the question, rows from white-listed fields, the counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.rows.published import EventRecord
from domain.rows.reports import Footnote
from domain.rows.settings import OfficeSettings
from domain.terms import ChangeKind, DeclineCause, EventKind, PartnerCategory, Schulform

ASKED_KINDS = (EventKind.lecture, EventKind.information_event, EventKind.training)
"""The kinds parliament has asked about so far."""


@dataclass(frozen=True, slots=True)
class ParliamentQuestion:
    """What was asked: `reference` is the printed paper's number or the question's heading, `text` its wording.

    `first`..`last` are local days (inclusive); empty tuples mean "all".
    """

    first: date
    last: date
    reference: str = ""
    text: str = ""
    kinds: tuple[EventKind, ...] = ASKED_KINDS
    kreise: tuple[str, ...] = ()
    topic_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """An event that took place with what the counting needs beside its record; it never leaves the house."""

    record: EventRecord
    schulform: Schulform | None = None
    host_category: PartnerCategory | None = None
    host_confirmed: bool = True
    place_category: PartnerCategory | None = None
    occasion: str = ""
    guest_office: str = ""
    offer: str = ""
    neutrality_note: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One line of the answer, the columns of Drs. 6/3774; made only by `rules.parliament` from a white list of fields.

    `host_category` stands in place of `host` where the name may not be told. `minutes` is None for whole days, of
    which there are `days`. `guest_office` is the office of another state or of the federation that spoke.
    """

    event_id: UUID
    kind: EventKind
    day: date
    days: int
    participants: int | None
    schulform: Schulform | None
    host: str
    host_category: PartnerCategory | None
    place: str
    minutes: int | None
    title: str
    topics: tuple[str, ...]
    occasion: str
    guest_office: str


@dataclass(frozen=True, slots=True)
class Sums:
    """Added up events: how many, the people counted at them, how many were not counted, how many had guests speak."""

    events: int = 0
    participants: int = 0
    uncounted: int = 0
    guests: int = 0

    @classmethod
    def of(cls, counts: Iterable[tuple[int | None, bool]]) -> "Sums":
        """The sums over (participants, whether a guest's office spoke) of each event."""
        found = list(counts)
        return cls(
            events=len(found),
            participants=sum(people or 0 for people, _guest in found),
            uncounted=sum(people is None for people, _guest in found),
            guests=sum(guest for _people, guest in found),
        )

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.events + other.events,
            self.participants + other.participants,
            self.uncounted + other.uncounted,
            self.guests + other.guests,
        )


@dataclass(frozen=True, slots=True)
class GuestOffice:
    """How many of the events were held by an office of another state or of the federation."""

    name: str
    events: int


@dataclass(frozen=True, slots=True)
class DeclinedCount:
    """How many requests were declined for one cause; None = nobody wrote down a cause."""

    cause: DeclineCause | None
    requests: int


@dataclass(frozen=True, slots=True)
class NeutralityStatement:
    """How one offer keeps to the Beutelsbacher Konsens, and how many of the events carried it out."""

    offer: str
    text: str
    events: int


@dataclass(frozen=True, slots=True)
class RequestCounts:
    """What came in in the period, and what of it was declined by cause."""

    received: int = 0
    declined: tuple[DeclinedCount, ...] = ()

    @property
    def all_declined(self) -> int:
        """All declined requests."""
        return sum(each.requests for each in self.declined)

    @property
    def for_capacity(self) -> int:
        """Requests declined because nobody had the time."""
        return sum(each.requests for each in self.declined if each.cause is DeclineCause.capacity)


@dataclass(frozen=True, slots=True)
class ParliamentAnswer:
    """The whole answer: rows at schools and elsewhere, what is only counted, guests, requests, statements, rules.

    `topics` and so on are what people read: nothing in it has to be looked up again.
    """

    question: ParliamentQuestion
    topics: tuple[str, ...]
    schools: tuple[AnswerRow, ...]
    others: tuple[AnswerRow, ...]
    unnamed: Sums
    internal: Sums
    guests: tuple[GuestOffice, ...]
    requests: RequestCounts
    statements: tuple[NeutralityStatement, ...]
    footnotes: tuple[Footnote, ...]

    @property
    def school_sums(self) -> Sums:
        """The sums of the table of schools."""
        return _sums(self.schools)

    @property
    def other_sums(self) -> Sums:
        """The sums of the table of all others."""
        return _sums(self.others)

    @property
    def total(self) -> Sums:
        """All events, also those that are only counted."""
        return self.school_sums + self.other_sums + self.unnamed + self.internal


def _sums(rows: Iterable[AnswerRow]) -> Sums:
    return Sums.of((row.participants, bool(row.guest_office)) for row in rows)


@dataclass(frozen=True, slots=True)
class FrozenAnswer:
    """What a snapshot keeps of an answer: the answer itself and the office as it was."""

    answer: ParliamentAnswer
    office: OfficeSettings


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """A frozen answer as it was opened: when and by whom it was frozen, and its code."""

    id: UUID
    title: str
    code: str
    frozen_at: datetime
    author: str
    content: FrozenAnswer


@dataclass(frozen=True, slots=True)
class RowChange:
    """A line of an answer that would look different today: added, changed or gone (cancelled)."""

    change: ChangeKind
    then: AnswerRow | None
    now: AnswerRow | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A count of an answer that would be another today; `msgid` names it."""

    msgid: str
    then: int
    now: int


@dataclass(frozen=True, slots=True)
class AnswerDifferences:
    """What would be different if the question were answered today."""

    rows: tuple[RowChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.figures)
