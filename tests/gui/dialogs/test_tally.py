"""The tally through keyboard and mouse: stored first, shown then, nothing lost."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from domain.rules.tally import by_group
from domain.terms import EventState
from domain.usecases import events, tally, vocabulary
from gui.dialogs.review import ReviewDialog
from gui.dialogs.tally.opening import open_for
from gui.dialogs.tally.window import TallyWindow
from tests.builders import DAY, make_event, make_group
from tests.gui.dialogs.tally_rows import make_stand

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(qtbot, desk):
    """Opens the tally of an event."""

    def open_window(event, size=(1366, 768)):
        window = TallyWindow(desk, event)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        return window

    return open_window


@pytest.fixture
def stand(ws):
    return make_stand(ws)


def totals(desk, event):
    return by_group(desk.ask(tally.counts, event).hours)


def said(window):
    heard = []
    window.announced.connect(heard.append)
    return heard


def test_number_keys_count_one_and_with_shift_five(opened, qtbot, desk, stand):
    event, (young, children, old) = stand
    window = opened(event)
    heard = said(window)
    qtbot.keyClick(window, Qt.Key.Key_1)
    qtbot.keyClick(window, Qt.Key.Key_2, SHIFT)
    qtbot.keyClick(window, Qt.Key.Key_4)
    assert totals(desk, event) == {young: 1, children: 5}
    assert [tile.count for tile in window.grid.tiles] == [1, 5, 0]
    assert [tile.is_last for tile in window.grid.tiles] == [False, True, False]
    assert (window.side.total.text(), window.foot.line.text()) == ("6", "14:32 Kinder, plus 5")
    assert "14:32" in window.head.saved.text()
    assert heard == ["Jugendliche: 1", "Kinder: 5"]
    assert old not in totals(desk, event)


def test_the_sign_of_a_german_keyboard_counts_five(opened, desk, stand, qapp):
    event, (_young, _children, old) = stand
    window = opened(event)
    press = QKeyEvent(QEvent.Type.KeyPress, 0xA7, SHIFT, 0, 0, 0, "§")
    qapp.sendEvent(window, press)
    assert totals(desk, event) == {old: 5}


def test_a_key_that_is_held_down_counts_once(opened, desk, stand, qapp):
    event, (young, *_others) = stand
    window = opened(event)
    for again in (False, True, True):
        qapp.sendEvent(
            window,
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", again),
        )
    assert totals(desk, event) == {young: 1}


def test_backspace_takes_strokes_back_one_by_one(opened, qtbot, desk, stand):
    event, (young, children, _old) = stand
    window = opened(event)
    heard = said(window)
    qtbot.keyClick(window, Qt.Key.Key_1)
    qtbot.keyClick(window, Qt.Key.Key_2, SHIFT)
    qtbot.keyClick(window, Qt.Key.Key_Backspace)
    assert totals(desk, event) == {young: 1}
    assert heard[-1] == "Kinder: 0"
    qtbot.keyClick(window, Qt.Key.Key_Backspace)
    qtbot.keyClick(window, Qt.Key.Key_Backspace)
    assert totals(desk, event) == {}
    assert window.foot.line.text() == "Es gibt keinen Strich, der zurückgenommen werden kann."
    assert not window.foot.back.isEnabled()
    assert children not in totals(desk, event)


def test_backspace_leaves_the_strokes_of_another_laptop_alone_while_own_ones_stand(opened, qtbot, desk, stand):
    event, (young, children, _old) = stand
    window = opened(event)
    qtbot.keyClick(window, Qt.Key.Key_1)
    desk.run("Count", tally.strike, event, children)
    window.follow()
    assert [tile.count for tile in window.grid.tiles] == [1, 1, 0]
    qtbot.keyClick(window, Qt.Key.Key_Backspace)
    assert totals(desk, event) == {children: 1}
    assert young not in totals(desk, event)


def test_g_counts_a_longer_talk_and_no_visitor(opened, qtbot, desk, stand):
    event, _groups = stand
    window = opened(event)
    qtbot.keyClick(window, Qt.Key.Key_G)
    qtbot.mouseClick(window.side.talk, Qt.MouseButton.LeftButton)
    assert totals(desk, event) == {None: 2}
    assert (window.side.talks.text(), window.side.total.text()) == ("2", "0")


def test_buttons_count_up_and_down_and_are_large_enough_to_hit(opened, qtbot, desk, stand):
    event, (young, *_others) = stand
    window = opened(event, (960, 600))
    tile = window.grid.tiles[0]
    for button in (tile.more, tile.less, window.side.talk):
        assert min(button.width(), button.height()) >= 56
    assert not tile.less.isEnabled()
    for button in (tile.more, tile.more, tile.less):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert totals(desk, event) == {young: 1}
    qtbot.keyClick(tile.more, Qt.Key.Key_2)
    assert window.side.total.text() == "2"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
def test_escape_and_f11_leave_and_everything_is_kept(opened, qtbot, desk, stand, key):
    event, (young, *_others) = stand
    window = opened(event)
    qtbot.keyClick(window, Qt.Key.Key_1, SHIFT)
    qtbot.keyClick(window, key)
    assert not window.isVisible()
    assert opened(event).grid.tiles[0].count == 5
    assert totals(desk, event) == {young: 5}


def test_what_cannot_be_stored_is_said_and_not_shown_as_counted(opened, qtbot, desk, stand):
    event, _groups = stand
    window = opened(event)
    heard = said(window)
    desk.run("Delete", events.delete, [event])
    qtbot.keyClick(window, Qt.Key.Key_1)
    assert window.grid.tiles[0].count == 0
    assert "gelöscht" in window.foot.line.text()
    assert "gelöscht" in heard[-1]
    assert window.foot.line.property("tone") == "error"


def test_without_groups_the_first_step_is_to_choose_them(opened, qtbot, desk, ws):
    event = make_event(ws, day=DAY - timedelta(days=20))
    first, second = make_group(ws, "Jugendliche"), make_group(ws, "Ältere")
    window = opened(event)
    assert not window.is_counting
    assert not window.setup.start.isEnabled()
    qtbot.keyClick(window.setup.boxes[second], Qt.Key.Key_Space)
    qtbot.keyClick(window.setup.boxes[first], Qt.Key.Key_Space)
    window.setup.boxes[first].setFocus()
    window.setup.shift_key(-1)
    assert window.setup.order == [first, second]
    assert "Taste 1" in window.setup.boxes[first].text()
    qtbot.mouseClick(window.setup.start, Qt.MouseButton.LeftButton)
    assert window.is_counting
    qtbot.keyClick(window, Qt.Key.Key_2)
    assert totals(desk, event) == {second: 1}


def test_a_tenth_group_cannot_be_ticked(opened, qtbot, ws):
    groups = [make_group(ws, f"Gruppe {number:02}") for number in range(11)]
    window = opened(make_event(ws))
    for group in groups[:9]:
        qtbot.keyClick(window.setup.boxes[group], Qt.Key.Key_Space)
    assert not window.setup.boxes[groups[9]].isEnabled()
    qtbot.keyClick(window.setup.boxes[groups[0]], Qt.Key.Key_Space)
    assert window.setup.boxes[groups[9]].isEnabled()


def test_escape_leads_from_the_choice_back_to_the_tiles(opened, qtbot, stand):
    window = opened(stand[0])
    qtbot.mouseClick(window.head.groups, Qt.MouseButton.LeftButton)
    assert not window.is_counting
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.is_counting
    assert window.isVisible()


def test_bars_show_the_hours_and_say_them(opened, qtbot, clock, stand):
    window = opened(stand[0])
    qtbot.keyClick(window, Qt.Key.Key_1, SHIFT)
    clock.advance(timedelta(hours=1))
    qtbot.keyClick(window, Qt.Key.Key_1)
    assert [(bar.hour, bar.figure, bar.is_running) for bar in window.side.bars.bars] == [(14, 5, False), (15, 1, True)]
    assert window.side.bars.accessibleDescription() == "14 Uhr: 5; 15 Uhr: 1"


@pytest.mark.parametrize("size", [(1366, 768), (960, 600), (683, 384)])
@pytest.mark.parametrize("count", [1, 6, 9])
def test_every_tile_has_room_at_every_size(opened, ws, size, count):
    groups = [make_group(ws, f"Gruppe mit langem Namen {number}") for number in range(count)]
    event = make_event(ws, target_group_ids=tuple(groups))
    window = opened(event, size)
    assert window.width() == size[0]
    grid = window.grid
    for tile in grid.tiles:
        assert grid.rect().contains(tile.geometry())
        assert tile.rect().contains(tile.more.geometry())
        assert tile.less.geometry().right() < tile.more.x()
    places = [tile.geometry() for tile in grid.tiles]
    assert not any(a.intersects(b) for at, a in enumerate(places) for b in places[at + 1 :])


def test_finishing_takes_the_sums_over_in_one_step_and_opens_the_review(desk, ws, qtbot, stand):
    event, (young, *_others) = stand
    parent = QWidget()
    qtbot.addWidget(parent)
    window = open_for(parent, desk, event)
    assert open_for(parent, desk, event) is window
    qtbot.keyClick(window, Qt.Key.Key_1, SHIFT)
    before = ws.undo_state().undo
    qtbot.mouseClick(window.foot.finish, Qt.MouseButton.LeftButton)
    draft = desk.ask(events.detail, event).draft
    assert draft.actual == 5
    assert next(count.actual for count in draft.counts if count.target_group_id == young) == 5
    dialog = parent.findChild(ReviewDialog)
    assert dialog is not None
    dialog.reject()
    desk.undo()
    assert ws.undo_state().undo == before
    assert totals(desk, event) == {young: 5}


def test_a_group_that_another_laptop_counts_gets_a_tile(opened, desk, ws, stand):
    event, _groups = stand
    window = opened(event)
    other = desk.run("Add", vocabulary.add_target_group, "Presse")
    desk.run("Count", tally.strike, event, other, 3)
    window.follow()
    assert [(tile.group.name, tile.count) for tile in window.grid.tiles][-1] == ("Presse", 3)


def test_a_cancelled_event_is_not_counted(desk, ws, qtbot):
    event, _groups = make_stand(ws, state=EventState.cancelled, state_reason="Sturm")
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(Exception, match="not called off"):
        open_for(parent, desk, event)
