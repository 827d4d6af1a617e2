"""Upright bars by keyboard, mouse and screen reader."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui import theme
from gui.widgets.bar_chart import Bar, BarChart, axis

BARS = [Bar("a", "A", 3, 1, "Anfang"), Bar("b", "B", 0, 5, "Mitte"), Bar("c", "C", 0, 0, "Ende")]


@pytest.fixture
def chart(qtbot):
    made = BarChart("Balken")
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.set_bars(BARS)
    made.show()
    return made


def test_arrows_move_and_enter_opens_a_bar(chart, qtbot):
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == "Anfang"
    QTest.keyClick(chart, Qt.Key.Key_Right)
    with qtbot.waitSignal(chart.picked) as picked:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert picked.args == ["b"]
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.current().key == "c"


def test_a_click_anywhere_above_a_bar_opens_it(chart, qtbot):
    with qtbot.waitSignal(chart.picked) as picked:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(90, 60))
    assert picked.args == ["a"]


def test_bar_that_was_reached_stays_while_figures_change(chart):
    chart.reach("b")
    chart.set_bars([Bar("b", "B", 9, 0, "Neu"), Bar("d", "D", 1, 0, "Anders")])
    assert (chart.current().key, chart.accessibleDescription()) == ("b", "Neu")
    chart.set_bars([Bar("d", "D", 1, 0, "Anders")])
    assert chart.current().key == "d"


def test_chart_without_bars_can_be_painted_and_pressed(chart):
    chart.set_bars([])
    QTest.keyClick(chart, Qt.Key.Key_Return)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(90, 60))
    assert chart.current() is None
    assert not chart.grab().isNull()


def test_filled_and_outlined_parts_differ_by_more_than_colour(chart):
    picture = chart.grab().toImage()
    field, slot = chart._field(), chart._slot(chart._field(), 1)
    middle = picture.pixelColor(int(slot.center().x()), int(field.bottom() - field.height() * 0.3))
    assert middle == theme.tokens().base
    first = chart._slot(field, 0)
    filled = picture.pixelColor(int(first.center().x()), int(field.bottom() - field.height() * 0.2))
    assert filled == theme.tokens().fill


@example(most=5e-324)
@given(most=st.floats(0, 1e9, allow_nan=False))
def test_axis_begins_at_nothing_reaches_the_largest_and_has_round_steps(most):
    steps = axis(most)
    assert steps[0] == 0
    assert steps[-1] >= most
    assert 2 <= len(steps) <= 6
    assert all(step == round(step) for step in steps)
