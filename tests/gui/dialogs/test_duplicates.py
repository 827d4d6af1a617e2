"""The list of possible duplicates and the comparison, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from domain.rows.partners import ContactDraft
from domain.terms import PartnerCategory
from domain.usecases import duplicates, partners
from gui.dialogs.duplicates import open_duplicates
from gui.dialogs.merge import MergeDialog, open_merge
from tests.builders import dump, make_event, make_partner


@pytest.fixture
def pairs(ws):
    """Two offices and two clubs, each entered twice; the first of each has an event."""
    made = []
    for name, again in (
        ("Stadt Thale, Ordnungsamt", "Ordnungsamt Thale"),
        ("Bürgerverein Bode e. V.", "Bürgerverein Bode"),
    ):
        first = make_partner(ws, name, town="Thale", street="Markt 1", phone="03947 000-749", notes="Di zu")
        second = make_partner(ws, again, town="Thale", phone="03947 000-750", notes="Nur schriftlich")
        make_event(ws, name, host_id=first, partner_ids=(first, second))
        made.append((first, second))
    return made


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows a dialog and waits for what it asks."""

    owner = QWidget()
    qtbot.addWidget(owner)

    def show(opener, *given):
        dialog = opener(owner, desk, *given)
        qtbot.waitUntil(dialog.isActiveWindow)
        settle()
        return dialog

    return show


@pytest.fixture
def listed(opened, desk, pairs):
    return opened(open_duplicates)


@pytest.fixture
def compared(opened, desk, pairs):
    return opened(open_merge, *pairs[0])


def names(dialog):
    return [(pair.first.name, pair.second.name) for pair in dialog.pairs.rows()]


def test_every_pair_stands_in_the_list_with_points_and_reasons(listed, pairs):
    assert len(names(listed)) == 2
    shown = [listed.pairs.index(0, column).data(Qt.ItemDataRole.DisplayRole) for column in range(4)]
    assert shown[2].startswith("Gleicher Name")
    assert int(shown[3]) == listed.pairs.rows()[0].likeness.points >= 60
    assert "2 Paare" in listed.about.text()


def test_enter_compares_the_chosen_pair_and_the_list_follows_the_merge(qtbot, listed, pairs, settle):
    listed.table.setFocus()
    qtbot.keyClick(listed.table, Qt.Key.Key_Down)
    chosen = listed.chosen()
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    over = next(found for found in listed.findChildren(MergeDialog) if found.isVisible())
    assert {over.order().left.id, over.order().right.id} == {chosen.first.id, chosen.second.id}
    qtbot.keyClick(over.primary, Qt.Key.Key_Return)
    settle()
    assert len(names(listed)) == 1
    assert listed.chosen() is not None


def test_not_the_same_takes_a_pair_off_the_list(qtbot, listed, desk, settle):
    chosen = listed.chosen()
    listed.apart.setFocus()
    qtbot.keyClick(listed.apart, Qt.Key.Key_Space)
    settle()
    assert chosen not in listed.pairs.rows()
    assert desk.ask(duplicates.apart) == [frozenset((chosen.first.id, chosen.second.id))]


def test_a_file_without_duplicates_says_so(opened, desk):
    dialog = opened(open_duplicates)
    assert dialog.empty.isVisible()
    assert not dialog.primary.isEnabled()


def test_each_field_that_differs_is_a_line_and_the_result_follows_the_choice(qtbot, compared):
    assert list(compared.choices) == ["name", "street", "phone", "notes"]
    assert "Telefon" in compared.choices["phone"].accessibleName()
    assert "03947 000-749" in compared.outcome.facts.text() or "03947 000-750" in compared.outcome.facts.text()
    compared.choices["phone"].set_value("left")
    chosen = compared.choices["phone"].chosen()
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Right)
    assert compared.choices["phone"].value() == "right"
    assert "03947 000-750" in compared.outcome.facts.text()
    assert "Telefon: 03947 000-749" in compared.outcome.notes.text()


def test_the_comparison_tells_reasons_and_what_follows(compared):
    from gui.widgets.labels import Text

    shown = [text.text() for text in compared.findChildren(Text)]
    assert any("Punkte: Gleicher Name +50" in words for words in shown)
    assert "Termine als Beteiligte" in shown


def test_merging_is_one_step_that_undo_takes_back(qtbot, compared, desk, ws, pairs):
    ws.run("Add", partners.add_contact, ContactDraft(pairs[0][1], "Leitung"))
    before = dump(ws)
    toasts = []
    desk.told.connect(lambda words, undoable: toasts.append((words, undoable)))
    qtbot.keyClick(compared.choices["name"].chosen(), Qt.Key.Key_Return)
    assert toasts == [("Zu einem Partner zusammengeführt", True)]
    detail = desk.ask(partners.detail, pairs[0][0])
    assert [contact.draft.role for contact in detail.contacts] == ["Leitung"]
    assert detail.draft.notes.startswith("Di zu\nNur schriftlich")
    desk.undo_state()
    desk.undo()
    assert dump(ws) == before


def test_escape_leaves_everything_as_it_is(qtbot, compared, ws):
    before = dump(ws)
    qtbot.keyClick(compared, Qt.Key.Key_Escape)
    assert dump(ws) == before


def test_somebody_who_was_faster_is_told_and_nothing_is_lost(qtbot, compared, ws, pairs):
    from domain.usecases.partners import change, detail

    draft = ws.ask(detail, pairs[0][1]).draft
    ws.run("Change", change, pairs[0][1], draft.__class__("Anders", category=PartnerCategory.club))
    before = dump(ws)
    qtbot.mouseClick(compared.primary, Qt.MouseButton.LeftButton)
    assert "geändert" in compared.problem.words.text()
    assert dump(ws) == before


def test_one_that_is_gone_meanwhile_opens_nothing_but_a_line(desk, ws, pairs):
    told = []
    desk.told.connect(lambda words, _undoable: told.append(words))
    ws.run("Delete", partners.delete, [pairs[0][1]])
    assert open_merge(None, desk, *pairs[0]) is None
    assert len(told) == 1
