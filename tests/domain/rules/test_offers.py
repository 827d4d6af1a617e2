"""Events made from offers."""

from datetime import date
from uuid import uuid4

import pytest

from domain.rows.catalogue import OfferDraft
from domain.rows.events import HandOut, LectureFacts, TrainingFacts
from domain.rules import validation
from domain.rules.offers import dated, event_of
from domain.rules.validation.catalogue import OFFERED
from domain.rules.validity import is_in_use, is_over
from domain.terms import EventKind, EventState
from tests.builders import at

DAY = date(2027, 5, 13)
OFFER = OfferDraft(
    title="Erkennen, ansprechen, handeln",
    topic_id=uuid4(),
    listeners="ab Klasse 9",
    duration_minutes=90,
    aims="Merkmale kennen",
    public_text="Der Vortrag ist frei.",
    neutrality_note="Beutelsbacher Konsens",
    needs="Beamer",
    notes="Absprache mit der Schule",
    target_group_ids=(uuid4(), uuid4()),
    publication_ids=(uuid4(),),
)


def test_an_event_takes_texts_topic_groups_and_material_from_its_offer():
    key = uuid4()
    event = event_of(OFFER, key)
    assert (event.kind, event.title, event.state) == (EventKind.lecture, OFFER.title, EventState.idea)
    assert (event.offer_id, event.topic_ids, event.target_group_ids) == (key, (OFFER.topic_id,), OFFER.target_group_ids)
    assert event.publications == (HandOut(OFFER.publication_ids[0]),)
    assert event.facts == LectureFacts(room_technique="Beamer", neutrality_note="Beutelsbacher Konsens")
    assert event.public_text == "Der Vortrag ist frei."
    assert event.internal_notes == "Absprache mit der Schule"


def test_where_a_kind_has_no_place_for_them_needs_and_neutrality_note_stand_in_the_internal_notes():
    event = event_of(OfferDraft("Beratung", EventKind.consultation, needs="Tisch", neutrality_note="ohne Werbung"))
    assert event.internal_notes == "ohne Werbung\n\nTisch"
    assert event.public_text == ""


def test_a_training_keeps_its_aims():
    assert event_of(OfferDraft("Kurs", EventKind.training, aims="Üben")).facts == TrainingFacts(aims="Üben")


@pytest.mark.parametrize("kind", sorted(OFFERED))
def test_every_offer_makes_an_event_that_can_be_saved(kind):
    event = dated(event_of(OfferDraft("Angebot", kind, needs="Raum")), at(DAY, "10:00"), 90)
    assert not validation.saving_problems(None, event, today=DAY)


def test_a_date_lasts_as_long_as_is_said_even_when_the_clocks_change():
    event = dated(event_of(OFFER), at(date(2027, 3, 28), "01:30"), 90)
    assert event.state is EventState.tentative
    assert event.ends_at == at(date(2027, 3, 28), "04:00")


@pytest.mark.parametrize(
    ("first", "last", "in_use", "over"),
    [
        (None, None, True, False),
        (DAY, DAY, True, False),
        (date(2027, 5, 14), None, False, False),
        (None, date(2027, 5, 12), False, True),
    ],
)
def test_an_offer_is_in_use_from_its_first_to_its_last_day(first, last, in_use, over):
    offer = OfferDraft("Angebot", valid_from=first, valid_until=last)
    assert (is_in_use(offer, DAY), is_over(offer, DAY)) == (in_use, over)
