"""Stops and requests dragged over the board, with prices, by real mouse and keyboard events."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt

from domain.rows.tours import Absence, StaffDraft, TourDayDraft
from domain.terms import BERLIN, RequestState
from domain.usecases import events, people, requests, tour_rows, tours
from gui.pages.tours.plan import VehicleDay
from gui.pages.tours.pricing import Price, Verdict
from tests.builders import DAY, KOETHEN, dump, make_request, make_tour, make_vehicle
from tests.gui.pages.tours.steps import add_stop, spot, titles, undo

AFTER = DAY + timedelta(days=5)


@pytest.fixture
def wide_tour(ws):
    """Thursday and the Tuesday after Whitsun, one stop on each; Friday is free between."""
    bus = make_vehicle(ws)
    tour_id, days = make_tour(ws, bus, days=1)
    last = ws.run("Add day", tours.add_day, tour_id, TourDayDraft(AFTER, bus))
    first = add_stop(ws, days[0], "Markt Köthen", start="09:00", end="11:00", ags=KOETHEN, town="Köthen (Anhalt)")
    return tour_id, bus, (days[0], last), first


def slot_spot(page, day, minute=14 * 60):
    """A point in the first vehicle's slot on a date, in the viewport."""
    slot = next(slot for slot in page.board.plan.slots() if slot.where.day == day)
    rect = page.board.in_view(QRectF(page.board.plan.scale.x(minute), slot.middle, 0, 0))
    return rect.topLeft().toPoint()


