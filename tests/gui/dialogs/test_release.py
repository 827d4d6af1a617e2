"""The release dialog and the foot of the navigation: what changed, what to look at first, the next version."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from domain import i18n, outgoing
from domain.rows.printing import PrintChoice
from domain.terms import EventState
from domain.usecases import events, releases
from gui.dialogs.plan_watch import watch_plan
from gui.dialogs.print_preview import PrintDialog
from gui.dialogs.release import open_release
from gui.dialogs.release_words import FIELDS
from gui.models.table import Role
from gui.registry import pages as registered
from gui.widgets.navigation import Navigation
from tests.builders import change_event, make_event, make_vehicle
from tests.domain.rules.test_plan_changes import HOUSE_ALONE, MOVES, TEXTS, told
from tests.gui.audit import assert_accessible

LATER = date(2027, 6, 21)


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that opens the dialog and waits until it has read the plan."""
    made = []

    def show():
        dialog = open_release(None, desk)
        made.append(dialog)
        settle()
        return dialog

    yield show
    for dialog in filter(isValid, made):
        dialog.close()
    settle()


@pytest.fixture
def foot(qtbot, desk, settle):
    """The foot of a navigation, and how often it was asked for the dialog."""
    navigation = Navigation(registered())
    qtbot.addWidget(navigation)
    asked = []
    found = watch_plan(navigation, desk, lambda: asked.append(True))
    found.asked, found.kept = asked, navigation
    navigation.show()
    settle()
    return found


def release(ws, note=""):
    return ws.run(releases.RELEASED, releases.release, note)


