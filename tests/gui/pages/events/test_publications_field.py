"""Publications of an event: planned, suggested, handed out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.catalogue import OfferDraft
from domain.rows.events import HandOut
from domain.rows.publications import StockEntry
from domain.usecases import catalogue, events, publications
from gui.pages.events.publications_field import MaterialForm
from gui.widgets.button import Button
from gui.widgets.field import NumberField
from tests.builders import DAY, make_event, make_publication, make_topic
from tests.gui.pages.events.deeds import field

LEFT = Qt.MouseButton.LeftButton
PEOPLE = 1


def copies(ws, event_id):
    return ws.ask(events.detail, event_id).draft.publications


def numbers(shown):
    return [each for each in shown.findChildren(NumberField) if each.isVisible()]


def opened_on_people(record, event_id):
    found = record(event_id)
    found.tabs.bar.setCurrentIndex(PEOPLE)
    return found, field(found, "publications")


def test_publication_is_added_and_its_copies_are_typed_and_saved(record, ws, qtbot):
    leaflet = make_publication(ws, edition="3. Auflage", language="pl")
    event = make_event(ws)
    opened, shown = opened_on_people(record, event)
    assert shown.adder.itemText(0) == "Enkeltrick, 3. Auflage (Polnisch)"
    shown.adder.setCurrentIndex(0)
    shown.adder.activated.emit(0)
    qtbot.waitUntil(lambda: len(numbers(shown)) == 2)
    planned, given = numbers(shown)
    planned.setFocus()
    qtbot.keyClicks(planned, "60")
    qtbot.keyClick(planned, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is given
    qtbot.keyClicks(given, "45")
    assert opened.save()
    assert copies(ws, event) == (HandOut(leaflet, 60, 45),)
    assert ws.ask(publications.list_rows)[0].stock == -45


def test_offer_and_topics_are_suggested_with_a_copy_for_each_listener(record, ws, qtbot):
    topic = make_topic(ws)
    fitting = make_publication(ws, "Zum Thema", topic_id=topic)
    offered = make_publication(ws, "Zum Vortrag")
    make_publication(ws, "Zu anderem")
    offer = ws.run("Offer", catalogue.create, OfferDraft("Vortrag", publication_ids=(offered,)))
    event = make_event(ws, offer_id=offer, topic_ids=(topic,), expected=35)
    opened, shown = opened_on_people(record, event)
    qtbot.mouseClick(shown.suggest, LEFT)
    assert shown.items() == (HandOut(offered, 35), HandOut(fitting, 35))
    assert opened.save()
    assert set(copies(ws, event)) == {HandOut(offered, 35), HandOut(fitting, 35)}


def test_nothing_that_fits_is_said(record, ws, qtbot):
    opened, shown = opened_on_people(record, make_event(ws))
    qtbot.mouseClick(shown.suggest, LEFT)
    form = opened.findChild(MaterialForm)
    assert form.none.isVisible()
    assert shown.items() == ()


def test_a_line_is_removed_and_the_keyboard_goes_to_the_box_below(record, ws, qtbot):
    leaflet = make_publication(ws)
    event = make_event(ws, publications=(HandOut(leaflet, 5),))
    opened, shown = opened_on_people(record, event)
    shown._remove(0)
    assert QApplication.focusWidget() is shown.adder
    assert opened.save()
    assert copies(ws, event) == ()


def test_too_few_copies_warn_at_the_side_and_the_repair_changes_the_draft(record, ws, qtbot, settle):
    leaflet = make_publication(ws)
    ws.run("Book", publications.enter, StockEntry(leaflet, DAY, 20))
    event = make_event(ws, publications=(HandOut(leaflet, 50),), host_name="Stadt")
    opened, shown = opened_on_people(record, event)
    settle()
    notice = next(each for each in opened.side.conflicts.notices if "Enkeltrick" in each.headline.text())
    assert notice.headline.text() == "Zu wenig „Enkeltrick“: Fehlmenge 30"
    qtbot.mouseClick(next(each for each in notice.findChildren(Button) if "20" in each.text()), LEFT)
    assert shown.items() == (HandOut(leaflet, 20),)
    shown_notices = opened.side.conflicts
    qtbot.waitUntil(lambda: not [each for each in shown_notices.notices if "Enkeltrick" in each.headline.text()])
