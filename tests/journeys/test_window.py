"""Whole stories through the window, put together as the program does it, on a real file."""

import os
import subprocess
import sys
from datetime import date

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain import outgoing
from domain.outgoing import calendars
from domain.rows.calendars import CalendarChoice
from domain.rows.printing import PrintChoice
from domain.terms import EventState
from domain.usecases import conflicts, event_rows, events, partners, requests, settings
from domain.workspace import Workspace
from gui import texts, theme
from gui.pages.partners.form import PartnerDialog
from tests.builders import dump, make_partner
from tests.gui.typing import type_text
from tests.journeys.steps import CONTROL, command, press, settle, take_over

SHIFT = Qt.KeyboardModifier.ShiftModifier
PARTNERS = (
    "name,type,street,postcode,town\n"
    "Bürgerhaus Köthen,Verein,Markt 1,06366,Köthen (Anhalt)\n"
    "Kulturhof Zerbst,Verein,Alte Brücke 45,39261,Zerbst/Anhalt\n"
)
REQUESTS = (
    "Anfragende Stelle;Art;Thema;Ort der Veranstaltung;Straße;PLZ;Ort;Dauer (Minuten);Frühestens;Spätestens\n"
    "Bürgerhaus Köthen;Bürgerdialog;Sicherheit;Saal;Markt 1;06366;Köthen (Anhalt);120;05.05.2027;05.05.2027\n"
)
ASCENSION = date(2027, 5, 6)


def find(qtbot, program, typed):
    """Open the box that finds everything and type."""
    qtbot.keyClick(program.window, Qt.Key.Key_K, CONTROL)
    box = program.window.palette_box
    type_text(box.field, typed)
    settle(program, qtbot)
    return box


def test_first_start_on_an_empty_file_says_what_to_do(program):
    window = program.window
    assert window.stack.current_id() == "overview"
    assert not window.actions_["edit.undo"].isEnabled()
    assert window.windowTitle() == "plan – Landauf"
    assert not window.stack.current_page().coming_list.lines()


def read_both_tables(qtbot, program, folder):
    (folder / "partner.csv").write_text(PARTNERS, "utf-8")
    (folder / "anfragen.csv").write_text(REQUESTS, "cp1252")
    take_over(qtbot, program, "exchange.partners", folder / "partner.csv")
    take_over(qtbot, program, "exchange.requests", folder / "anfragen.csv")


def accept_first_request(qtbot, program):
    """Make an event of the first request by keyboard; returns its row."""
    program.window.show_page("requests")
    settle(program, qtbot)
    press(qtbot, program, Qt.Key.Key_Return)
    (row,) = program.desk.ask(event_rows.list_rows)
    return row


