"""The window starts on a real X display, not only on Qt's offscreen platform."""

import os
import subprocess
import sys

import pytest

from tests.gates.conftest import ROOT

pytestmark = [pytest.mark.gate, pytest.mark.timeout(300)]


@pytest.mark.parametrize("moment", ["first-paint", "first-data"])
def test_window_comes_up_on_the_sample_workspace(display, demo, moment):
    [file] = demo.glob("*.landauf")
    started = subprocess.run(
        [sys.executable, "-m", "gui", str(file)],
        cwd=ROOT,
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANDAUF_QUIT_AFTER": moment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert started.returncode == 0, started.stderr
    assert "Traceback" not in started.stderr
