"""Which measures may name an accident cause."""

from uuid import uuid4

import pytest

from domain.rows.events import ConsultationFacts, TrafficFacts
from domain.rules.road_safety import is_about_roads, is_road_topic
from domain.terms import AccidentCause, AdviceField, EventKind
from tests.builders import event_draft

ROAD = uuid4()


@pytest.mark.parametrize(
    ("name", "area", "is_road"),
    [
        ("Verkehrssicherheit", "", True),
        ("Ablenkung", "Verkehr", True),
        ("Schulweg und Fahrrad", "", True),
        ("Straßenverkehr im Alter", "", True),
        ("Einbruchschutz", "Eigentum", False),
        ("Erfahren im Netz", "Jugend", False),
        ("Verfahren und Gefahren", "", False),
    ],
)
def test_road_topics_are_known_by_name_or_area(name, area, is_road):
    assert is_road_topic(name, area) is is_road


def test_topic_field_of_advice_or_what_stands_there_already_ask_for_a_cause():
    assert is_about_roads(event_draft(topic_ids=(uuid4(), ROAD)), {ROAD})
    facts = ConsultationFacts(AdviceField.road_safety)
    assert is_about_roads(event_draft(kind=EventKind.consultation, facts=facts), ())
    assert is_about_roads(event_draft(traffic=TrafficFacts(AccidentCause.speed)), ())
    assert not is_about_roads(event_draft(topic_ids=(uuid4(),)), {ROAD})
