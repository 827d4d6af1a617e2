"""One sample workspace for all tests that only look at it."""

from datetime import UTC, datetime

import pytest

from domain.demo import build
from domain.workspace import Workspace

NOW = datetime(2027, 4, 28, 12, 32, tzinfo=UTC)
"""Wednesday, 28 April 2027, 14:32 in Berlin."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """What was built."""
    return build(tmp_path_factory.mktemp("sample") / "sample.landauf", clock=lambda: NOW)


@pytest.fixture
def workspace(sample):
    """The sample workspace; tests leave it as it is."""
    with Workspace.open(sample.path, clock=lambda: NOW, author="Kühne", device="Laptop 7") as opened:
        yield opened
