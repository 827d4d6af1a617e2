"""The manual in its window: the right chapter, search, links, and a PDF that is the same text."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from domain.documents.manual_text import chapters
from gui import registry
from gui.dialogs.about import AboutDialog
from gui.dialogs.tally.window import TallyWindow
from gui.manual import html
from gui.manual import window as manual
from gui.manual.search import find
from gui.shell import Shell
from tests.gui.audit import assert_accessible
from tests.gui.dialogs.tally_rows import make_stand


@pytest.fixture
def opened(qapp, qtbot):
    """Opens the manual and waits until it has the keyboard; it is closed and forgotten in the end."""

    def opener(*names):
        window = manual.open_manual(*names)
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield opener
    for window in list(manual._open):
        window.close()
        window.deleteLater()
    qtbot.waitUntil(lambda: not manual._open)


def titles(window):
    return [window.list.item(row).text().split("\n")[0] for row in range(window.list.count())]


def test_it_opens_at_the_chapter_about_the_page(opened):
    window = opened("publishing")
    assert window.browser.chapter_id() == "calendars"
    assert window.list.currentItem().text() == "Kalender herausgeben"
    assert "Kalender herausgeben" in window.browser.toPlainText()


def test_a_second_call_brings_the_same_window_to_another_chapter(opened):
    first = opened("publishing")
    assert manual.open_manual("tours") is first
    assert first.browser.chapter_id() == "tour"


@pytest.mark.parametrize("page", [spec.id for spec in registry.PAGES])
def test_every_page_of_the_window_leads_somewhere(opened, page):
    assert len(opened(page).browser.toPlainText()) > 500


def test_words_find_chapters_and_show_where(opened):
    window = opened()
    window.search.setText("Schwärzen")
    assert "Anliegen nachhalten" in titles(window)
    assert "Merkblätter bearbeiten" not in titles(window)
    lines = [window.list.item(row).text().partition("\n")[2] for row in range(window.list.count())]
    assert all("schwärzen" in line.casefold() for line in lines)
    window.search.setText("gibt es nicht xyz")
    assert window.problem.isVisible()
    window.search.clear()
    assert len(titles(window)) == len(chapters("de"))


def test_words_in_a_title_come_first():
    assert find(chapters("de"), "kalender")[0].chapter.id == "calendars"


def test_links_lead_to_chapters_and_back(opened, qtbot):
    window = opened("tours")
    window.browser.anchorClicked.emit(QUrl("chapter:release"))
    assert window.browser.chapter_id() == "release"
    assert window.list.currentItem().text() == "Den Plan freigeben"
    window.back.click()
    assert window.browser.chapter_id() == "tour"
    window.forward.click()
    assert window.browser.chapter_id() == "release"


def test_only_web_addresses_leave_the_manual(opened, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    window = opened()
    for address in ("https://example.org/a", "file:///etc/passwd", "javascript:1", "http://example.org/"):
        window.browser.anchorClicked.emit(QUrl(address))
    assert [url.toString() for url in asked] == ["https://example.org/a", "http://example.org/"]


def test_pictures_are_drawn_as_wide_as_the_column(opened):
    window = opened("overview")
    address = next(part for part in chapters("de")[0].parts if not isinstance(part, str)).path
    picture = window.browser._picture(str(address))
    assert 200 <= picture.width() / picture.devicePixelRatio() <= 760


def test_text_of_chapters_is_never_taken_for_markup():
    page = html.page(chapters("de")[0])
    assert "<script" not in page
    assert html._span(html.Span("<b>&", url='x"><i>')) == '<a href="x&quot;&gt;&lt;i&gt;">&lt;b&gt;&amp;</a>'


def test_keys_search_close_and_change_the_size(opened, qtbot):
    window = opened()
    usual = window.browser.font().pointSizeF(), window.browser.document().defaultFont().pixelSize()
    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert (window.browser.font().pointSizeF(), window.browser.document().defaultFont().pixelSize()) == usual
    window.browser.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_it_is_saved_as_a_pdf(opened, tmp_path, qtbot):
    window = opened()
    window._save(tmp_path / "handbuch.pdf")
    qtbot.waitUntil(lambda: not window.tasks.is_busy, timeout=60_000)
    assert (tmp_path / "handbuch.pdf").read_bytes().startswith(b"%PDF")
    window._save(tmp_path / "none" / "handbuch.pdf")
    qtbot.waitUntil(window.problem.isVisible, timeout=60_000)


def test_f1_on_a_page_and_in_a_dialog_opens_it(opened, desk, qtbot):
    window = Shell()
    qtbot.addWidget(window)
    window.attach(desk)
    window.show_page("coverage")
    window.actions_.trigger("help.manual")
    assert manual._open[0].browser.chapter_id() == "coverage"
    dialog = AboutDialog(window)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    assert manual._open[0].browser.chapter_id() == "first-steps"
    dialog.close()
    QApplication.processEvents()


def test_f1_at_the_stand_opens_its_chapter_and_counting_goes_on(opened, desk, ws, qtbot):
    event, groups = make_stand(ws)
    stand = TallyWindow(desk, event)
    qtbot.addWidget(stand)
    stand.show()
    qtbot.keyClick(stand, Qt.Key.Key_F1)
    assert manual._open[0].browser.chapter_id() == "stand"
    qtbot.keyClick(stand, Qt.Key.Key_1)
    assert stand.grid.tiles[0].count == 1
    assert len(groups) == len(stand.grid.tiles)


def test_everything_is_named_reached_and_large_enough(opened):
    assert_accessible(opened())
