"""The page of the inbox, shown."""

import pytest

from gui.page import ALL_TABLES
from gui.pages.requests.page import RequestsPage


@pytest.fixture
def opened(qtbot, desk):
    """A function that shows the page."""
    pages = []

    def show():
        page = RequestsPage(desk)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1158, 704)
        page.refresh(ALL_TABLES)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        desk.changed.connect(page.refresh)
        return page

    return show
