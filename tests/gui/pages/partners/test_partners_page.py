"""The network, through keyboard and mouse."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from domain.rows.partners import ContactDraft
from domain.terms import PartnerCategory, PlaceKind
from domain.usecases import events, partners
from gui.dialogs.mail import MailDialog
from gui.page import ALL_TABLES
from gui.pages.partners.form import ContactDialog, PartnerDialog
from gui.pages.partners.page import PartnersPage
from gui.widgets.button import Button
from tests.builders import HALLE, KOETHEN, make_event, make_partner
from tests.gui.typing import field, problem, type_into, visible_dialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page and waits for the list."""
    pages = []

    def show():
        page = PartnersPage(desk)
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
    """A school in Köthen and a club in Halle."""
    return (
        make_partner(ws, "Schule am Ring", category=PartnerCategory.school, town="Köthen (Anhalt)", ags=KOETHEN),
        make_partner(ws, "Verein Saale", category=PartnerCategory.club, town="Halle (Saale)", ags=HALLE),
    )


def add_contact(ws, partner, role="Schulleitung", **fields):
    return ws.run("Add person", partners.add_contact, ContactDraft(partner, role, **fields))


def names(page):
    return [page.model.row_at(row).name for row in range(page.model.rowCount())]


def head_click(qtbot, page, column):
    head = page.table.horizontalHeader()
    spot = head.sectionViewportPosition(column) + 20
    qtbot.mouseClick(head.viewport(), LEFT, pos=QPoint(spot, 10))


def button(parent, words):
    return next(
        found
        for found in parent.findChildren(Button)
        if found.isVisible() and words in {found.text(), found.accessibleName()}
    )


def test_institutions_are_listed_by_name_and_the_first_is_shown(opened, two):
    page = opened()
    assert names(page) == ["Schule am Ring", "Verein Saale"]
    assert page.context() == "2 Einrichtungen"
    assert page.detail().row.id == two[0]
    assert page.panel.head.title.text() == "Schule am Ring"


def test_a_click_on_the_head_sorts_and_a_second_one_turns_it_round(opened, two, qtbot, settle):
    page = opened()
    head_click(qtbot, page, 2)
    settle()
    assert names(page) == ["Verein Saale", "Schule am Ring"]
    head_click(qtbot, page, 2)
    settle()
    assert names(page) == ["Schule am Ring", "Verein Saale"]


def test_search_finds_however_it_is_spelled_and_tells_how_many(opened, two, qtbot):
    page = opened()
    qtbot.keyClicks(page.search, "koethen")
    qtbot.waitUntil(lambda: names(page) == ["Schule am Ring"])
    assert page.context() == "1 von 2"


def test_category_and_district_narrow_the_list(opened, two, qtbot, settle):
    page = opened()
    qtbot.mouseClick(page.categories, LEFT)
    popup = QApplication.activePopupWidget()
    qtbot.keyClick(popup.boxes[PartnerCategory.club], Qt.Key.Key_Space)
    popup.close()
    settle()
    assert names(page) == ["Verein Saale"]
    qtbot.mouseClick(page.kreise, LEFT)
    popup = QApplication.activePopupWidget()
    qtbot.keyClick(popup.boxes[KOETHEN[:5]], Qt.Key.Key_Space)
    popup.close()
    settle()
    assert names(page) == []
    assert page.panel.tabs.isHidden()


def test_the_selection_stays_when_the_list_changes(opened, ws, two, settle):
    page = opened()
    page.table.select(two[1])
    make_partner(ws, "Amt Anfang")
    settle()
    assert names(page) == ["Amt Anfang", "Schule am Ring", "Verein Saale"]
    assert page.table.current_id() == two[1]
    assert page.detail().row.id == two[1]


def test_a_record_that_the_filter_hides_is_shown_all_the_same(opened, two, qtbot, settle):
    page = opened()
    qtbot.keyClicks(page.search, "ring")
    qtbot.waitUntil(lambda: names(page) == ["Schule am Ring"])
    page.show_record(two[1])
    qtbot.waitUntil(lambda: page.table.current_id() == two[1])


def test_an_institution_is_entered_by_keyboard(opened, ws, qtbot, settle):
    page = opened()
    page.enter()
    dialog = visible_dialog(qtbot, page, PartnerDialog)
    assert QApplication.focusWidget() is field(dialog, "name")
    type_into(field(dialog, "name"), "Bürgerhaus Süd")
    type_into(field(dialog, "postcode"), "06366")
    type_into(field(dialog, "town"), "Köthen")
    qtbot.keyClick(field(dialog, "town"), Qt.Key.Key_Return)
    settle()
    assert names(page) == ["Bürgerhaus Süd"]
    assert ws.ask(partners.list_rows)[0].ags == KOETHEN


def test_problems_stand_beside_their_fields(opened, ws, qtbot):
    page = opened()
    page.enter()
    dialog = visible_dialog(qtbot, page, PartnerDialog)
    type_into(field(dialog, "email"), "keine Adresse")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert problem(dialog, "name").isVisible()
    assert problem(dialog, "email").isVisible()
    assert QApplication.focusWidget() is field(dialog, "name")
    assert ws.ask(partners.list_rows) == []


