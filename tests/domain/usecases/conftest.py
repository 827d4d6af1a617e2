"""A real workspace for every test of the use cases."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from domain.store.backup import copy_into
from domain.store.connection import connect
from domain.workspace import Workspace
from tests.builders import make_tour, make_vehicle, open_workspace
from tests.domain.usecases.drafts import fill


@dataclass
class BorrowedClock:
    """Tells the time of whoever's turn it is."""

    lender: object

    def __call__(self):
        return self.lender()


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """One workspace for all tests, its clock, and an empty file; statements are compiled once per workspace."""
    folder = tmp_path_factory.mktemp("usecases")
    clock = BorrowedClock(lambda: datetime(2027, 4, 28, tzinfo=UTC))
    with open_workspace(folder, clock) as workspace:
        empty = folder / "empty"
        workspace.backup(empty)
        yield workspace, clock, empty


@pytest.fixture
def ws(shared, clock):
    """An empty workspace on a real file; its clock stands still (tests.guards.clock)."""
    workspace, borrowed, empty = shared
    borrowed.lender = clock
    connection = connect(workspace.path)
    copy_into(empty, None, connection)
    connection.close()
    return workspace


@pytest.fixture
def own_file(tmp_path, clock, shared):
    """A workspace that no other test uses, for closing it."""
    path = shutil.copy(shared[2], tmp_path / "test.landauf")
    with Workspace.open(path, clock=clock, author="Kühne", device="Laptop 7") as workspace:
        yield workspace


@pytest.fixture
def known(ws):
    """Ids of two or three of everything an event can point at."""
    return fill(ws)


@pytest.fixture
def vehicle(ws):
    return make_vehicle(ws)


@pytest.fixture
def tour(ws, vehicle):
    """A tour of two days without stops: its id and those of the days."""
    return make_tour(ws, vehicle, days=2)
