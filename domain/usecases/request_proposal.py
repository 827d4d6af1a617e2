"""The event a request asks for, as a draft: on its first possible day, with what the chosen offer brings along."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import select

from domain.model import Equipment, Topic
from domain.region.fold import fold
from domain.rows.catalogue import OfferRow
from domain.rows.events import EventDraft, HandOut, InformationFacts, KindFacts, LectureFacts
from domain.rows.requests import RequestDraft, RequestRow
from domain.rules.local import at_local, later
from domain.store.session import Session
from domain.terms import Audience, EventKind, EventState, PlaceKind

USUAL_START, USUAL_MINUTES = 9 * 60, 120
"""When and how long a request is proposed that names no time: 09:00 local time, two hours."""

_TITLE_LENGTH = 300


def proposal(session: Session, row: RequestRow) -> EventDraft:
    """The event a request asks for, on its first possible day: a start for the form, not yet stored."""
    wish = row.draft
    begin = _first_start(wish)
    title = f"{wish.topic}: {wish.requester}" if wish.topic else wish.requester
    return EventDraft(
        kind=wish.kind,
        title=title if len(title) <= _TITLE_LENGTH else wish.requester,
        state=EventState.requested if begin is None else EventState.tentative,
        audience=Audience.partners if wish.closed else Audience.public,
        internal_notes=wish.notes,
        security_remarks=wish.security_remarks,
        starts_at=begin,
        ends_at=later(begin, wish.duration_minutes or USUAL_MINUTES) if begin else None,
        ags=wish.ags,
        place_kind=PlaceKind.address,
        place_name=wish.place or wish.requester,
        street=wish.street,
        postcode=wish.postcode,
        town=wish.town,
        host_id=wish.partner_id,
        host_name=wish.requester,
        accessibility=wish.needs,
        press_expected=wish.press_expected,
        expected=wish.expected,
        offer_id=wish.offer_id,
        topic_ids=_named(session, Topic, [wish.topic]),
        equipment_ids=_named(session, Equipment, wish.equipment),
        facts=_facts(wish),
    )


def _facts(wish: RequestDraft) -> KindFacts | None:
    """What the request says of its own kind; the school's words are kept with lectures only."""
    if wish.kind is EventKind.lecture:
        return LectureFacts(
            schulform=wish.schulform,
            school_grade=wish.school_grade,
            occasion=wish.occasion,
            prior_knowledge=wish.prior_knowledge,
            teacher_present=wish.teacher_present,
            room_technique=wish.room_technique,
        )
    if wish.kind is EventKind.information_event and wish.occasion:
        return InformationFacts(occasion=wish.occasion)
    return None


def with_offer(draft: EventDraft, row: OfferRow) -> EventDraft:
    """The draft carrying out an offer: its topic, target groups, text, neutrality note, length and material."""
    offer = row.draft
    topics = dict.fromkeys((*draft.topic_ids, *([offer.topic_id] if offer.topic_id else ())))
    groups = dict.fromkeys((*draft.target_group_ids, *offer.target_group_ids))
    facts = draft.facts
    if isinstance(facts, LectureFacts):
        facts = replace(facts, neutrality_note=offer.neutrality_note or facts.neutrality_note)
    taken = {each.publication_id for each in draft.publications}
    material = tuple(HandOut(key, draft.expected) for key in offer.publication_ids if key not in taken)
    return replace(
        draft,
        offer_id=row.id,
        title=_titled(offer.title, draft.host_name) or draft.title,
        public_text=draft.public_text or offer.public_text,
        topic_ids=tuple(topics),
        target_group_ids=tuple(groups),
        publications=(*draft.publications, *material),
        facts=facts,
    )


def _titled(title: str, host: str) -> str:
    whole = f"{title}: {host}" if host else title
    return whole if len(whole) <= _TITLE_LENGTH else title


def _named(session: Session, table: Any, names: Iterable[str]) -> tuple[UUID, ...]:  # noqa: ANN401 - any table of names
    """The records of a vocabulary with these names, however they are written."""
    wanted = {fold(name) for name in names if name.strip()}
    return tuple(found.id for found in session.exec(select(table)) if fold(found.name) in wanted)


def _first_start(draft: RequestDraft) -> datetime | None:
    if draft.wishes:
        wish = draft.wishes[0]
        return at_local(wish.first_day, wish.from_minute if wish.from_minute is not None else USUAL_START)
    if draft.earliest is None:
        return None
    last = draft.latest or draft.earliest
    span = (last - draft.earliest).days
    for offset in range(span + 1):
        day = draft.earliest + timedelta(days=offset)
        if not draft.weekdays or day.weekday() in draft.weekdays:
            return at_local(day, draft.from_minute if draft.from_minute is not None else USUAL_START)
    return None
