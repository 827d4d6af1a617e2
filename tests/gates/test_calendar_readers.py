"""Our calendar files stand up to the engines of calcurse, GNOME and KDE (libical) and Thunderbird (ical.js)."""

import json
import subprocess
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.domain.exchange.samples import EVENT
from tests.domain.exchange.test_calendar_writer import HARD_TEXTS, written
from tests.gates.conftest import ROOT
from tests.journeys.calendar_readers import Entry, Moment, by_calcurse, entries

pytestmark = [pytest.mark.gate, pytest.mark.timeout(300)]

HERE = Path(__file__).parent
ICAL_JS = ROOT / "build" / "node" / "node_modules" / "ical.js" / "dist" / "ical.js"
RANDOM_TEXTS = 2_000
LETTERS = (
    "a",
    "N",
    "n",
    "\\",
    ";",
    ",",
    ":",
    '"',
    "^",
    "\n",
    "\r\n",
    "\t",
    "ä",
    "ß",
    "€",
    "👩‍👩‍👧",
    "\u0301",
    " ",
    "BEGIN:",
    "=",
)


@pytest.fixture
def libical(program, tmp_path):
    """What libical reads in a file: lines of UID, start, end, title and text; last the errors of RFC 5546."""
    compiled = tmp_path / "calendar_check"
    if not Path("/usr/include/libical/ical.h").exists():
        pytest.skip("libical-dev is not installed and could not be")
    subprocess.run(
        [program("gcc"), "-Wall", "-Werror", "-o", compiled, HERE / "calendar_check.c", "-lical"], check=True
    )

    def read(file: Path) -> list[list[str]]:
        done = subprocess.run([compiled, file], capture_output=True, text=True, check=True, timeout=60)
        *events, errors = done.stdout.splitlines()
        assert errors == "errors\t0"
        return [_decoded(line) for line in events]

    return read


def _decoded(line: str) -> list[str]:
    uid, start, end, title, text = line.split("\t")[:5]
    return [_unhexed(uid), start, end, _unhexed(title), _unhexed(text)]


def _unhexed(digits: str) -> str:
    return bytes.fromhex(digits).decode()


@pytest.fixture
def ical_js(program):
    """The same as ical.js reads it."""
    node = program("node")
    if not ICAL_JS.exists():
        pytest.skip("ical.js is not installed and could not be")

    def read(file: Path) -> list[list[str]]:
        command = [node, HERE / "calendar_check.mjs", ICAL_JS, file]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
        return json.loads(done.stdout)

    return read


def calendars(demo: Path) -> list[Path]:
    found = sorted(demo.rglob("*.ics"))
    assert found, "the demo wrote no calendar"
    return found


def shown(read: list[list[str]]) -> dict[str, Entry]:
    """What a reader gave, by UID; the end of a whole day is the last day."""
    return {uid: Entry(*_days(_moment(start), _moment(end)), title) for uid, start, end, title, _text in read}


def _moment(text: str) -> Moment:
    digits = text.replace("-", "").replace(":", "")
    if "T" in digits:
        return datetime.strptime(digits[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - local, as both programs give it
    return datetime.strptime(digits, "%Y%m%d").date()  # noqa: DTZ007 - a day


def _days(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    return (start, end) if isinstance(start, datetime) else (start, end - timedelta(days=1))


def test_calcurse_takes_every_event_of_the_demo(program, demo, tmp_path):
    file = demo / "kalender-oeffentlich.ics"
    read = by_calcurse(program("calcurse"), file, tmp_path)
    assert sorted(map(str, read)) == sorted(map(str, entries(file.read_bytes()).values()))


def test_libical_reads_every_calendar_of_the_demo_and_finds_no_error(libical, demo):
    for file in calendars(demo):
        assert shown(libical(file)) == entries(file.read_bytes()), file.name


def test_ical_js_reads_every_calendar_of_the_demo(ical_js, demo):
    for file in calendars(demo):
        assert shown(ical_js(file)) == entries(file.read_bytes()), file.name


def texts() -> list[str]:
    """The hard texts, and many that are put together at random from what goes wrong most easily."""
    rng = Random(27)
    made = ("".join(rng.choices(LETTERS, k=rng.randrange(1, 120))) for _number in range(RANDOM_TEXTS))
    return [*HARD_TEXTS, *made]


@pytest.mark.parametrize("reader", ["libical", "ical_js"])
def test_two_thousand_random_texts_are_read_as_icalendar_reads_them(reader, request, tmp_path):
    from icalendar import Calendar

    read = request.getfixturevalue(reader)
    content = written(
        *(replace(EVENT, uid=f"text-{number}", title=text, text=text) for number, text in enumerate(texts()))
    )
    file = tmp_path / "texts.ics"
    file.write_bytes(content)
    expected = [
        (str(event["SUMMARY"]), str(event["DESCRIPTION"])) for event in Calendar.from_ical(content).walk("VEVENT")
    ]
    assert [(title, text) for _uid, _start, _end, title, text in read(file)] == expected
