"""The page of the documents, through keyboard and mouse."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from domain import i18n, outgoing
from domain.rows.events import DialogueFacts
from domain.rows.printing import PrintChoice
from domain.terms import EventState
from domain.usecases import events, printed_sheets
from gui.page import ALL_TABLES
from gui.pages.documents.page import DocumentsPage
from gui.pages.documents.state import key_of
from tests.builders import KOETHEN, change_event, make_event, make_partner
from tests.gui.audit import assert_accessible


@pytest.fixture
def opened(qtbot, desk):
    """A function that shows the page and waits until its folder stands."""

    def show(*, is_waiting=True):
        page = DocumentsPage(desk)
        qtbot.addWidget(page)
        page.refresh(ALL_TABLES)
        page.resize(1158, 704)
        with qtbot.waitExposed(page):
            page.show()
        desk.changed.connect(page.refresh)
        if is_waiting:
            qtbot.waitUntil(lambda: page.state.made is not None and not desk.tasks.is_busy, timeout=10_000)
        return page

    return show


@pytest.fixture
def dialogue(ws):
    host = make_partner(ws)
    facts = DialogueFacts(moderation="Frau Entwurf", agenda="18:00 Begrüßung")
    return make_event(ws, "Sicher am Bahnhof", ags=KOETHEN, facts=facts, host_id=host)


def names(page):
    return [line.document for line in page.state.lines]


def ticked(page):
    return [line.document for line in page.state.lines if page.state.is_ticked(line)]


def made_of(page):
    return [part.name for part in page.state.made.parts]


def press(qtbot, page, key, modifier=Qt.KeyboardModifier.NoModifier):
    page.check.list.setFocus()
    qtbot.keyClick(page.check.list, key, modifier)


def rested(qtbot, page, condition):
    qtbot.waitUntil(lambda: page.state.made is not None and condition() and not page.desk.tasks.is_busy, timeout=10_000)


def test_without_any_event_the_page_says_what_to_do_first(opened, qtbot):
    page = opened(is_waiting=False)
    qtbot.waitUntil(lambda: not page.desk.tasks.is_busy)
    assert page.empty.isVisible()
    assert page.context() == ""
    assert not page.may("documents.print")


def test_the_next_event_is_in_front_with_its_papers_in_print_order(opened, dialogue):
    page = opened()
    assert ticked(page)[0] == "invitation"
    assert {"programme", "briefing", "feedback_card"} <= set(ticked(page))
    assert made_of(page) == ticked(page)
    assert page.sheets.thumbs()[0].words == "Deckblatt"
    assert page.may("documents.print")


def test_space_leaves_a_document_out_and_the_folder_is_set_anew(opened, dialogue, qtbot):
    page = opened()
    press(qtbot, page, Qt.Key.Key_Space)
    rested(qtbot, page, lambda: "invitation" not in made_of(page))
    assert not page.check.list.lines()[0].is_ticked


def test_a_click_on_the_box_ticks_and_one_on_the_words_does_not(opened, dialogue, qtbot):
    page = opened()
    view = page.check.list
    row = view.visualItemRect(view.item(1))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert view.lines()[1].is_ticked
    assert view.current_key() == view.lines()[1].key
    box = QPoint(view.viewport().width() - 24, row.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert not view.lines()[1].is_ticked


def test_alt_and_arrows_move_a_document_and_it_stays_in_front(opened, dialogue, qtbot):
    page = opened()
    before = names(page)
    press(qtbot, page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(page)[:2] == [before[1], before[0]]
    assert page.check.list.currentRow() == 1
    rested(qtbot, page, lambda: made_of(page) == ticked(page))
    press(qtbot, page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(page) == before


def test_the_document_in_front_is_shown(opened, dialogue, qtbot):
    page = opened()
    press(qtbot, page, Qt.Key.Key_Down)
    line = page.state.lines[1]
    first = page.state.part(line).place.first
    qtbot.waitUntil(lambda: page.preview.page == first)
    assert page.sheets.currentItem().text().startswith(page.state.part(line).title)
    assert page.sheets.thumbs()[page.sheets.currentRow()].number == first


def test_a_thumbnail_leads_the_preview_to_its_page(opened, dialogue, qtbot):
    page = opened()
    page.sheets.setFocus()
    page.sheets.setCurrentRow(0)
    qtbot.keyClick(page.sheets, Qt.Key.Key_Right)
    thumb = page.sheets.thumbs()[1]
    qtbot.waitUntil(lambda: page.preview.page == thumb.number)
    assert page.preview.bar.title.text() == thumb.words


def test_thumbnails_are_drawn_when_they_come_into_sight(opened, dialogue, qtbot):
    page = opened()
    qtbot.waitUntil(lambda: 1 in page.sheets.pictures)
    assert not page.sheets.pictures[1].isNull()


def test_copies_count_for_the_sheets_of_paper(opened, dialogue, qtbot):
    page = opened()
    before = int(page.check.sheets.text())
    page.check.copies.setFocus()
    page.check.copies.selectAll()
    qtbot.keyClicks(page.check.copies, "10")
    qtbot.keyClick(page.check.copies, Qt.Key.Key_Return)
    line = page.state.lines[0]
    assert page.state.copies(line) == 10
    assert int(page.check.sheets.text()) > before
    rested(qtbot, page, lambda: page.state.made.parts[0].copies == 10)


def test_what_cannot_be_made_has_no_box_and_its_reason_leads_to_the_event(opened, ws, qtbot):
    event = make_event(ws, "Vorgemerkt", ags=KOETHEN, state=EventState.tentative)
    page = opened()
    page.check.list.choose(next(key_of(line) for line in page.state.lines if line.document == "invitation"))
    assert not page.check.list.lines()[0].can_tick
    repair = page.check.findChild(type(page.check.up), "repair-error")
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.mouseClick(repair, Qt.MouseButton.LeftButton)
    assert asked.args == ["events", event]


def test_a_change_of_the_event_is_seen_and_the_ticks_stay(opened, ws, dialogue, qtbot):
    page = opened()
    press(qtbot, page, Qt.Key.Key_Space)
    rested(qtbot, page, lambda: "invitation" not in made_of(page))
    code = page.state.made.code
    change_event(ws, dialogue, room="2.14")
    rested(qtbot, page, lambda: page.state.made.code != code)
    assert not page.check.list.lines()[0].is_ticked


def test_saving_writes_the_file_and_notes_its_sheets(opened, ws, dialogue, qtbot, tmp_path):
    page = opened()
    page.deeds.save()
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "mappe.pdf"))
    dialog.close()
    qtbot.waitUntil(lambda: (tmp_path / "mappe.pdf").exists() and not page.desk.tasks.is_busy, timeout=10_000)
    assert {row.document for row in ws.ask(printed_sheets.printed_sheets)} == set(ticked(page))


def test_the_website_gets_only_what_outsiders_may_see(opened, dialogue, qtbot, tmp_path):
    page = opened()
    page.deeds.save_web()
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "web"))
    dialog.close()
    qtbot.waitUntil(lambda: not page.desk.tasks.is_busy, timeout=10_000)
    written = sorted(path.name for path in (tmp_path / "web").iterdir())
    assert written[0] == "01 Einladung zum Bürgerdialog.pdf"
    assert not [name for name in written if "Briefing" in name or "Packliste" in name]


def test_printing_sends_every_copy_and_notes_the_sheets(opened, ws, dialogue, qtbot, tmp_path):
    page = opened()
    for line in page.state.lines[1:]:
        page.check.list.ticked.emit(key_of(line), False)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gedruckt.pdf"))
    printer.setResolution(40)
    page.deeds.send_to(printer, "Mappe")
    qtbot.waitUntil(lambda: not page.desk.tasks.is_busy, timeout=10_000)
    assert (tmp_path / "gedruckt.pdf").stat().st_size > 0
    assert [row.document for row in ws.ask(printed_sheets.printed_sheets)] == ["invitation"]


def test_stale_sheets_are_offered_and_come_together(opened, ws, dialogue, qtbot, tmp_path):
    outgoing.print_document(ws, tmp_path / "a.pdf", "briefing", PrintChoice(event_id=dialogue), i18n.language("de"))
    ws.run("Move", events.move, dialogue, date(2027, 6, 21))
    page = opened()
    words = [page.options.subject.itemText(at) for at in range(page.options.subject.count())]
    assert words[-1] == "Veraltete Blätter (1)"
    page.options.subject.setCurrentIndex(len(words) - 1)
    page.options.subject.activated.emit(len(words) - 1)
    rested(qtbot, page, lambda: made_of(page) == ["briefing"])
    assert page.state.lines[0].title == "Sicher am Bahnhof"


def test_without_both_sides_there_are_no_blank_pages(opened, dialogue, qtbot):
    page = opened()
    before = page.state.made.pages
    qtbot.mouseClick(page.options.duplex, Qt.MouseButton.LeftButton)
    rested(qtbot, page, lambda: page.state.made.pages < before)
    assert page.check.sides.text() == "Blätter, einseitig"


def test_nothing_ticked_leaves_nothing_to_print(opened, dialogue, qtbot):
    page = opened()
    for line in page.state.lines:
        page.check.list.ticked.emit(key_of(line), False)
    qtbot.waitUntil(lambda: page.state.made is None)
    assert not page.may("documents.print")
    assert page.sheets.count() == 0


def test_every_control_has_a_name_and_a_way_by_keyboard(opened, dialogue):
    assert_accessible(opened())
