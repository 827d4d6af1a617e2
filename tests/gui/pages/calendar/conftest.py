"""The calendar page on a real file."""

import pytest

from gui.page import ALL_TABLES
from gui.pages.calendar.page import CalendarPage
from tests.builders import DAY


@pytest.fixture
def open_calendar(qtbot, desk, settle):
    """A function that shows the page with the day of the samples picked, everything read."""

    opened = []  # a page nobody holds may be collected while Qt still paints it

    def open_page(width=1110, height=664):
        page = CalendarPage(desk)
        opened.append(page)
        qtbot.addWidget(page)
        page.resize(width, height)
        desk.changed.connect(page.refresh)
        page.refresh(ALL_TABLES)
        with qtbot.waitExposed(page):
            page.show()
        page.go_to(DAY)
        settle()
        return page

    yield open_page
    for page in opened:
        page.close()
