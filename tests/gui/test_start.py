"""From the arguments to the first paint."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.__main__ import window_file

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "reportlab", "icalendar", "babel", "openpyxl", "domain.terms")

PROBE = """
import os, sys
from pathlib import Path
from gui import app
leave = os._exit
def tell(code):
    print(" ".join(name for name in sys.argv[2].split(",") if name in sys.modules), flush=True)
    leave(code)
os._exit = tell
app.main(Path(sys.argv[1]))
"""


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], (True, None)),
        (["plan.landauf"], (True, Path("plan.landauf"))),
        (["--file", "x"], (True, Path("x"))),
        (["--file=x"], (True, Path("x"))),
        (["--help"], (False, None)),
        (["demo", "--out", "x"], (False, None)),
        (["info", "--file", "x"], (False, None)),
        (["demo"], (False, None)),
    ],
)
def test_window_opens_for_nothing_or_a_file_alone(arguments, expected):
    assert window_file(arguments) == expected


def test_an_existing_file_of_any_name_opens_the_window(tmp_path):
    path = tmp_path / "backup.copy"
    path.touch()
    assert window_file([str(path)]) == (True, path)


def start(path, moment, code=PROBE):
    environment = {**os.environ, "LANDAUF_QUIT_AFTER": moment, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-c", code, str(path), ",".join(HEAVY)]
    return subprocess.run(arguments, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_first_paint_needs_nothing_heavy(tmp_path):
    done = start(tmp_path / "none.landauf", "first-paint")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_measured_start_writes_no_lock_and_no_file(tmp_path, private_home):
    assert start(tmp_path / "none.landauf", "first-paint").returncode == 0
    assert list(private_home.rglob("window.lock")) == []
    assert list(tmp_path.glob("*.landauf")) == []


def test_first_page_with_data_needs_no_sqlalchemy(demo_file):
    done = start(demo_file, "first-data")
    assert done.returncode == 0, done.stderr
    assert not {"sqlalchemy", "sqlmodel", "pydantic", "reportlab", "icalendar"} & set(done.stdout.split())
