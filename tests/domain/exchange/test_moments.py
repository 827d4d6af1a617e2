"""Days and hours are read as people write them into cells."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.exchange.moments import Moments, is_open, moments

DAY, NEXT = date(2027, 3, 12), date(2027, 3, 13)
EVENING = Moments(DAY, None, 18 * 60, 20 * 60)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12.3.27", Moments(DAY)),
        ("Fr. 12.03.2027", Moments(DAY)),
        ("Freitag, den 12. März 2027", Moments(DAY)),
        ("12. Mrz. 2027", Moments(DAY)),
        ("12 March 2027", Moments(DAY)),
        ("2027-03-12", Moments(DAY)),
        ("46458", Moments(DAY)),
        ("12.03.2027 (ganztägig)", Moments(DAY)),
        ("12.03.2027, 18–20 Uhr", EVENING),
        ("12. März 2027 von 18.00 Uhr bis 20.00 Uhr", EVENING),
        ("2027-03-12 18:00 - 20:00", EVENING),
        ("12.–13.03.2027", Moments(DAY, NEXT)),
        ("12. und 13. März 2027", Moments(DAY, NEXT)),
        ("12. März 2027 bis 13. März 2027", Moments(DAY, NEXT)),
        ("12.03.2027 22:00 bis 13.03.2027 2:00", Moments(DAY, NEXT, 22 * 60, 120)),
        ("31.12.–1.1.2028", Moments(date(2027, 12, 31), date(2028, 1, 1))),
        ("18–20 Uhr", Moments(None, None, 18 * 60, 20 * 60)),
        ("ab 18.30 Uhr", Moments(None, None, 18 * 60 + 30)),
        ("0,75", Moments(None, None, 18 * 60)),
        ("9 bis 12", Moments(None, None, 9 * 60, 12 * 60)),
        ("ganztägig", Moments()),
    ],
)
def test_days_and_hours_are_read_in_every_spelling(text, found):
    assert moments("day", text) == found


@pytest.mark.parametrize(
    "text", ["31.02.2027", "12.3.", "März 2027", "25 Uhr", "=HEUTE()", "Mo–Mi", "12.03.2027 abends"]
)
def test_what_is_neither_day_nor_hour_is_refused(text):
    with pytest.raises(InvalidInputError) as refusal:
        moments("day", text)
    assert refusal.value.problems[0].field == "day"


@pytest.mark.parametrize("text", ["folgt", "Noch offen", "tba", "N.N.", "?"])
def test_an_open_day_is_known_as_one(text):
    assert is_open(text)
    assert not is_open(f"{text} 12.03.2027")


@settings(max_examples=40)
@given(st.text(max_size=60))
def test_no_text_does_worse_than_being_refused(text):
    try:
        moments("day", text)
    except InvalidInputError as refusal:
        assert refusal.problems  # noqa: PT017 - either outcome is right
