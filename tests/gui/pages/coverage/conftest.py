"""The coverage page over a file of the test's own."""

import pytest

from domain.terms import EventKind, EventState
from domain.usecases import targets
from gui.page import ALL_TABLES
from gui.pages.coverage.page import CoveragePage
from tests.builders import make_event

SALZWEDEL, STENDAL, HALLE = "15081455", "15090535", "15002000"
DIALOGUE = EventKind.citizen_dialogue
NOW = "2027-H1"


@pytest.fixture
def aim(ws):
    """A function that sets targets of this half-year: aim(**{"15081": 2})."""

    def put(kind=DIALOGUE, half_year=NOW, **aims):
        wanted = {(ags.removeprefix("k"), kind): number for ags, number in aims.items()}
        ws.run("Set targets", targets.put, half_year, wanted)

    return put


@pytest.fixture
def held(ws):
    """A function that adds an event that took place."""

    def add(ags, day, **fields):
        return make_event(ws, f"Dialog {ags}", day=day, ags=ags, state=EventState.held, **fields)

    return add


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page with everything read."""

    def show(width=1158):
        page = CoveragePage(desk)
        qtbot.addWidget(page)
        page.filters.setParent(None)
        qtbot.addWidget(page.filters)
        page.refresh(ALL_TABLES)
        page.resize(width, 684)
        with qtbot.waitExposed(page):
            page.show()
        desk.changed.connect(page.refresh)
        settle()
        qtbot.waitUntil(lambda: bool(page.side.finder.found.taken) and not desk.tasks.is_busy)
        return page

    return show
