"""The page of lectures on a real file."""

import pytest

from gui.page import ALL_TABLES
from gui.pages.lectures.page import LecturesPage


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page on one of its views."""

    def show(view="lectures"):
        page = LecturesPage(desk)
        qtbot.addWidget(page)
        page.refresh(ALL_TABLES)
        page.resize(1158, 704)
        with qtbot.waitExposed(page):
            page.show()
        desk.changed.connect(page.refresh)
        page.show_view(view)
        settle()
        return page

    return show
