"""The folder of an event or a tour day (Druckmappe): what belongs in it, what to mend first, what is to be made."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.rows.printing import PrintChoice
from domain.rows.releases import SheetRow
from domain.terms import Audience, EventKind, Grade, PackProblem, PaperLook


@dataclass(frozen=True, slots=True)
class PackFinding:
    """What is wrong with a document before it is printed: details and the way out, each a msgid with parameters.

    `page` and `record` say where it can be mended, empty where nowhere.
    """

    problem: PackProblem
    grade: Grade
    detail: str = ""
    params: tuple[tuple[str, object], ...] = ()
    remedy: str = ""
    page: str = ""
    record: UUID | None = None


@dataclass(frozen=True, slots=True)
class PackLine:
    """A document that may go into the folder.

    `title` says what it is about where that is not what the folder is about, `is_chosen` whether it goes in unless a
    person says otherwise, `last` when it was printed before.
    """

    document: str
    msgid: str
    title: str
    choice: PrintChoice
    is_internal: bool
    copies: int
    is_chosen: bool
    is_usual: bool = True
    findings: tuple[PackFinding, ...] = ()
    last: SheetRow | None = None

    @property
    def is_possible(self) -> bool:
        """Whether it can be made at all."""
        return all(finding.problem is not PackProblem.not_possible for finding in self.findings)

    @property
    def worst(self) -> PackFinding | None:
        """The gravest finding."""
        order = list(Grade)
        return min(self.findings, key=lambda finding: order.index(finding.grade), default=None)


@dataclass(frozen=True, slots=True)
class PackSubject:
    """What a folder is about: an event or a tour day, by the choice that prints its documents.

    A choice of nothing stands for all printed sheets that have grown stale.
    """

    choice: PrintChoice
    title: str = ""
    day: date | None = None
    kind: EventKind | None = None


@dataclass(frozen=True, slots=True)
class PackProposal:
    """The documents of a folder in the order in which they are printed."""

    subject: PackSubject
    lines: tuple[PackLine, ...]


@dataclass(frozen=True, slots=True)
class PackItem:
    """A document that goes into a folder, about what, and how often it is needed.

    `title` says what it is about where that is not what the folder is about.
    """

    document: str
    choice: PrintChoice
    copies: int = 1
    title: str = ""


@dataclass(frozen=True, slots=True)
class PackOrder:
    """What is to be made: the documents in order and how they are set.

    With `repeats` each stands in the file as often as it is needed; with `is_duplex` each begins on the front of a
    sheet. `audience` public leaves everything internal out.
    """

    subject: PackSubject
    items: tuple[PackItem, ...]
    look: PaperLook = PaperLook.normal
    has_cover: bool = True
    is_duplex: bool = True
    repeats: bool = False
    audience: Audience = Audience.internal


@dataclass(frozen=True, slots=True)
class PackFacts:
    """What the checks look at: the event or the stops of the day, and what is there for them.

    `unconfirmed` are the titles of events without a firm date, `without_permit` the places of those that need one;
    `expired` the publications taken along that are out of date by then. None = does not apply.
    """

    day: date | None = None
    has_office: bool = True
    unconfirmed: tuple[str, ...] = ()
    unconfirmed_partners: tuple[str, ...] = ()
    without_permit: tuple[str, ...] = ()
    expired: tuple[str, ...] = ()
    has_agenda: bool | None = None
    has_host: bool | None = None
    has_moderation: bool | None = None
    event_id: UUID | None = None
    tour_id: UUID | None = None
    expected: int | None = None
    invited: int = 0
    team: int = 0


@dataclass(frozen=True, slots=True)
class NearSubjects:
    """What a folder could be made for now, by day, and how many printed sheets are stale."""

    subjects: tuple[PackSubject, ...]
    stale: int
