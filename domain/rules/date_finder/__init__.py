"""Finds days for an event: what is free, what clashes, and why a day is good."""

from domain.rules.date_finder.find import find_dates
from domain.rules.date_finder.world import Office, Taken, World

__all__ = ["Office", "Taken", "World", "find_dates"]
