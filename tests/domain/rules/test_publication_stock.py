"""How long a stock lasts and how much to order."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.publications import Promise, PublicationDraft, StockLine
from domain.rules import publication_stock as rules
from domain.terms import StockReason, StockState

TODAY = date(2027, 4, 28)
PLAIN = PublicationDraft("Faltblatt")


def promise(copies, days=None, number=1):
    day = None if days is None else TODAY + timedelta(days=days)
    return Promise(UUID(int=number), f"Termin {number}", day, copies)


@pytest.mark.parametrize(
    ("fields", "stock", "promised", "state"),
    [
        ({}, -1, 0, StockState.negative),
        ({"valid_until": TODAY - timedelta(days=1)}, 500, 0, StockState.outdated),
        ({"valid_until": TODAY}, 500, 0, StockState.enough),
        ({"minimum": 10}, 0, 0, StockState.empty),
        ({}, 20, 21, StockState.runs_out),
        ({"minimum": 10}, 29, 20, StockState.low),
        ({"minimum": 10}, 30, 20, StockState.enough),
    ],
)
def test_state_is_what_weighs_most(fields, stock, promised, state):
    promises = [promise(promised, 5)] if promised else []
    assert rules.state_of(PublicationDraft("Faltblatt", **fields), stock, promises, TODAY) is state


def test_first_promise_that_is_not_covered_is_found_in_order_of_days():
    promises = [promise(50, None, 1), promise(30, 20, 2), promise(40, 3, 3), promise(0, 1, 4)]
    assert rules.uncovered(70, promises) == promises[0]
    assert rules.uncovered(69, promises) == promises[1]
    assert rules.uncovered(39, promises) == promises[2]
    assert rules.uncovered(120, promises) is None


def test_copies_of_earlier_events_are_taken_before_mine():
    promises = [promise(50, 3, 1), promise(30, 3, 2), promise(20, 3, 3), promise(9, None, 4)]
    assert rules.reserved_before(promises, TODAY + timedelta(days=3), UUID(int=2)) == 50
    assert rules.reserved_before(promises, TODAY + timedelta(days=2), UUID(int=9)) == 0


@pytest.mark.parametrize(
    ("fields", "stock", "promised", "copies"),
    [
        ({"minimum": 100, "pack_size": 40}, 30, 0, 80),
        ({"minimum": 100, "pack_size": 40}, 100, 0, 0),
        ({"minimum": 100}, 100, 7, 7),
        ({"minimum": 50}, -20, 0, 50),
        ({"minimum": 100, "valid_until": TODAY - timedelta(days=1)}, 0, 50, 0),
        ({"minimum": 100, "replaced_by_id": UUID(int=1)}, 0, 50, 0),
    ],
)
def test_order_fills_the_minimum_up_in_whole_packs(fields, stock, promised, copies):
    assert rules.to_order(PublicationDraft("Faltblatt", **fields), stock, promised, TODAY) == copies


@given(
    minimum=st.integers(0, 900),
    pack=st.none() | st.integers(1, 300),
    stock=st.integers(-50, 900),
    promised=st.integers(0, 900),
)
def test_after_the_order_the_minimum_is_there_and_one_pack_less_would_not_do(minimum, pack, stock, promised):
    order = rules.to_order(PublicationDraft("x", minimum=minimum, pack_size=pack), stock, promised, TODAY)
    size = pack or 1
    assert order % size == 0
    assert max(stock, 0) + order - promised >= minimum
    assert order == 0 or max(stock, 0) + order - size - promised < minimum


LINES = st.lists(
    st.builds(
        StockLine,
        st.integers(1, 99).map(lambda number: UUID(int=number)),
        st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
        st.integers(-90, 90),
        st.just(0),
    ),
    max_size=9,
)


@given(lines=LINES)
def test_running_stock_ends_with_the_sum_and_keeps_every_change(lines):
    found = rules.running(lines)
    assert sorted(line.quantity for line in found) == sorted(line.quantity for line in lines)
    assert (found[-1].stock if found else 0) == sum(line.quantity for line in lines)
    assert rules.stock_on(lines, date.max) == sum(line.quantity for line in lines)


def test_what_goes_is_negative_and_what_comes_or_differs_is_as_typed():
    assert [rules.signed(reason, 5) for reason in StockReason] == [5, 5, -5, -5]
