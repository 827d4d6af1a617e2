"""Other people's calendar programs reading our files: each gives start, end and title by UID."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import icalendar
import pytest

from domain.terms import BERLIN

Moment = date | datetime
PERIOD = ("01.01.2025", "2000d")


@dataclass(frozen=True)
class Entry:
    """What a program shows of an event; `end` of a whole day is the last day."""

    start: Moment
    end: Moment
    title: str


def entries(content: bytes) -> dict[str, Entry]:
    """The events of a calendar file by UID, as icalendar reads them."""
    found = {}
    for event in icalendar.Calendar.from_ical(content).walk("VEVENT"):
        start, end = event.start, event.end
        is_day = not isinstance(start, datetime)
        start, end = (start, end - timedelta(days=1)) if is_day else (local(start), local(end))
        found[str(event["UID"])] = Entry(start, end, str(event["SUMMARY"]))
    return found


def local(moment: datetime) -> datetime:
    return moment.astimezone(BERLIN).replace(tzinfo=None)


def program(name: str) -> str:
    """A program of the test environment; without it the test is skipped and says so."""
    path = Path(sys.executable).with_name(name)
    if not path.exists():
        pytest.skip(f"{name} is not installed in the test environment")
    return str(path)


def run(*command: object, home: Path, **environment: str) -> str:
    """What a program prints, run at home in `home` and in Berlin."""
    around = os.environ | {"HOME": str(home), "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8", **environment}
    around |= {"XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data")}
    done = subprocess.run(
        list(map(str, command)), env=around, capture_output=True, text=True, timeout=120, check=False, cwd=home
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def by_khal(file: Path, home: Path) -> dict[str, Entry]:
    """What khal lists after importing the file."""
    (home / "calendar").mkdir()
    formats = {
        "timeformat": "%H:%M", "dateformat": "%d.%m.%Y", "longdateformat": "%d.%m.%Y",
        "datetimeformat": "%d.%m.%Y %H:%M", "longdatetimeformat": "%d.%m.%Y %H:%M",
    }  # fmt: skip
    config = home / "khal.conf"
    config.write_text(
        "\n".join(
            [
                "[calendars]", "[[lsa]]", f"path = {home / 'calendar'}", "type = calendar",
                "[locale]", "local_timezone = Europe/Berlin", "default_timezone = Europe/Berlin",
                *(f"{key} = {value}" for key, value in formats.items()),
                "[default]", "default_calendar = lsa", "[sqlite]", f"path = {home / 'khal.db'}",
            ]
        )
    )  # fmt: skip
    khal = (program("khal"), "-c", config)
    run(*khal, "import", "--batch", "-a", "lsa", file, home=home)
    fields = "¦".join(["{uid}", "{start-long-full}", "{end-long-full}", "{title}"])
    said = run(*khal, "list", "--once", "--notstarted", "--day-format", "", "-f", fields, *PERIOD, home=home)
    lines = [line.split("¦") for line in said.splitlines() if "¦" in line]
    return {uid: _shown(start, end, title.strip()) for uid, start, end, title in lines}


def _shown(start: str, end: str, title: str) -> Entry:
    first, last = (datetime.strptime(text.strip(), "%d.%m.%Y %H:%M") for text in (start, end))  # noqa: DTZ007 - local
    if first.time() == last.time() == time.min:  # khal's way to tell a whole day
        return Entry(first.date(), last.date(), title)
    return Entry(first, last, title)


def by_vdirsyncer(file: Path, home: Path) -> dict[str, Entry]:
    """What vdirsyncer makes of the file, one file per event; a second look changes none."""
    vdirsyncer, target = program("vdirsyncer"), home / "synchronised"
    target.mkdir()
    config = home / "vdirsyncer.conf"
    config.write_text(
        "\n".join(
            [
                "[general]", f'status_path = "{home / "status"}"',
                "[pair ours]", 'a = "whole"', 'b = "parts"', "collections = null",
                "[storage whole]", 'type = "singlefile"', f'path = "{file}"',
                "[storage parts]", 'type = "filesystem"', f'path = "{target}"', 'fileext = ".ics"',
            ]
        )
    )  # fmt: skip
    for command in ("discover", "sync"):
        run(vdirsyncer, "-c", config, command, home=home)
    written = {path: path.stat().st_mtime_ns for path in target.glob("*.ics")}
    run(vdirsyncer, "-c", config, "sync", home=home)
    assert {path: path.stat().st_mtime_ns for path in target.glob("*.ics")} == written
    found: dict[str, Entry] = {}
    for path in written:
        found |= entries(path.read_bytes())
    return found


def by_calcurse(calcurse: str, file: Path, home: Path) -> list[Entry]:
    """What calcurse exports again after importing the file; it knows no UIDs."""
    folder = home / "calcurse"
    folder.mkdir()
    said = run(calcurse, "-D", folder, "-i", file, home=home)
    assert " 0 skipped" in said, said
    again = icalendar.Calendar.from_ical(run(calcurse, "-D", folder, "-xical", home=home).encode())
    found = []
    for event in again.walk("VEVENT"):
        start = event.start
        rule = re.search(r"UNTIL=(\d{8})", event["RRULE"].to_ical().decode()) if "RRULE" in event else None
        if isinstance(start, datetime):
            last: Moment = start + event.duration
        else:
            last = datetime.strptime(rule[1], "%Y%m%d").date() if rule else start  # noqa: DTZ007 - a day
        found.append(Entry(start, last, str(event["SUMMARY"])))
    return found
