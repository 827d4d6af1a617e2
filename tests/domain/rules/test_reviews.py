"""When contacts are to be looked at again."""

from datetime import timedelta

from domain.rules.ages import Urgency
from domain.rules.reviews import last_review_day, needs_end, review_urgency
from domain.terms import LegalBasis, PartnerCategory
from tests.builders import DAY


def test_a_review_is_gold_in_its_last_week_and_red_from_its_day_on():
    assert review_urgency(None, DAY) is Urgency.calm
    assert review_urgency(DAY + timedelta(days=8), DAY) is Urgency.calm
    assert review_urgency(DAY + timedelta(days=7), DAY) is Urgency.gold
    assert review_urgency(DAY, DAY) is Urgency.red


def test_due_is_what_is_gold_or_red():
    last = last_review_day(DAY)
    assert review_urgency(last, DAY) is not Urgency.calm
    assert review_urgency(last + timedelta(days=1), DAY) is Urgency.calm


def test_only_the_consent_of_a_citizen_must_end():
    assert needs_end(PartnerCategory.citizen, LegalBasis.consent)
    assert not needs_end(PartnerCategory.citizen, LegalBasis.public_task)
    assert not needs_end(PartnerCategory.club, LegalBasis.consent)
