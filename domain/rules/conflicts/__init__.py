"""Conflicts: what does not fit together, how bad it is, and the cheapest ways out."""

from domain.rules.conflicts.appointment import Appointment, Block, Context, Stock, Supply, TopicTerms, appointment_of
from domain.rules.conflicts.check import by_event, findings, findings_for, with_repairs
from domain.rules.conflicts.wording import GRADES

__all__ = [
    "GRADES",
    "Appointment",
    "Block",
    "Context",
    "Stock",
    "Supply",
    "TopicTerms",
    "appointment_of",
    "by_event",
    "findings",
    "findings_for",
    "with_repairs",
]
