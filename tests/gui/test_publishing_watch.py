"""What waits to be published stands in the navigation; what failed is tried again; nothing ticks on afterwards."""

from datetime import timedelta

import pytest

from domain.rows.outlets import OutletDraft
from domain.usecases import events, outlets, releases
from gui import registry
from gui.desk import Desk
from gui.dialogs.publishing_offer import watch_publishing
from gui.publishing_watch import FIRST_WAIT_S, LONGEST_WAIT_S, waiting_words, watch_of
from gui.widgets.navigation import Navigation
from tests.builders import DAY, KOETHEN, ZERBST, make_event


@pytest.fixture
def place(tmp_path):
    made = tmp_path / "web"
    made.mkdir()
    return made


@pytest.fixture
def event(ws, place):
    """An event to publish in the folder of an outlet."""
    ws.run("Add", outlets.add, OutletDraft("Webspace", address=str(place)))
    return make_event(ws, "Dialog", ags=KOETHEN)


@pytest.fixture
def watch(desk, settle, event):
    made = watch_of(desk)
    settle()
    return made


@pytest.fixture
def navigation(qtbot):
    made = Navigation(registry.pages())
    qtbot.addWidget(made)
    return made


def test_a_desk_has_one_watch(desk, watch):
    assert watch_of(desk) is watch


def test_a_change_after_publishing_waits(desk, ws, settle, watch, event):
    watch.publish()
    settle()
    assert watch.waiting == 0
    make_event(ws, "Vortrag", ags=ZERBST)
    desk.run("Move", events.move, event, DAY + timedelta(days=3))
    settle()
    assert watch.waiting == 2


def test_what_waits_stands_in_the_navigation_and_goes_when_it_is_published(desk, settle, navigation, watch):
    told = []
    watch_publishing(navigation, desk, lambda *line: told.append(line))
    entry = navigation.entries["publishing"]
    assert "1" in entry.accessibleName()
    watch.publish()
    settle()
    assert entry.accessibleName() == entry.text()
    assert told == []


def test_after_a_release_the_offer_publishes(desk, settle, navigation, watch, place):
    told = []
    watch_publishing(navigation, desk, lambda *line: told.append(line))
    desk.run(releases.RELEASED, releases.release)
    settle()
    ((words, _button, act),) = told
    assert words == waiting_words(1)
    act()
    settle()
    assert watch.waiting == 0
    assert (place / "oeffentlich" / "alle.ics").is_file()


def test_a_change_alone_offers_nothing(desk, qtbot, settle, watch, event):
    with qtbot.assertNotEmitted(watch.offered):
        desk.run("Move", events.move, event, DAY + timedelta(days=3))
        settle()


def test_pauses_double_up_to_the_longest(settle, watch, place):
    place.rmdir()
    watch.publish()
    settle()
    pauses = [watch.timer.interval() // 1000]
    while pauses[-1] < LONGEST_WAIT_S:
        watch.try_again()
        settle()
        pauses.append(watch.timer.interval() // 1000)
    assert pauses == [min(FIRST_WAIT_S * 2**number, LONGEST_WAIT_S) for number in range(len(pauses))]
    watch.try_again()
    settle()
    assert watch.timer.interval() == LONGEST_WAIT_S * 1000


def test_only_what_failed_is_tried_again(desk, ws, settle, watch, place, tmp_path):
    good = tmp_path / "good"
    good.mkdir()
    kept = desk.run("Add", outlets.add, OutletDraft("Laufwerk", address=str(good)))
    place.rmdir()
    watch.publish()
    settle()
    written = good / "oeffentlich" / "alle.ics"
    written.unlink()
    watch.try_again()
    settle()
    assert not written.exists()
    watch.publish((kept,))
    settle()
    assert written.is_file()


def test_a_closed_desk_leaves_no_timer_ticking(qtbot, ws, clock, event, place):
    place.rmdir()
    other = Desk(ws, clock)
    watch = watch_of(other)
    watch.publish()
    qtbot.waitUntil(watch.timer.isActive)
    other.close()
    assert not watch.timer.isActive()


def test_publishing_that_is_broken_off_is_completed_by_the_next_run(desk, settle, watch, place):
    asked = []
    desk.tasks.started.connect(asked.append)
    desk.tasks.progressed.connect(lambda ticket, _done, _total: ticket.cancel())
    watch.publish()
    settle()
    assert [ticket.is_cancelled for ticket in asked] == [True]
    desk.tasks.progressed.disconnect()
    assert watch.waiting == 1
    assert not (place / "oeffentlich" / "alle.ics").exists()
    watch.publish()
    settle()
    assert watch.waiting == 0
    assert (place / "oeffentlich" / "alle.ics").is_file()
