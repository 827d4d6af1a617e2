"""Waiting for the window as long as a busy machine needs."""

import pytest
from pytestqt.qtbot import QtBot

from domain.overriding import override

PATIENCE_MS = 30_000
"""How long a test waits for what must come: on two busy cores five seconds are not much."""


class PatientBot(QtBot):
    """Pytest-qt's bot with other usual limits; what a test names itself counts as ever."""

    @override
    def waitUntil(self, callback, *, timeout=PATIENCE_MS):
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(self, signal, *, timeout=PATIENCE_MS, raising=None, check_params_cb=None):
        return super().waitSignal(signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb)


@pytest.fixture
def qtbot(qapp, request):
    """The bot that presses keys and waits."""
    return PatientBot(request)
