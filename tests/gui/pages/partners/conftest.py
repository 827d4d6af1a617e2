"""The page of partners in front of a real file."""

import pytest

from gui.page import ALL_TABLES
from gui.pages.partners.page import PartnersPage


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page and waits for the list."""
    pages = []

    def show():
        page = PartnersPage(desk)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1158, 704)
        page.refresh(ALL_TABLES)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        desk.changed.connect(page.refresh)
        settle()
        return page

    return show
