"""What holds for every page of the window: names, keyboard, targets, language, small windows, both themes."""

import re
from gettext import NullTranslations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QListView, QMenu, QTabBar, QWidget
from typing_extensions import override

from domain import i18n
from domain.i18n import Language
from domain.region.kreise import kreise
from gui import registry, texts, theme
from gui.shell import Shell
from tests.gui import audit

PAGES = [spec.id for spec in registry.pages()]
OFFICIAL = {name for kreis in kreise() for name in (kreis.name, kreis.code)}
"""Names that are the same in every language."""

MARK = "⟦"
"""Begins every message of the language made up for these tests."""


class MarkedMessages(NullTranslations):
    """Messages that show that they went through the catalogue."""

    def gettext(self, message):
        return f"{MARK}{message}"

    def ngettext(self, msgid1, msgid2, n):
        return f"{MARK}{msgid1 if n == 1 else msgid2}"

    def pgettext(self, context, message):
        return self.gettext(message)


class Marked(Language):
    """A language in which whatever was put into words for people shows."""

    @property
    def _locale(self):
        return "de_DE"

    def weekday_name(self, index):
        return MARK + super().weekday_name(index)

    def long_day(self, value):
        return MARK + super().long_day(value)

    def day_of_month(self, value):
        return MARK + super().day_of_month(value)

    def month(self, value):
        return MARK + super().month(value)

    def weekday(self, value):
        return MARK + super().weekday(value)

    def weekday_short(self, value):
        return MARK + super().weekday_short(value)


class WindowWatch(QObject):
    """Sees what is shown as a window, even for a moment."""

    def __init__(self):
        super().__init__()
        self.seen = []

    @override
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture(params=["light", "dark"])
def in_theme(request, qapp):
    theme.use(qapp, request.param)
    yield request.param
    theme.use(qapp, "light")


@pytest.fixture
def language():
    """A function that chooses the window's language; German comes back."""
    yield texts.use
    texts.use(i18n.language())


@pytest.fixture
def shown(qtbot):
    """A function that shows a page of a desk's file in a window, with all its answers there; closed in the end."""
    windows = []

    def show(desk, page_id, width=1366, height=768):
        window = Shell()
        windows.append(window)
        qtbot.addWidget(window)
        window.attach(desk)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        page = window.show_page(page_id)
        qtbot.waitUntil(lambda: page.isVisible() and not desk.tasks.is_busy)
        return window

    yield show
    for window in windows:
        window.close()


@pytest.mark.parametrize("page_id", PAGES)
def test_page_can_be_used_without_eyes_and_mouse(shown, demo_desk, page_id, in_theme):
    window = shown(demo_desk, page_id)
    audit.assert_accessible(window)


@pytest.mark.parametrize("page_id", PAGES)
def test_empty_page_can_be_used_without_eyes_and_mouse(shown, desk, page_id):
    window = shown(desk, page_id)
    audit.assert_accessible(window)


@pytest.mark.parametrize("page_id", PAGES)
def test_page_can_be_used_in_the_smallest_window(shown, demo_desk, page_id):
    window = shown(demo_desk, page_id, 960, 600)
    assert (window.width(), window.height()) == (960, 600)
    audit.assert_accessible(window)


def test_every_page_gives_way_when_the_window_becomes_small(shown, demo_desk, qtbot):
    window = shown(demo_desk, PAGES[0])
    for page_id in PAGES:
        window.show_page(page_id)
    window.resize(960, 600)
    for page_id in PAGES:
        page = window.show_page(page_id)
        qtbot.waitUntil(lambda: window.stack.width() == 960 - theme.NAVIGATION_NARROW)
        assert page.minimumSizeHint().width() <= window.stack.width(), page_id
        assert page.minimumSizeHint().height() <= window.stack.height(), page_id


@pytest.mark.parametrize("page_id", PAGES)
def test_page_opens_no_window_of_its_own(shown, demo_desk, page_id, qapp):
    watch = WindowWatch()
    qapp.installEventFilter(watch)
    shown(demo_desk, page_id)
    qapp.removeEventFilter(watch)
    assert watch.seen == ["Shell"]


@pytest.mark.parametrize("page_id", PAGES)
def test_every_word_of_an_empty_page_comes_from_the_catalogue(shown, desk, page_id, language):
    language(Marked("marked", MarkedMessages()))
    window = shown(desk, page_id)
    loose = {words for words in words_of(window) if MARK not in words and has_words(words)}
    loose -= {desk.path.name, str(desk.path)} | OFFICIAL
    assert loose == set()


@pytest.mark.parametrize("page_id", PAGES)
def test_english_page_shows_no_german_message(shown, demo_desk, page_id, language):
    german = german_words()
    language(i18n.language("en"))
    window = shown(demo_desk, page_id)
    assert {words for words in words_of(window) if words in german} == set()


def german_words():
    """Every German message that is not English as well."""
    catalogue = i18n.language("de").translations._catalog
    english = {msgid for msgid in catalogue if isinstance(msgid, str)}
    return {words for words in catalogue.values() if words and words not in english}


def words_of(window):
    """Everything a person can read or hear in the window's widgets, tables' heads and menus."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            yield from filter(None, {widget.accessibleName(), widget.toolTip(), *_own_words(widget)})
    for action in window.findChildren(QAction):
        yield action.text()
    for menu in window.menuBar().findChildren(QMenu):
        yield menu.title()


def _own_words(widget):
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QTabBar():
            yield from (widget.tabText(index) for index in range(widget.count()))
        case QListView():
            return  # a list has no heads, and its model's columns are private
        case QAbstractItemView():
            model = widget.model()
            for column in range(model.columnCount() if model else 0):
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def has_words(text):
    """Whether the text is more than figures, signs and single letters."""
    return bool(re.search(r"[A-Za-zÄÖÜäöü]{2}", text))