def lines(dialog):
    """The table's rows as words: title, when, what was before, change."""
    model = dialog.changes
    cells = [
        [model.index(row, column).data(Role.cell) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    return [(row[0].words, row[1].words, row[1].second, row[3].badge.words) for row in cells]


def test_the_first_release_shows_the_whole_plan_and_freezes_it(opened, ws, qtbot, desk):
    make_event(ws, "Dialog")
    dialog = opened()
    assert lines(dialog) == [("Dialog", "Do 13.05.2027, 18:00–20:00", "", "neu")]
    assert dialog.primary.text() == "Fassung 1 freigeben"
    dialog.note.setPlainText("Nach der Sitzung")
    with qtbot.waitSignal(desk.told) as told_:
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert told_.args == ["Fassung 1 ist freigegeben.", False]
    assert ws.ask(releases.latest).note == "Nach der Sitzung"


def test_each_change_says_what_it_is(opened, ws):
    moved, changed, cancelled = (make_event(ws, title) for title in "ABC")
    release(ws)
    ws.run("Move", events.move, moved, LATER)
    change_event(ws, changed, public_text="Mit Kaffee")
    change_event(ws, cancelled, state=EventState.cancelled, state_reason="Krank")
    make_event(ws, "D", day=date(2027, 5, 14))
    dialog = opened()
    assert sorted(lines(dialog)) == [
        ("A", "Mo 21.06.2027, 18:00–20:00", "bisher Do 13.05.2027, 18:00–20:00", "verschoben"),
        ("B", "Do 13.05.2027, 18:00–20:00", "Öffentlicher Text", "geändert"),
        ("C", "Do 13.05.2027, 18:00–20:00", "", "abgesagt"),
        ("D", "Fr 14.05.2027, 18:00–20:00", "", "neu"),
    ]
    assert dialog.card.note.text() == "1 neu · 1 verschoben · 1 geändert · 1 abgesagt"
    assert dialog.since.text() == "Seit Fassung 1, freigegeben am 28.04.2027 14:32 von Kühne."


def test_without_a_change_there_is_nothing_to_release(opened, ws):
    make_event(ws)
    release(ws)
    dialog = opened()
    assert not dialog.primary.isEnabled()
    assert lines(dialog) == []


def test_grave_conflicts_warn_and_do_not_forbid(opened, ws):
    bus = make_vehicle(ws)
    make_event(ws, "Erster", vehicle_id=bus, host_name="VHS")
    make_event(ws, "Zweiter", vehicle_id=bus, host_name="VHS")
    dialog = opened()
    assert dialog.conflicts.isVisible()
    assert "Präventionsmobil" in dialog.conflicts.line.text()
    assert dialog.primary.isEnabled()


def test_stale_sheets_are_named_and_can_be_printed_again(opened, ws, tmp_path, qtbot, settle):
    event_id = make_event(ws, "Dialog")
    release(ws)
    choice = PrintChoice(event_id=event_id)
    outgoing.print_document(ws, tmp_path / "a.pdf", "briefing", choice, i18n.language("de"))
    ws.run("Move", events.move, event_id, LATER)
    dialog = opened()
    assert dialog.stale.headline.text() == "1 gedrucktes Blatt ist veraltet"
    line = "Briefing zu einer Veranstaltung, Do 13.05.2027: Dialog (gedruckt 28.04.2027 14:32, Fassung 1)"
    assert dialog.stale.line.text() == line
    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    settle()
    preview = dialog.findChild(PrintDialog)
    assert preview.before.headline.text() == "Das gedruckte Blatt ist veraltet"
    preview.close()
    settle()


def test_of_several_stale_sheets_one_is_chosen(opened, ws, tmp_path, qtbot, settle):
    event_id = make_event(ws, "Müller & Söhne")
    release(ws)
    choice = PrintChoice(event_id=event_id)
    for name in ("invitation", "briefing"):
        outgoing.print_document(ws, tmp_path / f"{name}.pdf", name, choice, i18n.language("de"))
    ws.run("Move", events.move, event_id, LATER)
    dialog = opened()
    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    menu = dialog.findChild(QMenu)
    lines = [action.text() for action in menu.actions()]
    assert len(lines) == 2
    assert "Müller && Söhne" in lines[0]
    wanted = next(at for at, line in enumerate(lines) if line.startswith("Einladung"))
    for _step in range(wanted + 1):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    settle()
    preview = dialog.findChild(PrintDialog)
    assert preview.options.row().name == "invitation"
    preview.close()
    settle()


def test_the_dialog_follows_what_changes_beside_it(opened, ws, settle):
    make_event(ws, "Erster")
    dialog = opened()
    make_event(ws, "Zweiter")
    settle()
    assert len(lines(dialog)) == 2


def test_the_dialog_can_be_used_without_eyes_and_mouse(opened, ws):
    make_event(ws)
    assert_accessible(opened())


def test_every_field_that_can_change_has_a_name():
    changes = [{name: value} for group in (MOVES, TEXTS, HOUSE_ALONE) for name, value in group.items()]
    assert {name for change in changes for name in told(**change)[1]} <= FIELDS.keys()


def test_the_foot_counts_events_before_the_first_version(foot, ws, settle):
    make_event(ws)
    settle()
    assert (foot.head, foot.lines, foot.link) == (
        "Noch keine Fassung",
        ["1 Termin geplant"],
        "Fassung 1 vorbereiten …",
    )


def test_the_foot_follows_releases_and_changes(foot, ws, settle):
    event_id = make_event(ws)
    release(ws, "Nach der Sitzung")
    settle()
    assert (foot.head, foot.lines, foot.link) == ("Fassung 1", ["freigegeben am 28. April", "seither unverändert"], "")
    assert foot.toolTip() == "Nach der Sitzung"
    ws.run("Move", events.move, event_id, LATER)
    settle()
    assert foot.accessibleName() == "Fassung 1. freigegeben am 28. April. 1 Änderung seither. Fassung 2 vorbereiten …"


def test_the_foot_opens_the_dialog_by_mouse_and_keyboard(foot, qtbot):
    qtbot.mouseClick(foot, Qt.MouseButton.LeftButton)
    qtbot.keyClick(foot, Qt.Key.Key_Space)
    assert len(foot.asked) == 2
