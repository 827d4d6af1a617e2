"""What a draft still lacks or should not say."""

from uuid import uuid4

import pytest

from domain.rows.events import ConsultationFacts, InformationFacts, OnlineFacts, TrafficFacts
from domain.rules.remarks import remarks
from domain.terms import (
    AccidentCause,
    AdviceField,
    EventKind,
    EventState,
    Grade,
    OnlineChannel,
    PlaceCategory,
    PlaceKind,
)
from tests.builders import event_draft

WHOLE = {"topic_ids": (uuid4(),), "target_group_ids": (uuid4(),), "place_category": PlaceCategory.school}


def about(draft):
    return [remark.field for remark in remarks(draft)]


def test_a_complete_event_gives_no_remark():
    assert about(event_draft(**WHOLE)) == []


@pytest.mark.parametrize("state", [EventState.tentative, EventState.confirmed, EventState.held, EventState.reviewed])
def test_topic_group_and_place_category_are_missed_from_tentative_on(state):
    found = remarks(event_draft(state=state))
    assert [each.field for each in found] == ["topic_ids", "target_group_ids", "place_category"]
    assert {each.grade for each in found} == {Grade.hint}


@pytest.mark.parametrize("state", [EventState.idea, EventState.requested, EventState.cancelled, EventState.declined])
def test_ideas_and_what_was_called_off_lack_nothing(state):
    assert about(event_draft(state=state)) == []


def test_templates_and_the_place_of_online_contributions_lack_nothing():
    assert about(event_draft(is_template=True)) == []
    online = event_draft(kind=EventKind.online, facts=OnlineFacts(), **(WHOLE | {"place_category": None}))
    assert about(online) == []


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", "Beratung Frau Meier"),
        ("internal_notes", "Rückruf 0391 5550123"),
        ("public_text", "Az. 123 Js 4567/26"),
        ("place_name", "Bahnhofstraße 12"),
    ],
)
def test_individual_advice_warns_of_what_looks_personal(field, text):
    facts = ConsultationFacts(AdviceField.extremism)
    found = remarks(event_draft(kind=EventKind.consultation, facts=facts, **WHOLE | {field: text}))
    assert [(each.field, each.grade) for each in found] == [(field, Grade.warning)]


def test_other_advice_may_name_people():
    facts = ConsultationFacts(AdviceField.road_safety)
    assert about(event_draft("Beratung Frau Meier", kind=EventKind.consultation, facts=facts, **WHOLE)) == []


@pytest.mark.parametrize(
    ("spot", "is_wrong"),
    [
        ("B 1, Abzweig Heyrothsberge", False),
        ("Bahnhofstraße 12", False),
        ("Unfall ST/0123456/2026", True),
        ("Vorgang Az. 123 Js 4567/26", True),
        ("MD-AB 123 gegen Baum", True),
        ("Herr Müller, B 6", True),
    ],
)
def test_a_black_spot_is_a_place_only(spot, is_wrong):
    found = about(event_draft(traffic=TrafficFacts(AccidentCause.speed, spot), **WHOLE))
    assert found == (["traffic"] if is_wrong else [])


def test_an_information_event_outdoors_needs_a_plan_for_rain():
    outdoors = {"kind": EventKind.information_event, "place_kind": PlaceKind.site, **WHOLE}
    assert about(event_draft(facts=InformationFacts(), **outdoors)) == ["facts.rain_plan"]
    assert about(event_draft(facts=InformationFacts(rain_plan="Foyer"), **outdoors)) == []
    assert about(event_draft(facts=InformationFacts(), **outdoors | {"place_kind": PlaceKind.partner})) == []


def test_a_picture_needs_words_and_a_post_must_fit_its_channel():
    post = {"kind": EventKind.online, "online_url": "https://a.example/" + "x" * 200, **WHOLE}
    short = OnlineFacts(OnlineChannel.mastodon, text="x" * 470, has_picture=True, alt_text="Plakat")
    assert about(event_draft(facts=short, **post)) == []
    long = OnlineFacts(OnlineChannel.mastodon, text="x" * 480, has_picture=True)
    found = remarks(event_draft(facts=long, **post))
    assert [(each.field, each.grade) for each in found] == [
        ("facts.text", Grade.warning),
        ("facts.alt_text", Grade.hint),
    ]
    assert dict(found[0].params) == {"excess": 5, "length": 505, "limit": 500}
