"""List, table files, report and page against an independent count over the events of the sample workspace."""

import csv
import io
import json
import shutil
from collections import Counter
from datetime import date

import pytest
from openpyxl import load_workbook

from domain.cli import main
from domain.region.kreise import kreis
from domain.rows.coverage import CoverageFilter
from domain.rules.coverage import view
from domain.usecases import coverage
from tests.domain.documents import tagged
from tests.guards.clock import MOMENT

YEAR = "2027"
COUNTED = {"tentative": "planned", "confirmed": "planned", "held": "held", "reviewed": "held"}


@pytest.fixture
def landauf(demo_file, tmp_path, monkeypatch, capsys):
    """Calls the command line on a copy of the sample workspace; gives what it printed."""
    path = tmp_path / "sample.landauf"
    shutil.copy(demo_file, path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(MOMENT.timestamp())))

    def call(*arguments):
        capsys.readouterr()
        assert main([*map(str, arguments), "--file", str(path)]) == 0
        return capsys.readouterr().out

    return call


def counted(landauf):
    """The figures of the year by hand: nothing but `list events --json` and the calendar."""
    found = Counter()
    for event in json.loads(landauf("list", "events", "--json")):
        day, what = event["starts_at"], COUNTED.get(event["state"])
        if day and day[:4] == YEAR and what and event["kreis_ags"]:
            half = "H1" if int(day[5:7]) <= 6 else "H2"
            found[event["kreis_ags"], event["kind"], f"{YEAR}-{half}", what] += 1
    return found


def told(rows):
    """The figures of rows that are mappings."""
    found = Counter()
    for row in rows:
        for what in ("planned", "held"):
            key = (row["kreis_ags"], row["kind"], row["half_year"], what)
            if row["half_year"].startswith(YEAR) and int(row[what]):
                found[key] += int(row[what])
    return found


def test_list_tables_and_report_equal_a_count_over_the_events(landauf, tmp_path):
    by_hand = counted(landauf)
    assert sum(by_hand.values()) > 50
    listed = json.loads(landauf("list", "coverage", "--json"))
    assert told(listed) == by_hand
    period = ("--from", f"{YEAR}-01-01", "--to", f"{YEAR}-12-31")
    for ending in ("json", "csv", "xlsx"):
        landauf("export", "coverage", tmp_path / f"c.{ending}", *period)
    written = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert told(written) == by_hand
    names = ("target", "held", "planned", "missing", "reached")
    figures = [[str(row[name]) for name in names] for row in written]
    lines = list(csv.reader(io.StringIO((tmp_path / "c.csv").read_text(encoding="utf-8-sig")), delimiter=";"))[1:]
    assert [line[3:8] for line in lines] == figures
    sheet = list(load_workbook(tmp_path / "c.xlsx").active.values)[1:]
    assert [[str(cell) for cell in line[3:8]] for line in sheet] == figures
    landauf("print", "coverage_report", tmp_path / "c.pdf", "--year", YEAR)
    text = tagged.text((tmp_path / "c.pdf").read_bytes())
    _assert_report(text, written)


def _assert_report(text, rows):
    """Every Kreis's line in the table of dialogues, and the sums of the year."""
    for name, caption in (("held", "Gehalten"), ("planned", "Geplant"), ("target", "Ziel"), ("missing", "Fehlt")):
        assert f"{sum(row[name] for row in rows)} {caption}" in text
    for ags in {row["kreis_ags"] for row in rows}:
        figures = []
        for half in ("H1", "H2"):
            own = [
                row
                for row in rows
                if (row["kreis_ags"], row["kind"], row["half_year"]) == (ags, "citizen_dialogue", f"{YEAR}-{half}")
            ]
            figures += [str(sum(row[what] for row in own)) for what in ("target", "held", "planned", "missing")]
        assert f"{kreis(ags).name} {' '.join(figures)}" in text


def test_page_shows_the_figures_of_the_list(landauf, demo_desk):
    by_hand = counted(landauf)
    for halves in ((f"{YEAR}-H1",), (f"{YEAR}-H1", f"{YEAR}-H2")):
        shown = view(demo_desk.ask(coverage.coverage), CoverageFilter((), halves), date(2027, 4, 28))
        for each in shown.kreise:
            for what in ("held", "planned"):
                own = sum(
                    n
                    for key, n in by_hand.items()
                    if key[0] == each.kreis_ags and key[2:] in {(h, what) for h in halves}
                )
                assert getattr(each, what) == own
