"""The sheet of all widgets holds what every page must hold, in both themes."""

import pytest
from PySide6.QtGui import QImage

from gui import theme
from gui.component_sheet import ComponentSheet
from tests.gui.audit import assert_accessible


@pytest.fixture(params=["light", "dark"])
def sheet(request, qapp, qtbot):
    theme.use(qapp, request.param)
    made = ComponentSheet()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    theme.use(qapp, "light")


def test_every_widget_can_be_used_without_eyes_and_mouse(sheet):
    assert_accessible(sheet)


def test_sheet_is_painted_on_the_ground_of_its_theme(sheet):
    picture = sheet.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert picture.pixelColor(4, 4) == theme.tokens().window
    assert picture.height() > 1500


def test_a_live_switch_paints_the_same_as_a_fresh_sheet(sheet, qapp, qtbot):
    other = "dark" if theme.tokens().name == "light" else "light"
    theme.use(qapp, other)
    fresh = ComponentSheet()
    qtbot.addWidget(fresh)
    fresh.show()
    corner = (40, 40, 400, 200)
    assert sheet.grab().toImage().copy(*corner) != fresh.grab().toImage().copy(0, 0, 1, 1)
    assert sheet.grab().toImage().pixelColor(4, 4) == fresh.grab().toImage().pixelColor(4, 4)
