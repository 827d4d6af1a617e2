"""The navigation fits the height of the window and shows where the keyboard is only to those who use it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from gui import theme
from gui.registry import PageSpec
from gui.widgets.navigation import Navigation


def corner(entry):
    """The colour on the line of the focus ring, at the middle of the right edge."""
    image = entry.grab().toImage()
    return image.pixelColor(entry.width() - theme.GAP_SMALL - 1, entry.height() // 2).name()


MANY = tuple(PageSpec(f"page{number}", f"Seite {number}", "list", number // 4, "") for number in range(16))


def shown(qtbot, specs=MANY):
    made = Navigation(specs)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_click_leaves_no_ring_and_the_arrow_keys_draw_one(qtbot):
    navigation = shown(qtbot)
    first, second = list(navigation.entries.values())[:2]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.hasFocus()
    assert corner(first) != theme.tokens().accent.name()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert corner(second) == theme.tokens().accent.name()


def is_whole(navigation, entry):
    """Whether an entry is seen from edge to edge, above the foot."""
    seen = navigation._rows.viewport()
    top = entry.mapTo(seen, QPoint(0, 0)).y()
    return top >= 0 and top + entry.height() <= seen.height()


@pytest.mark.parametrize("height", [572, 740, 972])
def test_every_page_is_seen_whole_in_a_low_window(qtbot, height):
    navigation = shown(qtbot)
    foot = QLabel("Fassung 1")
    foot.setFixedHeight(82)
    navigation.set_foot(foot)
    navigation.resize(navigation.width(), height)
    qtbot.waitUntil(lambda: all(is_whole(navigation, entry) for entry in navigation.entries.values()))
    assert {entry.height() for entry in navigation.entries.values()} <= set(range(24, theme.NAVIGATION_ROW + 1))


def test_a_window_too_low_for_all_pages_scrolls_to_the_one_that_has_the_keyboard(qtbot):
    navigation = shown(qtbot)
    navigation.resize(navigation.width(), 320)
    first, *_, last = navigation.entries.values()
    qtbot.waitUntil(lambda: not is_whole(navigation, last))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert last.hasFocus()
    qtbot.waitUntil(lambda: is_whole(navigation, last))
