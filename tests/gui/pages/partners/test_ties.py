"""Tree, areas and relations in the inspector and the forms."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from domain.rows.filters import PartnerFilter
from domain.rows.partners import ContactDraft
from domain.rules.ages import Urgency
from domain.terms import OfficeKind, PartnerCategory, RelationKind
from domain.usecases import partners, relations
from gui.pages.partners.form import PartnerDialog
from gui.pages.partners.partner_link import PartnerLink
from gui.pages.partners.relation_form import RelationDialog
from gui.pages.partners.review_line import ReviewLine
from gui.widgets.button import Button
from tests.builders import make_partner
from tests.domain.usecases.network_of import make_police, relate
from tests.gui.typing import field, type_into, type_text, visible_dialog

TIES = 3


def links(page):
    return [link.text() for link in page.panel.ties.findChildren(PartnerLink)]


def words(page):
    return [label.text() for label in page.panel.ties.findChildren(QLabel)]


def choose(page, partner, settle):
    page.panel.tabs.bar.setCurrentIndex(TIES)
    page.table.select(partner)
    settle()


def test_the_tree_shows_what_is_above_and_below_and_a_link_leads_there(opened, ws, qtbot, settle):
    top = make_police(ws, "Polizeiinspektion Stendal")
    revier = make_police(ws, "Polizeirevier Stendal", parent_id=top, areas=("15090",))
    make_police(ws, "Revierkommissariat Havelberg", parent_id=revier)
    page = opened()
    choose(page, revier, settle)
    assert links(page) == ["Polizeiinspektion Stendal", "Revierkommissariat Havelberg"]
    assert "Landkreis Stendal" in words(page)
    link = page.panel.ties.findChildren(PartnerLink)[0]
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    settle()
    assert page.detail().row.id == top


def test_what_it_belongs_to_and_its_areas_are_typed_in_the_form(opened, ws, qtbot, settle):
    make_police(ws, "Polizeiinspektion Stendal")
    revier = make_police(ws, "Revier")
    page = opened()
    choose(page, revier, settle)
    page.panel.ties.place_asked.emit()
    dialog = visible_dialog(qtbot, page, PartnerDialog)
    belongs = field(dialog, "parent_id")
    assert QApplication.focusWidget() is belongs
    type_text(belongs, "Inspektion Stendal")
    qtbot.waitUntil(lambda: belongs.completer().popup().isVisible())
    popup = belongs.completer().popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    adder = field(dialog, "areas").adder
    type_into(adder, "Landkreis Sten")
    qtbot.keyClick(adder, Qt.Key.Key_Return)
    dialog.primary.click()
    settle()
    draft = ws.ask(partners.detail, revier).draft
    assert (draft.parent_id is not None, draft.areas) == (True, ("15090",))
    assert links(page) == ["Polizeiinspektion Stendal"]


def test_a_relation_is_added_changed_from_the_other_side_and_deleted(opened, ws, qtbot, settle):
    club = make_partner(ws, "Verein", category=PartnerCategory.club)
    office = make_partner(ws, "Amt", category=PartnerCategory.other_office)
    page = opened()
    choose(page, club, settle)
    next(found for found in page.panel.ties.findChildren(Button) if found.text() == "Hinzufügen").click()
    dialog = visible_dialog(qtbot, page, RelationDialog)
    dialog.primary.click()
    assert "wählen" in next(form for form in dialog.forms).fields["other_id"].problem.words.text()
    field(dialog, "kind").set_value(RelationKind.funded_by)
    field(dialog, "kind").activated.emit(0)
    type_text(field(dialog, "other_id"), "Amt")
    qtbot.waitUntil(lambda: bool(field(dialog, "other_id").completer().model().rowCount()))
    field(dialog, "other_id").editingFinished.emit()
    dialog.primary.click()
    settle()
    assert "gefördert von" in words(page)
    choose(page, office, settle)
    assert "fördert" in words(page)
    (row,) = ws.ask(relations.of_partner, office)
    page.panel.ties.relation_opened.emit(row)
    visible_dialog(qtbot, page, RelationDialog).removed.emit()
    settle()
    assert ws.ask(relations.of_partner, club) == ()


def test_a_relation_is_shown_at_both_partners(opened, ws, settle):
    one, other = make_partner(ws, "Eins"), make_partner(ws, "Zwei")
    relate(ws, one, other, RelationKind.successor_of, notes="seit der Reform")
    page = opened()
    choose(page, one, settle)
    assert {"Nachfolger von", "seit der Reform"} <= set(words(page))
    choose(page, other, settle)
    assert "Vorgänger von" in words(page)


def test_school_type_and_kind_of_office_are_asked_only_where_there_is_one(opened, ws, qtbot, settle):
    office = make_partner(ws, "Bauamt Köthen", category=PartnerCategory.other_office)
    page = opened()
    page.edit()
    dialog = visible_dialog(qtbot, page, PartnerDialog)
    kind, school, category = (field(dialog, name) for name in ("office_kind", "schulform", "category"))
    assert (kind.isVisible(), school.isVisible()) == (True, False)
    category.set_value(PartnerCategory.school)
    category.activated.emit(0)
    assert (kind.isVisible(), school.isVisible()) == (False, True)
    category.set_value(PartnerCategory.other_office)
    category.activated.emit(0)
    kind.set_value(OfficeKind.bauamt)
    kind.activated.emit(0)
    dialog.primary.click()
    settle()
    assert ws.ask(partners.fetch_rows, [office])[0].office_kind is OfficeKind.bauamt
    assert page.model.data(page.model.index(0, 1)) == "Bauamt"


def test_the_list_is_narrowed_to_a_kind_of_office(opened, ws, qtbot, settle):
    make_partner(ws, "Bauamt", category=PartnerCategory.other_office, office_kind=OfficeKind.bauamt)
    make_partner(ws, "Schulamt", category=PartnerCategory.other_office, office_kind=OfficeKind.schulamt)
    make_partner(ws, "Verein", category=PartnerCategory.club)
    page = opened()
    qtbot.mouseClick(page.categories, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    for key in (("office", "schulamt"), PartnerCategory.club):
        qtbot.keyClick(popup.boxes[key], Qt.Key.Key_Space)
    popup.close()
    settle()
    found = [row.name for row in ws.ask(partners.list_rows, PartnerFilter(offices=(OfficeKind.bauamt,)))]
    assert [page.model.row_at(at).name for at in range(page.model.rowCount())] == ["Schulamt", "Verein"]
    assert found == ["Bauamt"]


def test_due_reviews_say_so_and_the_filter_finds_them(opened, ws, clock, qtbot, settle):
    today = clock().date()
    due, calm = make_partner(ws, "Fällig"), make_partner(ws, "Ruhig")
    for partner, days in ((due, 0), (calm, 90)):
        draft = ContactDraft(partner, "Leitung", review_on=today + timedelta(days=days))
        ws.run("Add", partners.add_contact, draft)
    page = opened()
    page.filters.review_due.setFocus()
    qtbot.keyClick(page.filters.review_due, Qt.Key.Key_Space)
    settle()
    assert page.context() == "1 von 2"
    (line,) = page.panel.people.findChildren(ReviewLine)
    assert line.urgency is Urgency.red
    assert line.words.text().startswith("Prüfung fällig")


def test_arrows_faster_than_reading_show_the_ties_of_the_last_one(opened, ws, settle):
    one, other = make_partner(ws, "Eins"), make_partner(ws, "Zwei")
    make_partner(ws, "Nachbar", parent_id=one)
    page = opened()
    choose(page, other, settle)
    page.table.select(one)
    page.table.select(other)
    settle()
    assert page.detail().row.id == other
    assert links(page) == []
    page.table.select(other)
    page.table.select(one)
    settle()
    assert links(page) == ["Nachbar"]
