"""What every test gets: a private home, a fixed clock, and guards against noise, network and leaks."""

import os

# Before Qt is imported by anybody.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import hypothesis
import pytest

from tests.guards.clock import FixedClock, clock
from tests.guards.home import homes, private_home, strange_time_zone
from tests.guards.leaks import no_leaks
from tests.guards.logs import ExpectedLogs, expected_logs
from tests.guards.network import no_network
from tests.guards.patience import qtbot

__all__ = [
    "ExpectedLogs",
    "FixedClock",
    "clock",
    "expected_logs",
    "homes",
    "no_leaks",
    "no_network",
    "private_home",
    "qtbot",
    "strange_time_zone",
]

pytest_plugins = ["pytester"]

hypothesis.settings.register_profile("desk", deadline=None, max_examples=40)
hypothesis.settings.register_profile("ci", deadline=None, max_examples=40, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Gates run only where `make gates` has installed what they need."""
    if os.environ.get("LANDAUF_GATES"):
        return
    skip = pytest.mark.skip(reason="needs foreign programs: run `make gates`")
    for item in items:
        if item.get_closest_marker("gate"):
            item.add_marker(skip)
