"""What a test starts it also stops: threads, child processes, pool tasks and timers."""

import multiprocessing
import sys
import threading
from collections.abc import Iterator

import pytest

PATIENCE = 2.0
"""Seconds that threads and pool tasks get to come to their end."""


@pytest.fixture(autouse=True)
def no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails the test that leaves something running."""
    before = set(threading.enumerate())
    yield
    leaks: list[str] = []
    if "qapp" in request.fixturenames:
        leaks += _qt_leaks()
    leaks += [f"thread {thread.name}" for thread in threading.enumerate() if _outlives(thread, before)]
    leaks += [f"process {child.name}" for child in multiprocessing.active_children()]
    if leaks:
        pytest.fail("left running: " + ", ".join(leaks), pytrace=False)


def _outlives(thread: threading.Thread, before: set[threading.Thread]) -> bool:
    # Threads that Qt started and Python only sees ("Dummy-…") end with the pool, which is checked by itself.
    if thread in before or thread.name.startswith("Dummy-"):
        return False
    thread.join(PATIENCE)
    return thread.is_alive()


def _qt_leaks() -> Iterator[str]:
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer

    pool = QThreadPool.globalInstance()
    if not pool.waitForDone(int(PATIENCE * 1000)):
        yield f"{pool.activeThreadCount()} tasks in the thread pool"
    # Widgets that pytest-qt closed wait for an event loop to be deleted, and their timers with them.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    shiboken = sys.modules["shiboken6"]
    for wrapper in shiboken.getAllValidWrappers():
        if isinstance(wrapper, QTimer) and wrapper.isActive():
            owner = wrapper.parent()
            yield f"timer of {owner.objectName() or type(owner).__name__ if owner else 'nobody'}"
            wrapper.stop()
