"""What a person has chosen for a folder: which documents, in which order, how many of each; and what came of it."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from domain.rows.packs import PackItem, PackLine, PackOrder, PackProposal, PackSubject
from domain.rows.printing import PrintChoice
from domain.rules.pack_order import sheets_of_paper
from domain.terms import Audience, PackProblem

if TYPE_CHECKING:
    from domain.outgoing.packs import MadePack, MadePart


def key_of(line: PackLine) -> Hashable:
    """What tells a line from the others: its document and what it is about."""
    return line.document, line.choice


class PackState:
    """The lines of a proposal with the person's ticks, order and copies, kept while the proposal is read again."""

    def __init__(self) -> None:
        self.subject = PackSubject(PrintChoice())
        self.lines: list[PackLine] = []
        self.made: MadePack | None = None
        self._ticks: dict[Hashable, bool] = {}
        self._copies: dict[Hashable, int] = {}

    def show(self, proposal: PackProposal) -> None:
        """Take a proposal; about the same subject the person's choices stay."""
        if proposal.subject.choice != self.subject.choice:
            self._ticks.clear()
            self._copies.clear()
            self.lines = []
        self.subject = proposal.subject
        before = {key_of(line): at for at, line in enumerate(self.lines)}
        self.lines = sorted(proposal.lines, key=lambda line: before.get(key_of(line), len(before)))

    def line(self, key: object) -> PackLine | None:
        """The line with this key."""
        return next((line for line in self.lines if key_of(line) == key), None)

    def is_ticked(self, line: PackLine) -> bool:
        """Whether a document goes into the folder."""
        return line.is_possible and self._ticks.get(key_of(line), line.is_chosen)

    def tick(self, key: Hashable, *, is_ticked: bool) -> None:
        """Take a document in or leave it out."""
        self._ticks[key] = is_ticked

    def copies(self, line: PackLine) -> int:
        """How many copies of a document are needed."""
        return self._copies.get(key_of(line), line.copies)

    def set_copies(self, key: Hashable, copies: int) -> None:
        """Ask for another number of copies."""
        self._copies[key] = copies

    def arrange(self, keys: Sequence[Hashable]) -> None:
        """Bring the lines into another order."""
        place = {key: at for at, key in enumerate(keys)}
        self.lines.sort(key=lambda line: place.get(key_of(line), len(place)))

    def order(self, options: PackOrder, *, audience: Audience = Audience.internal) -> PackOrder:
        """What is to be made; usual documents that cannot be made stay in it, so that the cover tells of them."""
        items = tuple(
            PackItem(line.document, line.choice, self.copies(line), line.title)
            for line in self.lines
            if self.is_ticked(line) or (line.is_usual and not line.is_possible)
        )
        return replace(options, subject=self.subject, items=items, audience=audience)

    @property
    def is_empty(self) -> bool:
        """Whether no document would be made."""
        return not any(self.is_ticked(line) for line in self.lines)

    def part(self, line: PackLine) -> "MadePart | None":
        """What was made of a line."""
        found = self.made.parts if self.made and self.is_ticked(line) else ()
        return next((part for part in found if (part.name, part.choice) == key_of(line)), None)

    def sheets(self, *, is_duplex: bool) -> int:
        """How many sheets of paper the cover and all copies take."""
        if self.made is None:
            return 0
        cover = sheets_of_paper(self.made.parts[0].place.first - 1, 1, is_duplex=is_duplex)
        found = ((self.part(line), self.copies(line)) for line in self.lines)
        return cover + sum(
            sheets_of_paper(part.place.pages, count, is_duplex=is_duplex) for part, count in found if part
        )

    def problems(self) -> int:
        """How many documents have something to mend."""
        return sum(1 for line in self.lines if (line.is_usual or self.is_ticked(line)) and is_open(line))


def is_open(line: PackLine) -> bool:
    """Whether a person should look at a document before it is printed."""
    return any(finding.problem is not PackProblem.unchanged for finding in line.findings)
