"""What is typed survives crashes and other people’s changes."""

from PySide6.QtCore import Qt

from domain.usecases import events
from gui.pages.events.draft_keeper import KeptEvent
from gui.pages.events.page import EventsPage
from tests.builders import DAY, change_event, make_event
from tests.gui.pages.events.deeds import field, type_title


def stored(desk, event_id):
    return desk.ask(events.detail, event_id)


def test_foreign_change_reloads_an_untouched_form(record, ws):
    event_id = make_event(ws, "Alt")
    opened = record(event_id)
    change_event(ws, event_id, title="Von anderswo")
    assert field(opened, "title").text() == "Von anderswo"
    assert not opened.hint.isVisible()


def test_foreign_change_keeps_what_is_typed(record, ws, desk, qtbot):
    event_id = make_event(ws, "Alt")
    opened = record(event_id)
    type_title(qtbot, opened, "Getippt")
    change_event(ws, event_id, title="Von anderswo", room="Saal 3")
    assert field(opened, "title").text() == "Getippt"
    assert opened.hint.isVisible()
    assert not opened.save()
    keep = opened.hint.buttons[1]
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert opened.save()
    assert stored(desk, event_id).draft.title == "Getippt"


def test_foreign_change_can_be_loaded_instead(record, ws, qtbot):
    event_id = make_event(ws, "Alt")
    opened = record(event_id)
    type_title(qtbot, opened, "Getippt")
    change_event(ws, event_id, title="Von anderswo")
    qtbot.mouseClick(opened.hint.buttons[0], Qt.MouseButton.LeftButton)
    assert field(opened, "title").text() == "Von anderswo"


def test_event_deleted_elsewhere_closes_its_record(opened, ws):
    event_id = make_event(ws)
    page = opened()
    page.show_record(event_id)
    ws.run("Delete", events.delete, [event_id])
    assert page.stack.currentWidget() is page.list


def test_what_was_typed_before_a_crash_is_restored(record, ws, desk, qtbot):
    event_id = make_event(ws, "Alt")
    opened = record(event_id)
    steps = desk.undo_state()
    type_title(qtbot, opened, "Vor dem Absturz")
    qtbot.waitUntil(lambda: opened.keeper.found(event_id) is not None, timeout=3000)
    assert desk.undo_state() == steps
    second = EventsPage(desk)
    qtbot.addWidget(second)
    second.show_record(event_id)
    assert field(second.record, "title").text() == "Vor dem Absturz"
    assert second.record.hint.words.text()
    qtbot.mouseClick(second.record.hint.buttons[0], Qt.MouseButton.LeftButton)
    assert field(second.record, "title").text() == "Alt"
    assert second.record.keeper.found(event_id) is None


def test_new_event_typed_before_a_crash_is_restored(opened, desk, qtbot):
    page = opened()
    page.new_event(DAY)
    type_title(qtbot, page.record, "Noch nicht fertig")
    page.record.keeper.write_now()
    second = EventsPage(desk)
    qtbot.addWidget(second)
    second.new_event()
    assert second.record.draft().title == "Noch nicht fertig"


def test_saved_draft_is_no_longer_kept(record, ws, desk, qtbot):
    event_id = make_event(ws, "Alt")
    opened = record(event_id)
    type_title(qtbot, opened, "Neu")
    opened.keeper.write_now()
    assert isinstance(opened.keeper.found(event_id), KeptEvent)
    assert opened.save()
    assert opened.keeper.found(event_id) is None
