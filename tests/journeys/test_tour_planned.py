"""A tour of three days from seven requests: through the window, and the same through the command line."""

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt

from domain.rows.filters import RequestFilter
from domain.terms import Grade, RequestState
from domain.usecases import conflicts, requests, tour_rows
from gui.pages.tours.proposal.dialog import PlanningDialog
from gui.pages.tours.proposal.lines import Group
from tests.journeys.steps import CONTROL, LEFT, command, press, settle, take_over

FIRST, LAST = date(2027, 5, 11), date(2027, 5, 13)
VEHICLES = (
    "name,depot_town,depot_postcode,available_from,available_to,max_duty_minutes,max_drive_minutes\n"
    "Präventionsmobil,Magdeburg,39104,06:30,19:00,600,240\n"
)
TOWNS = {
    "Schönebeck (Elbe)": "39218",
    "Burg": "39288",
    "Wolmirstedt": "39326",
    "Haldensleben": "39340",
    "Wanzleben-Börde": "39164",
    "Calbe (Saale)": "39240",
    "Gommern": "39245",
}
HEAD = "Anfragende Stelle;Art;Thema;Ort der Veranstaltung;Straße;PLZ;Ort;Dauer (Minuten);Frühestens;Spätestens\n"


@pytest.fixture
def tables(tmp_path):
    """A vehicle and seven requests of two and a half hours, of which three fit a day at most."""
    vehicles, asked = tmp_path / "fahrzeuge.csv", tmp_path / "anfragen.csv"
    vehicles.write_text(VEHICLES, "utf-8")
    rows = (
        f"Stadt {town};Mobil-Halt;Einbruchschutz;Markt;Markt 1;{code};{town};150;11.05.2027;13.05.2027\n"
        for town, code in TOWNS.items()
    )
    asked.write_text(HEAD + "".join(rows), "utf-8")
    return vehicles, asked


def propose(qtbot, program):
    """Ask for a tour of the three days through the menu and wait for the proposal."""
    program.window.show_page("tours")
    settle(program, qtbot)
    program.window.actions_.trigger("tours.propose")
    dialog = program.window.findChild(PlanningDialog)
    dialog._form.first.set_date(FIRST)
    dialog._form.last.set_date(LAST)
    qtbot.keyClick(dialog.primary, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.proposal is not None, timeout=30_000)
    return dialog


def grave(workspace):
    return [each for each in workspace.ask(conflicts.all_findings) if each.grade is Grade.error]


def test_seven_requests_become_a_tour_of_three_days_in_the_window(program, qtbot, tables):
    ws = program.desk.workspace
    take_over(qtbot, program, "exchange.vehicles", tables[0])
    take_over(qtbot, program, "exchange.requests", tables[1])
    dialog = propose(qtbot, program)
    added = [line.title for line in dialog.found.models[Group.added].rows()]
    assert sorted(added) == sorted(f"Stadt {town}" for town in TOWNS)
    qtbot.mouseClick(dialog.primary, LEFT)
    qtbot.waitUntil(lambda: not program.window.findChildren(PlanningDialog), timeout=20_000)
    settle(program, qtbot)
    (tour,) = ws.ask(tour_rows.list_rows)
    assert (tour.first_day, tour.last_day, tour.stops) == (FIRST, LAST, len(TOWNS))
    assert grave(ws) == []
    page = program.window.stack.current_page()
    assert [lane.row.day for lane in page.board.plan.lanes() if lane.blocks] == [FIRST, date(2027, 5, 12), LAST]
    press(qtbot, program, Qt.Key.Key_Z, CONTROL)
    assert ws.ask(tour_rows.list_rows) == []
    still_open = ws.ask(requests.list_rows, RequestFilter(states=(RequestState.open,)))
    assert len(still_open) == len(TOWNS)


def test_the_command_line_finds_a_plan_as_good_as_the_window(program, qtbot, path, tables, tmp_path):
    command("import", "vehicles", tables[0], "--file", path)
    command("import", "requests", tables[1], "--file", path)
    program.desk.poll()
    settle(program, qtbot)
    copy = tmp_path / "copy.landauf"
    command("backup", copy, "--file", path)
    said = json.loads(command("plan", "--from", FIRST, "--to", LAST, "--file", copy, "--json"))
    assert (said["planned"], said["unplanned"], said["proven"]) == (len(TOWNS), [], True)
    (tour,) = json.loads(command("list", "tours", "--file", copy, "--json"))
    assert (tour["id"], tour["days"], tour["stops"]) == (said["tour_id"], 3, len(TOWNS))
    assert json.loads(command("list", "conflicts", "--file", copy, "--json")) == []
    sheet = tmp_path / "blatt.pdf"
    command("print", "tour_sheet", sheet, "--tour", said["tour_id"], "--file", copy)
    assert sheet.read_bytes().startswith(b"%PDF-")
    dialog = propose(qtbot, program)
    assert dialog.proposal.plan.cost == said["cost"]
    dialog.reject()
