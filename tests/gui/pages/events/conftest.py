"""The page of events in front of a real file."""

import pytest

from gui.page import ALL_TABLES
from gui.pages.events.page import EventsPage


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page, as the window does, and waits for the list."""

    kept = []

    def show():
        page = EventsPage(desk)
        kept.append(page)
        qtbot.addWidget(page)
        page.refresh(ALL_TABLES)
        page.resize(1158, 704)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        desk.changed.connect(page.refresh)
        settle()
        return page

    yield show
    kept.clear()


@pytest.fixture
def record(opened, settle):
    """A function that opens one event."""

    def show(event_id):
        page = opened()
        page.show_record(event_id)
        settle()
        return page.record

    return show


@pytest.fixture
def meeting(record):
    """A function that opens an event and brings one of its tabs to the front."""

    def show(event_id, name):
        opened = record(event_id)
        page = getattr(opened.meeting, name)
        opened.tabs.bar.setCurrentIndex(opened.tabs.stack.indexOf(page))
        return page

    return show
