"""Steps with the catalogue and what people hold, for the test that undoes everything."""

from datetime import timedelta

from domain.errors import LandaufError
from domain.rows.catalogue import OfferDraft
from domain.rows.events import AssignmentDraft, TrainingFacts
from domain.terms import AssignmentRole, EventKind, EventState
from domain.usecases import catalogue, catalogue_stock, events, qualifications
from tests.builders import event_draft


def enter_offer(session, known, pick):
    catalogue.create(session, _offer(known, pick))


def change_offer(session, known, pick):
    row = _one(pick, catalogue.list_rows(session))
    catalogue.change(session, row.id, _offer(known, pick), row.version)


def delete_offer(session, known, pick):
    catalogue.delete(session, [_one(pick, catalogue.list_rows(session)).id])


def take_catalogue(session, known, pick):
    catalogue_stock.take_stock(session)


def use_offer(session, known, pick):
    row = _one(pick, catalogue.list_rows(session))
    events.create(session, catalogue.event_draft(session, row.id))


def hold_training(session, known, pick):
    given = TrainingFacts("Üben", known.qualifications[0], 1 + pick(30))
    assigned = (AssignmentDraft(known.people[pick(3)], AssignmentRole.crew),)
    day = session.today - timedelta(days=1 + pick(20))
    usual = {"kind": EventKind.training, "state": EventState.held, "facts": given, "assignments": assigned}
    events.create(session, event_draft("Kurs", day=day, **usual))


def award_qualification(session, known, pick):
    qualifications.award(session, _one(pick, qualifications.pending(session)).event.id)


def _offer(known, pick):
    return OfferDraft(
        f"Angebot {pick(9)}",
        topic_id=known.topics[pick(3)],
        target_group_ids=known.groups[: pick(3)],
        publication_ids=known.publications[: pick(3)],
    )


def _one(pick, rows):
    if not rows:
        raise LandaufError("nothing there")
    return rows[pick(len(rows))]


CATALOGUE_STEPS = {
    step.__name__: step
    for step in (
        enter_offer,
        change_offer,
        delete_offer,
        take_catalogue,
        use_offer,
        hold_training,
        award_qualification,
    )
}
