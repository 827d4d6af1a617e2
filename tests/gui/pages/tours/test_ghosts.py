"""Prices in words and boxes, the chip beside them, and stays that are pulled."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from domain.usecases import tour_rows
from gui.pages.tours import words
from gui.pages.tours.drag import chip_rect
from gui.pages.tours.ghosts import ghosts
from gui.pages.tours.layout import Surroundings, plan_board
from gui.pages.tours.plan import Block, VehicleDay
from gui.pages.tours.pricing import Price, Verdict, best_place, signed, wordings
from gui.pages.tours.stretch import Edge, edge_at, squeeze, stretched
from tests.builders import DAY

BUS, VAN = UUID(int=1), UUID(int=2)
NEXT = DAY + timedelta(days=1)
WIDE = QRectF(0, 0, 1000, 600)


def test_best_place_is_the_cheapest_that_fits_apart_from_its_own():
    prices = {
        VehicleDay(DAY, BUS): Price(Verdict.fits, -50),
        VehicleDay(DAY, VAN): Price(Verdict.strained, -40),
        VehicleDay(NEXT, BUS): Price(Verdict.fits, 12),
        VehicleDay(NEXT, VAN): Price(Verdict.fits, 12),
    }
    assert best_place(prices, VehicleDay(DAY, BUS)) == VehicleDay(NEXT, BUS)
    assert best_place({VehicleDay(DAY, BUS): Price(Verdict.broken, -5)}, None) is None


@pytest.mark.parametrize(("minutes", "shown"), [(35, "+35 min"), (-6, "−6 min"), (0, "±0 min")])
def test_minutes_bear_their_sign(minutes, shown):
    assert signed(minutes) == shown


def test_reason_comes_before_the_figure_and_gets_shorter():
    price = Price(Verdict.broken, 40, None, ("Dienst 52 min zu lang", "Dienst +52 min"))
    assert wordings(price) == ["Dienst 52 min zu lang · +40 min", "Dienst 52 min zu lang", "Dienst +52 min"]
    assert wordings(Price(Verdict.fits, -6, -8.4), is_best=True) == [
        "−6 min · −8 km · passt",
        "−6 min · passt",
        "−6 min",
    ]
    assert wordings(Price(Verdict.fits)) == ["passt"] * 3


@pytest.fixture
def plan(ws, tour):
    """The board of the tour of two days, 800 pixels wide."""
    days = ws.ask(tour_rows.detail, tour[0]).days
    return plan_board(days, 800, Surroundings(words.freedom(day.day for day in days)))


def test_price_lies_between_stops_or_behind_them_but_not_on_them(plan):
    lane = plan.lanes()[0]
    where = VehicleDay(lane.row.day, lane.row.vehicle_id)
    for arrives in range(6 * 60, 19 * 60, 20):
        price = Price(Verdict.fits, 120, None, (), arrives)
        rect = ghosts(plan, {where: price}, 120, None)[where].rect
        assert not any(
            rect.left() < plan.scale.x(block.leaves) and rect.right() > plan.scale.x(block.arrives)
            for block in lane.blocks
        )


def test_own_place_has_no_price(plan):
    where = VehicleDay(plan.lanes()[0].row.day, plan.lanes()[0].row.vehicle_id)
    assert ghosts(plan, {where: Price(Verdict.fits, 0)}, 60, where) == {}


def test_chip_hangs_below_the_mouse_where_there_is_no_place():
    assert chip_rect(QPointF(100, 100), QSizeF(120, 26), None, None, WIDE) == QRectF(114, 110, 120, 26)


@given(st.floats(0, 1000), st.floats(0, 400), st.floats(60, 190))
def test_chip_never_covers_the_price_and_stays_inside(x, left, width):
    slot, price = QRectF(0, 200, 1000, 28), QRectF(left, 200, width, 28)
    chip = chip_rect(QPointF(x, 214), QSizeF(200, 26), slot, price, WIDE)
    assert not chip.intersects(price)
    assert WIDE.contains(chip)


def test_chip_goes_below_where_a_narrow_page_leaves_no_room_beside():
    bounds, price = QRectF(0, 0, 300, 600), QRectF(60, 200, 180, 28)
    chip = chip_rect(QPointF(150, 214), QSizeF(200, 26), QRectF(0, 200, 300, 28), price, bounds)
    assert chip.top() >= price.bottom()


def test_ends_of_a_stop_can_be_taken_and_its_middle_not(plan):
    block = plan.lanes()[0].blocks[0]
    assert edge_at(plan, block, plan.scale.x(block.arrives) + 2) is Edge.begin
    assert edge_at(plan, block, plan.scale.x(block.leaves) - 2) is Edge.end
    assert edge_at(plan, block, plan.scale.x((block.arrives + block.leaves) / 2)) is None


@given(minutes=st.floats(-600, 600), edge=st.sampled_from(Edge))
def test_stay_changes_in_steps_and_never_ends_before_it_begins(minutes, edge):
    one = Block(None, 1, is_round=True, arrives=510, opens=540, closes=660, leaves=675)
    shown = stretched(one, edge, minutes)
    assert shown.opens % 5 == shown.closes % 5 == 0
    assert shown.closes - shown.opens >= 5
    assert (shown.opens - shown.arrives, shown.leaves - shown.closes) == (30, 15)


def test_last_stop_of_a_day_pulled_too_long_tells_the_duty(plan):
    lane = plan.lanes()[0]
    assert squeeze(lane, stretched(lane.blocks[-1], Edge.end, 0)) == ""
    assert squeeze(lane, stretched(lane.blocks[-1], Edge.end, 300)).startswith("Dienst")


def test_stay_that_gets_shorter_squeezes_nobody(plan):
    lane = plan.lanes()[0]
    assert squeeze(lane, stretched(lane.blocks[0], Edge.end, -30)) == ""
