"""The preview by keyboard and mouse: pages, thumbnails, zoom, search."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication

from gui import palettes, theme
from gui.preview.column import Fit
from gui.preview.paper import Paper
from tests.gui.preview.sample import pdf
from tests.gui.typing import type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def paper(qtbot, tasks):
    """An empty preview, wide enough for small pages."""
    made = Paper(tasks)
    qtbot.addWidget(made)
    made.resize(760, 600)
    made.show()
    yield made
    made.clear()


@pytest.fixture
def twelve(paper, settle):
    """The preview on twelve pages."""
    paper.show_document(pdf(12, marked="Nur hier steht das Wort Steckdose."))
    settle()
    return paper


def colour(paper, x, y):
    """What is painted at a place of the view of the pages."""
    return paper.sheets.viewport().grab().toImage().pixelColor(x, y).name()


def test_first_page_is_there_with_its_number(twelve):
    assert (twelve.page, twelve.page_count) == (1, 12)
    assert (twelve.bar.page.text(), twelve.bar.count.text()) == ("1", "von 12")
    assert twelve.sheets.accessibleDescription() == "Seite 1 von 12"
    dark = {twelve.sheets.viewport().grab().toImage().pixelColor(x, 100).lightness() for x in range(80, 140)}
    assert min(dark) < 100  # the text is painted


def test_keys_lead_through_the_pages(twelve, qtbot):
    twelve.sheets.set_fit(Fit.page)
    told = []
    twelve.page_changed.connect(told.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(twelve.sheets, key)
    assert told == [2, 3, 2, 12, 1]


def test_a_typed_number_leads_to_its_page(twelve, qtbot):
    twelve.bar.page.setFocus()
    twelve.bar.page.selectAll()
    qtbot.keyClicks(twelve.bar.page, "7")
    qtbot.keyClick(twelve.bar.page, Qt.Key.Key_Return)
    assert twelve.page == 7
    qtbot.keyClicks(twelve.bar.page, "99")
    qtbot.keyClick(twelve.bar.page, Qt.Key.Key_Return)
    assert twelve.page == 12
    assert twelve.bar.page.text() == "12"


def test_small_pages_lead_to_large_ones_by_keyboard_and_mouse(twelve, qtbot, settle):
    small = twelve.thumbnails
    assert small.isVisible()
    small.setFocus()
    qtbot.keyClick(small, Qt.Key.Key_Down)
    assert (twelve.page, small.page()) == (2, 2)
    qtbot.keyClick(small, Qt.Key.Key_End)
    assert twelve.page == 12
    qtbot.keyClick(small, Qt.Key.Key_Home)
    spot = small.visualRect(small.model().index(2, 0)).center()
    qtbot.mouseClick(small.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert twelve.page == 3
    settle()
    assert twelve._pictures.picture(2, small.piece(2)) is not None


def test_scrolling_moves_the_mark_of_the_small_pages(twelve):
    bar = twelve.sheets.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert (twelve.page, twelve.thumbnails.page()) == (12, 12)


def test_small_pages_out_of_sight_are_not_made(twelve):
    assert twelve._pictures.picture(11, twelve.thumbnails.piece(11)) is None


def test_every_small_page_has_a_name(twelve):
    names = [twelve.thumbnails.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 11)]
    assert names == ["Seite 1 von 12", "Seite 12 von 12"]
    found = QAccessible.queryAccessibleInterface(twelve.thumbnails)
    assert found.text(QAccessible.Text.Name) == "Seiten"


def test_a_single_page_or_a_narrow_view_has_no_small_pages(paper, settle):
    paper.show_document(pdf(1))
    settle()
    assert not paper.thumbnails.isVisible()
    paper.show_document(pdf(2))
    paper.resize(400, 500)
    settle()
    assert not paper.thumbnails.isVisible()


def test_keys_change_the_size_and_ctrl_0_fits_it_again(twelve, qtbot):
    fitting = twelve.zoom
    qtbot.keyClick(twelve.sheets, Qt.Key.Key_Plus, CTRL)
    assert twelve.zoom > fitting
    qtbot.keyClick(twelve.sheets, Qt.Key.Key_Minus, CTRL)
    qtbot.keyClick(twelve.sheets, Qt.Key.Key_Minus, CTRL)
    assert twelve.zoom < fitting
    qtbot.keyClick(twelve.sheets, Qt.Key.Key_0, CTRL)
    assert twelve.zoom == fitting
    assert twelve.bar.zoom.currentText() == "Seitenbreite"


def test_the_size_ends_at_50_and_400_percent(twelve, qtbot):
    for _turn in range(12):
        qtbot.mouseClick(twelve.bar.larger, Qt.MouseButton.LeftButton)
    assert (twelve.zoom, twelve.bar.zoom.currentText()) == (4.0, "400 %")
    assert not twelve.bar.larger.isEnabled()
    for _turn in range(12):
        qtbot.mouseClick(twelve.bar.smaller, Qt.MouseButton.LeftButton)
    assert (twelve.zoom, twelve.bar.zoom.currentText()) == (0.5, "50 %")


def test_the_whole_page_can_be_shown(twelve):
    twelve.bar.zoom.set_value(Fit.page)
    twelve.bar.zoom.activated.emit(1)
    assert twelve.sheets.column.rect(0).height() <= twelve.sheets.viewport().height()


def test_zooming_keeps_the_middle(twelve):
    twelve.go_to(5)
    twelve.set_zoom(1.0)
    before = twelve.sheets._place(twelve.sheets._middle())
    twelve.set_zoom(3.0)
    after = twelve.sheets._place(twelve.sheets._middle())
    assert after.page == before.page
    assert after.down == pytest.approx(before.down, abs=0.01)
    assert after.across == pytest.approx(before.across, abs=0.01)


def test_ctrl_and_the_wheel_keep_what_is_under_the_pointer(twelve):
    twelve.set_zoom(2.0)
    spot = QPointF(80, 300)
    before = twelve.sheets._place(spot)
    event = QWheelEvent(
        spot,
        twelve.sheets.mapToGlobal(spot),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(twelve.sheets.viewport(), event)
    after = twelve.sheets._place(spot)
    assert twelve.zoom == 3.0
    assert (after.page, after.across) == (before.page, pytest.approx(before.across, abs=0.01))


def test_the_same_document_made_anew_stays_where_the_reader_is(twelve, settle):
    twelve.set_zoom(1.5)
    settle()
    twelve.go_to(6)
    place = twelve.sheets.verticalScrollBar().value()
    twelve.update_document(pdf(12, lines=("Ganz anderer Text",)))
    settle()
    assert (twelve.page, twelve.zoom) == (6, 1.5)
    assert twelve.sheets.verticalScrollBar().value() == pytest.approx(place, abs=1)


def test_a_document_that_has_grown_shorter_ends_on_its_last_page(twelve, settle):
    twelve.go_to(12)
    twelve.update_document(pdf(2))
    settle()
    assert twelve.page == 2


def test_another_document_begins_on_its_first_page(twelve, settle):
    twelve.go_to(6)
    twelve.show_document(pdf(4))
    settle()
    assert (twelve.page, twelve.page_count) == (1, 4)


def find(paper, qtbot, settle, words):
    """Search by keyboard."""
    qtbot.keyClick(paper.sheets, Qt.Key.Key_F, CTRL)
    assert paper.find_row.field.hasFocus()
    with qtbot.waitSignal(paper.find_row.field.searched):
        type_text(paper.find_row.field, words)
    settle()


def test_all_hits_are_counted_and_enter_goes_on(twelve, qtbot, settle):
    find(twelve, qtbot, settle, "köthen")
    assert twelve.find_row.count.text() == "1 von 12"
    field = twelve.find_row.field
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_F3)
    assert twelve.find_row.count.text() == "3 von 12"
    qtbot.keyClick(field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert twelve.find_row.count.text() == "2 von 12"
    assert twelve.search.current.page == 1
    qtbot.mouseClick(twelve.find_row.before, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(twelve.find_row.before, Qt.MouseButton.LeftButton)
    assert twelve.find_row.count.text() == "12 von 12"


def test_a_hit_far_away_is_brought_into_sight_and_marked(twelve, qtbot, settle):
    find(twelve, qtbot, settle, "STECKDOSE")
    assert twelve.page == 12
    rect = twelve.search.current.rect(twelve.sheets.column).translated(-twelve.sheets._offset())
    assert twelve.sheets.viewport().rect().contains(rect.toRect())
    accent = palettes.light().accent.name()
    assert accent in {colour(twelve, x, int(rect.center().y())) for x in range(int(rect.left()) - 6, int(rect.left()))}


def test_a_word_over_two_lines_is_found_and_marked_on_both(twelve, qtbot, settle):
    find(twelve, qtbot, settle, "ansprechpartnerin")
    assert len(twelve.search.hits) == 12
    upper, lower = twelve.search.hits[0].boxes
    assert upper.top < lower.top


def test_the_search_begins_on_the_page_in_front(twelve, qtbot, settle):
    twelve.go_to(5)
    find(twelve, qtbot, settle, "koethen")
    assert twelve.find_row.count.text() == "5 von 12"


def test_what_is_not_there_is_told(twelve, qtbot, settle):
    find(twelve, qtbot, settle, "Zeppelin")
    assert twelve.find_row.count.text() == "Nicht gefunden"
    assert not twelve.find_row.after.isEnabled()


def test_escape_closes_the_search_and_takes_the_marks_away(twelve, qtbot, settle):
    find(twelve, qtbot, settle, "Polizei")
    qtbot.keyClick(twelve.find_row.field, Qt.Key.Key_Escape)
    assert not twelve.find_row.isVisible()
    assert twelve.search.hits == ()
    assert twelve.sheets.hasFocus()


def test_paper_is_white_in_the_dark(twelve, qapp):
    theme.use(qapp, "dark")
    try:
        middle = twelve.sheets.viewport().width() // 2
        assert colour(twelve, middle, twelve.sheets.viewport().height() - 40) == "#ffffff"
        assert colour(twelve, 2, 2) == palettes.dark().off.name()
    finally:
        theme.use(qapp, "light")


def test_a_page_of_400_percent_is_rendered_in_the_part_that_is_seen(twelve, settle):
    twelve.set_zoom(4.0)
    settle()
    assert all(
        twelve._pictures.picture(page, piece) is not None
        for page in twelve.sheets._in_sight()
        for piece in twelve.sheets._pieces(page)
    )


def test_nothing_is_shown_after_clearing(twelve, settle):
    twelve.clear()
    settle()
    assert (twelve.page, twelve.page_count) == (0, 0)
    assert not twelve.bar.count.isVisible()
