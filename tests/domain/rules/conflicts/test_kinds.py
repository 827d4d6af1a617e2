"""What single kinds ask for: qualified advisers, an audience that fits."""

from datetime import timedelta

import pytest

from domain.rows.tours import HeldQualification, StaffDraft
from domain.rules.conflicts import TopicTerms, findings
from domain.terms import AdviceField, Audience, EventKind, EventState, Grade, Rule
from tests.domain.rules.conflicts.world import ANJA, BERND, DAY, World, uid

LICENCE, TOPIC = uid("Sicherheitstechnische Beratung"), uid("Einbruchschutz")


@pytest.fixture
def world():
    made = World()
    made.change(
        qualifications={LICENCE: "Sicherheitstechnische Beratung"},
        advice_qualifications={AdviceField.security_technology: LICENCE},
    )
    return made


def advice(world, **changes):
    usual = {"kind": EventKind.consultation, "advice_field": AdviceField.security_technology}
    return world.add("Sprechtag", "14-18", **usual | changes)


def found_rules(world):
    return [found.rule for found in findings(world.events, world.context)]


def holds(*held):
    return StaffDraft("Anja", qualifications=held)


@pytest.mark.parametrize(
    ("held", "fine"),
    [
        ((), False),
        ((HeldQualification(LICENCE),), True),
        ((HeldQualification(LICENCE, DAY),), True),
        ((HeldQualification(LICENCE, DAY - timedelta(1)),), False),
        ((HeldQualification(uid("andere")),), False),
    ],
)
def test_security_advice_needs_somebody_qualified_on_the_day(world, held, fine):
    world.change(staff={ANJA: holds(*held), BERND: StaffDraft("Bernd")})
    advice(world, people=(BERND, ANJA))
    assert found_rules(world) == ([] if fine else [Rule.adviser_unqualified])


def test_nobody_assigned_is_nobody_qualified_from_tentative_on(world):
    advice(world)
    (found,) = findings(world.events, world.context)
    assert (found.rule, found.grade) == (Rule.adviser_unqualified, Grade.error)
    assert dict(found.detail_params)["qualification"] == "Sicherheitstechnische Beratung"


@pytest.mark.parametrize("state", [EventState.idea, EventState.requested, EventState.held])
def test_ideas_and_the_past_need_nobody(world, state):
    advice(world, state=state)
    assert found_rules(world) == []


def test_a_topic_of_the_advice_asks_for_its_qualification_too(world):
    world.change(topics={TOPIC: TopicTerms("Einbruchschutz", qualification_id=LICENCE)})
    advice(world, advice_field=AdviceField.crime_prevention, topic_ids=(TOPIC,))
    assert found_rules(world) == [Rule.adviser_unqualified]


def test_a_missing_qualification_is_named_once(world):
    world.change(topics={TOPIC: TopicTerms("Einbruchschutz", qualification_id=LICENCE)})
    advice(world, topic_ids=(TOPIC,))
    assert found_rules(world) == [Rule.adviser_unqualified]


def test_other_fields_and_kinds_need_nobody(world):
    advice(world, advice_field=AdviceField.victim_protection)
    world.add("Infostand", "9-12")
    assert found_rules(world) == []


@pytest.mark.parametrize(
    ("audience", "is_warned"), [(Audience.public, True), (Audience.partners, False), (Audience.internal, False)]
)
def test_a_public_patrol_is_warned_of(world, audience, is_warned):
    world.add("Streife", "20-23", kind=EventKind.joint_patrol, audience=audience)
    assert found_rules(world) == ([Rule.audience_too_wide] if is_warned else [])


@pytest.mark.parametrize("audience", Audience)
def test_individual_advice_stays_internal(world, audience):
    advice(world, advice_field=AdviceField.extremism, audience=audience)
    assert found_rules(world) == ([] if audience is Audience.internal else [Rule.audience_too_wide])
