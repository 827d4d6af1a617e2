"""Builds the sample workspace, step by step as people would have done it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path
from random import Random
from uuid import UUID

from domain.demo import (
    announcing,
    concerns,
    councils,
    extras,
    handouts,
    hosts,
    house,
    inbox,
    lectures,
    meetings,
    neighbours,
    network,
    projects,
    proposal,
    publications,
    released,
    reports,
    tallies,
    targets,
    tour,
    trouble,
)
from domain.demo.days import Ledger
from domain.demo.drafts import draft_of
from domain.demo.neighbours import World
from domain.demo.states import standings
from domain.demo.year import Plan, year
from domain.i18n import N_
from domain.rows.events import EventDraft
from domain.rows.requests import RequestDraft
from domain.store.session import Session
from domain.terms import BERLIN, Clock, EventKind, EventState
from domain.usecases import events, requests
from domain.usecases.releases import RELEASED
from domain.usecases.report_snapshots import FROZEN
from domain.workspace import Workspace

_OFFICE = N_("Sample data: office, people and vehicles")
_PARTNERS = N_("Sample data: partners")
_SITES = N_("Sample data: sites")
_YEAR = N_("Sample data: a year of events")
_REQUESTS = N_("Sample data: requests")
_HOSTS = N_("Sample data: requests on the waiting list, and two that were met")
_EXTRAS = N_("Sample data: templates and saved filters")
_COUNCILS = N_("Sample data: councils, exchanges and good examples")
_NETWORK = N_("Sample data: network of partners")
_PROJECTS = N_("Sample data: projects")
_LECTURES = N_("Sample data: offers, qualifications that run out")
_HANDOUTS = N_("Sample data: handouts")
_MEETINGS = N_("Sample data: agendas, invitees, minutes and tasks")
_CONFLICTS = N_("Sample data: events with conflicts")
_TOUR = N_("Sample data: tour")
_WISHES = N_("Sample data: requests for the tour to be proposed")
_PROPOSAL = N_("Sample data: proposed tour")
_TARGETS = N_("Sample data: targets")
_CONCERNS = N_("Sample data: concerns of citizens")
_PUBLICATIONS = N_("Sample data: publications")
_STOCK = N_("Sample data: stock of publications")
_TALLIES = N_("Sample data: tallies of stops")
_SHORTER = N_("Sample data: a change since the release")
_ANNOUNCED = N_("Sample data: online contributions on events")

_MORE = (
    (_EXTRAS, extras.add),
    (_COUNCILS, councils.add),
    (_NETWORK, network.weave),
    (_PROJECTS, projects.begin),
    (_LECTURES, lectures.add),
    (_HANDOUTS, handouts.put_in),
)
"""Steps that people take around the events of the year: label, and what is run with the world."""

STEPS = frozenset(
    {
        *(_OFFICE, _PARTNERS, _SITES, _YEAR, _REQUESTS, _CONFLICTS, _TOUR, _WISHES, _PROPOSAL, _SHORTER),
        *(_TARGETS, _CONCERNS, _MEETINGS, _ANNOUNCED, _HOSTS, _PUBLICATIONS, _STOCK, _TALLIES),
        *(label for label, _step in _MORE),
    }
)
"""Labels of the steps that build the sample workspace."""

_INVITED = frozenset({EventState.confirmed, EventState.held, EventState.reviewed})


@dataclass(frozen=True, slots=True)
class Demo:
    """What was built.

    `tour_day` is the day of the coming tour with most sites, `dialogue_id` the next public dialogue, `conflicting` are
    the events with a conflict on purpose. `proposed_id` is the tour that the program has proposed, `left_out` how many
    requests it could not plan.
    """

    path: Path
    tour_id: UUID
    tour_day: date
    dialogue_id: UUID
    conflicting: frozenset[UUID]
    proposed_id: UUID | None
    left_out: int


def _unheard(_done: int, _total: int) -> None:
    """Nobody wants to know how far it is."""


def build(
    path: Path,
    *,
    clock: Clock,
    author: str = "Landauf",
    device: str = "Landauf",
    on_step: Callable[[int, int], None] = _unheard,
) -> Demo:
    """Make the sample workspace `path`; everything in it depends on the clock's present moment alone.

    `on_step(done, total)` is told after every step; what it raises ends the work and leaves the file unfinished.
    Ids and UIDs are fresh each time. Nothing in it is real but places and offices.

    Raises:
        FileProblemError: there is a file already, or its folder cannot be written.
    """
    moment = clock()
    with Workspace.create(path, clock=lambda: moment, author=author, device=device) as workspace:
        workspace.listen(_counted(on_step))
        return _filled(workspace, moment)


def _filled(workspace: Workspace, moment: datetime) -> Demo:
    """Fill the new workspace, step by step."""
    today = moment.astimezone(BERLIN).date()
    rng = Random(today.toordinal())  # noqa: S311 - sample figures, nothing to keep secret
    own = workspace.run(_OFFICE, house.furnish)
    partners = workspace.run(_PARTNERS, neighbours.invite, rng)
    world = World(own, partners, workspace.run(_SITES, neighbours.survey))
    ledger = Ledger()
    route, troubles = tour.route(world, ledger, today), trouble.plans(world, ledger, today)
    plans = year(world, ledger, today, rng)
    prints = workspace.run(_PUBLICATIONS, publications.issue, world)
    drafts = publications.equipped(_drafts(plans, world, moment, rng), prints, today)
    wishes = inbox.wishes(world, drafts, today, rng)
    event_ids = workspace.run(_YEAR, _create, drafts, wishes.accepted)
    _furnish_more(workspace, world)
    conflicting = workspace.run(_CONFLICTS, trouble.create, troubles)
    _hold(workspace, world, [*drafts, *(each.draft for each in troubles)], [*event_ids, *conflicting])
    tour_id = _set_out(workspace, route, prints)
    proposed = _propose(workspace, world, wishes, today, rng)
    _receive(workspace, world, wishes)
    dialogue_id = _next_dialogue(drafts, event_ids, moment)
    _release(workspace, event_ids, dialogue_id)
    return Demo(
        path=workspace.path,
        tour_id=tour_id,
        tour_day=max(route.days, key=lambda each: each.sites).day,
        dialogue_id=dialogue_id,
        conflicting=frozenset(conflicting),
        proposed_id=proposed.tour_id,
        left_out=proposed.left_out,
    )


def _counted(on_step: Callable[[int, int], None]) -> Callable[[frozenset[str]], None]:
    """Tells `on_step` after every commit how many of all the steps are done."""
    numbers = count(1)
    total = len(STEPS | {RELEASED, FROZEN})
    return lambda _tables: on_step(min(next(numbers), total), total)


def _furnish_more(workspace: Workspace, world: World) -> None:
    """Add what people build around the events of the year."""
    for label, step in _MORE:
        workspace.run(label, step, world)


def _drafts(plans: Sequence[Plan], world: World, moment: datetime, rng: Random) -> list[EventDraft]:
    """The events of the year, each as far as it is by now."""
    found = zip(plans, standings(plans, moment), strict=True)
    return [draft_of(plan, standing, world, rng) for plan, standing in found]


def _hold(workspace: Workspace, world: World, drafts: Sequence[EventDraft], ids: Sequence[UUID]) -> None:
    """Give meetings their agendas and minutes, and stops their visitors by the hour, by dice; announce some of them."""
    workspace.run(_ANNOUNCED, announcing.announce, drafts, ids)
    workspace.run(_MEETINGS, meetings.hold, world, drafts, ids, Random(len(ids)))  # noqa: S311 - sample figures
    workspace.run(_TALLIES, tallies.count, world, Random(len(ids)))  # noqa: S311 - sample figures


def _set_out(workspace: Workspace, route: tour.Route, prints: Sequence[publications.Print]) -> UUID:
    """Make the tour with what its stops hand out, and book the stock that is there after all that."""
    tour_id = workspace.run(_TOUR, tour.create, publications.loaded(route, prints))
    workspace.run(_STOCK, publications.stock_up, prints)
    return tour_id


def _propose(workspace: Workspace, world: World, wishes: inbox.Wishes, today: date, rng: Random) -> proposal.Proposed:
    """Let the program propose a tour; what waits in the inbox comes later and is not planned yet."""
    first, last = proposal.three_weeks(today)
    workspace.run(_WISHES, proposal.ask, world, first, wishes.askers, rng)
    return workspace.run(_PROPOSAL, proposal.propose, first, last)


def _receive(workspace: Workspace, world: World, wishes: inbox.Wishes) -> None:
    """Store what came in: the open and declined requests, then those that wait and those that were met."""
    workspace.run(_REQUESTS, inbox.receive, wishes)
    workspace.run(_HOSTS, hosts.ask, world)


def _release(workspace: Workspace, event_ids: Sequence[UUID], dialogue_id: UUID) -> None:
    """Set targets, note concerns, freeze the plan as version 1, change an event since, and freeze an answer."""
    workspace.run(_TARGETS, targets.aim)
    workspace.run(_CONCERNS, concerns.note, dialogue_id)
    workspace.run(RELEASED, released.release, event_ids)
    workspace.run(_SHORTER, released.shorten, event_ids)
    workspace.run(FROZEN, reports.answer)


def _create(session: Session, drafts: Sequence[EventDraft], accepted: dict[int, RequestDraft]) -> list[UUID]:
    """Store the year; events that came from a request are made by accepting it."""
    ids = []
    for number, draft in enumerate(drafts):
        if number in accepted:
            ids.append(requests.accept(session, requests.create(session, accepted[number]), draft))
        else:
            ids.append(events.create(session, draft))
    return ids


def _next_dialogue(drafts: Sequence[EventDraft], ids: Sequence[UUID], now: datetime) -> UUID:
    """The next confirmed public dialogue; if there is none, the last one held."""
    shown = [
        (draft.starts_at, event_id)
        for draft, event_id in zip(drafts, ids, strict=True)
        if draft.kind is EventKind.citizen_dialogue and draft.state in _INVITED and draft.starts_at
    ]
    coming = [found for found in shown if found[0] > now]
    return min(coming)[1] if coming else max(shown)[1]
