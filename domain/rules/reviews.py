"""When the data of a contact have to be looked at again."""

from datetime import date, timedelta

from domain.rules.ages import DUE_GOLD, Urgency, urgency_of_due
from domain.terms import LegalBasis, PartnerCategory


def review_urgency(review_on: date | None, today: date) -> Urgency:
    """How pressing a review is: gold in the week before its day, red from the day on; calm without a day."""
    return Urgency.calm if review_on is None else urgency_of_due(review_on, today)


def last_review_day(today: date) -> date:
    """Reviews until this day, inclusive, count as due: those that are gold or red."""
    return today + timedelta(days=DUE_GOLD)


def needs_end(category: PartnerCategory, basis: LegalBasis) -> bool:
    """Whether a contact must have a review day: consent of an engaged citizen ends some time."""
    return category is PartnerCategory.citizen and basis is LegalBasis.consent
