"""The head of a page in narrow windows: nothing is cut, words give way to icons."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.widgets.choice import Segmented
from gui.widgets.page_head import PageHead, SearchBox


@pytest.fixture
def head(qtbot):
    window = QWidget()  # without a layout: the head is as wide as it is told
    made = PageHead(QAction("Rückgängig", window), QAction("Wiederholen", window), window)
    made.set_titles("Abdeckung", "")
    made.set_own_widget(Segmented([(words, words) for words in ("Bürgerdialog", "Mobil-Halt", "Vortrag")], name="Art"))
    report, new = QAction("Bericht …", made), QAction("Neu", made)
    report.setObjectName("report")
    new.setObjectName("new")
    made.set_buttons([report], new, {"report": "printer", "new": "plus"})
    qtbot.addWidget(window)
    window.show()
    yield made
    window.close()


def test_a_secondary_button_is_its_icon_where_words_do_not_fit_and_the_primary_keeps_them(head):
    head.resize(1000, head.height())
    assert [button.text() for button in head.buttons] == ["Bericht …", "Neu"]
    head.resize(600, head.height())
    assert [button.text() for button in head.buttons] == ["", "Neu"]
    assert [button.accessibleName() for button in head.buttons] == ["Bericht …", "Neu"]
    head.resize(1000, head.height())
    assert [button.text() for button in head.buttons] == ["Bericht …", "Neu"]


def test_an_own_widget_that_grows_takes_the_room_of_words(head, qtbot):
    head.resize(820, head.height())
    assert head.buttons[0].text() == "Bericht …"
    head.findChild(Segmented).set_words("Vortrag", "Vortrag und Informationsveranstaltung")
    qtbot.waitUntil(lambda: not head.buttons[0].text())


def test_a_narrow_search_box_shows_its_icon_only(qtbot):
    box = SearchBox()
    qtbot.addWidget(box)
    box.resize(32, 32)
    narrow = box.grab().toImage()
    box.setText("")
    assert box.grab().toImage() == narrow
    box.resize(160, 32)
    bare = box.grab().toImage()
    box.setText("Suchen")
    assert box.grab().toImage() != bare
