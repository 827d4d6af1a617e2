"""Good examples (best practice) with their profiles, and templates to make events from."""

from dataclasses import asdict, fields
from uuid import UUID

from sqlmodel import col, select

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Event, EventTopic, PracticeTable, Topic
from domain.rows.practice import PracticeProfile, PracticeRow, TemplateRow
from domain.rules import templates, validation
from domain.store.session import Session
from domain.usecases import agenda, events
from domain.usecases.event_columns import draft_of
from domain.usecases.event_rows import fetch_rows
from domain.usecases.records import get, put_links, refuse


def profile(session: Session, event_id: UUID) -> PracticeProfile | None:
    """The profile of a good example, None if nobody has written one."""
    found = session.get(PracticeTable, event_id)
    if found is None:
        return None
    return PracticeProfile(**{field.name: getattr(found, field.name) for field in fields(PracticeProfile)})


def put_profile(session: Session, event_id: UUID, wanted: PracticeProfile) -> None:
    """Write the profile of an event that is marked as a good example; an empty one is forgotten.

    Raises:
        InvalidInputError: a text is too long, or the event is no good example.
        NotFoundError: the event is gone.
    """
    refuse(validation.profile_problems(wanted))
    if not get(session, Event, event_id).best_practice:
        raise InvalidInputError(
            Problem("best_practice", N_("Only a good example has a profile; mark the event as one first."))
        )
    rows = [] if wanted == PracticeProfile() else [asdict(wanted)]
    put_links(session, PracticeTable, {"event_id": event_id}, rows)


def list_rows(session: Session) -> list[PracticeRow]:
    """All good examples, the newest first."""
    is_good = (col(Event.best_practice).is_(True), col(Event.is_template).is_(False))
    ids = list(session.exec(select(Event.id).where(*is_good)))
    profiles = {each.event_id: each for each in session.exec(select(PracticeTable))}
    topics = _topics(session, ids)
    results = {event_id: found.result for event_id, found in profiles.items()}
    rows = [
        PracticeRow(row, topics.get(row.id, ()), results.get(row.id, ""), row.id in results)
        for row in fetch_rows(session, ids)
    ]
    return sorted(rows, key=lambda row: (row.event.start_day is None, _age(row), row.event.title))


def _age(row: PracticeRow) -> int:
    return -row.event.start_day.toordinal() if row.event.start_day else 0


def _topics(session: Session, ids: list[UUID]) -> dict[UUID, tuple[str, ...]]:
    found: dict[UUID, tuple[str, ...]] = {}
    query = select(EventTopic.event_id, Topic.name).join(Topic, col(Topic.id) == col(EventTopic.topic_id))
    for event_id, name in session.exec(query.where(col(EventTopic.event_id).in_(ids)).order_by(Topic.name)):
        found[event_id] = (*found.get(event_id, ()), name)
    return found


def list_templates(session: Session) -> list[TemplateRow]:
    """What a new event can be made from: templates by title, then good examples, the newest first."""
    query = select(Event).where(col(Event.is_template).is_(True)).order_by(col(Event.title), col(Event.id))
    kept = [TemplateRow(each.id, each.kind, each.title, None, is_practice=False) for each in session.exec(query)]
    good = [
        TemplateRow(row.event.id, row.event.kind, row.event.title, row.event.kreis_ags, is_practice=True)
        for row in list_rows(session)
    ]
    return [*kept, *good]


def keep_as_template(session: Session, event_id: UUID) -> UUID:
    """Make a template of an event: a copy without date, place, people, institutions, figures and notes.

    Raises:
        NotFoundError: the event is gone.
    """
    made = events.create(session, templates.as_template(draft_of(session, get(session, Event, event_id))))
    agenda.copy(session, event_id, made)
    return made


def create_from(session: Session, template_id: UUID) -> UUID:
    """Make a new event, an idea without a date, from a template or any other event.

    Raises:
        NotFoundError: the template is gone.
    """
    made = events.create(session, templates.from_template(draft_of(session, get(session, Event, template_id))))
    agenda.copy(session, template_id, made)
    return made
