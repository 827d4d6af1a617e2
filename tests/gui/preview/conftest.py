"""A pool without a file behind it: the preview needs no more."""

import pytest

from gui.tasks import TaskRunner


@pytest.fixture
def tasks(qapp):
    """A pool that is closed at the end."""
    made = TaskRunner()
    yield made
    made.close()


@pytest.fixture
def settle(qtbot, tasks):
    """A function that waits until no background work is left."""

    def wait():
        qtbot.waitUntil(lambda: not tasks.is_busy)

    return wait
