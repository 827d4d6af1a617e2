"""The manual, opened as F1 opens it."""

import pytest

from gui.manual import opening as manual


@pytest.fixture
def opened(qapp, qtbot):
    """Opens the manual and waits until it has the keyboard; it is closed and forgotten in the end."""

    def opener(*names):
        window = manual.open_manual(*names)
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield opener
    for window in list(manual._open):
        window.close()
        window.deleteLater()
    qtbot.waitUntil(lambda: not manual._open)
