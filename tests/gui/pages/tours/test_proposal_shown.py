"""What the comparison says of a proposal, and what the board says of it afterwards."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from domain.usecases import tour_moves
from gui.pages.tours.proposal import opening
from gui.pages.tours.proposal.figures import _districts
from gui.pages.tours.proposal.lines import NOTHING, Group, Line, as_text, counted
from tests.builders import HALLE, KOETHEN
from tests.gui.pages.tours.steps import listed, plan, undo

LEFT = Qt.MouseButton.LeftButton
PROVEN = "Nachweislich gibt es keinen besseren Plan"


def test_a_new_stop_tells_its_drive_and_its_district_before_and_after(qtbot, dialog, settle):
    plan(qtbot, dialog, settle)
    (line,) = dialog.found.models[Group.added].rows()
    drive = dialog.proposal.comparison.after.drive
    assert line.drive == f"+{drive} min"
    hexagons = dialog.found.figures.map
    hexagons.set_current(KOETHEN[:5])
    assert hexagons.accessibleDescription() == "Anhalt-Bitterfeld: jetzt 0, im Vorschlag 1"


def test_tab_goes_from_the_map_over_the_switch_to_the_list(qtbot, dialog, settle):
    plan(qtbot, dialog, settle)
    found = dialog.found
    found.figures.map.setFocus()
    qtbot.keyClick(found.figures.map, Qt.Key.Key_Tab)
    assert found.groups.isAncestorOf(dialog.focusWidget())
    while found.groups.isAncestorOf(dialog.focusWidget()):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is found.copy
    qtbot.keyClick(found.copy, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is found.tables[Group.added]


def test_the_keyboard_goes_on_where_the_stage_does(qtbot, dialog, settle):
    assert dialog._form.first.hasFocus()
    qtbot.keyClick(dialog._form.first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.proposal is not None, timeout=30_000)
    settle()
    assert dialog.primary.hasFocus()
    assert dialog.primary.accessibleDescription() == PROVEN


def test_a_list_is_copied_as_text_without_the_marks_of_a_table(qtbot, dialog, settle):
    plan(qtbot, dialog, settle)
    qtbot.mouseClick(dialog.found.copy, LEFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Stadt Köthen\tKöthen (Anhalt)\tDi 11. Mai, ")


def test_text_somebody_typed_breaks_no_line_of_the_copy():
    line = Line(opening_id(), "Klub\tZwei\nZeilen", "", None, NOTHING, ("Mo 10. Mai", ""))
    assert as_text([line]) == "Klub Zwei Zeilen\tMo 10. Mai"


def opening_id():
    from uuid import UUID

    return UUID(int=1)


def test_only_lists_with_lines_are_counted():
    assert counted((Group.added, Group.moved), {Group.added: 0, Group.moved: 2}) == "Verschoben 2"


def test_districts_that_win_and_lose_are_named():
    assert (
        _districts({KOETHEN[:5]: 1}, {HALLE[:5]: 2})
        == "Neu mit Halt: Halle (Saale)\nNicht mehr mit Halt: Anhalt-Bitterfeld"
    )
    assert not _districts({}, {HALLE[:5]: 2}), "where there was no plan, all are new"


def test_the_board_says_how_good_the_tour_is_until_it_changes(qtbot, desk, ws, opened, asked, settle):
    page = opened()
    dialog = opening.propose(page)
    plan(qtbot, dialog, settle)
    with qtbot.waitSignal(dialog.taken):
        qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert page.card.sums.worth.text() == PROVEN
    (stop,) = page.board.plan.stops()
    ws.run("Later", tour_moves.resize_stay, stop, 0, 15)
    settle()
    assert page.card.sums.worth.text() == ""
    undo(desk)
    settle()
    assert page.card.sums.worth.text() == PROVEN, "as proposed again"


def test_a_tour_nobody_proposed_is_not_praised(tour, opened):
    assert opened().card.sums.worth.text() == ""


def test_who_is_not_planned_is_listed_with_the_reason(qtbot, dialog, settle):
    plan(qtbot, dialog, settle)
    assert listed(dialog, Group.left_out) == ["Nachtclub Halle"]
    dialog.found.show_group(Group.left_out)
    table = dialog.found.tables[Group.left_out]
    table.select(table.rows.id_at(0))
    assert dialog.found.why.text()


def test_hours_are_those_at_which_a_stop_opens_as_on_the_board(qtbot, tour, opened, settle):
    page = opened()
    dialog = opening.propose(page)
    plan(qtbot, dialog, settle)
    block = page.board.plan.find(tour[2][0])[1]
    shown = {line.title: line.after[0] for line in dialog.found.models[Group.unchanged].rows()}
    assert shown["Markt Köthen"].endswith(", 09:00")
    assert block.opens == 9 * 60
