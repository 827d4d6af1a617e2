"""Planning from the tours page: wish, wait, compare, take over; planning anew after an incident."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from domain.planning.plan import Phase, Progress
from domain.rows.proposals import Relaxed
from domain.terms import RequestState, Weight
from domain.usecases import requests, tour_rows
from gui.pages.tours.proposal import opening
from gui.pages.tours.proposal.incident_form import CANCELLED
from gui.pages.tours.proposal.lines import Group
from gui.pages.tours.proposal.running import quality
from tests.builders import HALLE, KOETHEN, make_request, make_vehicle

PATIENCE = 30_000


@pytest.fixture
def asked(ws):
    """Two requests for one vehicle: one that can be served, one for a Saturday night."""
    make_vehicle(ws)
    served = make_request(
        ws, "Stadt Köthen", ags=KOETHEN, duration_minutes=180, earliest=date(2027, 5, 11), latest=date(2027, 5, 12)
    )
    never = make_request(
        ws, "Nachtclub Halle", ags=HALLE, duration_minutes=180, earliest=date(2027, 5, 11), latest=date(2027, 5, 12),
        from_minute=1260, to_minute=1440,
    )  # fmt: skip
    return served, never


@pytest.fixture
def dialog(asked, opened):
    """The dialog for a proposal, just opened."""
    page = opened()
    return opening.propose(page)


def plan(qtbot, dialog, settle):
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.proposal is not None, timeout=PATIENCE)
    settle()


def shown(dialog, group):
    return [line.title for line in dialog.found.models[group].rows()]


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
    assert shown(dialog, Group.added) == ["Stadt Köthen"]
    assert shown(dialog, Group.left_out) == ["Nachtclub Halle"]
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
    qtbot.waitUntil(lambda: dialog.proposal is not None, timeout=PATIENCE)
    assert sorted(shown(dialog, Group.added)) == ["Nachtclub Halle", "Stadt Köthen"]


def test_wishes_can_be_changed_after_a_proposal(qtbot, dialog, settle):
    plan(qtbot, dialog, settle)
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.stack.currentIndex() == 0
    assert dialog.primary.isVisible()


def test_closing_while_it_plans_drops_the_answer(qtbot, ws, dialog, settle):
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    dialog.reject()
    settle()
    assert ws.ask(tour_rows.list_rows) == []


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


def test_a_cancelled_stop_needs_a_reason(tour, opened):
    page = opened()
    dialog = opening.replan(page)
    form = dialog._form
    form.what.set_value(CANCELLED)
    form.stops.set_values([tour[2][0]])
    assert form.wish() is None
    form.purpose.setText("Halle gesperrt")
    (gone,) = form.wish().cancelled
    assert (gone.event_id, gone.reason) == (tour[2][0], "Halle gesperrt")


def test_a_vehicle_that_is_out_has_days_and_a_purpose(tour, opened):
    page = opened()
    dialog = opening.replan(page)
    dialog._form.purpose.setText("Werkstatt")
    (out,) = dialog._form.wish().out
    assert (out.first, out.purpose) == (page.detail.days[0].day, "Werkstatt")


def test_without_a_vehicle_the_page_says_so(qtbot, desk, opened):
    page = opened()
    with qtbot.waitSignal(desk.told):
        assert opening.propose(page) is None
