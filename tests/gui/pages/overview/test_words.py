"""Days and waiting in words."""

from datetime import date

import pytest

from domain import i18n
from gui import texts
from gui.pages.overview import later_lines, words

TODAY = date(2027, 4, 28)


@pytest.fixture
def english():
    """The window in English for one test."""
    texts.use(i18n.language("en"))
    yield
    texts.use(i18n.language("de"))


@pytest.mark.parametrize(
    ("day", "said"),
    [(TODAY, "heute"), (date(2027, 4, 29), "Do 29."), (date(2027, 5, 11), "Di 11."), (date(2027, 5, 13), "13.05.")],
)
def test_near_days_are_said_by_weekday(day, said):
    assert words.near_day(day, TODAY) == said


@pytest.mark.parametrize(
    ("due", "said"), [(TODAY, "heute"), (date(2027, 4, 27), "seit 1 Tag"), (date(2027, 4, 16), "seit 12 Tagen")]
)
def test_what_is_late_says_since_when(due, said):
    assert later_lines.due_day(due, TODAY) == said


def test_long_day_is_what_babel_would_say():
    for code in ("de", "en"):
        language = i18n.language(code)
        texts.use(language)
        assert words.long_day(TODAY).replace(",", "") == language.long_day(TODAY).replace(",", "")
    texts.use(i18n.language("de"))


def test_half_year_turns_in_july():
    assert words.half_year(date(2027, 6, 30)) == "1. Halbjahr 2027"
    assert words.half_year(date(2027, 7, 1)) == "2. Halbjahr 2027"


def test_words_are_english_by_setting(english):
    assert words.near_day(TODAY, TODAY) == "today"
    assert words.week_of(TODAY) == "Week 17"
