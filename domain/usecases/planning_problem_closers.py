"""Why days fall out for a stop: calendar, permit, market, people and equipment."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from domain.i18n import N_
from domain.region.fold import fold
from domain.rows.partners import SiteDraft
from domain.rules.conflicts.calendar import is_school_free
from domain.terms import PermitState
from domain.usecases.planning_problem_asking import Asking
from domain.usecases.planning_problem_days import Closer, is_free_day
from domain.usecases.planning_problem_world import World

_OPEN_PERMITS = frozenset({PermitState.missing, PermitState.applied})


def closers(asking: Asking, world: World) -> Iterator[Closer]:
    """Every reason why a day falls out, the plainest first."""
    yield Closer(N_("Days that are over: {count} ({days})"), (), lambda day, _: day <= world.today)
    if asking.at_school:
        yield Closer(N_("Days without school: {count} ({days})"), (), lambda day, _: is_school_free(world.context, day))
    else:
        yield Closer(N_("Sundays and public holidays: {count} ({days})"), (), is_free_day)
    yield from _site_closers(asking, world)
    for person in asking.people:
        yield _person_closer(person, asking, world)
    turn = asking.turn
    if turn is not None:
        yield Closer(
            N_("Days of other vehicles with the same people or site: {count} ({days})"),
            (),
            lambda day, _: day in asking.taken or (not turn.has(day) and day != asking.stands_on),
        )
    for name in asking.equipment:
        yield from _equipment_closer(name, world)


def _site_closers(asking: Asking, world: World) -> Iterator[Closer]:
    site_id = asking.site_id
    site = world.context.sites.get(site_id) if site_id else None
    if site is None or site_id is None:
        return
    yield _permit_closer(asking, site, world.today)
    yield Closer(
        N_("Market days of {site}: {count} ({days})"),
        (("site", site.name),),
        lambda day, hours: day.weekday() in site.market_days and not hours.named,
    )
    yield Closer(
        N_("{site} is taken: {count} ({days})"),
        (("site", site.name),),
        lambda day, _: bool(world.at_site(site_id, day)),
    )


def _permit_closer(asking: Asking, site: SiteDraft, today: date) -> Closer:
    """Use of public ground: days for which the permit can no longer be asked in time."""
    earliest = today + timedelta(days=site.permit_lead_days)
    is_open = site.permit_state in _OPEN_PERMITS
    return Closer(
        N_("Too soon for the permit of {site}, {lead} days before: {count} ({days})"),
        (("site", site.name), ("lead", site.permit_lead_days)),
        lambda day, _: is_open and day < earliest and day != asking.stands_on,
    )


def _person_closer(person_id: UUID, asking: Asking, world: World) -> Closer:
    person = world.context.staff.get(person_id)
    along = world.vehicle_ids if asking.home is None else {asking.home}
    return Closer(
        N_("{name} is away or needed elsewhere: {count} ({days})"),
        (("name", person.name if person else ""),),
        lambda day, _: world.is_away(person_id, day, along),
    )


def _equipment_closer(name: str, world: World) -> Iterator[Closer]:
    piece = world.piece_named.get(fold(name))
    if piece is not None and world.carriers[fold(name)]:
        yield Closer(
            N_("{name} is lent or needed elsewhere: {count} ({days})"),
            (("name", piece.name),),
            lambda day, _: world.is_short(piece, day),
        )
