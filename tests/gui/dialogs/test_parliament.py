"""The dialogs for answers to parliament and annual reports: asked, previewed, frozen, compared, written."""

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from domain.rows.events import LectureFacts
from domain.terms import EventKind, EventState, ReportKind, Schulform
from domain.usecases import report_snapshots
from gui.dialogs.annual_report import open_annual
from gui.dialogs.parliament import open_parliament
from gui.models.table import Role
from tests.builders import HALLE, KOETHEN, change_event, make_event, make_topic
from tests.gui.audit import assert_accessible

DAY = date(2027, 3, 4)


def lecture(ws, title="Symbole", **fields):
    usual = {"kind": EventKind.lecture, "state": EventState.held, "day": DAY, "ags": KOETHEN, "actual": 25}
    return make_event(ws, title, **(usual | fields))


@pytest.fixture
def opened(qtbot, desk):
    """A function that opens a dialog and waits until it shows its answer."""
    made = []

    def show(open_it=open_parliament):
        dialog = open_it(None, desk)
        made.append(dialog)
        rested(qtbot, desk, dialog)
        return dialog

    yield show
    for dialog in filter(isValid, made):
        dialog.close()
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)


def rested(qtbot, desk, dialog):
    """Wait until typing has rested and everything that was asked has come."""
    rest = getattr(dialog, "_rest", None)
    qtbot.waitUntil(lambda: (rest is None or not rest.isActive()) and not desk.tasks.is_busy)


