"""The navigation shows where the keyboard is only to those who use it."""

from PySide6.QtCore import Qt

from gui import registry, theme
from gui.widgets.navigation import Navigation


def corner(entry):
    """The colour on the line of the focus ring, at the middle of the right edge."""
    image = entry.grab().toImage()
    return image.pixelColor(entry.width() - theme.GAP_SMALL - 1, entry.height() // 2).name()


def shown(pages, qtbot):
    made = Navigation(registry.pages())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_click_leaves_no_ring_and_the_arrow_keys_draw_one(pages, qtbot):
    navigation = shown(pages, qtbot)
    first, second = list(navigation.entries.values())[:2]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.hasFocus()
    assert corner(first) != theme.tokens().accent.name()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert corner(second) == theme.tokens().accent.name()