def test_change_of_an_institution_can_be_undone(opened, ws, two, desk, qtbot, settle):
    page = opened()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = visible_dialog(qtbot, page, PartnerDialog)
    type_into(field(dialog, "name"), "Schule am Markt")
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert names(page) == ["Schule am Markt", "Verein Saale"]
    assert page.panel.head.title.text() == "Schule am Markt"
    desk.undo()
    settle()
    assert names(page) == ["Schule am Ring", "Verein Saale"]


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(opened, ws, two, qtbot, settle):
    page = opened()
    page.edit()
    dialog = visible_dialog(qtbot, page, PartnerDialog)
    draft = ws.ask(partners.detail, two[0]).draft
    ws.run("Elsewhere", partners.change, two[0], replace(draft, phone="03496/1"))
    settle()
    type_into(field(dialog, "name"), "Schule am Markt")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert dialog.trouble.words.text()
    assert field(dialog, "name").text() == "Schule am Markt"
    assert ws.ask(partners.detail, two[0]).draft.phone == "03496/1"


def test_a_person_is_added_changed_and_forgotten(opened, ws, two, qtbot, settle):
    page = opened()
    qtbot.mouseClick(button(page.panel, "Person hinzufügen"), LEFT)
    dialog = visible_dialog(qtbot, page, ContactDialog)
    type_into(field(dialog, "role"), "Schulleitung")
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert [contact.draft.role for contact in page.detail().contacts] == ["Schulleitung"]
    assert page.panel.tabs.bar.tabData(0) == 1
    qtbot.mouseClick(button(page.panel, "Schulleitung bearbeiten"), LEFT)
    dialog = visible_dialog(qtbot, page, ContactDialog)
    type_into(field(dialog, "phone"), "03496/7")
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert page.detail().contacts[0].draft.phone == "03496/7"
    qtbot.mouseClick(button(page.panel, "Schulleitung bearbeiten"), LEFT)
    dialog = visible_dialog(qtbot, page, ContactDialog)
    qtbot.mouseClick(button(dialog, "Löschen"), LEFT)
    settle()
    assert page.detail().contacts == ()


def test_a_person_needs_a_role(opened, two, qtbot):
    page = opened()
    qtbot.mouseClick(button(page.panel, "Person hinzufügen"), LEFT)
    dialog = visible_dialog(qtbot, page, ContactDialog)
    qtbot.mouseClick(dialog.primary, LEFT)
    assert problem(dialog, "role").isVisible()
    assert page.detail().contacts == ()


def test_the_keyboard_stays_on_the_page_after_a_dialog(opened, ws, two, qtbot, settle):
    add_contact(ws, two[0])
    page = opened()
    edit = button(page.panel, "Schulleitung bearbeiten")
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Space)
    dialog = visible_dialog(qtbot, page, ContactDialog)
    type_into(field(dialog, "phone"), "03496/7")
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert QApplication.focusWidget() is not None
    assert page.isAncestorOf(QApplication.focusWidget())


def test_several_are_deleted_at_once_and_come_back_by_one_undo(opened, ws, two, desk, settle):
    add_contact(ws, two[0])
    page = opened()
    page.table.selectAll()
    page.remove()
    settle()
    assert names(page) == []
    assert not page.may("partners.delete")
    desk.undo()
    settle()
    assert names(page) == ["Schule am Ring", "Verein Saale"]
    assert len(ws.ask(partners.detail, two[0]).contacts) == 1


def test_an_event_is_begun_at_the_institution(opened, ws, two, qtbot):
    page = opened()
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.mouseClick(page.panel.new_event, LEFT)
    target, event_id = asked.args
    draft = ws.ask(events.detail, event_id).draft
    assert target == "events"
    assert (draft.place_kind, draft.place_partner_id, draft.ags) == (PlaceKind.partner, two[0], KOETHEN)


def test_past_events_are_listed_newest_first_and_open_on_enter(opened, ws, two, qtbot):
    make_event(ws, "Alt", day=date(2027, 3, 1), host_id=two[0])
    newest = make_event(ws, "Neu", day=date(2027, 4, 1), host_id=two[0])
    make_event(ws, "Fremd", day=date(2027, 4, 1), host_id=two[1])
    page = opened()
    page.panel.tabs.bar.setCurrentIndex(1)
    assert [row.title for row in page.panel.events.rows()] == ["Neu", "Alt"]
    page.panel.event_table.select(newest)
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(page.panel.event_table, Qt.Key.Key_Return)
    assert asked.args == ["events", newest]


def test_tab_goes_through_the_people_before_it_leaves_the_inspector(opened, ws, two, qtbot):
    add_contact(ws, two[0])
    page = opened()
    people = page.panel.people
    buttons = people.findChildren(Button)
    assert len(buttons) == 2
    people.setFocus(Qt.FocusReason.TabFocusReason)
    for button in (*buttons, page.panel.new_event):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button


def test_drafts_of_e_mails_go_to_the_selected_institutions(opened, two, ws, settle, qtbot):
    page, told = opened(), []
    page.desk.told.connect(lambda *words: told.append(words[0]))
    page.write_mail()
    assert told == ["Es gibt noch keinen Termin, von dem Partner wissen dürfen."]
    make_event(ws)
    page.table.selectAll()
    page.write_mail()
    settle()
    dialog = visible_dialog(qtbot, page, MailDialog)
    assert [row.partner_id for row in dialog.side.model.rows()] == list(two)
    dialog.close()
