"""A desk on a real file for every test of the window, in our own look."""

import shutil

import pytest

from domain import demo
from domain.workspace import Workspace
from gui import page_actions, registry, theme
from gui.desk import Desk
from tests.builders import open_workspace
from tests.guards.clock import MOMENT
from tests.gui import sample_pages


@pytest.fixture(scope="session", autouse=True)
def look(qapp):
    """The light theme with the vendored fonts."""
    theme.install(qapp, "light")
    theme.load_fonts("Medium")


@pytest.fixture
def desk(qapp, tmp_path, clock):
    """A desk on an empty workspace; its clock stands still (tests.guards.clock)."""
    with open_workspace(tmp_path, clock) as workspace:
        made = Desk(workspace, clock)
        yield made
        made.close()


@pytest.fixture
def ws(desk):
    """The workspace behind the desk, for `tests.builders`."""
    return desk.workspace


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory):
    """The sample workspace of the day the tests' clock stands at; tests get copies."""
    path = tmp_path_factory.mktemp("sample") / "sample.landauf"
    demo.build(path, clock=lambda: MOMENT)
    return path


@pytest.fixture
def demo_desk(qapp, demo_file, tmp_path, clock):
    """A desk on a copy of the sample workspace."""
    path = tmp_path / "sample.landauf"
    shutil.copy(demo_file, path)
    with Workspace.open(path, clock=clock, author="Kühne", device="Laptop 7") as workspace:
        made = Desk(workspace, clock)
        yield made
        made.close()


@pytest.fixture
def settle(qtbot, desk):
    """A function that waits until no background work is left."""

    def wait():
        qtbot.waitUntil(lambda: not desk.tasks.is_busy)

    return wait


@pytest.fixture
def pages(monkeypatch):
    """The navigation lists two small pages instead of the real ones."""
    monkeypatch.setattr(registry, "PAGES", sample_pages.PAGES)
    monkeypatch.setattr(page_actions, "PAGE_ACTIONS", sample_pages.PAGE_ACTIONS)
    registry.pages.cache_clear()
    yield
    registry.pages.cache_clear()
