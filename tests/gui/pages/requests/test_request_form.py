"""The form of a request, through keyboard and mouse."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.catalogue import OfferDraft
from domain.rows.filters import RequestFilter
from domain.rows.requests import Wish
from domain.terms import EventKind, PartnerCategory
from domain.usecases import catalogue, requests
from gui.pages.requests.form import RequestDialog
from tests.builders import KOETHEN, make_partner, make_request, make_topic
from tests.gui.typing import field, problem, type_into, type_text, visible_dialog

LEFT = Qt.MouseButton.LeftButton


def dialog_of(qtbot, page, kind=RequestDialog):
    return visible_dialog(qtbot, page, kind)


def requesters(page):
    return [row.draft.requester for row in page.model.rows()]


def stored(ws):
    return ws.ask(requests.list_rows, RequestFilter())


def test_a_request_is_entered_by_keyboard(opened, ws, qtbot):
    page = opened()
    page.enter()
    dialog = dialog_of(qtbot, page)
    assert QApplication.focusWidget() is field(dialog, "requester")
    type_text(QApplication.focusWidget(), "Grundschule Radis")
    type_into(field(dialog, "postcode"), "06366")
    type_into(field(dialog, "earliest"), "1.6.2027")
    type_into(field(dialog, "expected"), "80")
    type_into(field(dialog, "town"), "Köthen")
    qtbot.keyClick(field(dialog, "town"), Qt.Key.Key_Return)
    (row,) = stored(ws)
    assert (row.draft.requester, row.draft.ags, row.draft.expected) == ("Grundschule Radis", KOETHEN, 80)
    assert row.draft.earliest == date(2027, 6, 1)
    assert not dialog.isVisible()
    assert requesters(page) == ["Grundschule Radis"]


def test_problems_stand_beside_their_fields_and_what_was_typed_stays(opened, ws, qtbot):
    page = opened()
    page.enter()
    dialog = dialog_of(qtbot, page)
    type_into(field(dialog, "postcode"), "123")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert dialog.isVisible()
    assert problem(dialog, "requester").isVisible()
    assert problem(dialog, "postcode").words.text()
    assert not problem(dialog, "phone").isVisible()
    assert QApplication.focusWidget() is field(dialog, "requester")
    assert field(dialog, "postcode").text() == "123"
    assert stored(ws) == []


def test_escape_leaves_the_form_and_stores_nothing(opened, ws, qtbot):
    page = opened()
    page.enter()
    dialog = dialog_of(qtbot, page)
    type_into(field(dialog, "requester"), "Grundschule Radis")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert stored(ws) == []


def test_enter_on_a_row_edits_the_request_and_undo_takes_it_back(opened, ws, desk, qtbot):
    make_request(ws, "Grundschule Radis")
    page = opened()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page)
    type_into(field(dialog, "requester"), "Grundschule Kemberg")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert requesters(page) == ["Grundschule Kemberg"]
    desk.undo()
    assert requesters(page) == ["Grundschule Radis"]


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(opened, ws, qtbot):
    record = make_request(ws, "Grundschule Radis")
    page = opened()
    page.edit()
    dialog = dialog_of(qtbot, page)
    (row,) = stored(ws)
    ws.run("Elsewhere", requests.change, record, replace(row.draft, topic="Fahrrad"))
    type_into(field(dialog, "requester"), "Grundschule Kemberg")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert dialog.isVisible()
    assert dialog.trouble.words.text()
    assert field(dialog, "requester").text() == "Grundschule Kemberg"
    assert stored(ws)[0].draft.topic == "Fahrrad"


def test_fields_of_schools_are_shown_only_where_a_school_asks(opened, ws, qtbot):
    page = opened()
    page.enter()
    dialog = dialog_of(qtbot, page)
    assert not field(dialog, "schulform").isVisible()
    type_into(field(dialog, "requester"), "Sekundarschule Köthen")
    qtbot.keyClick(field(dialog, "requester"), Qt.Key.Key_Tab)
    assert field(dialog, "schulform").isVisible()
    type_into(field(dialog, "requester"), "Heimatverein")
    qtbot.keyClick(field(dialog, "requester"), Qt.Key.Key_Tab)
    assert not field(dialog, "school_grade").isVisible()


def test_a_partner_that_is_chosen_fills_in_what_is_recorded_of_it(opened, ws, qtbot):
    partner = make_partner(
        ws, "Gymnasium Zerbst", category=PartnerCategory.school, street="Weinberg 1", postcode="39261", town="Zerbst"
    )
    page = opened()
    page.enter()
    dialog = dialog_of(qtbot, page)
    host = field(dialog, "requester")
    type_text(host, "gymn")
    qtbot.waitUntil(lambda: bool(host._offered))
    host.completer().popup().hide()
    host._on_picked(next(iter(host._offered)))
    assert field(dialog, "street").text() == "Weinberg 1"
    assert field(dialog, "schulform").isVisible()
    qtbot.mouseClick(dialog.primary, LEFT)
    (row,) = stored(ws)
    assert (row.draft.partner_id, row.draft.requester, row.draft.town) == (partner, "Gymnasium Zerbst", "Zerbst")


def test_wished_dates_offer_and_topic_are_kept(opened, ws, qtbot):
    make_topic(ws, "Extremismus")
    offer = ws.run("Add", catalogue.create, OfferDraft("Extremismus erkennen"))
    page = opened()
    page.enter()
    dialog = dialog_of(qtbot, page)
    type_into(field(dialog, "requester"), "Verein")
    kinds = field(dialog, "kind")
    kinds.set_value(EventKind.lecture)
    kinds.activated.emit(kinds.currentIndex())
    offers = field(dialog, "offer_id")
    offers.set_value(offer)
    offers.activated.emit(offers.currentIndex())
    type_into(field(dialog, "topic"), "Extremismus")
    (day, start, end) = field(dialog, "wishes").rows[1]
    type_into(day, "1.6.2027")
    type_into(start, "10")
    type_into(end, "11:30")
    qtbot.keyClick(end, Qt.Key.Key_Tab)
    qtbot.mouseClick(dialog.primary, LEFT)
    (row,) = stored(ws)
    assert (row.draft.offer_id, row.draft.topic, row.draft.kind) == (offer, "Extremismus", EventKind.lecture)
    assert row.draft.wishes == (Wish(date(2027, 6, 1), date(2027, 6, 1), 600, 690),)
