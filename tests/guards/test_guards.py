"""The guards bite: a test that does what they forbid fails."""

import pytest

from tests.guards.network import is_local

GUARDED = "from tests.conftest import *"


@pytest.fixture
def outcome(pytester, expected_logs):
    """How a test with the given body ends under the guards: (passed, failed, errors)."""
    expected_logs.allow("x: oh")  # the inner test's record reaches this test's guard as well

    def run(body):
        pytester.makeconftest(GUARDED)
        pytester.makepyfile("import logging, socket, threading, warnings\n" + body)
        result = pytester.runpytest_inprocess("-q", "-p", "no:randomly", "-W", "error")
        counted = result.parseoutcomes()
        return counted.get("passed", 0), counted.get("failed", 0), counted.get("errors", 0)

    return run


def test_an_unannounced_warning_in_the_log_is_an_error(outcome):
    assert outcome("def test_it():\n    logging.getLogger('x').warning('oh')") == (1, 0, 1)


def test_an_announced_warning_in_the_log_passes(outcome):
    body = "def test_it(expected_logs):\n    expected_logs.allow('x: oh')\n    logging.getLogger('x').warning('oh')"
    assert outcome(body) == (1, 0, 0)


def test_a_thread_left_running_is_an_error(outcome):
    body = (
        "stop = threading.Event()\n"
        "def test_it():\n    threading.Thread(target=stop.wait, args=(20,), daemon=True).start()\n"
        "def test_then_it_ends():\n    stop.set()"
    )
    assert outcome(body) == (2, 0, 1)


def test_a_running_timer_of_nobody_is_an_error(outcome):
    body = (
        "from PySide6.QtCore import QTimer\nkept = []\n"
        "def test_it(qapp):\n    timer = QTimer()\n    timer.start(60_000)\n    kept.append(timer)"
    )
    assert outcome(body) == (1, 0, 1)


def test_a_connection_to_another_machine_fails(outcome):
    assert outcome("def test_it():\n    socket.create_connection(('192.0.2.1', 80), timeout=1)") == (0, 1, 0)


def test_looking_up_a_foreign_name_fails(outcome):
    assert outcome("def test_it():\n    socket.getaddrinfo('example.org', 80)") == (0, 1, 0)


def test_sockets_of_this_machine_are_local():
    import socket

    assert is_local(socket.AF_UNIX, "/run/x")
    assert is_local(socket.AF_INET, ("127.0.0.1", 80))
    assert is_local(socket.AF_INET6, ("::1", 80, 0, 0))
    assert not is_local(socket.AF_INET, ("192.0.2.1", 80))


def test_each_test_starts_with_an_empty_home(private_home):
    from pathlib import Path

    assert Path.home() == private_home
    assert list(private_home.iterdir()) == []
