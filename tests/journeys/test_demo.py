"""From an empty folder to a sample workspace with prints, calendars and tables."""

import contextlib
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import icalendar
import openpyxl
import pytest

from domain.cli import main
from domain.terms import Audience, EventState
from domain.usecases import event_rows, people, settings
from domain.workspace import Workspace

ROOT = Path(__file__).parents[2]
PDF_CHECK = ROOT.parent / "shared" / "tools" / "pdfua_check.py"
PRINTS = (
    "tourblatt.pdf",
    "packliste.pdf",
    "touruebersicht.pdf",
    "einladung.pdf",
    "plakat.pdf",
    "briefing.pdf",
    "wandkalender.pdf",
    "anfrageformular.pdf",
    "ergebnisblatt.pdf",
    "druckmappe.pdf",
)
FILES = {
    "landauf-beispiel.landauf",
    *PRINTS,
    "kalender-oeffentlich.ics",
    "kalender-intern.ics",
    "tour.gpx",
    "termine.xlsx",
    "termine.csv",
    "termine.html",
    "partner.xlsx",
    "partner.csv",
    "anliegen.xlsx",
    "statistik.csv",
    "auswertung.xlsx",
}
EPOCH = "1808915520"
"""28 April 2027, 14:32 in Berlin."""


@pytest.fixture(scope="module")
def called(tmp_path_factory):
    """A folder that was not there before, and what the command said about it."""
    made = tmp_path_factory.mktemp("demo") / "out"
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(said):
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        assert main(["demo", "--out", str(made)]) == 0
    return made, said.getvalue().splitlines()


@pytest.fixture
def folder(called):
    """What the command left behind; tests leave it as it is."""
    return called[0]


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def calendar(folder, name):
    """The events of a calendar file by UID."""
    parsed = icalendar.Calendar.from_ical((folder / name).read_bytes())
    return {str(event["UID"]): event for event in parsed.walk("VEVENT")}


def listed(folder, capsys):
    """The events as the list command gives them."""
    capsys.readouterr()
    assert main(["list", "events", "--file", str(folder / "landauf-beispiel.landauf"), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_folder_holds_one_workspace_and_what_came_out_of_it(folder):
    assert {path.name for path in folder.iterdir() if path.is_file()} == FILES
    assert (folder / "web" / "oeffentlich" / "index.html").is_file()
    assert [path.name for path in folder.rglob("*.landauf")] == ["landauf-beispiel.landauf"]


def test_every_file_is_named_with_what_it_holds(called):
    folder, lines = called
    named = [line for line in lines if line.startswith(str(folder))]
    assert {line.partition(": ")[0] for line in named} == {str(folder / name) for name in FILES | {"web"}}
    assert all(line.partition(": ")[2] for line in named)


def test_the_proposed_tour_is_told(called):
    (told,) = [line for line in called[1] if not line.startswith(str(called[0]))]
    assert re.fullmatch(r"Tourvorschlag „Tour .+“: \d+ Halte an \d+ Tagen, \d+ Anfragen ohne Platz", told)


def test_internal_calendar_holds_every_dated_event_and_the_public_one_only_public_ones(folder, capsys):
    rows = {row["uid"]: row for row in listed(folder, capsys)}
    internal, public = calendar(folder, "kalender-intern.ics"), calendar(folder, "kalender-oeffentlich.ics")
    dated = {uid for uid, row in rows.items() if row["starts_at"] and not row["title"].startswith("Vorlage")}
    assert set(internal) == dated
    assert public
    assert set(public) <= set(internal)
    hidden = [uid for uid in internal if rows[uid]["audience"] != Audience.public]
    assert hidden
    assert not set(hidden) & set(public)
    assert {rows[uid]["state"] for uid in public} <= {
        EventState.confirmed,
        EventState.held,
        EventState.reviewed,
        EventState.postponed,
        EventState.cancelled,
    }


def test_nothing_confidential_leaves_the_house(folder, clock):
    def secrets(session):
        from sqlmodel import select

        from domain.model import Event

        texts = {
            text for event in session.exec(select(Event)) for text in (event.internal_notes, event.security_remarks)
        }
        names = {row.draft.name for row in people.list_rows(session) if row.draft.confidential}
        return {text for text in texts if text} | names

    with Workspace.open(
        folder / "landauf-beispiel.landauf", clock=clock, author="Kühne", device="Laptop 7"
    ) as workspace:
        hidden = workspace.ask(secrets)
    assert len(hidden) > 60
    unfolded = (folder / "kalender-oeffentlich.ics").read_text("utf-8").replace("\r\n ", "").replace("\\", "")
    table = (folder / "termine.csv").read_text("utf-8-sig")
    assert [text for text in hidden if text in unfolded or text in table] == []
    inside = (folder / "kalender-intern.ics").read_text("utf-8").replace("\r\n ", "").replace("\\", "")
    assert any(text in inside for text in hidden)


@pytest.mark.parametrize("name", ["termine.xlsx", "partner.xlsx"])
def test_tables_open_and_hold_no_formula(folder, name):
    sheet = openpyxl.load_workbook(folder / name).worksheets[0]
    assert sheet.max_row > 80
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("name", PRINTS)
def test_prints_are_accessible(folder, name):
    if not PDF_CHECK.is_file():
        pytest.skip("the checker of tagged PDF is not here")
    checked = subprocess.run(
        [sys.executable, str(PDF_CHECK), str(folder / name)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_same_command_again_makes_everything_anew_and_keeps_other_files(folder):
    note = folder / "notiz.txt"
    note.write_text("bleibt")
    before = (folder / "termine.csv").read_bytes()
    assert main(["demo", "--out", str(folder)]) == 0
    assert (folder / "termine.csv").read_bytes() == before
    assert note.read_text() == "bleibt"
    note.unlink()


def test_a_workspace_in_which_somebody_worked_is_not_replaced(folder, tmp_path, capsys, clock):
    mine = tmp_path / "landauf-beispiel.landauf"
    assert main(["backup", str(tmp_path / "copy"), "--file", str(folder / mine.name)]) == 0
    (tmp_path / "copy").rename(mine)
    with Workspace.open(mine, clock=clock, author="Kühne", device="Laptop 7") as workspace:
        own = workspace.ask(settings.load)
        workspace.run("Change settings", settings.save, type(own)(author="Kühne"))
    capsys.readouterr()
    assert main(["demo", "--out", str(tmp_path)]) == 1
    refusal = capsys.readouterr().err
    assert len(refusal.splitlines()) == 1
    assert str(mine) in refusal
    assert not (tmp_path / "termine.csv").exists()


def test_a_workspace_that_is_open_elsewhere_is_not_replaced(folder, tmp_path, capsys, clock):
    mine = tmp_path / "landauf-beispiel.landauf"
    shutil.copy(folder / mine.name, mine)
    with Workspace.open(mine, clock=clock, author="Kühne", device="Laptop 7") as workspace:
        before = workspace.ask(event_rows.list_rows)
        assert main(["demo", "--out", str(tmp_path)]) == 1
        assert workspace.ask(event_rows.list_rows) == before
    assert str(mine) in capsys.readouterr().err


def test_a_folder_with_another_workspace_is_refused(tmp_path, capsys):
    (tmp_path / "eigene.landauf").write_bytes(b"")
    assert main(["demo", "--out", str(tmp_path)]) == 1
    assert "eigene.landauf" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["eigene.landauf"]


def test_a_folder_that_cannot_be_made_is_refused_in_one_line(tmp_path, capsys):
    (tmp_path / "datei").write_text("keine Mappe")
    assert main(["demo", "--out", str(tmp_path / "datei" / "darin")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
