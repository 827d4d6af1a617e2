"""What was done on a calendar server, noted in the workspace as it happens: a run that is killed goes on from there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from time import monotonic
from uuid import UUID

from domain.i18n import N_
from domain.rows.caldav import KnownCollection, KnownResource
from domain.rows.outlets import OutletRun
from domain.rows.steps import Label
from domain.rules import caldav_sync
from domain.terms import Clock
from domain.usecases import caldav_records
from domain.usecases.caldav_records import Figures, Noted, Wanted
from domain.workspace import Workspace

PUBLISHED = Label(N_("Publish calendars"))
"""The label of noting what was published; no step comes of it."""

BATCH, BATCH_SECONDS = 25, 1.0
"""What was done is noted after so many resources, or so long."""


@dataclass(frozen=True, slots=True)
class Papers:
    """All that is known here before the server is asked."""

    wanted: Wanted
    known: dict[str, dict[str, KnownResource]]
    collections: dict[str, KnownCollection]
    clock: Clock


@dataclass(slots=True)
class Ledger:
    """Notes outcomes in batches; `papers` follow what is noted."""

    workspace: Workspace
    outlet_id: UUID
    papers: Papers
    pending: list[Noted] = field(default_factory=list)
    noted_at: float = field(default_factory=monotonic)

    def add(self, some: Iterable[Noted]) -> None:
        """Take outcomes, which are noted soon."""
        self.pending += some
        if len(self.pending) >= BATCH or monotonic() - self.noted_at > BATCH_SECONDS:
            self.write()

    def write(self) -> None:
        """Note at once what was taken."""
        self.noted_at = monotonic()
        if not self.pending:
            return
        self.workspace.run(PUBLISHED, caldav_records.note, self.outlet_id, tuple(self.pending))
        for each in self.pending:
            rows = self.papers.known.setdefault(each.collection, {})
            if each.row is None:
                rows.pop(each.name, None)
            else:
                rows[each.name] = each.row
        self.pending.clear()

    def see(self, seen: Mapping[str, KnownCollection]) -> None:
        """Note collections and their tags."""
        fresh = {key: each for key, each in seen.items() if self.papers.collections.get(key) != each}
        if fresh:
            self.workspace.run(PUBLISHED, caldav_records.note_collections, self.outlet_id, fresh)
            self.papers.collections.update(fresh)

    def drop(self, keys: Iterable[str]) -> None:
        """Forget collections that are gone, with what lay in them."""
        gone = tuple(keys)
        self.workspace.run(PUBLISHED, caldav_records.drop_collections, self.outlet_id, gone)
        for key in gone:
            self.papers.known.pop(key, None)
            self.papers.collections.pop(key, None)

    def agrees(self, key: str, there: Mapping[str, str]) -> bool:
        """Whether a collection holds just what we wrote; etags that the server did not tell before are filled in."""
        known = self.papers.known.get(key, {})
        untold = {name: there[name] for name, row in known.items() if not row.etag and there.get(name)}
        self.pending += [Noted(key, name, replace(known[name], etag=etag)) for name, etag in untold.items()]
        self.write()
        return dict(there) == {name: row.etag for name, row in self.papers.known.get(key, {}).items()}

    def waiting(self) -> int:
        """How many resources still differ from what lies there."""
        wanted, known = self.papers.wanted, self.papers.known
        return sum(
            caldav_sync.waiting(caldav_records.digests(wanted.get(key, {})), known.get(key, {}))
            for key in wanted.keys() | known.keys()
        )

    def finish(self, figures: Figures) -> OutletRun:
        """Note how the run went."""
        return self.workspace.run(PUBLISHED, caldav_records.finish, self.outlet_id, figures)
