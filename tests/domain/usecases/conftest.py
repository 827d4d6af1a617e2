"""A real workspace for every test of the use cases."""

import shutil
from datetime import UTC, datetime

import pytest

from domain.workspace import Workspace
from tests.builders import open_workspace
from tests.domain.usecases.drafts import fill


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory):
    """A new workspace file; copying it is quicker than making one for each test."""
    folder = tmp_path_factory.mktemp("empty")
    with open_workspace(folder, lambda: datetime(2027, 4, 28, tzinfo=UTC)) as workspace:
        return workspace.path


@pytest.fixture
def ws(tmp_path, clock, empty_file):
    """An empty workspace on a real file; its clock stands still (tests.guards.clock)."""
    path = shutil.copy(empty_file, tmp_path / "test.landauf")
    with Workspace.open(path, clock=clock, author="Kühne", device="Laptop 7") as workspace:
        yield workspace


@pytest.fixture
def known(ws):
    """Ids of two or three of everything an event can point at."""
    return fill(ws)