def pick_up(qtbot, page, event_id):
    """Press on a stop and pull it a little."""
    start = spot(page, event_id)
    qtbot.mousePress(page.board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(page.board.viewport(), start + QPoint(0, 20))


def test_every_place_shows_a_price_and_the_best_is_marked(opened, wide_tour, qtbot, settle):
    page = opened()
    _tour, bus, _days, first = wide_tour
    pick_up(qtbot, page, first)
    settle()
    ghosts = page.board.drag.ghosts
    assert VehicleDay(DAY, bus) not in ghosts
    assert {where.day for where in ghosts} == {DAY + timedelta(days=at) for at in range(1, 6)}
    assert [ghost.where.day for ghost in ghosts.values() if ghost.is_best] == [
        min(ghost.where.day for ghost in ghosts.values() if ghost.price.verdict is Verdict.fits)
    ]
    assert all("min" in ghost.words for ghost in ghosts.values() if ghost.price.verdict is Verdict.fits)


def test_stop_is_dragged_to_another_day_in_one_step_and_the_toast_says_so(opened, wide_tour, qtbot, settle, desk):
    page, ws = opened(), desk.workspace
    _tour, _bus, _days, first = wide_tour
    before, told = dump(ws), []
    desk.told.connect(lambda message, undoable: told.append((message, undoable)))
    goal = slot_spot(page, AFTER)
    pick_up(qtbot, page, first)
    settle()
    qtbot.mouseMove(page.board.viewport(), goal)
    assert page.board.drag.target.where.day == AFTER
    qtbot.mouseRelease(page.board.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    assert titles(page) == [[], ["Markt Köthen"]]
    assert page.picked == first
    message, undoable = told[-1]
    assert message.startswith("Markt Köthen: Di 18. Mai · Präventionsmobil · ")
    assert undoable
    undo(desk)
    assert dump(ws) == before


def test_free_day_takes_a_stop_and_undo_takes_the_day_back(opened, wide_tour, qtbot, ws, desk):
    page = opened()
    _tour, _bus, _days, first = wide_tour
    before, free = dump(ws), DAY + timedelta(days=1)
    goal = slot_spot(page, free)
    pick_up(qtbot, page, first)
    qtbot.mouseMove(page.board.viewport(), goal)
    qtbot.mouseRelease(page.board.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    assert [lane.row.day for lane in page.board.plan.lanes()] == [DAY, free, AFTER]
    assert ws.ask(events.detail, first).draft.starts_at.astimezone(BERLIN).date() == free
    undo(desk)
    assert dump(ws) == before


def test_stop_lands_where_its_price_said(opened, wide_tour, qtbot, settle):
    page = opened()
    _tour, _bus, _days, first = wide_tour
    goal = slot_spot(page, AFTER)
    pick_up(qtbot, page, first)
    settle()
    qtbot.mouseMove(page.board.viewport(), goal)
    promised = page.board.drag.ghost.price.arrives
    qtbot.mouseRelease(page.board.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    assert page.board.plan.find(first)[1].arrives == promised


def test_escape_puts_everything_back(opened, wide_tour, qtbot, settle, ws):
    page = opened()
    _tour, _bus, _days, first = wide_tour
    before, goal = dump(ws), slot_spot(page, AFTER)
    pick_up(qtbot, page, first)
    settle()
    qtbot.mouseMove(page.board.viewport(), goal)
    assert page.board.chip.isVisible()
    qtbot.keyClick(page.board, Qt.Key.Key_Escape)
    assert page.board.drag is None
    assert not page.board.chip.isVisible()
    qtbot.mouseRelease(page.board.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    assert dump(ws) == before


def test_chip_stays_clear_of_the_price_below_the_mouse(opened, wide_tour, qtbot, settle):
    page = opened()
    _tour, _bus, _days, first = wide_tour
    pick_up(qtbot, page, first)
    settle()
    ghost = next(ghost for ghost in page.board.drag.ghosts.values() if ghost.where.day == AFTER)
    over = page.board.in_view(ghost.rect)
    for x in (over.left() - 40, over.left() + 2, over.center().x(), over.right() - 2):
        qtbot.mouseMove(page.board.viewport(), QPoint(round(x), round(over.center().y())))
        origin = page.board.viewport().mapTo(page, QPoint(0, 0))
        price = over.translated(origin.x(), origin.y()).toAlignedRect()
        assert not page.board.chip.geometry().intersects(price.adjusted(1, 1, -1, -1))
    qtbot.keyClick(page.board, Qt.Key.Key_Escape)


def test_order_within_a_day_follows_the_mouse(opened, tour, qtbot, settle):
    page = opened()
    _tour, _days, (_first, second) = tour
    start = spot(page, second)
    goal = QPoint(round(page.board.plan.scale.x(7 * 60)), start.y())
    qtbot.mousePress(page.board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(page.board.viewport(), start - QPoint(30, 0))
    settle()
    qtbot.mouseMove(page.board.viewport(), goal)
    assert page.board.drag.position == 1
    qtbot.mouseRelease(page.board.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    assert titles(page)[0] == ["Schule Halle", "Markt Köthen"]


def test_let_go_at_the_old_place_changes_nothing(opened, tour, qtbot, ws):
    page = opened()
    before = dump(ws)
    start = spot(page, tour[2][0])
    qtbot.mousePress(page.board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(page.board.viewport(), start + QPoint(30, 0))
    qtbot.mouseRelease(page.board.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(12, 0))
    assert dump(ws) == before


def test_end_of_a_stay_is_pulled_in_steps_of_five_minutes(opened, tour, qtbot, ws, desk):
    page = opened()
    _tour, _days, (first, _second) = tour
    before = dump(ws)
    lane, block = page.board.plan.find(first)
    scale = page.board.plan.scale
    start = page.board.in_view(QRectF(scale.x(block.leaves), lane.middle, 0, 0)).topLeft().toPoint()
    goal = QPoint(round(scale.x(block.leaves + 34)), start.y())
    qtbot.mousePress(page.board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(page.board.viewport(), start + QPoint(12, 0))
    qtbot.mouseMove(page.board.viewport(), goal)
    assert page.board.chip.words.startswith("09:00–11:35")
    qtbot.mouseRelease(page.board.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    ends = ws.ask(events.detail, first).draft.ends_at.astimezone(BERLIN)
    assert f"{ends:%H:%M}" == "11:35"
    undo(desk)
    assert dump(ws) == before


def test_stay_pulled_into_the_next_drive_says_what_is_missing(opened, tour, qtbot):
    page = opened()
    _tour, _days, (first, _second) = tour
    lane, block = page.board.plan.find(first)
    scale = page.board.plan.scale
    start = page.board.in_view(QRectF(scale.x(block.leaves), lane.middle, 0, 0)).topLeft().toPoint()
    qtbot.mousePress(page.board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(page.board.viewport(), QPoint(round(scale.x(13.5 * 60)), start.y()))
    assert "Halle" in page.board.chip.note
    qtbot.keyClick(page.board, Qt.Key.Key_Escape)
    assert page.board.emphasis.resized is None


def test_beginning_of_a_stay_is_pulled_too(opened, tour, qtbot, ws):
    page = opened()
    _tour, _days, (first, _second) = tour
    lane, block = page.board.plan.find(first)
    scale = page.board.plan.scale
    start = page.board.in_view(QRectF(scale.x(block.arrives), lane.middle, 0, 0)).topLeft().toPoint()
    goal = QPoint(round(scale.x(block.arrives - 30)), start.y())
    qtbot.mousePress(page.board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(page.board.viewport(), goal)
    qtbot.mouseRelease(page.board.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    starts = ws.ask(events.detail, first).draft.starts_at.astimezone(BERLIN)
    assert f"{starts:%H:%M}" == "08:30"


@pytest.fixture
def asked(ws):
    """An open request for Köthen that wishes Thursday to Tuesday."""
    return make_request(ws, "Grundschule Radis", ags=KOETHEN, duration_minutes=90, earliest=DAY, latest=AFTER)


@pytest.mark.usefixtures("wide_tour")
def test_request_is_dragged_in_from_the_list(opened, asked, qtbot, settle, desk):
    page, ws = opened(), desk.workspace
    before = dump(ws)
    row = next(row for row in page.left_out.rows() if row.ask.id == asked)
    qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    qtbot.mouseMove(row, QPoint(20, 40))
    assert page.board.drag.held.is_request
    settle()
    assert page.board.drag.ghosts
    goal = row.mapFromGlobal(page.board.viewport().mapToGlobal(slot_spot(page, AFTER)))
    qtbot.mouseMove(row, goal)
    assert page.board.drag.target.where.day == AFTER
    qtbot.mouseRelease(row, Qt.MouseButton.LeftButton, pos=goal)
    assert titles(page)[-1] == ["Grundschule Radis"]
    assert ws.ask(requests.detail, asked).state is RequestState.accepted
    settle()
    assert not page.left_out.rows()
    undo(desk)
    assert dump(ws) == before


@pytest.mark.usefixtures("wide_tour", "asked")
def test_request_dragged_beside_the_board_stays_in_the_list(opened, qtbot, ws):
    page = opened()
    before = dump(ws)
    row = page.left_out.rows()[0]
    qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    qtbot.mouseMove(row, QPoint(20, 40))
    qtbot.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    assert page.board.drag is None
    assert dump(ws) == before


def test_days_scroll_while_a_stop_is_held_at_the_edge(opened, ws, qtbot):
    bus = make_vehicle(ws)
    _tour, days = make_tour(ws, bus, days=20)
    first = add_stop(ws, days[0], "Markt Köthen", start="09:00", end="11:00", ags=KOETHEN)
    page = opened()
    bar, view = page.board.verticalScrollBar(), page.board.viewport()
    assert bar.maximum() > 0
    pick_up(qtbot, page, first)
    qtbot.mouseMove(view, QPoint(400, view.height() - 4))
    qtbot.waitUntil(lambda: bar.value() > 40)
    qtbot.keyClick(page.board, Qt.Key.Key_Escape)


def test_prices_of_another_stop_come_too_late(opened, wide_tour, qtbot):
    page = opened()
    _tour, bus, _days, first = wide_tour
    pick_up(qtbot, page, first)
    page.board.show_prices(bus, {VehicleDay(AFTER, bus): Price(Verdict.fits, 5)})
    assert page.board.drag.ghosts == {}
    qtbot.keyClick(page.board, Qt.Key.Key_Escape)


def test_absent_crew_speaks_against_a_day_that_would_fit(opened, ws, qtbot, settle):
    person = ws.run("Person", people.create, StaffDraft("Ute Roth", absences=(Absence(AFTER, AFTER, "Urlaub"),)))
    bus = make_vehicle(ws)
    tour_id, _days = make_tour(ws, bus, days=0)
    for day in (DAY, AFTER):
        ws.run("Add day", tours.add_day, tour_id, TourDayDraft(day, bus, crew_ids=(person,)))
    day_id = ws.ask(tour_rows.detail, tour_id).days[0].id
    first = add_stop(ws, day_id, "Markt Köthen", start="09:00", end="11:00", ags=KOETHEN)
    page = opened()
    pick_up(qtbot, page, first)
    settle()
    ghost = page.board.drag.ghosts[VehicleDay(AFTER, bus)]
    assert ghost.price.verdict is not Verdict.fits
    assert ghost.price.reason[0] == "Ute Roth abwesend: Urlaub"
    weekend = page.board.drag.ghosts[VehicleDay(DAY + timedelta(days=2), bus)]
    assert weekend.price.verdict is not Verdict.fits
    qtbot.keyClick(page.board, Qt.Key.Key_Escape)
