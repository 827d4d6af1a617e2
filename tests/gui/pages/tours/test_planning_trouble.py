"""What goes wrong while a tour is planned stands in the dialog, and what was asked for stays."""

from datetime import date
from multiprocessing import active_children

import pytest
from PySide6.QtCore import Qt

from domain.errors import LandaufError
from domain.usecases import requests, tour_rows
from gui.pages.tours.proposal import opening
from gui.pages.tours.proposal.dialog import Stage, _telling_bugs
from gui.pages.tours.proposal.lines import Group
from tests.gui.pages.tours.steps import listed, plan

LEFT = Qt.MouseButton.LeftButton


def stage(dialog):
    return Stage(dialog.stack.currentIndex())


def begin(qtbot, dialog):
    qtbot.mouseClick(dialog.primary, LEFT)
    assert stage(dialog) is Stage.running


def test_a_period_in_the_past_is_refused_beside_the_field(qtbot, dialog):
    dialog._form.first.set_date(date(2026, 3, 1))
    dialog._form.last.set_date(date(2026, 3, 19))
    qtbot.mouseClick(dialog.primary, LEFT)
    assert dialog._form.problem.words.text() == "Geplant werden können nur Tage ab morgen."
    assert stage(dialog) is Stage.wish


def test_a_period_too_long_is_refused_in_the_dialog_where_it_can_be_read(qtbot, desk, dialog, settle):
    dialog._form.last.set_date(date(2029, 5, 1))
    with qtbot.assertNotEmitted(desk.told):
        begin(qtbot, dialog)
        settle()
    assert stage(dialog) is Stage.wish
    assert dialog.trouble.isVisible()
    assert dialog.trouble.words.text() == "Es lassen sich höchstens 366 Tage auf einmal planen."


def test_trouble_goes_with_the_next_try(qtbot, dialog, settle):
    form = dialog._form
    form.last.set_date(date(2029, 5, 1))
    begin(qtbot, dialog)
    settle()
    form.last.set_date(date(2027, 5, 28))
    plan(qtbot, dialog, settle)
    assert not dialog.trouble.isVisible()


def test_a_planner_that_is_killed_leaves_the_wishes_and_a_line(qtbot, dialog, settle):
    begin(qtbot, dialog)
    qtbot.waitUntil(lambda: any(each.name == "planner" and each.pid for each in active_children()))
    for process in active_children():
        process.kill()
    settle()
    assert stage(dialog) is Stage.wish
    assert dialog.trouble.isVisible()
    assert dialog.proposal is None


def test_a_bug_of_the_planner_does_not_leave_the_dialog_waiting(qtbot, dialog):
    dialog.stage(Stage.running)
    dialog._postman.broke.emit()
    qtbot.waitUntil(lambda: stage(dialog) is Stage.wish)


@pytest.mark.parametrize(("trouble", "count"), [(LandaufError("No."), 0), (RuntimeError("bug"), 1), (None, 0)])
def test_only_a_bug_is_told_as_one(trouble, count):
    told = []

    def work(_ticket):
        if trouble is not None:
            raise trouble
        return "proposal"

    watched = _telling_bugs(work, lambda: told.append(1))
    if trouble is None:
        assert watched(None) == "proposal"
    else:
        with pytest.raises(type(trouble)):
            watched(None)
    assert len(told) == count


def test_escape_while_it_plans_ends_only_planning(qtbot, ws, dialog, settle):
    begin(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert stage(dialog) is Stage.wish
    settle()
    assert dialog.proposal is None
    assert active_children() == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert ws.ask(tour_rows.list_rows) == []


def test_closing_while_it_plans_drops_the_answer(qtbot, ws, dialog, settle):
    begin(qtbot, dialog)
    dialog.close()
    settle()
    assert ws.ask(tour_rows.list_rows) == []
    assert active_children() == []


def test_enough_brings_the_best_plan_so_far(qtbot, dialog, settle):
    begin(qtbot, dialog)
    dialog.running.take.setEnabled(True)
    qtbot.mouseClick(dialog.running.take, LEFT)
    assert not dialog.running.take.isEnabled()
    settle()
    assert stage(dialog) is Stage.result


def test_a_file_changed_meanwhile_is_told_in_one_line_and_planned_again(qtbot, ws, dialog, asked, settle):
    plan(qtbot, dialog, settle)
    row = ws.ask(requests.detail, asked[0])
    ws.run("Elsewhere", requests.decline, asked[0], "zu weit")
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert stage(dialog) is Stage.result
    assert dialog.trouble.words.text() == (
        f"„{row.draft.requester}“ wurde geändert, seit dieser Plan entstand. Bitte planen Sie neu."
    )
    assert ws.ask(tour_rows.list_rows) == []
    assert dialog.primary.text() == "Neu planen"
    plan(qtbot, dialog, settle)
    assert listed(dialog, Group.added) == []
    assert not dialog.trouble.isVisible()


def test_nothing_asked_for_is_said_and_cannot_be_taken_over(qtbot, ws, dialog, asked, settle):
    for request in asked:
        ws.run("Elsewhere", requests.decline, request, "zu weit")
    plan(qtbot, dialog, settle)
    assert not dialog.primary.isEnabled()
    assert dialog.back.hasFocus()


def test_requests_outside_the_period_are_told_apart(qtbot, dialog, settle):
    dialog._form.first.set_date(date(2027, 6, 7))
    dialog._form.last.set_date(date(2027, 6, 18))
    plan(qtbot, dialog, settle)
    assert listed(dialog, Group.left_out) == []
    assert sorted(listed(dialog, Group.outside)) == ["Nachtclub Halle", "Stadt Köthen"]


def test_without_a_tour_nothing_is_planned_anew(opened):
    assert opening.replan(opened()) is None
