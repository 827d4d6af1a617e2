"""Gathers what handouts are made from, and finds what they can be about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from sqlmodel import col, select

from domain.errors import LandaufError, NotFoundError, UsageError
from domain.i18n import N_
from domain.model import Event, EventTopic
from domain.rows.events import EventRow
from domain.rows.handouts import EditionDraft, EditionRow, HandoutFile, HandoutRow, PublishedHandout
from domain.rows.printing import PrintChoice, Subject
from domain.rows.published import PublishedEvent
from domain.rules.handouts import fitting
from domain.store.session import Session
from domain.terms import Audience, EventKind
from domain.usecases import handouts, settings
from domain.usecases.confidential import cleaner
from domain.usecases.handout_rows import list_rows
from domain.usecases.published import published_event
from domain.usecases.records import get

if TYPE_CHECKING:
    from domain.documents.handout import HandoutSheet
    from domain.documents.lecture_handout import LectureHandout


def handout(session: Session, choice: PrintChoice) -> "HandoutSheet":
    """What a handout is made from.

    Raises:
        UsageError: no edition is named.
        NotFoundError: it is gone.
    """
    from domain.documents.handout import HandoutSheet

    if choice.edition_id is None:
        raise UsageError(N_("This document is about an edition of a handout; name it with --edition."))
    row, edition = _edition(session, choice.edition_id)
    topic = cleaner(session)(row.topic)
    return HandoutSheet(_published(session, edition), topic, settings.load(session).office, session.now)


def lecture_handout(session: Session, choice: PrintChoice) -> "LectureHandout":
    """What the handout of a lecture is made from; without an edition the first that fits the lecture's topics.

    Raises:
        UsageError: no event is named.
        NotFoundError: the edition is gone.
        LandaufError: outsiders may not see the event, or no handout is about its topics.
    """
    from domain.documents.lecture_handout import LectureHandout

    if choice.event_id is None:
        raise UsageError(N_("This document is about an event; name it with --event."))
    event = _shown(session, choice.event_id)
    if choice.edition_id is not None:
        edition = _edition(session, choice.edition_id)[1]
    else:
        found = of_event(session, list_rows(session), choice.event_id)
        if not found:
            raise LandaufError(N_("No handout is about the topics of this event; name an edition with --edition."))
        edition = found[0]
    return LectureHandout(event, _published(session, edition), settings.load(session).office, session.now)


def of_event(session: Session, rows: Sequence[HandoutRow], event_id: UUID) -> list[EditionRow]:
    """The editions that fit the topics of an event, those in its languages first."""
    topics = session.exec(select(EventTopic.topic_id).where(EventTopic.event_id == event_id)).all()
    languages = get(session, Event, event_id).languages
    return fitting(rows, topics, [part for part in languages.split(",") if part]) if topics else []


def editions_to_print(session: Session, choice: PrintChoice) -> Iterator[Subject]:
    """The edition that was named, those that fit the event in front, or all of them."""
    others = (choice.tour_id, choice.site_id, choice.partner_id, choice.year, choice.snapshot_id, choice.kreis_ags)
    if any(others):
        return
    rows = list_rows(session)
    if choice.edition_id is None and choice.event_id is not None:
        found = of_event(session, rows, choice.event_id)
    else:
        found = [each for row in rows for each in row.editions if choice.edition_id in {None, each.id}]
    for edition in found:
        yield Subject(PrintChoice(edition_id=edition.id), _title(edition), None)


def lectures_to_print(session: Session, events: Sequence[EventRow]) -> Iterator[Subject]:
    """The lectures for which there is a fitting edition, each with every one of them."""
    rows = list_rows(session)
    for event in events:
        if event.kind is not EventKind.lecture or event.audience is Audience.internal:
            continue
        for edition in of_event(session, rows, event.id):
            choice = PrintChoice(event_id=event.id, edition_id=edition.id)
            yield Subject(choice, f"{event.title}: {_title(edition)}", event.start_day)


def an_edition(session: Session) -> tuple[str, ...]:
    """The arguments that print the first handout."""
    found = next((each.id for row in list_rows(session) for each in row.editions), None)
    return ("--edition", str(found)) if found else ()


def a_lecture(session: Session) -> tuple[str, ...]:
    """The arguments that print the handout of the latest lecture that outsiders may see and a handout fits."""
    rows = list_rows(session)
    topics = {row.draft.topic_id for row in rows if row.draft.topic_id}
    query = (
        select(Event.id)
        .join(EventTopic, col(EventTopic.event_id) == col(Event.id))
        .where(col(Event.kind) == EventKind.lecture, col(EventTopic.topic_id).in_(topics))
        .order_by(col(Event.starts_at).desc())
    )
    for event_id in dict.fromkeys(session.exec(query)):
        if published_event(session, event_id, Audience.partners) is not None:
            editions = of_event(session, rows, event_id)
            if editions:
                return ("--event", str(event_id), "--edition", str(editions[0].id))
    return ()


def _shown(session: Session, event_id: UUID) -> PublishedEvent:
    """The event as those who sit in it may see it: a closed lecture is for partners."""
    get(session, Event, event_id)
    for audience in (Audience.public, Audience.partners):
        event = published_event(session, event_id, audience)
        if event is not None:
            return event
    raise LandaufError(N_("A handout goes to the listeners: the event must have a date and must not be internal only."))


def _edition(session: Session, edition_id: UUID) -> tuple[HandoutRow, EditionRow]:
    for row in list_rows(session):
        for edition in row.editions:
            if edition.id == edition_id:
                return row, edition
    raise NotFoundError(N_("There is no edition {id} of a handout."), id=edition_id)


def _published(session: Session, edition: EditionRow) -> PublishedHandout:
    """The edition without names that must not leave the house."""
    clean, draft = cleaner(session), edition.draft
    return PublishedHandout(
        language=draft.language,
        title=clean(draft.title),
        lead=clean(draft.lead),
        text=clean(draft.text),
        author=clean(draft.author),
        revision=edition.revision,
        valid_until=draft.valid_until,
    )


def _title(edition: EditionRow) -> str:
    """Title and language tag, as subjects are titled without a language to translate into."""
    return f"{edition.draft.title} ({edition.draft.language})"


def draft_sheet(session: Session, edition_id: UUID, draft: EditionDraft) -> "HandoutSheet":
    """What the handout would be made from if the edition were what the draft says.

    Raises:
        NotFoundError: the edition is gone.
    """
    from domain.documents.handout import HandoutSheet

    row, edition = _edition(session, edition_id)
    fresh = replace(edition, draft=draft)
    topic = cleaner(session)(row.topic)
    return HandoutSheet(_published(session, fresh), topic, settings.load(session).office, session.now)


def outgoing_file(session: Session, edition_id: UUID) -> HandoutFile:
    """An edition as its file holds it, without names that must not leave the house.

    Raises:
        NotFoundError: the edition is gone.
    """
    file, clean = handouts.file_of(session, edition_id), cleaner(session)
    draft = file.draft
    told = replace(
        draft, title=clean(draft.title), lead=clean(draft.lead), text=clean(draft.text), author=clean(draft.author)
    )
    return replace(file, topic=clean(file.topic), draft=told)
