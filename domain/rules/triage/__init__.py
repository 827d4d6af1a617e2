"""What fits a request: offers of the catalogue, people of the house, days; each with its reasons."""

from domain.rules.triage.days import day_choices
from domain.rules.triage.offers import match_offers
from domain.rules.triage.people import Ask, Drives, Duty, Member, rank_people

__all__ = ["Ask", "Drives", "Duty", "Member", "day_choices", "match_offers", "rank_people"]
