"""Hints that a partner may stand in the file twice, through keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt

from domain.terms import PartnerCategory
from domain.usecases import duplicates, partners
from gui.dialogs.merge import MergeDialog
from gui.page import ALL_TABLES
from gui.pages.partners.form import PartnerDialog
from gui.pages.partners.page import PartnersPage
from tests.builders import make_partner
from tests.gui.typing import field, type_into, visible_dialog

LEFT = Qt.MouseButton.LeftButton
SCHOOL = {"category": PartnerCategory.school, "postcode": "06484", "town": "Quedlinburg", "phone": "03946 000-110"}


@pytest.fixture
def two(ws):
    """Two records of one school; the second was entered later."""
    return (
        make_partner(ws, "Gymnasium an der Bode", street="Uferstraße 12", **SCHOOL),
        make_partner(ws, "Gym. Bode, Quedlinburg", **SCHOOL),
    )


@pytest.fixture
def page(qtbot, desk, settle, two):
    made = PartnersPage(desk)
    qtbot.addWidget(made)
    made.resize(1158, 704)
    made.refresh(ALL_TABLES)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    desk.changed.connect(made.refresh)
    settle()
    return made


@pytest.fixture
def form(qtbot, page):
    """The form of a new partner, and a function that waits for its hint."""
    page.enter()
    dialog = visible_dialog(qtbot, page, PartnerDialog)

    def hinted():
        qtbot.waitUntil(dialog.hint.isVisible)
        return dialog.hint.accessibleName()

    return dialog, hinted


def badge_of(page, partner_id):
    cell = page.model.columns[-1].cell(page.model.row_at(page.model.position_of(partner_id)))
    return cell.badge.words if cell.badge else ""


def test_the_record_that_was_entered_later_bears_the_badge(page, two):
    assert [badge_of(page, each) for each in two] == ["", "doppelt?"]


def test_the_inspector_names_the_other_record_with_reasons(page, two):
    page.table.select(two[0])
    assert page.twice.isVisible()
    assert page.twice.headline.text() == "Wohl doppelt vorhanden"
    assert "Gym. Bode, Quedlinburg" in page.twice.line.text()
    assert "Gleicher Name" in page.twice.line.text()
    assert "Gleiche Telefonnummer" in page.twice.accessibleDescription()


def test_a_partner_that_stands_there_once_has_no_hint(page, ws, settle):
    other = make_partner(ws, "Verein Saale", town="Halle (Saale)")
    settle()
    page.table.select(other)
    assert not page.twice.isVisible()
    assert badge_of(page, other) == ""


def test_not_the_same_takes_hint_and_badge_away_and_undo_brings_them_back(qtbot, page, two, desk, settle):
    page.table.select(two[0])
    page.twice.apart.setFocus()
    qtbot.keyClick(page.twice.apart, Qt.Key.Key_Space)
    settle()
    assert not page.twice.isVisible()
    assert badge_of(page, two[1]) == ""
    assert desk.ask(duplicates.apart) == [frozenset(two)]
    desk.undo_state()
    desk.undo()
    settle()
    assert page.twice.isVisible()
    assert badge_of(page, two[1]) == "doppelt?"


def test_compare_opens_both_side_by_side(qtbot, page, two):
    page.table.select(two[1])
    qtbot.mouseClick(page.twice.compare, LEFT)
    dialog = visible_dialog(qtbot, page, MergeDialog)
    assert {dialog.order().left.id, dialog.order().right.id} == set(two)


def test_while_a_name_is_typed_the_form_says_what_is_there_already(form):
    dialog, hinted = form
    assert not dialog.hint.isVisible()
    type_into(field(dialog, "name"), "Gymn. an der Bode")
    assert hinted() == "Hinweis: Gibt es wohl schon: Gymnasium an der Bode"
    assert "Uferstraße 12" in dialog.hint.accessibleDescription()
    assert "und 1 weiterer" in dialog.hint.accessibleDescription()


def test_the_hint_has_room_for_all_its_words(qtbot, form):
    dialog, hinted = form
    type_into(field(dialog, "name"), "Gymnasium an der Bode")
    hinted()
    for text in (dialog.hint.headline, dialog.hint.line):
        qtbot.waitUntil(lambda text=text: text.height() >= text.sizeHint().height())
        assert text.fontMetrics().horizontalAdvance(max(text.text().split("\n"), key=len)) <= text.width()


def test_the_hint_goes_when_the_name_is_another(qtbot, form):
    dialog, hinted = form
    type_into(field(dialog, "name"), "Gymnasium an der Bode")
    hinted()
    type_into(field(dialog, "name"), "Feuerwehr Thale")
    qtbot.waitUntil(lambda: not dialog.hint.isVisible())


def test_another_town_takes_the_hint_away(qtbot, form):
    dialog, hinted = form
    type_into(field(dialog, "name"), "Gymnasium an der Bode")
    hinted()
    type_into(field(dialog, "town"), "Halle (Saale)")
    qtbot.waitUntil(lambda: not dialog.hint.isVisible())


def test_its_link_opens_the_other_record_over_the_form_and_what_was_typed_stays(qtbot, form, two, desk):
    dialog, hinted = form
    type_into(field(dialog, "name"), "Gymnasium an der Bode")
    hinted()
    dialog.hint.link.setFocus()
    qtbot.keyClick(dialog.hint.link, Qt.Key.Key_Space)
    over = visible_dialog(qtbot, dialog, PartnerDialog)
    assert field(over, "street").text() == "Uferstraße 12"
    type_into(field(over, "email"), "schule@bode.example")
    qtbot.mouseClick(over.primary, LEFT)
    assert desk.ask(partners.detail, two[0]).draft.email == "schule@bode.example"
    assert field(dialog, "name").text() == "Gymnasium an der Bode"


def test_the_form_of_a_record_names_its_twin_and_never_itself(qtbot, page, two):
    page.table.select(two[0])
    page.edit()
    dialog = visible_dialog(qtbot, page, PartnerDialog)
    qtbot.waitUntil(dialog.hint.isVisible)
    assert dialog.hint.accessibleName() == "Hinweis: Gibt es wohl schon: Gym. Bode, Quedlinburg"
    assert "weiter" not in dialog.hint.accessibleDescription()


def test_a_new_record_can_be_saved_in_spite_of_the_hint(qtbot, form, desk, settle):
    dialog, hinted = form
    type_into(field(dialog, "name"), "Gymnasium an der Bode")
    hinted()
    qtbot.keyClick(field(dialog, "name"), Qt.Key.Key_Return)
    settle()
    assert desk.ask(partners.count) == 3
