"""The councils page on two councils."""

import pytest

from domain.terms import PartnerCategory
from gui.page import ALL_TABLES
from gui.pages.councils.page import CouncilsPage
from tests.builders import HALLE, KOETHEN, make_partner


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page and waits for its lists."""
    pages = []

    def show():
        page = CouncilsPage(desk)
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


@pytest.fixture
def two(ws):
    """A council in Köthen and one in Halle."""
    return (
        make_partner(ws, "Rat Köthen", category=PartnerCategory.council, ags=KOETHEN, town="Köthen (Anhalt)"),
        make_partner(ws, "Rat Halle", category=PartnerCategory.council, ags=HALLE, town="Halle (Saale)"),
    )
