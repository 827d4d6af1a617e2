"""A record beside what an audience gets of it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.outgoing import FieldFate
from domain.rows.published import PartnerMention, Person
from domain.rules.audience import CONFIDENTIAL_SPEAKER, publish
from domain.rules.outgoing_comparison import compare
from domain.terms import AssignmentRole, Audience, EventState
from tests.domain.rules.test_audience import record

TODAY = date(2027, 4, 28)
FULL = record(
    people=(
        Person("Kennung V-17", AssignmentRole.speaker, confidential=True),
        Person("Jana Kühne", AssignmentRole.moderation),
        Person("Uwe Groß", AssignmentRole.driver),
    ),
    partners=(PartnerMention("Volkshochschule", confirmed=True), PartnerMention("Beratungsstelle", confirmed=False)),
    contacts=("Durchwahl 0391 000-4217",),
    internal_notes="Presse war da",
    security_remarks="Störer angekündigt",
)


def fates(found, msgid):
    return [(field.inside, field.outside, field.fate) for field in found.fields if field.msgid == msgid]


def test_what_the_public_gets_is_marked_field_by_field():
    found = compare(FULL, Audience.public, today=TODAY)
    assert found.hidden_because == ""
    assert fates(found, "Title") == [(FULL.title, FULL.title, FieldFate.same)]
    for msgid in ("Room", "Internal notes", "Security remarks", "Contacts", "Expected", "Kilometres"):
        assert [fate for _inside, _outside, fate in fates(found, msgid)] == [FieldFate.withheld], msgid
    assert fates(found, "Person") == [
        ("Kennung V-17", CONFIDENTIAL_SPEAKER, FieldFate.replaced),
        ("Jana Kühne", "Jana Kühne", FieldFate.same),
        ("Uwe Groß", None, FieldFate.withheld),
    ]
    assert [fate for _inside, _outside, fate in fates(found, "Partner")] == [FieldFate.same, FieldFate.withheld]


def test_a_name_typed_into_a_public_text_is_shown_replaced():
    found = compare(replace(FULL, public_text="Es spricht Kennung V-17."), Audience.public, today=TODAY)
    assert fates(found, "Public text") == [("Es spricht Kennung V-17.", "Es spricht N. N..", FieldFate.replaced)]


def test_the_house_gets_everything():
    found = compare(FULL, Audience.internal, today=TODAY)
    assert {field.fate for field in found.fields} == {FieldFate.same}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"host_confidential": True}, "Its host leaves the house only as a count."),
        ({"audience": Audience.internal}, "It is not meant for this audience."),
        ({"state": EventState.idea}, "Its state is not told outside yet."),
        ({"starts_at": None, "ends_at": None}, "It has no date yet."),
    ],
)
def test_an_event_that_does_not_go_out_says_why_and_shows_nothing(changes, why):
    found = compare(replace(FULL, **changes), Audience.public, today=TODAY)
    assert found.hidden_because == why
    assert {field.fate for field in found.fields} == {FieldFate.withheld}


@given(st.sampled_from(Audience), st.sampled_from(Audience), st.sampled_from(EventState), st.booleans())
def test_the_counts_add_up_and_agree_with_what_is_published(audience, meant, state, is_hidden):
    given_record = replace(FULL, audience=meant, state=state, host_confidential=is_hidden)
    found = compare(given_record, audience, today=TODAY)
    assert sum(found.count(fate) for fate in FieldFate) == len(found.fields)
    assert bool(found.hidden_because) == (publish(given_record, audience, today=TODAY) is None)
    for field in found.fields:
        assert (field.fate is FieldFate.same) == (field.inside == field.outside)
        assert bool(field.reason) == (field.fate is not FieldFate.same)