def move_to_next_day(qtbot, program, event_id):
    """Move an event in the calendar by keyboard."""
    page = program.window.show_page("calendar")
    page.show_record(event_id)
    settle(program, qtbot)
    qtbot.keyClick(page.month, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle(program, qtbot)


def test_from_two_tables_to_an_event_in_the_calendar_whose_conflict_shows(program, qtbot, tmp_path):
    ws = program.desk.workspace
    read_both_tables(qtbot, program, tmp_path)
    assert len(ws.ask(partners.list_rows)) == 2
    assert ws.ask(requests.open_count) == 1
    row = accept_first_request(qtbot, program)
    assert (row.start_day, row.kreis_ags) == (date(2027, 5, 5), "15082")
    assert ws.ask(requests.open_count) == 0
    assert ws.ask(conflicts.findings_of, row.id) == ()
    move_to_next_day(qtbot, program, row.id)
    assert ws.ask(events.detail, row.id).row.start_day == ASCENSION
    assert [finding.rule for finding in ws.ask(conflicts.findings_of, row.id)] == ["public_holiday"]
    page = program.window.show_page("overview")
    qtbot.waitUntil(lambda: row.title in {line.title for line in page.coming_list.lines()})


def test_what_was_planned_is_printed_and_published(program, qtbot, tmp_path):
    ws = program.desk.workspace
    read_both_tables(qtbot, program, tmp_path)
    row = accept_first_request(qtbot, program)
    ws.run("Confirm", events.settle, row.id, EventState.confirmed)
    sheet = outgoing.document(ws, "invitation", PrintChoice(event_id=row.id), texts.current())
    assert sheet.startswith(b"%PDF-")
    out = tmp_path / "public.ics"
    assert calendars.export_calendar(ws, out, CalendarChoice(), texts.current()) == 1
    (event,) = icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert event.decoded("DTSTART").date() == date(2027, 5, 5)


def test_every_step_is_taken_back_and_done_again_by_keyboard(program, qtbot, tmp_path):
    ws, actions = program.desk.workspace, program.window.actions_
    before = dump(ws)
    read_both_tables(qtbot, program, tmp_path)
    move_to_next_day(qtbot, program, accept_first_request(qtbot, program).id)
    after, steps = dump(ws), 0
    while actions["edit.undo"].isEnabled():
        press(qtbot, program, Qt.Key.Key_Z)
        steps += 1
    assert steps == 4
    assert dump(ws) == before
    for _step in range(steps):
        press(qtbot, program, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert not actions["edit.redo"].isEnabled()
    assert dump(ws) == after


def test_what_the_command_line_writes_shows_in_the_window(program, qtbot, path, tmp_path):
    window = program.window
    page = window.show_page("partners")
    settle(program, qtbot)
    (tmp_path / "partner.csv").write_text(PARTNERS, "utf-8")
    command("import", "partners", tmp_path / "partner.csv", "--file", path)
    qtbot.waitUntil(lambda: len(page.model.ids()) == 2, timeout=5_000)
    assert window.actions_["edit.undo"].isEnabled()
    assert "partner.csv" in window.actions_["edit.undo"].text()
    press(qtbot, program, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: page.model.ids() == ())


def test_box_finds_a_record_however_it_is_spelled_and_opens_it(program, qtbot):
    record = make_partner(program.desk.workspace, "Bürgerhaus Köthen", town="Köthen (Anhalt)")
    box = find(qtbot, program, "koethen")
    qtbot.waitUntil(lambda: any(entry.hit for entry in box.entries()))
    assert box.entries()[0].hit.id == record
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    settle(program, qtbot)
    assert program.window.stack.current_id() == "partners"
    assert program.window.stack.current_page().table.current_id() == record


def test_box_runs_an_action(program, qtbot):
    box = find(qtbot, program, "neuer partner")
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    dialog = program.window.findChild(PartnerDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_theme_and_language_change_while_the_window_is_open(program, qtbot):
    program.window.show_page("partners")
    program.window.actions_.trigger("view.dark")
    assert theme.tokens().is_dark
    settle(program, qtbot)
    first = program.window
    own = program.desk.ask(settings.load)
    program.desk.run("Change settings", settings.save, type(own)(language="en", theme=own.theme))
    qtbot.waitUntil(lambda: program.window is not first)
    settle(program, qtbot)
    assert program.window.stack.current_id() == "partners"
    assert program.window.head.title.text() == "Partners"
    assert theme.tokens().is_dark


def test_a_second_start_hands_its_file_over_and_ends(program, qtbot, tmp_path, clock):
    other = tmp_path / "other.landauf"
    Workspace.create(other, clock=clock, author="Kühne", device="Laptop 7").close()
    second = subprocess.Popen([sys.executable, "-m", "gui", str(other)], stderr=subprocess.PIPE)
    qtbot.waitUntil(lambda: program.desk is not None and program.desk.path == other, timeout=20_000)
    _said, noise = second.communicate(timeout=20)
    assert second.returncode == 0, noise
    assert program.window.windowTitle() == "other – Landauf"


@pytest.mark.parametrize("moment", ["first-paint", "first-data"])
def test_window_leaves_at_the_moment_that_is_measured(path, moment):
    environment = {**os.environ, "LANDAUF_QUIT_AFTER": moment}
    arguments = [sys.executable, "-m", "gui", "--file", str(path)]
    done = subprocess.run(arguments, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert QApplication.instance() is None or not done.stdout
