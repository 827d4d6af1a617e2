"""Answers to parliament: counted from the file, frozen, opened again, and compared with today."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select
from sqlmodel import col

from domain.errors import NotFoundError
from domain.i18n import N_
from domain.model import (
    Event,
    EventTopic,
    Offer,
    Partner,
    Request,
    Topic,
)
from domain.model.facts import InformationTable, LectureTable
from domain.rows.filters import EventFilter
from domain.rows.parliament import (
    AnswerDifferences,
    FrozenAnswer,
    HeldEvent,
    OpenAnswer,
    ParliamentAnswer,
    ParliamentQuestion,
    RequestCounts,
)
from domain.rows.reports import SnapshotRow
from domain.rules import parliament as rules
from domain.rules import validation
from domain.store.session import Session
from domain.terms import BERLIN, DeclineCause, PlaceKind, ReportKind, RequestState
from domain.usecases import report_snapshots, settings
from domain.usecases.event_rows import list_ids
from domain.usecases.published import records
from domain.usecases.records import refuse
from domain.usecases.text_filter import ids_of

CHUNK = 400


def answer(session: Session, question: ParliamentQuestion) -> ParliamentAnswer:
    """The answer as the file gives it now.

    Raises:
        InvalidInputError: the period is impossible, no kind was chosen, or a text is too long.
        NotFoundError: a topic is gone.
    """
    refuse(validation.question_problems(question))
    return rules.answer(
        question, _topic_names(session, question.topic_ids), _held(session, question), _requests(session, question)
    )


def freeze(session: Session, question: ParliamentQuestion) -> UUID:
    """Answer the question and keep the answer as it is for good; returns the snapshot's id. Not undone.

    Raises:
        InvalidInputError: the period is impossible, no kind was chosen, or a text is too long.
    """
    found = answer(session, question)
    row = SnapshotRow(
        id=UUID(int=0),
        kind=ReportKind.parliament,
        title=question.reference.strip() or _DEFAULT_TITLE,
        first=question.first,
        last=question.last,
        question=question.text.strip(),
        code="",
        author="",
        frozen_at=session.now,
    )
    return report_snapshots.freeze(session, row, FrozenAnswer(found, settings.load(session).office))


_DEFAULT_TITLE = "Kleine Anfrage"
"""What a question without a reference is called; the state's own word in every language."""


def opened(session: Session, snapshot_id: UUID) -> OpenAnswer:
    """A frozen answer with the figures it was given with.

    Raises:
        NotFoundError: there is no such answer.
        FileProblemError: its content is not what was frozen.
    """
    row, content = report_snapshots.opened(session, snapshot_id, ReportKind.parliament, FrozenAnswer)
    return OpenAnswer(row.id, row.title, row.code, row.frozen_at, row.author, content)


def compare(session: Session, snapshot_id: UUID) -> AnswerDifferences:
    """What would be different if the frozen question were answered today.

    Raises:
        NotFoundError: there is no such answer.
        FileProblemError: its content is not what was frozen.
    """
    then = opened(session, snapshot_id).content.answer
    known = {topic_id for topic_id, _name in session.execute(select(col(Topic.id), col(Topic.name)))}
    kept = tuple(topic_id for topic_id in then.question.topic_ids if topic_id in known)
    if then.question.topic_ids and not kept:  # every topic asked for is gone: nothing can be on them
        now = rules.answer(then.question, (), (), RequestCounts())
    else:
        now = answer(session, replace(then.question, topic_ids=kept))
    return rules.differences(then, now)


def _topic_names(session: Session, topic_ids: Sequence[UUID]) -> tuple[str, ...]:
    if not topic_ids:
        return ()
    query = select(col(Topic.id), col(Topic.name)).where(col(Topic.id).in_(topic_ids)).order_by(col(Topic.name))
    found = [(key, name) for key, name in session.execute(query)]
    missing = set(topic_ids) - {key for key, _name in found}
    if missing:
        raise NotFoundError(N_("There is no topic {id}."), id=str(min(missing)))
    return tuple(name for _key, name in found)


