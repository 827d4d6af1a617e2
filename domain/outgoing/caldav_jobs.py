"""Single deeds of publishing on a calendar server: each conditional, so that nobody's work is written over unseen."""

from dataclasses import dataclass
from enum import StrEnum, auto

from domain.exchange.caldav import CaldavClient, Lying, UidTakenError
from domain.exchange.caldav_compare import differing, title
from domain.rows.caldav import Difference, DifferenceKind, FieldDifference, KnownResource, Resource
from domain.usecases.caldav_records import Noted


class Deed(StrEnum):
    """What is to be done with one name; `look` reads what lies there before anything is decided."""

    create = auto()
    update = auto()
    remove = auto()
    look = auto()
    inspect = auto()


class Effect(StrEnum):
    """What came of a job."""

    written = auto()
    removed = auto()
    same = auto()
    differs = auto()


@dataclass(frozen=True, slots=True)
class Job:
    """One deed on one resource of the collection at `folder`; `etag` is the version that it is about."""

    deed: Deed
    collection: str
    folder: str
    name: str
    uid: str
    resource: Resource | None = None
    etag: str = ""

    @property
    def path(self) -> str:
        """Where the resource is."""
        return f"{self.folder}{self.name}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job, to be noted; a difference is noted nowhere but told."""

    job: Job
    effect: Effect
    noted: Noted | None = None
    difference: Difference | None = None


def perform(client: CaldavClient, job: Job, *, overwrite: bool) -> Outcome:
    """Do a job; where the server holds something else, compare and write over it only if that was decided.

    Raises:
        ServerProblemError: see `CaldavClient`.
    """
    if job.resource is None:
        return _inspected(client, job) if job.deed is Deed.inspect else _removed(client, job)
    if job.deed is Deed.look:
        return _looked(client, job, job.resource, overwrite=overwrite)
    return _written(client, job, job.resource, overwrite=overwrite)


def deleted_there(job: Job) -> Difference:
    """That somebody deleted on the server what we had written."""
    shown = job.resource.title if job.resource else ""
    return Difference(job.collection, job.uid, shown, DifferenceKind.deleted)


def _written(client: CaldavClient, job: Job, resource: Resource, *, overwrite: bool) -> Outcome:
    try:
        etag = client.put(job.path, resource.content, job.etag if job.deed is Deed.update else None)
    except UidTakenError:
        return _taken(client, job, resource, overwrite=overwrite)
    if etag is None:
        return _looked(client, job, resource, overwrite=overwrite)
    return _noted(job, resource, etag, Effect.written)


def _looked(client: CaldavClient, job: Job, resource: Resource, *, overwrite: bool) -> Outcome:
    """Take what says the same as ours, as after a run that was killed before it could note it."""
    lying = client.read(job.path)
    if lying is None:  # it vanished between two requests
        return _differs(job, resource.title, DifferenceKind.deleted, ())
    fields = differing(resource.content, lying.content)
    etag = lying.etag or job.etag
    if fields == ():
        return _noted(job, resource, etag, Effect.same)
    if overwrite:
        fresh = client.put(job.path, resource.content, etag)
        if fresh is not None:
            return _noted(job, resource, fresh, Effect.written)
    return _differs(job, resource.title, DifferenceKind.changed, fields or ())


def _taken(client: CaldavClient, job: Job, resource: Resource, *, overwrite: bool) -> Outcome:
    """The UID lies there under another name, as when somebody copied it: ours replaces it if it is the same."""
    other = client.find(job.folder, resource.uid)
    lying = client.read(f"{job.folder}{other}") if other else None
    if other is None or lying is None:
        return _differs(job, resource.title, DifferenceKind.elsewhere, ())
    fields = differing(resource.content, lying.content)
    if (fields == () or overwrite) and client.delete(f"{job.folder}{other}", lying.etag):
        etag = client.put(job.path, resource.content, None)
        if etag is not None:
            return _noted(job, resource, etag, Effect.written)
    return _differs(job, resource.title, DifferenceKind.elsewhere, fields or ())


def _removed(client: CaldavClient, job: Job) -> Outcome:
    if client.delete(job.path, job.etag):
        return Outcome(job, Effect.removed, Noted(job.collection, job.name, None))
    return _inspected(client, job)


def _inspected(client: CaldavClient, job: Job) -> Outcome:
    """What is gone here was changed there: show it."""
    lying: Lying | None = client.read(job.path)
    if lying is None:
        return Outcome(job, Effect.removed, Noted(job.collection, job.name, None))
    return _differs(job, title(lying.content), DifferenceKind.changed, differing(b"", lying.content) or ())


def _noted(job: Job, resource: Resource, etag: str, effect: Effect) -> Outcome:
    row = KnownResource(resource.uid, etag, resource.digest, resource.sequence)
    return Outcome(job, effect, Noted(job.collection, job.name, row))


def _differs(job: Job, shown: str, kind: DifferenceKind, fields: tuple[FieldDifference, ...]) -> Outcome:
    return Outcome(job, Effect.differs, difference=Difference(job.collection, job.uid, shown, kind, fields))
