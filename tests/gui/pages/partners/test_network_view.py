"""The network of a Kreis as picture and list, through the keyboard."""

import pytest
from PySide6.QtCore import Qt

from domain.rows.network import KreisNetwork, Node, PartnerRef
from domain.terms import PartnerCategory, RelationKind
from domain.usecases import partners
from gui import theme
from gui.pages.partners.form import ContactDialog, PartnerDialog
from gui.pages.partners.network_layout import HEAD, lay_out
from gui.pages.partners.network_node import two_lines
from gui.widgets.paint import text_width
from tests.builders import HALLE, KOETHEN, make_partner
from tests.domain.usecases.network_of import make_office, make_police, relate
from tests.gui.typing import field, visible_dialog


@pytest.fixture
def tied(ws):
    """A Revier and an Ordnungsamt that work together, and a club, all in Anhalt-Bitterfeld."""
    revier = make_police(ws, "Revier", ags=KOETHEN)
    office = make_office(ws, "Amt", ags=KOETHEN, areas=(KOETHEN,))
    club = make_partner(ws, "Verein", category=PartnerCategory.club, ags=KOETHEN)
    relate(ws, revier, office)
    relate(ws, club, office, RelationKind.funded_by)
    return {"revier": revier, "office": office, "club": club}


@pytest.fixture
def page(opened, tied, settle):
    """The page with the network in front."""
    shown = opened()
    shown.table.select(tied["office"])
    shown.views.chosen().setFocus()
    shown.views._group.buttons()[1].click()
    settle()
    return shown


def test_the_network_opens_at_the_kreis_of_the_partner_in_front(page, tied):
    assert page.network.kreis.value() == "15082"
    assert {row.partner.id for row in page.network.rows.rows()} == set(tied.values())
    assert page.network.words.text() == "3 Partner, 2 Verbindungen"


def test_arrows_move_between_nodes_and_list_and_inspector_follow(page, tied, qtbot):
    diagram = page.network.diagram
    diagram.setFocus()
    page.network.table.select(tied["office"])
    qtbot.keyClick(diagram, Qt.Key.Key_Right)
    assert diagram.current() == tied["revier"]
    assert page.network.table.current_id() == tied["revier"]
    assert page.detail().row.id == tied["revier"]
    qtbot.keyClick(diagram, Qt.Key.Key_Right)
    qtbot.keyClick(diagram, Qt.Key.Key_Right)
    assert diagram.current() == tied["club"]
    qtbot.keyClick(diagram, Qt.Key.Key_Left)
    assert diagram.current() == tied["revier"]


def test_the_list_moves_the_picture(page, tied):
    page.network.table.select(tied["club"])
    assert page.network.diagram.current() == tied["club"]
    assert "gefördert von Amt" in page.network.diagram.accessibleDescription()


def test_a_click_chooses_and_enter_opens_the_partner(page, tied, qtbot):
    diagram = page.network.diagram
    spot = diagram.spot_of(tied["club"]).toPoint()
    qtbot.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=spot)
    assert page.detail().row.name == "Verein"
    diagram.setFocus()
    qtbot.keyClick(diagram, Qt.Key.Key_Return)
    assert field(visible_dialog(qtbot, page, PartnerDialog), "name").text() == "Verein"


def test_a_gap_is_filled_from_where_it_is_shown(page, ws, qtbot, settle):
    words = [button.text() for button in page.network.gap_buttons]
    assert "Kein Jugendamt erfasst" in words
    page.network.gap_buttons[words.index("Kein Jugendamt erfasst")].click()
    dialog = visible_dialog(qtbot, page, PartnerDialog)
    assert field(dialog, "category").value() is PartnerCategory.jugendamt
    dialog.reject()
    page.network.gap_buttons[words.index("Kein RBB erfasst")].click()
    dialog = visible_dialog(qtbot, page, ContactDialog)
    dialog.primary.click()
    settle()
    assert [row.draft.role for row in ws.ask(partners.detail, page.detail().row.id).contacts]
    assert page.detail().row.name == "Revier"


def test_a_new_tie_appears_without_asking(page, ws, tied, settle):
    relate(ws, tied["revier"], tied["club"])
    settle()
    assert len(page.network.network.ties) == 3


def test_another_kreis_shows_its_own_partners_or_says_what_to_do(page, ws, settle):
    make_partner(ws, "Halle", ags=HALLE)
    page.network.show_kreis("15002")
    settle()
    assert [row.partner.name for row in page.network.rows.rows()] == ["Halle"]
    page.network.show_kreis("15090")
    settle()
    assert page.network.rows.rowCount() == 0
    assert page.detail() is None


def test_deleting_in_the_network_deletes_what_is_shown(page, ws, tied, settle):
    page.network.table.select(tied["club"])
    page.remove()
    settle()
    assert "Verein" not in [row.name for row in ws.ask(partners.list_rows)]
    assert ws.ask(partners.count) == 2


def test_what_has_no_room_is_counted_at_the_foot():
    nodes = tuple(
        Node(PartnerRef(made, f"Schule {number}", PartnerCategory.school), "", None)
        for number, made in enumerate(map(_uuid, range(30)))
    )
    layout = lay_out(KreisNetwork("15082", nodes), 600, 300)
    (head,) = layout.heads
    assert head.count == 30
    assert head.hidden == 30 - len(layout.nodes) > 0
    assert layout.nodes[0].box.top() == HEAD
    assert layout.nodes[-1].box.bottom() < 300


def test_long_names_take_two_lines_and_never_more_room_than_there_is(look):
    font = theme.small_font()
    for words in ("Kriminalpräventiver Rat der Stadt Bitterfeld-Wolfen", "Donaudampfschifffahrtsgesellschaft", "Amt"):
        lines = two_lines(words, font, 100, 80)
        assert len(lines) <= 2
        assert all(text_width(line, font) <= 100 for line in lines)


def _uuid(number):
    from uuid import UUID

    return UUID(int=number + 1)
