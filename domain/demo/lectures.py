"""Sample qualifications that run out, a training that renews one, and an offer that is no longer in use."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from domain.demo.neighbours import World
from domain.rows.catalogue import OfferDraft
from domain.rows.events import AssignmentDraft, Count, EventDraft, TrainingFacts
from domain.rows.tours import HeldQualification
from domain.rules.local import at_local
from domain.store.session import Session
from domain.terms import AssignmentRole, Audience, EventKind, EventState
from domain.usecases import catalogue, events, people, vocabulary

_TAUGHT = "Interkulturelle Kompetenz"
"""What no lecture of the sample year asks for, so that its end is no conflict."""

_ENDS: tuple[tuple[str, str, int], ...] = (
    ("Uwe Skizze", _TAUGHT, 24),
    ("Ralf Versuch", _TAUGHT, -18),
    ("Anke Beispiel", _TAUGHT, 71),
    ("Silke Platzhalter", "Vortrag Verfassungsschutz", 640),
    ("Thomas Pseudonym", "Vortrag Verfassungsschutz", 410),
    ("Ines Anonym", "Wirtschaftsschutz", 520),
)
"""Person, qualification, and in how many days it runs out. Those of speakers last longer than the sample year."""

_CAPACITY = {"Anke Beispiel": 8, "Uwe Skizze": 6, "Mandy Schablone": 8, "Ralf Versuch": 6}
_TRAINED = ("Ralf Versuch", "Beate Rahmen")
_GROUP = "Verwaltung und Ordnungsamt"
_TRAINED_DAYS_AGO, _VALID_MONTHS = 12, 24
_EXPECTED, _CAME = 12, 11


def add(session: Session, world: World) -> None:
    """Date what people hold, limit some, and add a training held and an offer that is over."""
    named = {row.name: row.id for row in vocabulary.qualifications(session)}
    for row in people.list_rows(session):
        held = {each.qualification_id: each for each in row.draft.qualifications}
        for name, what, days in _ENDS:
            if name == row.draft.name:
                held[named[what]] = HeldQualification(named[what], session.today + timedelta(days=days))
        limit = _CAPACITY.get(row.draft.name, row.draft.capacity_per_month)
        fresh = replace(row.draft, qualifications=tuple(held.values()), capacity_per_month=limit)
        if fresh != row.draft:
            people.change(session, row.id, fresh, row.version)
    events.create(session, _training(session, world, named[_TAUGHT]))
    catalogue.create(session, _past_offer(session, world))


def _training(session: Session, world: World, taught: UUID) -> EventDraft:
    day = session.today - timedelta(days=_TRAINED_DAYS_AGO)
    day -= timedelta(days=max(0, day.weekday() - 4))
    group = world.house.groups[_GROUP]
    return EventDraft(
        kind=EventKind.training,
        title="Auffrischung Interkulturelle Kompetenz",
        state=EventState.held,
        audience=Audience.internal,
        starts_at=at_local(day, 9 * 60),
        ends_at=at_local(day, 15 * 60),
        ags="15003000",
        place_name="Fachhochschule der Polizei, Außenstelle (Beispiel)",
        town="Magdeburg",
        target_group_ids=(group,),
        expected=_EXPECTED,
        actual=_CAME,
        counts=(Count(group, _EXPECTED, _CAME),),
        assignments=tuple(AssignmentDraft(world.house.person(name).id, AssignmentRole.crew) for name in _TRAINED),
        facts=TrainingFacts("Gespräche mit Sprachmittlung, Missverständnisse klären", taught, _VALID_MONTHS),
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
