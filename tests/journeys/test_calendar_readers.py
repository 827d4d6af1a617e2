"""The demo's calendars in programs of others, as far as they live in the test environment; more in tests/gates."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.calendar_readers import by_khal, by_vdirsyncer, entries

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The folder that `landauf demo` fills."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "gui", "demo", "--out", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=240)
    return folder


def test_khal_and_vdirsyncer_show_every_event_at_its_time_with_its_title(demo, tmp_path):
    for name in ("kalender-oeffentlich.ics", "kalender-intern.ics"):
        expected = entries((demo / name).read_bytes())
        assert len(expected) == (demo / name).read_bytes().count(b"BEGIN:VEVENT") > 50
        for read in (by_khal, by_vdirsyncer):
            home = tmp_path / f"{read.__name__}-{name}"
            home.mkdir()
            file = Path(shutil.copy(demo / name, home))  # vdirsyncer writes into what it reads
            assert read(file, home) == expected
