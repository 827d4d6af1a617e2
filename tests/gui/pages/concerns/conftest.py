"""The page of concerns on a desk."""

import pytest

from gui.page import ALL_TABLES
from gui.pages.concerns.page import ConcernsPage


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page."""

    def show():
        page = ConcernsPage(desk)
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
