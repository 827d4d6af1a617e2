"""Sample qualifications that run out, a training that renews one, and an offer that is no longer in use."""

from dataclasses import replace
from datetime import timedelta

from domain.demo.neighbours import World
from domain.rows.catalogue import OfferDraft
from domain.rows.events import AssignmentDraft, EventDraft, TrainingFacts
from domain.rules.local import at_local
from domain.store.session import Session
from domain.terms import AssignmentRole, Audience, EventKind, EventState
from domain.usecases import catalogue, events, people

_ENDS: tuple[tuple[str, str, int], ...] = (
    ("Uwe Skizze", "Opferschutz", 24),
    ("Ralf Versuch", "Opferschutz", -18),
    ("Anke Beispiel", "Opferschutz", 71),
    ("Silke Platzhalter", "Vortrag Verfassungsschutz", 640),
    ("Thomas Pseudonym", "Vortrag Verfassungsschutz", 410),
    ("Ines Anonym", "Wirtschaftsschutz", 520),
)
"""Person, qualification, and in how many days it runs out. Those of speakers last longer than the sample year."""

_CAPACITY = {"Anke Beispiel": 8, "Uwe Skizze": 6, "Mandy Schablone": 8, "Ralf Versuch": 6}
_TRAINED = ("Ralf Versuch", "Beate Rahmen")
_TRAINED_DAYS_AGO, _VALID_MONTHS = 12, 24


def add(session: Session, world: World) -> None:
    """Date what people hold, limit some, and add a training held and an offer that is over."""
    ends = {(name, what): days for name, what, days in _ENDS}
    named = {key: name for name, key in world.house.qualifications.items()}
    for row in people.list_rows(session):
        draft = row.draft
        held = tuple(
            replace(each, valid_until=session.today + timedelta(days=ends[draft.name, named[each.qualification_id]]))
            if (draft.name, named.get(each.qualification_id, "")) in ends
            else each
            for each in draft.qualifications
        )
        fresh = replace(draft, qualifications=held)
        if draft.name in _CAPACITY:
            fresh = replace(fresh, capacity_per_month=_CAPACITY[draft.name])
        if fresh != draft:
            people.change(session, row.id, fresh, row.version)
    events.create(session, _training(session, world))
    catalogue.create(session, _past_offer(session, world))


def _training(session: Session, world: World) -> EventDraft:
    day = session.today - timedelta(days=_TRAINED_DAYS_AGO)
    day -= timedelta(days=max(0, day.weekday() - 4))
    return EventDraft(
        kind=EventKind.training,
        title="Auffrischung Opferschutz",
        state=EventState.held,
        audience=Audience.internal,
        starts_at=at_local(day, 9 * 60),
        ends_at=at_local(day, 15 * 60),
        ags="15003000",
        place_name="Fachhochschule der Polizei, Außenstelle (Beispiel)",
        town="Magdeburg",
        topic_ids=(world.house.topics["Opferschutz"],),
        expected=12,
        actual=11,
        assignments=tuple(AssignmentDraft(world.house.person(name).id, AssignmentRole.crew) for name in _TRAINED),
        facts=TrainingFacts(
            "Erstes Gespräch, Rechte von Geschädigten, Beratungsstellen",
            world.house.qualifications["Opferschutz"],
            _VALID_MONTHS,
        ),
    )


def _past_offer(session: Session, world: World) -> OfferDraft:
    return OfferDraft(
        title="Vortrag: Der Enkeltrick",
        topic_id=world.house.topics["Enkeltrick"],
        listeners="Seniorenkreise",
        duration_minutes=60,
        aims="Die Teilnehmenden erkennen die Masche.",
        notes="Abgelöst durch „Enkeltrick und Schockanrufe: Legen Sie auf!“",
        valid_until=session.today - timedelta(days=40),
        target_group_ids=(world.house.groups["Seniorinnen und Senioren"],),
    )
