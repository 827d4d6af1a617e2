"""A real workspace for every test of the use cases."""

import pytest

from tests.builders import open_workspace
from tests.domain.usecases.drafts import fill


@pytest.fixture
def ws(tmp_path, clock):
    """An empty workspace on a real file; its clock stands still (tests.guards.clock)."""
    with open_workspace(tmp_path, clock) as workspace:
        yield workspace


@pytest.fixture
def known(ws):
    """Ids of two or three of everything an event can point at."""
    return fill(ws)
