"""Planning from the tours page: wish, wait, compare, take over; planning anew after an incident."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from domain.planning.plan import Phase, Progress
from domain.rows.proposals import Relaxed
from domain.terms import RequestState, Weight
from domain.usecases import requests, tour_rows
from gui.pages.tours.proposal import opening
from gui.pages.tours.proposal.lines import Group
from gui.pages.tours.proposal.running import quality
from tests.gui.pages.tours.steps import listed, plan


def test_it_opens_with_three_weeks_and_all_vehicles(dialog):
    wish = dialog._form.wish()
    assert (wish.first, wish.last) == (date(2027, 5, 10), date(2027, 5, 28))
    assert len(wish.vehicle_ids) == 1
    assert (wish.stability, wish.coverage, wish.priorities) == (Weight.usual,) * 3


def test_a_period_upside_down_is_refused_beside_the_field(qtbot, dialog):
    dialog._form.last.set_date(date(2027, 5, 1))
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog._form.problem.isVisible()
    assert dialog.stack.currentIndex() == 0


def test_a_proposal_is_compared_before_it_is_taken_over_in_one_step(qtbot, ws, dialog, asked, settle):
    plan(qtbot, dialog, settle)
    assert listed(dialog, Group.added) == ["Stadt Köthen"]
    assert listed(dialog, Group.left_out) == ["Nachtclub Halle"]
    assert ws.ask(tour_rows.list_rows) == [], "nothing is stored before"
    with qtbot.waitSignal(dialog.taken):
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    settle()
    (tour,) = ws.ask(tour_rows.list_rows)
    assert tour.stops == 1
    assert ws.ask(requests.detail, asked[0]).state is RequestState.accepted
    ws.undo()
    assert ws.ask(tour_rows.list_rows) == []


def test_a_wish_taken_less_strictly_is_planned_at_once(qtbot, dialog, asked, settle):
    plan(qtbot, dialog, settle)
    dialog.proposal = None
    dialog.start(Relaxed(str(asked[1]), longer=480))
    qtbot.waitUntil(lambda: dialog.proposal is not None, timeout=30_000)
    assert sorted(listed(dialog, Group.added)) == ["Nachtclub Halle", "Stadt Köthen"]


def test_wishes_can_be_changed_after_a_proposal(qtbot, dialog, settle):
    plan(qtbot, dialog, settle)
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.stack.currentIndex() == 0
    assert dialog.primary.isVisible()


def test_progress_says_how_good_the_best_plan_is(dialog):
    dialog.running.begin(20)
    assert not dialog.running.take.isEnabled()
    dialog.running.show_progress(Progress(Phase.choosing, 7.3, 19_000, 18_950.0))
    assert dialog.running.quality.text() == "Höchstens 0,3 % über dem besten möglichen Plan"
    assert dialog.running.clock.text() == "7 von höchstens 20 Sekunden"
    assert dialog.running.take.isEnabled()


@pytest.mark.parametrize(
    ("cost", "bound", "words"),
    [
        (None, None, "Noch kein Plan"),
        (100, None, "Ein erster Plan ist gefunden"),
        (1_000, 999.5, "Höchstens 0,1 % über dem besten möglichen Plan"),
    ],
)
def test_quality_never_promises_too_much(cost, bound, words):
    assert quality(cost, bound) == words


def test_without_a_vehicle_the_page_says_so(qtbot, desk, opened):
    page = opened()
    with qtbot.waitSignal(desk.told):
        assert opening.propose(page) is None
