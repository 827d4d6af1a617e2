"""A tour of two days and a page that shows it."""

from datetime import date

import pytest

from gui.page import ALL_TABLES
from gui.pages.tours.page import ToursPage
from gui.pages.tours.proposal import opening
from tests.builders import (
    HALLE,
    KOETHEN,
    make_request,
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


@pytest.fixture
def asked(ws):
    """Two requests for one vehicle: one that can be served, one for a time at night."""
    make_vehicle(ws)
    span = {"duration_minutes": 180, "earliest": date(2027, 5, 11), "latest": date(2027, 5, 12)}
    served = make_request(ws, "Stadt Köthen", ags=KOETHEN, **span)
    never = make_request(ws, "Nachtclub Halle", ags=HALLE, from_minute=1260, to_minute=1440, **span)
    return served, never


@pytest.fixture
def dialog(asked, opened):
    """The dialog for a proposal, just opened."""
    return opening.propose(opened())
