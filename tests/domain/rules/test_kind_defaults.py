"""What events begin with, and what follows from their kind and field of advice."""

from dataclasses import replace

import pytest

from domain.rows.events import ConsultationFacts, PatrolFacts
from domain.rules.kind_defaults import followed, new_draft
from domain.rules.local import minutes_between
from domain.rules.usual_times import USUAL_TIMES
from domain.terms import AdviceField, Audience, EventKind, EventState, PlaceKind
from tests.builders import DAY, at, event_draft


@pytest.mark.parametrize("kind", EventKind)
def test_a_new_event_lasts_as_long_as_usual_and_only_patrols_are_internal(kind):
    draft = new_draft(kind, DAY)
    assert (minutes_between(draft.starts_at, draft.ends_at), draft.state) == (
        USUAL_TIMES[kind][1],
        EventState.tentative,
    )
    assert (draft.audience is Audience.internal) == (kind is EventKind.joint_patrol)


def test_a_new_event_without_a_day_is_an_idea():
    draft = new_draft(EventKind.online)
    assert (draft.state, draft.starts_at, draft.place_kind) == (EventState.idea, None, PlaceKind.online)


def test_a_new_event_takes_over_the_defaults_of_its_other_kind_and_back():
    lecture = new_draft(EventKind.lecture, DAY)
    patrol = followed(lecture, replace(lecture, kind=EventKind.joint_patrol), is_new=True)
    assert patrol == new_draft(EventKind.joint_patrol, DAY)
    assert followed(patrol, replace(patrol, kind=EventKind.lecture), is_new=True) == lecture


def test_what_a_person_has_set_stays():
    typed = replace(new_draft(EventKind.lecture, DAY), audience=Audience.partners, ends_at=at(DAY, "12:45"))
    patrol = replace(typed, kind=EventKind.joint_patrol, facts=PatrolFacts())
    assert followed(typed, patrol, is_new=True) == patrol


def test_a_saved_event_is_never_let_out_and_never_moved_by_its_kind():
    internal = event_draft(kind=EventKind.joint_patrol, audience=Audience.internal)
    lecture = replace(internal, kind=EventKind.lecture)
    assert followed(internal, lecture, is_new=False) == lecture
    public = event_draft(kind=EventKind.lecture)
    patrol = replace(public, kind=EventKind.joint_patrol)
    assert followed(public, patrol, is_new=False) == replace(patrol, audience=Audience.internal)


def advice(field, **changes):
    return event_draft(kind=EventKind.consultation, facts=ConsultationFacts(field), **changes)


def test_advice_to_companies_hides_the_host_until_somebody_says_otherwise():
    for field in (AdviceField.economic_protection, AdviceField.cyber_protection):
        draft = followed(advice(None), advice(field), is_new=False)
        assert draft.host_confidential
        shown = replace(draft, host_confidential=False)
        assert not followed(draft, shown, is_new=False).host_confidential


def test_individual_advice_becomes_internal():
    assert followed(advice(None), advice(AdviceField.extremism), is_new=False).audience is Audience.internal


def test_another_field_shows_the_host_again_and_leaves_the_audience():
    hidden = advice(AdviceField.cyber_protection, host_confidential=True, audience=Audience.partners)
    found = followed(hidden, replace(hidden, facts=ConsultationFacts(AdviceField.road_safety)), is_new=False)
    assert (found.host_confidential, found.audience) == (False, Audience.partners)
