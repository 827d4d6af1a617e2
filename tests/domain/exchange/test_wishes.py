"""Wished dates as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.exchange.wishes import wished, written
from domain.rows.requests import Wish

DAY = date(2027, 3, 11)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("11.03.2027", Wish(DAY, DAY)),
        ("Do, 11.3.27", Wish(DAY, DAY)),
        ("2027-03-11 10:00", Wish(DAY, DAY, 600)),
        ("11.03.2027, 10.00 Uhr", Wish(DAY, DAY, 600)),
        ("11.03.2027 von 10:00 bis 11:30 Uhr", Wish(DAY, DAY, 600, 690)),
        ("11.03.2027 10:00-11:30", Wish(DAY, DAY, 600, 690)),
        ("11.03.2027 – 13.03.2027", Wish(DAY, date(2027, 3, 13))),
        ("11.03.2027 bis 13.03.2027, 8:00–12:00", Wish(DAY, date(2027, 3, 13), 480, 720)),
    ],
)
def test_a_wish_is_read_however_it_is_written(text, wish):
    assert wished("wish_1", text) == wish


@pytest.mark.parametrize(
    "text", ["bald", "31.02.2027", "11.03.2027 25:00", "11.03.", "11.03.2027 10:00 bis morgen", "0" * 5000]
)
def test_anything_else_is_refused_in_one_line(text):
    with pytest.raises(InvalidInputError) as refusal:
        wished("wish_2", text)
    assert refusal.value.field == "wish_2"


@settings(max_examples=40)
@given(
    st.dates(date(2020, 1, 1), date(2090, 1, 1)),
    st.integers(0, 40),
    st.none() | st.tuples(st.integers(0, 1439), st.none() | st.integers(0, 1440)),
)
def test_what_is_written_is_read_again(first, days, hours):
    start, end = hours or (None, None)
    wish = Wish(first, first + timedelta(days=days), start, end)
    assert wished("wish_1", written(wish)) == wish
