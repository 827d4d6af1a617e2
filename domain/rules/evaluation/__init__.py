"""What a set of events adds up to: columns read once, filtered and summed in memory."""

from domain.rules.evaluation.columns import Columns, CountedEvent, CountedLink, Linked, columns_of
from domain.rules.evaluation.figures import evaluate
from domain.rules.evaluation.periods import Preset, compared_days, preset_days
from domain.rules.evaluation.requests import CountedRequest

__all__ = [
    "Columns",
    "CountedEvent",
    "CountedLink",
    "CountedRequest",
    "Linked",
    "Preset",
    "columns_of",
    "compared_days",
    "evaluate",
    "preset_days",
]
