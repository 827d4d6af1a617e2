"""Gathers what forms are made from that institutions fill in."""

from domain.documents.request_form import RequestForm
from domain.rows.printing import PrintChoice
from domain.store.session import Session
from domain.terms import EventKind
from domain.usecases import catalogue, settings, vocabulary


def request_form(session: Session, choice: PrintChoice) -> RequestForm:
    """The form by which somebody asks for an event, of one kind if the choice names it."""
    return RequestForm(
        office=settings.load(session).office,
        stand=session.now,
        topics=topics_on_offer(session, choice.kind),
        kind=choice.kind,
    )


def topics_on_offer(session: Session, kind: EventKind | None = None) -> tuple[str, ...]:
    """What can be asked for today: titles of the offers valid now (of one kind), then topics that no offer has."""
    today = session.today
    offers = [
        row
        for row in catalogue.list_rows(session)
        if (row.draft.valid_from is None or row.draft.valid_from <= today)
        and (row.draft.valid_until is None or row.draft.valid_until >= today)
    ]
    covered = {row.draft.topic_id for row in offers}
    titles = [row.draft.title for row in offers if kind in {None, row.draft.kind}]
    others = [topic.name for topic in vocabulary.topics(session, today) if topic.id not in covered]
    return tuple(dict.fromkeys([*titles, *others]))