def cells(model):
    return [
        [model.index(row, column).data(Role.cell) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def titles(widget):
    return [row[4].words for row in cells(widget.model)]


def test_the_answer_shows_schools_and_others_apart_with_their_counts(opened, ws):
    lecture(ws, "Schule", facts=LectureFacts(schulform=Schulform.gymnasium))
    lecture(ws, "Verein", actual=None)
    lecture(ws, "Voriges Jahr", day=date(2026, 3, 4))
    dialog = opened()
    assert titles(dialog.schools) == ["Schule"]
    assert titles(dialog.others) == ["Verein"]
    assert cells(dialog.schools.model)[0][2].second == "Gymnasium"
    assert [row[1].words for row in cells(dialog.others.model)] == ["–"]
    told = {row[0].words: row[1].words for row in cells(dialog.counts.model)}
    assert (told["Veranstaltungen insgesamt"], told["Teilnehmende insgesamt"]) == ("2", "25")
    assert dialog.tabs.bar.tabData(0) == 1


def test_another_period_kind_district_or_topic_gives_another_answer(opened, ws, qtbot, desk):
    topic = make_topic(ws, "Spionage")
    lecture(ws, "Köthen", topic_ids=(topic,))
    lecture(ws, "Halle", ags=HALLE)
    lecture(ws, "Voriges Jahr", day=date(2026, 3, 4))
    dialog = opened()
    dialog.form.kreise.set_values(["15002"])
    dialog.form.kreise.values_changed.emit(("15002",))
    rested(qtbot, desk, dialog)
    assert titles(dialog.others) == ["Halle"]
    dialog.form.kreise.set_values([])
    dialog.form.topics.set_values([topic])
    dialog.form.topics.values_changed.emit((topic,))
    rested(qtbot, desk, dialog)
    assert titles(dialog.others) == ["Köthen"]
    dialog.form.topics.set_values([])
    dialog.form.first.pick(date(2026, 1, 1))
    rested(qtbot, desk, dialog)
    assert titles(dialog.others) == ["Voriges Jahr", "Halle", "Köthen"]


def test_an_impossible_period_says_why_and_cannot_be_frozen(opened, qtbot, desk):
    dialog = opened()
    dialog.form.first.pick(date(2027, 12, 1))
    rested(qtbot, desk, dialog)
    assert dialog.form.problem.accessibleName() == "Der Zeitraum endet, bevor er beginnt."
    assert not dialog.primary.isEnabled()
    dialog.form.first.pick(date(2027, 1, 1))
    rested(qtbot, desk, dialog)
    assert dialog.primary.isEnabled()


def test_a_frozen_answer_is_listed_and_keeps_its_figures(opened, ws, qtbot, desk):
    event = lecture(ws, "Symbole")
    dialog = opened()
    dialog.form.reference.setText("Drs. 9/1")
    with qtbot.waitSignal(desk.told) as told:
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert told.args == ["Die Antwort ist eingefroren und bleibt, wie sie ist.", False]
    rested(qtbot, desk, dialog)
    assert dialog.tabs.bar.currentIndex() == 3
    (row,) = ws.ask(report_snapshots.list_rows)
    assert (row.title, row.kind, dialog.frozen.current_id()) == ("Drs. 9/1", ReportKind.parliament, row.id)
    change_event(ws, event, actual=99)
    rested(qtbot, desk, dialog)
    figures = {line[0].words: line[1].words for line in cells(dialog.frozen.lines)}
    assert figures["Teilnehmende insgesamt"] == "25"


def test_compare_tells_figures_and_events_that_are_different_today(opened, ws, qtbot, desk):
    event = lecture(ws, "Symbole")
    dialog = opened()
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    rested(qtbot, desk, dialog)
    qtbot.mouseClick(dialog.frozen.compare, Qt.MouseButton.LeftButton)
    rested(qtbot, desk, dialog)
    assert dialog.frozen.state.line.text() == "Heute fiele die Antwort gleich aus."
    assert not any(line[2].words for line in cells(dialog.frozen.lines))
    change_event(ws, event, actual=99)
    rested(qtbot, desk, dialog)
    qtbot.mouseClick(dialog.frozen.compare, Qt.MouseButton.LeftButton)
    rested(qtbot, desk, dialog)
    told = {line[0].words: (line[1].words, line[2].words) for line in cells(dialog.frozen.lines)}
    assert told["Teilnehmende insgesamt"] == ("25", "99")
    assert told["04.03.2027 Symbole"] == ("25", "99 (Teilnehmende)")


def test_a_frozen_answer_is_written_as_a_table(opened, ws, qtbot, desk, tmp_path):
    lecture(ws, "Symbole")
    dialog = opened()
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    rested(qtbot, desk, dialog)
    out = tmp_path / "answer.json"
    with qtbot.waitSignal(desk.told) as told:
        dialog.frozen.write(dialog.frozen.current_id(), out)
    assert told.args == ["In answer.json geschrieben", False]
    assert json.loads(out.read_text("utf-8"))["sums"]["all"]["participants"] == 25


def test_nothing_frozen_says_what_to_do(opened):
    dialog = opened()
    assert dialog.frozen.model.rowCount() == 0
    assert not dialog.frozen.print.isEnabled()
    assert_accessible(dialog)


def test_an_annual_report_is_frozen_with_its_foreword(opened, ws, qtbot, desk):
    lecture(ws, "Symbole")
    dialog = opened(open_annual)
    assert dialog.year.number() == 2026
    dialog.year.set_number(2027)
    dialog.foreword.set_text("Liebe Leserinnen und Leser")
    with qtbot.waitSignal(desk.told):
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    rested(qtbot, desk, dialog)
    (row,) = ws.ask(report_snapshots.list_rows, ReportKind.annual)
    assert (row.title, row.question) == ("2027", "Liebe Leserinnen und Leser")
    figures = {line[0].words: (line[1].words, line[2].words) for line in cells(dialog.frozen.lines)}
    assert figures["Durchgeführte Veranstaltungen"] == ("1", "0")
    assert_accessible(dialog)


def test_without_a_year_nothing_can_be_printed_or_frozen(opened):
    dialog = opened(open_annual)
    dialog.year.clear()
    assert not dialog.primary.isEnabled()
    assert not dialog.draft.isEnabled()
