"""The manual in its window: the right chapter, search, links, and a PDF that is the same text."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from domain.documents.manual_text import chapters, sections
from domain.i18n import language
from gui import registry, texts
from gui.local_state import LocalState, config_folder
from gui.manual import html
from gui.manual import opening as manual
from gui.manual.picture import PictureDialog
from gui.manual.search import find
from tests.gui.audit import assert_accessible


def shown(window):
    """The lines of the list that are seen: words and, for what was found, the line below."""
    return [item.text() for item in window.list.lines() if not item.isHidden()]


def titles(window):
    return [line.split("\n")[0] for line in shown(window)]


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


def test_the_list_holds_all_chapters_and_the_sections_of_the_one_that_is_read(opened):
    window = opened("tours")
    tour = next(chapter for chapter in chapters("de") if chapter.id == "tour")
    assert titles(window) == [
        words
        for chapter in chapters("de")
        for words in [chapter.title, *(each.heading for each in sections(chapter)[1:] if chapter is tour)]
    ]


def test_going_down_the_list_shows_one_section_after_the_other(opened, qtbot):
    window = opened("tours")
    window.list.setFocus()
    headings = [section.heading for section in sections(chapters("de")[2])[1:]]
    for heading in headings:
        qtbot.keyClick(window.list, Qt.Key.Key_Down)
        assert window.list.currentItem().text() == heading
    assert window.browser.verticalScrollBar().value() > 500
    qtbot.keyClick(window.list, Qt.Key.Key_Down)
    assert window.browser.chapter_id() == chapters("de")[3].id
    assert headings[0] not in titles(window)


def test_words_find_sections_and_lead_to_them(opened, qtbot):
    window = opened()
    window.search.setFocus()
    window.search.setText("Schwärzen")
    assert all("schwärzen" in line.casefold() for line in shown(window))
    assert {title.partition(" › ")[0] for title in titles(window)} >= {"Anliegen nachhalten"}
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.browser.chapter_id() in {"concerns", "keys"}
    assert {mark.cursor.selectedText().casefold() for mark in window.browser.extraSelections()} == {"schwärzen"}


def test_what_is_nowhere_is_said_and_escape_takes_the_search_back(opened, qtbot):
    window = opened()
    window.search.setText("gibt es nicht xyz")
    assert window.problem.isVisible()
    assert shown(window) == []
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.problem.isVisible()
    assert len(shown(window)) > len(chapters("de"))
    assert not window.browser.extraSelections()


def test_words_in_a_title_come_first_and_then_those_in_a_heading():
    found = find(chapters("de"), "kalender")
    assert found[0].chapter.id == "calendars"
    assert not found[0].section.anchor
    ranks = [bool(hit.section.heading) for hit in found if "kalender" in (hit.section.heading or "").casefold()]
    assert all(ranks)


@pytest.mark.parametrize("typed", ["schwärzen", "Schwaerzen", "SCHWARZEN"])
def test_umlauts_are_found_in_every_spelling(opened, typed):
    window = opened("concerns")
    window.search.setText(typed)
    assert "Anliegen nachhalten" in {title.partition(" › ")[0] for title in titles(window)}
    assert {mark.cursor.selectedText().casefold() for mark in window.browser.extraSelections()} == {"schwärzen"}


def test_words_that_stand_in_several_sections_find_the_chapter():
    chapter = next(chapter for chapter in chapters("de") if chapter.id == "tour")
    first, last = (sections(chapter)[at].text.split()[0].strip(".,:") for at in (1, -1))
    assert chapter.id in {hit.chapter.id for hit in find(chapters("de"), f"{first} {last}")}


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


def test_a_picture_is_seen_in_its_full_size(opened, qtbot):
    window = opened("tours")
    path = next(part.path for part in chapters("de")[2].parts if not isinstance(part, str))
    window.browser.anchorClicked.emit(QUrl(f"picture:{path}"))
    dialog = window.findChild(PictureDialog)
    assert dialog.picture.pixmap().width() >= window.browser._picture(str(path)).width()
    dialog.close()
    window.browser.anchorClicked.emit(QUrl("picture:/etc/passwd"))
    assert not [each for each in window.findChildren(PictureDialog) if each.isVisible()]


def test_keys_search_and_close(opened, qtbot):
    window = opened()
    assert window.browser.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_keys_make_the_text_larger_and_put_it_back(opened, qtbot):
    window = opened("tours")

    def sizes():
        document = window.browser.document()
        return document.defaultFont().pixelSize(), document.begin().begin().fragment().charFormat().font().pixelSize()

    usual = sizes()
    for _turn in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert all(now > before for now, before in zip(sizes(), usual, strict=True))
    assert window.browser.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert sizes() == usual


def test_its_size_is_remembered(opened, qtbot):
    window = opened()
    window.resize(780, 600)
    window.close()
    assert LocalState(config_folder()).manual_geometry
    assert opened().size().toTuple() == (780, 600)


def test_another_language_opens_another_manual(opened):
    first = opened("tours")
    before = texts.current()
    texts.use(language("en"))
    try:
        second = manual.open_manual("tours")
    finally:
        texts.use(before)
    assert second is not first
    assert not first.isVisible()
    assert second.list.currentItem().text() == "Plan a tour"


def test_it_is_saved_as_a_pdf(opened, tmp_path, qtbot):
    window = opened()
    window._save(tmp_path / "handbuch.pdf")
    qtbot.waitUntil(lambda: not window.tasks.is_busy, timeout=60_000)
    assert (tmp_path / "handbuch.pdf").read_bytes().startswith(b"%PDF")
    window._save(tmp_path / "none" / "handbuch.pdf")
    qtbot.waitUntil(window.problem.isVisible, timeout=60_000)


def test_everything_is_named_reached_and_large_enough(opened):
    assert_accessible(opened())
