"""The running program on an empty file, on a fixed day."""

from pathlib import Path

import pytest

from domain import i18n
from domain.workspace import Workspace
from gui import local_state, texts, theme
from gui.app import Program
from gui.local_state import LocalState
from tests.journeys.steps import settle

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def fixed_day(monkeypatch):
    """28 April 2027, 14:32 in Berlin, for this process and those it starts."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1808915520")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.fixture
def path(tmp_path, clock, fixed_day):
    made = tmp_path / "plan.landauf"
    Workspace.create(made, clock=clock, author="Kühne", device="Laptop 7").close()
    return made


@pytest.fixture
def program(qapp, path, qtbot):
    """The running program with its window on an empty file; in the end it is closed, the look put back."""
    made = Program(qapp, LocalState(local_state.config_folder()))
    made.start(path)
    qtbot.waitUntil(lambda: made.desk is not None and made._crashes is not None, timeout=20_000)
    made.window.activateWindow()
    settle(made, qtbot)
    yield made
    made.window.close()
    made.window.deleteLater()
    texts.use(i18n.language())
    theme.install(qapp, "light")
