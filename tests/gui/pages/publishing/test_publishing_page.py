"""The page of publishing: outlets entered, published and watched from the window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.credentials import MemoryCredentials
from domain.rows.outlets import OutletDraft
from domain.terms import Audience, OutletKind
from domain.usecases import events, outlets, releases
from gui.page import ALL_TABLES
from gui.pages.publishing import deeds, words
from gui.pages.publishing.form import OutletDialog
from gui.pages.publishing.page import PublishingPage
from gui.publishing_watch import FIRST_WAIT_S, watch_of
from gui.widgets.field import Field
from tests.builders import DAY, KOETHEN, make_event
from tests.gui.audit import assert_accessible

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page."""

    def show():
        page = PublishingPage(desk)
        qtbot.addWidget(page)
        page.refresh(ALL_TABLES)
        page.resize(1158, 704)
        with qtbot.waitExposed(page):
            page.show()
        desk.changed.connect(page.refresh)
        settle()
        return page

    return show


@pytest.fixture
def place(tmp_path):
    made = tmp_path / "web"
    made.mkdir()
    return made


@pytest.fixture
def outlet(ws, place):
    """An outlet in a folder, and an event to publish there; gives the event."""
    draft = OutletDraft("Webspace", address=str(place), public_address="https://praevention.example")
    ws.run("Add", outlets.add, draft)
    return make_event(ws, "Dialog", ags=KOETHEN)


def test_an_empty_page_says_what_to_do_first(opened):
    page = opened()
    assert page.primary() == "publishing.new"
    assert not page.may("publishing.all")
    assert_accessible(page)


def test_an_outlet_is_entered_by_the_form(opened, qtbot, ws, settle, place):
    page = opened()
    page.enter()
    dialog = page.window().findChild(OutletDialog)
    (name,) = [field for field in dialog.findChildren(Field) if field.accessibleName() == "Name"]
    qtbot.keyClicks(name, "Webspace")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    dialog._take_folder(place)
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    (row,) = ws.ask(outlets.list_rows)
    assert row.draft.address == str(place)
    assert row.draft.audience is Audience.public
    assert page.primary() == "publishing.all"


def test_an_impossible_outlet_stays_in_the_form_with_its_problem(opened, qtbot, ws):
    page = opened()
    dialog = deeds.enter(page)
    qtbot.mouseClick(dialog.primary, LEFT)
    assert dialog.isVisible()
    assert ws.ask(outlets.list_rows) == ()
    dialog.reject()


def test_publishing_writes_the_folder_and_the_state_follows(opened, qtbot, desk, settle, outlet):
    page = opened()
    assert page.badges()["publishing"] == 1
    qtbot.mouseClick(page.panel.publish, LEFT)
    settle()
    assert page.chosen().row.last_run.written >= 15
    assert page.badges()["publishing"] == 0
    desk.run("Move", events.move, outlet, DAY + timedelta(days=3))
    settle()
    assert page.badges()["publishing"] == 1
    page.publish_all()
    settle()
    assert page.badges()["publishing"] == 0
    assert_accessible(page)


def test_the_address_to_subscribe_to_is_copied(opened, qtbot, outlet, settle):
    page = opened()
    page.publish_all()
    settle()
    qtbot.mouseClick(page.panel.subscription, LEFT)
    assert QApplication.clipboard().text() == "webcal://praevention.example/oeffentlich/alle.ics"
    qtbot.keyClick(page.panel.address, Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == "https://praevention.example/oeffentlich/alle.ics"


def test_without_a_web_address_nothing_is_copied_and_the_button_says_why(opened, ws, place):
    ws.run("Add", outlets.add, OutletDraft("Laufwerk", address=str(place)))
    page = opened()
    assert not page.panel.subscription.isEnabled()
    assert not page.panel.address.isEnabled()
    assert "Webadresse" in page.panel.address.toolTip()


def test_the_keyboard_opens_the_form_of_the_chosen_outlet(opened, qtbot, outlet):
    page = opened()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = page.window().findChild(OutletDialog)
    assert dialog.draft().name == "Webspace"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_button_over_the_list_asks_for_a_new_outlet(opened, qtbot, outlet):
    page = opened()
    qtbot.mouseClick(page.new, LEFT)
    assert page.window().findChild(OutletDialog).draft() == OutletDraft()
    page.window().findChild(OutletDialog).reject()


def test_a_run_that_failed_does_not_say_it_published(opened, settle, outlet, place):
    place.rmdir()
    page = opened()
    page.publish_all()
    settle()
    standing = page.chosen()
    assert words.figures(standing.row) == "nichts geschrieben"
    assert words.state_badge(standing).words == "Fehler"


def test_an_internal_outlet_warns_while_it_is_entered(opened):
    dialog = deeds.enter(opened())
    assert not dialog.warning.isVisible()
    dialog.form.take(OutletDraft(audience=Audience.internal))
    dialog._show_fitting(dialog.draft())
    assert dialog.warning.isVisible()
    dialog.reject()


def test_trouble_is_shown_and_tried_again_after_growing_pauses(opened, desk, settle, outlet, place):
    place.rmdir()
    page, watch = opened(), watch_of(desk)
    page.publish_all()
    settle()
    assert page.panel.trouble.isVisible()
    assert watch.timer.isActive()
    assert watch.wait_s == 2 * FIRST_WAIT_S
    watch.try_again()
    settle()
    assert watch.wait_s == 4 * FIRST_WAIT_S
    place.mkdir()
    watch.try_again()
    settle()
    assert not watch.timer.isActive()
    assert watch.wait_s == FIRST_WAIT_S
    assert not page.panel.trouble.isVisible()


def test_a_release_offers_to_publish(qtbot, desk, settle, outlet):
    watch = watch_of(desk)
    settle()
    with qtbot.waitSignal(watch.offered) as offered:
        desk.run(releases.RELEASED, releases.release)
        settle()
    assert offered.args == [1]


def test_a_password_goes_into_the_keyring_and_never_into_the_file(opened, qtbot, desk, ws, settle):
    page = opened()
    watch_of(desk).credentials = MemoryCredentials()
    dialog = deeds.enter(page)
    draft = OutletDraft("Server", OutletKind.caldav, "https://kalender.example/dav/", user="praevention")
    dialog.form.take(draft)
    dialog._show_fitting(draft)
    qtbot.keyClicks(dialog.secret, "geheim123")
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert watch_of(desk).credentials.get(draft.address, "praevention") == "geheim123"
    assert b"geheim123" not in ws.path.read_bytes()


def test_removing_is_undone(opened, ws, settle, outlet):
    page = opened()
    page.table.selectAll()
    page.remove()
    settle()
    assert ws.ask(outlets.list_rows) == ()
    ws.undo()
    assert len(ws.ask(outlets.list_rows)) == 1
