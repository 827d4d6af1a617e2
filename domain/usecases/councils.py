"""Councils (Gremien) and other bodies with members: lists, sessions, resolutions, interval."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel import select as select_records

from domain.model import CouncilRhythm, Event, EventPartner, Partner, Resolution
from domain.region.fold import sort_key
from domain.rows.councils import CouncilDetail, CouncilRow, ResolutionRow
from domain.rows.event_row import EventRow
from domain.rows.meetings import TaskRow
from domain.rows.memberships import MembershipRow
from domain.rules import validation
from domain.rules.membership import needs_new_term
from domain.store.session import Session
from domain.terms import EventKind, EventState, MembershipRole, PartnerCategory, TermState
from domain.usecases import memberships, tasks
from domain.usecases.event_rows import fetch_rows
from domain.usecases.records import get, put_links, refuse

BODIES = (PartnerCategory.council, PartnerCategory.club, PartnerCategory.association)
"""What can have members; clubs and associations are listed once they have some."""

_HELD = frozenset({EventState.held, EventState.reviewed})
_AHEAD = frozenset({EventState.requested, EventState.tentative, EventState.confirmed})
_NOW = frozenset({TermState.running, TermState.ending})


def set_interval(session: Session, council_id: UUID, days: int | None) -> None:
    """Say how many days may pass between two sessions of a council; None = nobody watches it.

    Raises:
        InvalidInputError: the interval is no number of days.
        NotFoundError: the council is gone.
    """
    refuse(validation.interval_problems(days))
    get(session, Partner, council_id)
    rows = [] if days is None else [{"interval_days": days}]
    put_links(session, CouncilRhythm, {"council_id": council_id}, rows)


def intervals(session: Session) -> dict[UUID, int]:
    """The intervals that are set, in days, by council."""
    return {each.council_id: each.interval_days for each in session.exec(select_records(CouncilRhythm))}


def list_rows(session: Session, categories: Sequence[PartnerCategory] = (PartnerCategory.council,)) -> list[CouncilRow]:
    """The councils by name; of other categories only those that have or had members."""
    return [detail.row for detail in _details(session, _bodies(session, categories))]


def detail(session: Session, council_id: UUID) -> CouncilDetail:
    """A body as its page opens it.

    Raises:
        NotFoundError: it is gone.
    """
    (found,) = _details(session, [get(session, Partner, council_id)])
    return found


def sessions_of(session: Session, council_ids: Iterable[UUID]) -> dict[UUID, tuple[EventRow, ...]]:
    """The sessions of each council, the newest first, those without a date before all.

    A session is an event of kind `council_meeting` whose host, place or partners name the council.
    """
    wanted = list(council_ids)
    kind = (col(Event.kind) == EventKind.council_meeting, col(Event.is_template).is_(False))
    links: set[tuple[UUID, UUID]] = set()
    for column in (col(Event.host_id), col(Event.place_partner_id)):
        query = select(column, col(Event.id)).where(*kind, column.in_(wanted))
        links.update((line[0], line[1]) for line in session.execute(query))
    taking_part = select(col(EventPartner.partner_id), col(EventPartner.event_id)).join(
        Event, col(Event.id) == col(EventPartner.event_id)
    )
    query = taking_part.where(*kind, col(EventPartner.partner_id).in_(wanted))
    links.update((line[0], line[1]) for line in session.execute(query))
    rows = {row.id: row for row in fetch_rows(session, list({event for _council, event in links}))}
    found: dict[UUID, list[EventRow]] = {council: [] for council in wanted}
    for council, event in links:
        found[council].append(rows[event])
    newest = {
        council: sorted(events, key=lambda row: (row.start_day or date.max, row.id), reverse=True)
        for council, events in found.items()
    }
    return {council: tuple(events) for council, events in newest.items()}


def last_and_next(rows: Iterable[EventRow], today: date) -> tuple[date | None, date | None]:
    """The day of the last meeting and of the next one that is not called off.

    A confirmed meeting of a past day counts as held: only its report is missing.
    """
    past: list[date] = []
    coming: list[date] = []
    for row in rows:
        day = row.start_day
        if day is None:
            continue
        if (day <= today and row.state in _HELD) or (day < today and row.state is EventState.confirmed):
            past.append(day)
        elif day >= today and row.state in _AHEAD:
            coming.append(day)
    return max(past, default=None), min(coming, default=None)


def _bodies(session: Session, categories: Sequence[PartnerCategory]) -> list[Partner]:
    from domain.model import Membership

    with_members = select(col(Membership.body_id))
    is_body = (col(Partner.category) == PartnerCategory.council) | col(Partner.id).in_(with_members)
    found = session.exec(select_records(Partner).where(col(Partner.category).in_(categories), is_body))
    return sorted(found, key=lambda each: sort_key(each.name))


def _details(session: Session, bodies: Sequence[Partner]) -> list[CouncilDetail]:
    ids = [each.id for each in bodies]
    sessions = sessions_of(session, ids)
    open_and_done = tasks.of_councils(session, {each: [row.id for row in sessions[each]] for each in ids})
    rhythm = intervals(session)
    decided = _resolutions(session, [row for rows in sessions.values() for row in rows])
    found = []
    for body in bodies:
        members = memberships.members(session, body.id)
        found.append(
            CouncilDetail(
                row=_row(body, members, sessions[body.id], open_and_done[body.id], rhythm.get(body.id), session.today),
                members=members,
                sessions=sessions[body.id],
                resolutions=tuple(each for row in sessions[body.id] for each in decided.get(row.id, ())),
                tasks=open_and_done[body.id],
                chairs=_in_role(members, MembershipRole.chair),
            )
        )
    return found


def _row(
    body: Partner,
    members: Sequence[MembershipRow],
    sessions: Sequence[EventRow],
    tasks: Sequence[TaskRow],
    interval: int | None,
    today: date,
) -> CouncilRow:
    last, coming = last_and_next(sessions, today)
    left = [task.draft for task in tasks if task.draft.done_on is None]
    now = {(row.draft.member_id, row.draft.contact_id) for row in members if row.state in _NOW}
    return CouncilRow(
        id=body.id,
        name=body.name,
        category=body.category,
        town=body.town,
        kreis_ags=body.kreis_ags,
        chair=", ".join(_in_role(members, MembershipRole.chair)),
        members=len(now),
        last=last,
        next=coming,
        interval_days=interval,
        open_tasks=len(left),
        overdue_tasks=sum(task.due is not None and task.due < today for task in left),
        ending=sum(needs_new_term(row.draft, [each.draft for each in members], today) for row in members),
    )


def _in_role(members: Iterable[MembershipRow], role: MembershipRole) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.member for row in members if row.draft.role is role and row.state in _NOW))


def _resolutions(session: Session, sessions: Sequence[EventRow]) -> dict[UUID, list[ResolutionRow]]:
    rows = {row.id: row for row in sessions}
    query = select_records(Resolution).where(col(Resolution.event_id).in_(list(rows)))
    found: dict[UUID, list[ResolutionRow]] = {}
    for each in session.exec(query.order_by(col(Resolution.event_id), col(Resolution.position), col(Resolution.id))):
        event = rows[each.event_id]
        row = ResolutionRow(each.id, each.event_id, event.title, event.start_day, each.wording, each.votes)
        found.setdefault(each.event_id, []).append(row)
    return found
