"""Institutions invited to an event, their replies, and the seats they take."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields, replace
from uuid import UUID

from sqlmodel import col, select

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Event, EventInvitee, EventPartner, Partner
from domain.model.facts import DialogueTable
from domain.rows.invitees import InviteeDraft, InviteeRow, Proposal, SeatCount
from domain.rules import invitees as rules
from domain.store.session import Session
from domain.terms import InviteReply
from domain.usecases.event_parts import touch
from domain.usecases.records import change as change_record
from domain.usecases.records import get, insert, refuse, write_out

PROPOSED_AT_MOST = 40
_CHUNK = 400


def rows(session: Session, event_id: UUID) -> tuple[InviteeRow, ...]:
    """The invitees of an event in the order they were entered."""
    query = select(EventInvitee, Partner).outerjoin(Partner, col(Partner.id) == col(EventInvitee.partner_id))
    query = query.where(col(EventInvitee.event_id) == event_id).order_by(col(EventInvitee.id))
    return tuple(_row(found, partner) for found, partner in session.exec(query))


def count(session: Session, event_id: UUID) -> SeatCount:
    """How the invitations to an event stand against its seats."""
    return counts(session, [event_id])[event_id]


def counts(session: Session, event_ids: Sequence[UUID]) -> dict[UUID, SeatCount]:
    """How the invitations to these events stand against their seats."""
    found: dict[UUID, SeatCount] = {}
    for start in range(0, len(event_ids), _CHUNK):
        chunk = event_ids[start : start + _CHUNK]
        drafts: dict[UUID, list[InviteeDraft]] = {}
        for row in session.exec(select(EventInvitee).where(col(EventInvitee.event_id).in_(chunk))):
            drafts.setdefault(row.event_id, []).append(_draft(row))
        facts = session.exec(select(DialogueTable).where(col(DialogueTable.event_id).in_(chunk)))
        seats = {fact.event_id: fact.seats for fact in facts}
        found |= {key: rules.seat_count(drafts.get(key, ()), seats.get(key)) for key in chunk}
    return found


def add(session: Session, event_id: UUID, drafts: Iterable[InviteeDraft]) -> tuple[UUID, ...]:
    """Add invitees; a partner already on the list is not added again. Returns the new ids.

    Raises:
        InvalidInputError: one of them is impossible.
        NotFoundError: the event is gone.
    """
    get(session, Event, event_id)
    there = {row.draft.partner_id for row in rows(session, event_id)} - {None}
    fresh = []
    for draft in drafts:
        if draft.partner_id is not None and draft.partner_id in there:
            continue
        refuse(rules.invitee_problems(draft))
        there.add(draft.partner_id)
        fresh.append(insert(session, EventInvitee, {"event_id": event_id, **asdict(draft)}).id)
        _take_part(session, event_id, draft, None)
    return tuple(fresh)


def change(session: Session, invitee_id: UUID, draft: InviteeDraft, version: int | None = None) -> None:
    """Make an invitee be what the draft says; the days of asking and answering follow another reply.

    Raises:
        InvalidInputError: the draft is impossible, or the partner is on the list already.
        ConflictError: somebody changed it meanwhile.
    """
    invitee = get(session, EventInvitee, invitee_id)
    before = invitee.reply
    if draft.reply is not invitee.reply:
        draft = rules.replied(replace(draft, reply=invitee.reply), draft.reply, session.today)
    refuse(rules.invitee_problems(draft))
    others = (row for row in rows(session, invitee.event_id) if row.id != invitee_id)
    if draft.partner_id is not None and any(row.draft.partner_id == draft.partner_id for row in others):
        raise InvalidInputError(Problem("partner_id", N_("This partner is on the list already.")))
    change_record(session, invitee, version, asdict(draft))
    _take_part(session, invitee.event_id, draft, before)


def set_reply(session: Session, invitee_ids: Iterable[UUID], reply: InviteReply) -> int:
    """Note what several invitees have said today; returns how many changed.

    Raises:
        NotFoundError: one of them is gone.
    """
    changed = 0
    for invitee_id in invitee_ids:
        invitee = get(session, EventInvitee, invitee_id)
        if invitee.reply is not reply:
            before, draft = invitee.reply, rules.replied(_draft(invitee), reply, session.today)
            change_record(session, invitee, None, asdict(draft))
            _take_part(session, invitee.event_id, draft, before)
            changed += 1
    return changed


def add_seats(session: Session, invitee_ids: Iterable[UUID], step: int) -> None:
    """Let several invitees have more or fewer seats; nobody has less than none.

    Raises:
        NotFoundError: one of them is gone.
    """
    for invitee_id in invitee_ids:
        invitee = get(session, EventInvitee, invitee_id)
        change_record(session, invitee, None, {"seats": max(0, invitee.seats + step)})


def delete(session: Session, invitee_ids: Iterable[UUID]) -> int:
    """Take invitees from the list (undoable); returns how many there were. Partners taking part stay so."""
    found = [row for row in (session.get(EventInvitee, key) for key in invitee_ids) if row is not None]
    for row in found:
        session.delete(row)
    write_out(session)
    return len(found)


def proposals(session: Session, event_id: UUID) -> tuple[Proposal, ...]:
    """Partners of the event's Kreis that fit its kind and are not invited yet.

    Those of the Gemeinde come first, then by category in the order they are usually asked, then by name.

    Raises:
        NotFoundError: the event is gone.
    """
    event = get(session, Event, event_id)
    wanted = rules.fitting_categories(event.kind)
    if event.kreis_ags is None:
        return ()
    invited = {row.draft.partner_id for row in rows(session, event_id)}
    query = select(Partner).where(
        col(Partner.kreis_ags) == event.kreis_ags, col(Partner.category).in_(wanted), col(Partner.confirmed).is_(True)
    )
    found = [partner for partner in session.exec(query) if partner.id not in invited]
    found.sort(key=lambda partner: (partner.ags != event.ags, wanted.index(partner.category), partner.sort_key))
    return tuple(
        Proposal(partner.id, partner.name, partner.town, partner.category, partner.ags == event.ags)
        for partner in found[:PROPOSED_AT_MOST]
    )


def _take_part(session: Session, event_id: UUID, draft: InviteeDraft, before: InviteReply | None) -> None:
    """Partners that have accepted or came take part; who declines, or takes an acceptance back, does not."""
    if draft.partner_id is None:
        return
    link = session.get(EventPartner, (event_id, draft.partner_id))
    if draft.reply in rules.COMING and link is None:
        session.add(EventPartner(event_id=event_id, partner_id=draft.partner_id))
    elif _stays_away(draft.reply, before) and link is not None:
        session.delete(link)
    else:
        return
    touch(session, event_id)


def _stays_away(reply: InviteReply, before: InviteReply | None) -> bool:
    return reply is InviteReply.declined or (before in rules.COMING and reply not in rules.COMING)


def _row(found: EventInvitee, partner: Partner | None) -> InviteeRow:
    town, category = (partner.town, partner.category) if partner else ("", None)
    return InviteeRow(found.id, found.version, _draft(found), town, category)


def _draft(found: EventInvitee) -> InviteeDraft:
    return InviteeDraft(**{field.name: getattr(found, field.name) for field in fields(InviteeDraft)})
