"""A clock that stands still until a test moves it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest


@dataclass
class FixedClock:
    """Callable like `domain.terms.Clock`; `advance` lets time pass."""

    moment: datetime

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, by: timedelta) -> datetime:
        """Let `by` pass and return the new moment."""
        self.moment += by
        return self.moment


MOMENT = datetime(2027, 4, 28, 12, 32, tzinfo=UTC)
"""Wednesday, 28 April 2027, 14:32 in Berlin (summer time)."""


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at `MOMENT`."""
    return FixedClock(MOMENT)
