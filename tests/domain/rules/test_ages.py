from datetime import date, timedelta

import pytest

from domain.rows.requests import RequestDraft
from domain.rules.ages import Urgency, age_in_days, next_due, request_urgency, urgency_of_age, urgency_of_due
from domain.terms import EventKind

TODAY = date(2027, 4, 28)


@pytest.mark.parametrize(("days", "urgency"), [(2, "calm"), (12, "calm"), (14, "gold"), (19, "gold"), (26, "red")])
def test_waiting_request_turns_gold_then_red(days, urgency):
    assert urgency_of_age(days) == urgency
    request = RequestDraft("Schule", EventKind.mobile_stop, received_on=TODAY - timedelta(days))
    assert request_urgency(request, TODAY) == urgency


@pytest.mark.parametrize(("days", "urgency"), [(-3, "red"), (0, "red"), (1, "gold"), (7, "gold"), (8, "calm")])
def test_due_date_turns_gold_in_its_last_week_and_red_on_the_day(days, urgency):
    assert urgency_of_due(TODAY + timedelta(days), TODAY) == urgency


def test_young_request_whose_last_wished_day_is_near_presses_all_the_same():
    request = RequestDraft("Schule", EventKind.mobile_stop, received_on=TODAY, latest=TODAY + timedelta(3))
    assert request_urgency(request, TODAY) is Urgency.gold
    assert request_urgency(RequestDraft("Schule", EventKind.lecture), TODAY) is Urgency.calm


def test_age_is_never_negative_and_recurrence_adds_days():
    assert age_in_days(TODAY + timedelta(1), TODAY) == 0
    assert age_in_days(TODAY - timedelta(143), TODAY) == 143
    assert next_due(TODAY, 90) == date(2027, 7, 27)
