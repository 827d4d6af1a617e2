"""What the house's own tables and briefings say of single kinds."""

from datetime import timedelta

from domain.rows.events import (
    ConsultationFacts,
    InformationFacts,
    OfficeCount,
    OnlineFacts,
    PatrolFacts,
    TrafficFacts,
    TrainingFacts,
)
from domain.rows.published import MeasureFacts
from domain.terms import AccidentCause, AdviceField, Audience, EventKind, OnlineChannel, PlaceCategory
from domain.usecases import vocabulary
from domain.usecases.published import published_event
from tests.builders import DAY, at, make_event, make_partner


def facts(ws, event_id):
    return ws.ask(published_event, event_id, Audience.internal).internal.facts


def test_a_patrol_tells_the_minutes_of_both_sides(ws):
    event_id = make_event(
        ws, kind=EventKind.joint_patrol, facts=PatrolFacts(2, 1, 9, "Jugendschutz"),
        starts_at=at(DAY, "20:00"), ends_at=at(DAY + timedelta(1), "02:00"),
    )  # fmt: skip
    assert facts(ws, event_id) == MeasureFacts(
        police_officers=2, ordnungsamt_officers=1, police_minutes=720, ordnungsamt_minutes=360, checks=9,
        focus="Jugendschutz",
    )  # fmt: skip


def test_a_training_names_qualification_and_offices(ws):
    gained = ws.run("Qualification", vocabulary.add_qualification, "Opferschutz")
    office = make_partner(ws, "Polizeirevier Börde")
    event_id = make_event(
        ws, kind=EventKind.training, facts=TrainingFacts("Zuhören", gained, 36),
        offices=(OfficeCount(office, participants=6), OfficeCount(words="Jugendamt")),
    )  # fmt: skip
    assert facts(ws, event_id) == MeasureFacts(
        aims="Zuhören", qualification="Opferschutz", valid_months=36,
        offices=(("Polizeirevier Börde", 6), ("Jugendamt", None)),
    )  # fmt: skip


def test_other_kinds_tell_theirs(ws):
    about = make_event(ws, "Bürgerdialog Zerbst")
    for kind, given, expected in (
        (
            EventKind.consultation,
            ConsultationFacts(AdviceField.road_safety, 4, 100),
            MeasureFacts(advice_field=AdviceField.road_safety, talks=4, talk_minutes=100),
        ),
        (
            EventKind.information_event,
            InformationFacts("Fest", "Glücksrad", "Halle"),
            MeasureFacts(occasion="Fest", stands="Glücksrad", rain_plan="Halle"),
        ),
        (
            EventKind.online,
            OnlineFacts(OnlineChannel.x, about, "Text", reach=900, channel_words="@amt"),
            MeasureFacts(channel=OnlineChannel.x, channel_name="@amt", about="Bürgerdialog Zerbst", reach=900),
        ),
    ):
        assert facts(ws, make_event(ws, kind=kind, facts=given)) == expected


def test_place_category_and_accident_cause_stand_with_every_kind(ws):
    event_id = make_event(ws, place_category=PlaceCategory.road, traffic=TrafficFacts(AccidentCause.speed, "B 6"))
    assert facts(ws, event_id) == MeasureFacts(
        place_category=PlaceCategory.road, cause=AccidentCause.speed, black_spot="B 6"
    )


def test_nobody_else_gets_them(ws):
    event_id = make_event(ws, kind=EventKind.consultation, facts=ConsultationFacts(AdviceField.road_safety, 4, 100))
    assert ws.ask(published_event, event_id, Audience.public).internal is None
