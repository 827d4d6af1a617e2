"""The evaluation page over a file of the test's own."""

from datetime import date

import pytest

from domain.terms import EventKind, EventState
from gui.page import ALL_TABLES
from gui.pages.evaluation.page import EvaluationPage
from gui.shell import Shell
from tests.builders import HALLE, KOETHEN, make_event, make_group, make_partner, make_request, make_topic

DAY = date(2027, 3, 2)


@pytest.fixture
def held(ws):
    """A function that adds an event that took place."""

    def add(day=DAY, **fields):
        return make_event(ws, day=day, state=EventState.held, **({"ags": KOETHEN} | fields))

    return add


@pytest.fixture
def year(ws, held):
    """Three held events and one planned, a topic, a target group and a request; gives the topic's id."""
    topic, group = make_topic(ws, "Einbruch"), make_group(ws)
    school = make_partner(ws, "Schule")
    held(topic_ids=(topic,), target_group_ids=(group,), actual=40, host_id=school)
    held(date(2027, 2, 1), kind=EventKind.lecture, ags=HALLE, actual=25, kilometres=12.5)
    held(date(2026, 11, 5), kind=EventKind.lecture, actual=10)
    make_event(ws, kind=EventKind.lecture, ags=HALLE, expected=60)
    make_request(ws, received_on=DAY)
    return topic


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page with everything counted."""

    def show(width=1158, height=684):
        page = EvaluationPage(desk)
        qtbot.addWidget(page)
        page.refresh(ALL_TABLES)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        desk.changed.connect(page.refresh)
        settle()
        return page

    return show


@pytest.fixture
def shell_with(qtbot, desk):
    """A function that opens the whole window on the test's file; closed in the end."""
    windows = []

    def show():
        window = Shell()
        windows.append(window)
        qtbot.addWidget(window)
        window.attach(desk)
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        return window, desk

    yield show
    for window in windows:
        window.close()
