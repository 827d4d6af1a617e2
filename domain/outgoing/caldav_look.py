"""What lies on a calendar server beside what should: which collections there are, and the jobs that follow."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from domain.errors import ServerProblemError
from domain.exchange.caldav import CaldavClient, CollectionLostError
from domain.i18n import N_
from domain.outgoing.caldav_jobs import Deed, Job, deleted_there
from domain.outgoing.caldav_ledger import Papers
from domain.rows.caldav import WHOLE, Difference, Resource, SyncDecisions
from domain.rules import caldav_sync
from domain.terms import Audience
from domain.usecases.caldav_records import digests


@dataclass(slots=True)
class Survey:
    """What the server holds: `tags` by collection, jobs to do, and what is only told."""

    home: str
    audience: Audience
    tags: dict[str, str] = field(default_factory=dict)
    jobs: list[Job] = field(default_factory=list)
    forget: list[tuple[str, str]] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    restless: set[str] = field(default_factory=set)
    unknown: int = 0
    same: int = 0

    def folder(self, key: str) -> str:
        """The path of a collection."""
        return f"{self.home}{collection_name(key, self.audience)}/"

    def moved(self, papers: Papers) -> tuple[str, ...]:
        """The collections that we knew elsewhere, as when the outlet had another audience: we know nothing of these."""
        return tuple(key for key, each in papers.collections.items() if each.url != self.folder(key))


def collection_name(key: str, audience: Audience) -> str:
    """The last part of a collection's path: every audience has its own, so that none gets what another's holds."""
    parts = ("landauf", *([] if audience is Audience.public else [audience.value]), key or "land")
    return "-".join(parts)


def tags(client: CaldavClient, home: str) -> dict[str, str]:
    """The tags of all collections of a server.

    Raises:
        ServerProblemError: there is no such folder.
    """
    found = client.tags(home)
    if found is None:
        raise ServerProblemError(
            N_("There is nothing at this address on {server}. Please check the address."),
            server=client.connection.server.name,
        )
    return found


def missing(survey: Survey, papers: Papers, found: Mapping[str, str], decisions: SyncDecisions) -> Iterator[str]:
    """The collections to be made; those that were deleted there wait for a decision and are told as `lost`."""
    for key, resources in papers.wanted.items():
        name = collection_name(key, survey.audience)
        if name in found:
            survey.tags[key] = found[name]
        elif key in papers.collections and not decisions.recreate:
            survey.lost.append(key)
        elif resources or key != WHOLE:
            yield key


def compare(client: CaldavClient, survey: Survey, papers: Papers, key: str, decisions: SyncDecisions) -> None:
    """Note what follows for one collection; it is listed only if anything changed there.

    Raises:
        CollectionLostError: it vanished just now.
    """
    tag = survey.tags.get(key, "")
    before = papers.collections.get(key)
    there = None
    if not (tag and before and before.tag == tag):
        there = client.etags(survey.folder(key))
        if there is None:
            raise CollectionLostError(N_("A calendar was deleted on {server}."), server=client.connection.server.name)
    _plan(survey, papers, key, there, decisions)


def _plan(survey: Survey, papers: Papers, key: str, there: dict[str, str] | None, decisions: SyncDecisions) -> None:
    wanted, known = papers.wanted.get(key, {}), papers.known.get(key, {})
    plan = caldav_sync.plan(digests(wanted), known, there)

    def job(deed: Deed, name: str, *, is_listed: bool = False) -> Job:
        resource: Resource | None = wanted.get(name)
        row = known.get(name)
        etag = (there or {}).get(name, "") if is_listed or row is None else row.etag
        uid = resource.uid if resource else row.uid if row else ""
        return Job(deed, key, survey.folder(key), name, uid, resource, etag)

    survey.jobs += [job(Deed.create, name) for name in plan.create]
    survey.jobs += [job(Deed.update, name) for name in plan.update]
    survey.jobs += [job(Deed.remove, name) for name in plan.remove]
    survey.jobs += [job(Deed.look, name, is_listed=True) for name in plan.look]
    vanished = [job(Deed.create, name) for name in plan.deleted]
    if decisions.overwrite:
        survey.jobs += vanished
    else:
        survey.differences += map(deleted_there, vanished)
    what = Deed.remove if decisions.overwrite else Deed.inspect
    survey.jobs += [job(what, name, is_listed=True) for name in plan.foreign]
    survey.forget += [(key, name) for name in plan.forget]
    survey.unknown += len(plan.unknown)
    survey.same += len(plan.same)
    if plan.unknown or (plan.deleted and not decisions.overwrite):
        survey.restless.add(key)
