"""What a template takes over and what stays with the one event."""

from dataclasses import fields
from uuid import UUID

import pytest

from domain.rows.events import (
    AssignmentDraft,
    ConsultationFacts,
    CouncilFacts,
    Count,
    DialogueFacts,
    EventDraft,
    LectureFacts,
    OnlineFacts,
    PatrolFacts,
)
from domain.rules.templates import as_template, from_template
from domain.terms import AdviceField, AssignmentRole, EventKind, EventState, OnlineChannel, PlaceKind
from tests.builders import DAY, HALLE, at, event_draft

ONE, TWO, THREE = (UUID(int=number) for number in range(1, 4))
FULL = event_draft(
    "Bürgerdialog am Abend",
    state=EventState.reviewed,
    public_text="Wir hören zu.",
    internal_notes="Frau Muster fragt nach.",
    security_remarks="Hintereingang",
    ags=HALLE,
    place_kind=PlaceKind.partner,
    place_partner_id=ONE,
    host_id=ONE,
    host_name="Stadt",
    office_id=ONE,
    expected=40,
    actual=38,
    kilometres=12.0,
    best_practice=True,
    vehicle_id=ONE,
    topic_ids=(TWO,),
    target_group_ids=(THREE,),
    equipment_ids=(TWO,),
    partner_ids=(ONE,),
    assignments=(AssignmentDraft(ONE, AssignmentRole.speaker),),
    counts=(Count(THREE, 40, 38),),
    set_up_minutes=30,
    facts=DialogueFacts(seats=60, moderation="P. Muster", agenda="1. Begrüßung", invitation_until=DAY),
)


def test_texts_and_details_come_along():
    made = as_template(FULL)
    assert (made.kind, made.title, made.public_text) == (FULL.kind, FULL.title, FULL.public_text)
    assert (made.topic_ids, made.target_group_ids, made.equipment_ids) == ((TWO,), (THREE,), (TWO,))
    assert made.set_up_minutes == 30
    assert made.facts == DialogueFacts(seats=60, agenda="1. Begrüßung")
    assert made.is_template


def test_whatever_belongs_to_the_one_event_stays_behind():
    blank = EventDraft(FULL.kind, FULL.title)
    taken_over = {
        "kind", "title", "public_text", "audience", "set_up_minutes", "tear_down_minutes", "languages", "accessibility",
        "press_expected", "topic_ids", "target_group_ids", "equipment_ids", "facts", "is_template",
        "traffic", "place_category", "offer_id",
    }  # fmt: skip
    made = as_template(FULL)
    for field in fields(EventDraft):
        if field.name not in taken_over:
            assert getattr(made, field.name) == getattr(blank, field.name), field.name


@pytest.mark.parametrize(
    ("kind", "facts", "kept"),
    [
        (
            EventKind.consultation,
            ConsultationFacts(AdviceField.road_safety, 12, 300),
            ConsultationFacts(AdviceField.road_safety),
        ),
        (EventKind.joint_patrol, PatrolFacts(2, 2, 9, "Bahnhof"), PatrolFacts(focus="Bahnhof")),
        (EventKind.council_meeting, CouncilFacts("12", "1. Lage"), CouncilFacts(agenda="1. Lage")),
        (
            EventKind.online,
            OnlineFacts(OnlineChannel.mastodon, ONE, "Text", "Bild", 900),
            OnlineFacts(OnlineChannel.mastodon, None, "Text", "Bild"),
        ),
        (EventKind.lecture, LectureFacts(room_technique="Beamer"), LectureFacts(room_technique="Beamer")),
        (EventKind.mobile_stop, None, None),
    ],
)
def test_details_lose_names_numbers_and_figures(kind, facts, kept):
    assert as_template(event_draft(kind=kind, facts=facts)).facts == kept


def test_an_event_made_from_a_template_is_an_idea_without_a_date():
    template = event_draft(is_template=True, internal_notes="Saal früh anfragen", starts_at=at(DAY, "18:00"))
    made = from_template(template)
    assert (made.state, made.starts_at, made.first_day, made.is_template) == (EventState.idea, None, None, False)
    assert made.internal_notes == "Saal früh anfragen"


def test_notes_of_an_event_that_is_no_template_are_not_passed_on():
    assert from_template(FULL).internal_notes == ""


def test_a_template_of_a_template_is_the_same():
    assert as_template(as_template(FULL)) == as_template(FULL)
