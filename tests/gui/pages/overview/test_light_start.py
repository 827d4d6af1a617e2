"""The first page with data stands before anything heavy is imported."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "reportlab", "icalendar", "babel", "openpyxl", "pypdfium2")

PROBE = """
import os, sys
from pathlib import Path
from gui import app
from gui.pages.overview.page import OverviewPage
pages = []
build = OverviewPage._build
OverviewPage._build = lambda page: (pages.append(page), build(page))
leave = os._exit
def tell(code):
    print(*(name for name in sys.argv[2].split(",") if name in sys.modules), flush=True)
    print(len(pages[0].coming_list.lines()), len(pages[0].waiting_list.lines()), flush=True)
    leave(code)
os._exit = tell
app.main(Path(sys.argv[1]))
"""


def test_sample_data_are_painted_without_sqlalchemy(demo_file):
    environment = {**os.environ, "LANDAUF_QUIT_AFTER": "first-data", "PYTHONPATH": str(ROOT)}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "SOURCE_DATE_EPOCH": "1808915520"}
    arguments = [sys.executable, "-c", PROBE, str(demo_file), ",".join(HEAVY)]
    done = subprocess.run(arguments, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    heavy, counts = done.stdout.split("\n")[:2]
    assert heavy == ""
    assert counts == "6 5"
