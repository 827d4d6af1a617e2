"""Permits: which one holds, until when to apply, and what the traffic light shows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.i18n import language
from domain.rows.partners import SiteDraft
from domain.rows.permits import PermitDraft
from domain.rules.permit import Occasion, apply_by, effective, has_moved, is_late, view
from domain.terms import PermitLight, PermitState
from tests.domain.rules.conflicts.world import uid

TODAY = date(2027, 4, 1)
DAY = date(2027, 5, 3)
SITE = uid("Markt")
HERE = Occasion(DAY, SITE)


def shown(permit, occasion=HERE, today=TODAY):
    """Light and words."""
    found = view(replace(permit, permit_lead_days=permit.permit_lead_days or 14), occasion, today)
    return found.light, language("de").text(found.msgid, found.params)


@given(day=st.dates(date(2020, 1, 1), date(2040, 1, 1)), lead=st.integers(0, 730))
def test_permit_is_asked_for_its_lead_time_before(day, lead):
    assert apply_by(day, lead) + timedelta(days=lead) == day


def test_permit_of_the_event_is_filled_up_from_the_site():
    site = SiteDraft("Markt", permit_authority="Stadt", permit_lead_days=21, permit_state=PermitState.granted)
    assert effective(site, None) == PermitDraft(PermitState.granted, "Stadt", 21)
    assert effective(site, PermitDraft()) == PermitDraft(PermitState.missing, "Stadt", 21)
    assert effective(site, PermitDraft(permit_authority="Amt", permit_lead_days=0)) == PermitDraft(
        PermitState.missing, "Amt", 0
    )


def test_event_without_site_has_a_permit_only_if_somebody_noted_one():
    assert effective(None, None) is None
    assert effective(None, PermitDraft(), usual=10) == PermitDraft(permit_lead_days=10)


@pytest.mark.parametrize(
    ("permit", "light", "words"),
    [
        (PermitDraft(PermitState.not_needed), PermitLight.idle, "Keine Genehmigung nötig"),
        (PermitDraft(), PermitLight.waiting, "Bis 19.04.2027 beantragen"),
        (PermitDraft(permit_lead_days=33), PermitLight.blocked, "Hätte bis 31.03.2027 beantragt sein müssen"),
        (
            PermitDraft(PermitState.applied, applied_on=date(2027, 3, 5)),
            PermitLight.waiting,
            "Beantragt am 05.03.2027",
        ),
        (PermitDraft(PermitState.applied, permit_lead_days=60), PermitLight.blocked, "Beantragt"),
        (PermitDraft(PermitState.granted, decided_on=date(2027, 3, 9)), PermitLight.clear, "Erteilt am 09.03.2027"),
        (PermitDraft(PermitState.refused), PermitLight.blocked, "Abgelehnt"),
        (
            PermitDraft(PermitState.granted, for_day=date(2027, 5, 4)),
            PermitLight.blocked,
            "Die Genehmigung gilt für den 04.05.2027",
        ),
    ],
)
def test_light_and_words_tell_how_far_it_is(permit, light, words):
    assert shown(permit) == (light, words)


def test_without_a_date_the_lead_time_is_told():
    assert shown(PermitDraft(), Occasion(None)) == (PermitLight.waiting, "14 Tage vorher zu beantragen")


def test_past_event_asks_for_nothing_more():
    past = Occasion(TODAY - timedelta(1), SITE)
    assert shown(PermitDraft(), past)[0] is PermitLight.idle
    assert not is_late(PermitDraft(permit_lead_days=14), past, TODAY)


STATES = st.sampled_from(PermitState)


@given(state=STATES, ahead=st.integers(0, 60), lead=st.integers(0, 60))
def test_missing_permit_is_late_exactly_after_its_last_day(state, ahead, lead):
    permit, occasion = PermitDraft(state, permit_lead_days=lead), Occasion(TODAY + timedelta(ahead))
    open_states = {PermitState.missing, PermitState.applied}
    assert is_late(permit, occasion, TODAY) == (state in open_states and ahead < lead)


@given(state=STATES, day=st.none() | st.dates(), site=st.none() | st.just(SITE))
def test_permit_for_this_day_and_site_has_not_moved(state, day, site):
    assert not has_moved(PermitDraft(state, for_day=day, for_site_id=site), Occasion(day, site))
