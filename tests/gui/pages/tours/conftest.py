"""A tour of two days and a page that shows it."""

import pytest

from gui.page import ALL_TABLES
from gui.pages.tours.page import ToursPage
from tests.builders import (
    HALLE,
    KOETHEN,
    make_tour,
    make_vehicle,
)
from tests.gui.pages.tours.steps import add_stop


@pytest.fixture
def tour(ws):
    """A tour of two days with two stops on the first: Köthen, then Halle."""
    tour_id, days = make_tour(ws, make_vehicle(ws), days=2)
    first = add_stop(ws, days[0], "Markt Köthen", start="09:00", end="11:00", ags=KOETHEN, town="Köthen (Anhalt)")
    second = add_stop(ws, days[0], "Schule Halle", start="14:00", end="16:00", ags=HALLE, town="Halle (Saale)")
    return tour_id, days, (first, second)


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page and waits for what comes second."""

    def show():
        page = ToursPage(desk)
        qtbot.addWidget(page)
        page.resize(1158, 704)
        page.refresh(ALL_TABLES)
        with qtbot.waitExposed(page):
            page.show()
        desk.changed.connect(page.refresh)
        settle()
        return page

    return show
