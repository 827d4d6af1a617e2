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
    """What can be asked for today: titles of the offers in use (of one kind), then topics that no offer has."""
    offers = catalogue.choices(session)
    covered = {row.draft.topic_id for row in offers}
    titles = [row.draft.title for row in offers if kind in {None, row.draft.kind}]
    others = [topic.name for topic in vocabulary.topics(session, session.today) if topic.id not in covered]
    return tuple(dict.fromkeys([*titles, *others]))