def _held(session: Session, question: ParliamentQuestion) -> list[HeldEvent]:
    """Every event that took place around the period; `rules.parliament` decides which of them count."""
    wanted = EventFilter(
        kinds=question.kinds,
        states=tuple(sorted(rules.COUNTED_STATES)),
        kreise=question.kreise,
        first=question.first,
        last=question.last,
        dated=True,
    )
    ids = list_ids(session, wanted)
    if question.topic_ids:
        on_topic = select(col(EventTopic.event_id)).where(col(EventTopic.topic_id).in_(question.topic_ids)).distinct()
        chosen = set(ids_of(session, on_topic))
        ids = [each for each in ids if each in chosen]
    beside: dict[UUID, dict[str, Any]] = {}
    for start in range(0, len(ids), CHUNK):
        beside |= _beside(session, ids[start : start + CHUNK])
    return [HeldEvent(record=record, **beside[record.id]) for record in records(session, ids)]


def _beside(session: Session, ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """What counting needs beside the record of each event, as the fields of `HeldEvent`."""
    place = Partner.__table__.alias("place")  # type: ignore[attr-defined]  # a table class has its table
    at_partner = col(Event.place_kind) == PlaceKind.partner
    query = (
        select(
            col(Event.id), func.coalesce(col(LectureTable.schulform), col(Partner.schulform), place.c.schulform),
            col(Partner.category), col(Partner.confirmed), place.c.category,
            col(LectureTable.occasion), col(InformationTable.occasion), col(LectureTable.speaker_office),
            col(LectureTable.neutrality_note), col(Offer.title), col(Offer.neutrality_note),
        )
        .outerjoin(LectureTable, col(LectureTable.event_id) == col(Event.id))
        .outerjoin(InformationTable, col(InformationTable.event_id) == col(Event.id))
        .outerjoin(Partner, col(Partner.id) == col(Event.host_id))
        .outerjoin(place, and_(place.c.id == col(Event.place_partner_id), at_partner))
        .outerjoin(Offer, col(Offer.id) == col(Event.offer_id))
        .where(col(Event.id).in_(ids))
    )  # fmt: skip
    return {line[0]: _fields(line[1:]) for line in session.execute(query)}


def _fields(line: Sequence[Any]) -> dict[str, Any]:
    schulform, host, confirmed, place, *texts = line
    talk, stand, guest, note, offer, offers_note = (text or "" for text in texts)
    return {
        "schulform": schulform,
        "host_category": host,
        "host_confirmed": confirmed is not False,
        "place_category": place,
        "occasion": talk or stand,
        "guest_office": guest,
        "offer": offer,
        "neutrality_note": offers_note.strip() or note.strip(),
    }


def _requests(session: Session, question: ParliamentQuestion) -> RequestCounts:
    """What came in in the period and what of it was declined, of the kinds, Kreise and topics asked for."""
    query = select(
        col(Request.received_on), col(Request.created_at), col(Request.state), col(Request.decline_cause)
    ).where(col(Request.kind).in_(question.kinds))
    if question.kreise:
        query = query.where(col(Request.kreis_ags).in_(question.kreise))
    if question.topic_ids:
        query = query.where(_on_topics(question.topic_ids))
    received, declined = 0, Counter[DeclineCause | None]()
    for received_on, created_at, state, cause in session.execute(query):
        if question.first <= (received_on or created_at.astimezone(BERLIN).date()) <= question.last:
            received += 1
            declined[cause] += state is RequestState.declined
    return rules.request_counts(received, declined)


def _on_topics(topic_ids: Sequence[UUID]) -> ColumnElement[bool]:
    """A request is on a topic if its offer is, or if its own words name it."""
    offers = select(col(Offer.id)).where(col(Offer.topic_id).in_(topic_ids))
    names = select(col(Topic.name)).where(col(Topic.id).in_(topic_ids))
    return col(Request.offer_id).in_(offers) | col(Request.topic).in_(names)
