"""Chips, filters, segments and combo boxes."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip, QWidget

from domain.terms import EventKind
from gui.dialogs.dialog import Dialog
from gui.widgets.chips import ChipField
from gui.widgets.choice import CheckBox, RadioButton, Segmented
from gui.widgets.combo import Combo
from gui.widgets.field import Field
from gui.widgets.filter_button import FilterButton

TOPICS = {1: "Sicherheitsgefühl", 2: "Bahnhof", 3: "Einbruchschutz"}


@pytest.fixture
def chips(qtbot):
    field = ChipField("Themen")
    field.set_choice(TOPICS)
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def segments(qtbot):
    control = Segmented([("day", "Tag"), ("week", "Woche"), ("month", "Monat")], name="Ansicht")
    qtbot.addWidget(control)
    control.show()
    return control


@pytest.fixture
def kreise(qtbot):
    button = FilterButton("Alle Kreise", [("15082", "Anhalt-Bitterfeld"), ("15083", "Börde"), ("15085", "Harz")])
    qtbot.addWidget(button)
    button.show()
    return button


def test_typing_part_of_a_word_and_enter_takes_the_value(chips, qtbot):
    qtbot.keyClicks(chips.adder, "bahn")
    with qtbot.waitSignal(chips.values_changed) as told:
        qtbot.keyClick(chips.adder, Qt.Key.Key_Return)
    assert told.args == [(2,)]
    assert [chip.text() for chip in chips.chips()] == ["Bahnhof"]
    assert chips.adder.text() == ""


def test_a_value_is_not_taken_twice(chips, qtbot):
    chips.set_values((2,))
    qtbot.keyClicks(chips.adder, "bahn")
    qtbot.keyClick(chips.adder, Qt.Key.Key_Return)
    assert chips.values() == (2,)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space])
def test_a_chip_is_removed_by_keyboard(chips, qtbot, key):
    chips.set_values((1, 2))
    with qtbot.waitSignal(chips.values_changed) as told:
        qtbot.keyClick(chips.chips()[0], key)
    assert told.args == [(2,)]


def test_enter_on_a_typed_value_does_not_press_the_dialogs_button(qtbot):
    dialog = Dialog("Planen", "Los")
    qtbot.addWidget(dialog)
    chips = ChipField("Themen")
    chips.set_choice(TOPICS)
    dialog.content.addWidget(chips)
    pressed = []
    dialog.primary.clicked.connect(lambda: pressed.append(1))
    with qtbot.waitExposed(dialog):
        dialog.open()
    qtbot.keyClicks(chips.adder, "bahn")
    chips.adder.completer().popup().hide()
    qtbot.keyClick(chips.adder, Qt.Key.Key_Return)
    assert (chips.values(), pressed) == ((2,), [])
    qtbot.keyClick(chips.adder, Qt.Key.Key_Return)
    assert pressed == [1]


def test_tab_goes_over_the_chips_to_the_field(qtbot):
    dialog = Dialog("Planen", "Los")
    qtbot.addWidget(dialog)
    before, chips = Field(name="Davor"), ChipField("Themen")
    chips.set_choice(TOPICS)
    chips.set_values((1,))
    dialog.content.addWidget(before)
    dialog.content.addWidget(chips)
    with qtbot.waitExposed(dialog):
        dialog.open()
    chips.set_values((1, 2))
    before.setFocus()
    passed = []
    for _key in range(3):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget())
    assert passed == [*chips.chips(), chips.adder]
    chips.chips()[1].removed.emit()
    assert chips.adder.hasFocus()


def test_a_chip_says_what_a_click_does(chips):
    chips.set_values((2,))
    assert chips.chips()[0].accessibleName() == "Bahnhof entfernen"


def test_tab_stops_at_the_chosen_segment_only(segments):
    def stops():
        return [
            each.text()
            for each in segments.findChildren(QAbstractButton)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]

    assert stops() == ["Tag"]
    segments.set_value("week")
    assert stops() == ["Woche"]


def test_arrows_choose_the_next_segment(segments, qtbot):
    assert segments.value() == "day"
    with qtbot.waitSignal(segments.picked) as picked:
        qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert picked.args == ["week"]
    qtbot.keyClick(segments, Qt.Key.Key_Left)
    qtbot.keyClick(segments, Qt.Key.Key_Left)
    assert segments.value() == "month"


def test_setting_a_segment_tells_nothing(segments, qtbot):
    with qtbot.assertNotEmitted(segments.picked):
        segments.set_value("month")
    assert segments.value() == "month"


def test_ticking_in_the_filter_tells_the_keys_in_their_order(kreise, qtbot):
    qtbot.mouseClick(kreise, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    popup.boxes["15085"].click()
    popup.boxes["15082"].click()
    assert kreise.ticked() == ("15082", "15085")
    assert kreise.text() == "Alle Kreise: 2"
    with qtbot.waitSignal(kreise.picked):
        popup.all_button.click()
    assert kreise.ticked() == ()
    assert kreise.text() == "Alle Kreise"


def test_one_ticked_value_is_named_on_the_button(kreise):
    kreise.set_ticked(["15085", "unknown"])
    assert kreise.text() == "Harz"


def test_combo_gives_and_takes_terms(qtbot):
    combo = Combo("Art")
    qtbot.addWidget(combo)
    combo.add_terms(EventKind)
    combo.set_value(EventKind.lecture)
    assert combo.value() is EventKind.lecture
    assert combo.currentText() == "Vortrag"
    combo.set_value("nothing of the kind")
    assert combo.value() is None


def test_scrolling_over_a_combo_does_not_change_it(qtbot):
    combo = Combo("Art")
    qtbot.addWidget(combo)
    combo.add_terms(EventKind)
    combo.set_value(EventKind.lecture)
    centre = QPointF(combo.rect().center())
    turn = QWheelEvent(
        centre, centre, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, turn)
    assert combo.value() is EventKind.lecture
    assert not turn.isAccepted()


def test_boxes_are_hit_by_their_words_too(qtbot):
    for button in (CheckBox("stufenlos"), RadioButton("beidseitig")):
        qtbot.addWidget(button)
        button.resize(200, 24)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(190, 12))
        assert button.isChecked()


def test_a_long_line_in_a_closed_combo_ends_in_an_ellipsis_and_the_tooltip_says_it(qtbot):
    combo = Combo("Thema")
    combo.add(1, "Cyberangriffe und Wirtschaftsschutz")
    qtbot.addWidget(combo)
    combo.resize(400, 32)
    assert combo.shown_words() == "Cyberangriffe und Wirtschaftsschutz"
    combo.resize(160, 32)
    assert combo.shown_words().endswith("…")
    combo.show()
    assert tooltip_of(combo) == "Cyberangriffe und Wirtschaftsschutz"


def test_a_combo_of_its_natural_width_shows_its_words_whole(qtbot):
    for icon in ("", "calendar"):
        combo = Combo("Zeitraum")
        combo.add(1, "1. Halbjahr 2027", icon)
        qtbot.addWidget(combo)
        combo.show()
        assert combo.shown_words() == "1. Halbjahr 2027"


def test_a_segment_that_is_cut_says_its_words_in_the_tooltip(qtbot):
    window = QWidget()  # without a layout: the control is as wide as it is told
    segments = Segmented([("dialogue", "Bürgerdialog"), ("stop", "Mobil-Halt")], name="Art", parent=window)
    segments.resize(80, 32)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: segments.chosen().width() < 60)
    assert tooltip_of(segments.chosen()) == "Bürgerdialog"


def tooltip_of(widget):
    spot = QPoint(5, 5)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, spot, widget.mapToGlobal(spot)))
    words = QToolTip.text()
    QToolTip.hideText()
    return words
