"""The tabs of a meeting in the record: which there are, the invited and the agenda."""

import pytest
from PySide6.QtCore import Qt

from domain.rows.events import DialogueFacts
from domain.rows.invitees import InviteeDraft
from domain.terms import EventKind, InviteReply, PartnerCategory
from domain.usecases import invitees
from gui import theme
from gui.pages.events.meeting.invitee_dialogs import ProposeDialog
from tests.builders import KOETHEN, make_event, make_partner
from tests.domain.usecases.meetings import add_concern, add_items, titles_of
from tests.gui.audit import assert_accessible
from tests.gui.pages.events.deeds import field
from tests.gui.typing import type_into

ENTER = Qt.Key.Key_Return
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def replies(ws, event_id):
    return [row.draft.reply for row in ws.ask(invitees.rows, event_id)]


def tab_names(opened):
    return [opened.tabs.bar.tabText(at) for at in range(opened.tabs.bar.count())]


def test_only_meetings_have_the_tabs_and_they_come_with_the_kind(record, ws):
    opened = record(make_event(ws, kind=EventKind.lecture))
    assert "Ablauf" not in tab_names(opened)
    kinds = field(opened, "kind")
    kinds.set_value(EventKind.council_meeting)
    kinds.activated.emit(kinds.currentIndex())
    assert tab_names(opened)[2:7] == ["Gremium", "Eingeladene", "Ablauf", "Protokoll", "Fristen"]
    kinds.set_value(EventKind.lecture)
    kinds.activated.emit(kinds.currentIndex())
    assert tab_names(opened)[2:] == ["Vortrag", "Auswertung"]


def test_new_event_asks_to_be_saved_first(opened):
    page = opened()
    page.new_event()
    agenda_tab = page.record.meeting.agenda
    page.record.tabs.bar.setCurrentIndex(page.record.tabs.stack.indexOf(agenda_tab))
    assert agenda_tab._unsaved.isVisible()


def test_replies_of_several_are_set_by_one_key_and_undone(meeting, ws, desk, qtbot):
    event_id = make_event(ws, facts=DialogueFacts(seats=10))
    ws.run("Invite", invitees.add, event_id, [InviteeDraft(name, seats=2) for name in ("Stadt", "Verein", "Kirche")])
    tab = meeting(event_id, "invited")
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(tab.table, Qt.Key.Key_2)
    assert replies(ws, event_id) == [InviteReply.invited] * 3
    qtbot.keyClick(tab.table, Qt.Key.Key_3)
    assert len(tab.chosen()) == 3
    assert tab.replies.text() == "3 von 3 zugesagt"
    assert tab.seats.toolTip() == "6 von 10 Plätzen zugesagt, 4 frei"
    desk.undo_state()
    desk.undo()
    assert replies(ws, event_id) == [InviteReply.invited] * 3


def test_seats_are_changed_and_rows_taken_out_by_keys(meeting, ws, qtbot):
    event_id = make_event(ws)
    ws.run("Invite", invitees.add, event_id, [InviteeDraft("Stadt")])
    tab = meeting(event_id, "invited")
    qtbot.keyClick(tab.table, Qt.Key.Key_Plus)
    qtbot.keyClick(tab.table, Qt.Key.Key_Plus)
    assert ws.ask(invitees.rows, event_id)[0].draft.seats == 3
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    assert ws.ask(invitees.rows, event_id) == ()


def test_institution_is_invited_by_typing_its_name(meeting, ws, qtbot):
    event_id = make_event(ws)
    tab = meeting(event_id, "invited")
    type_into(tab.adder, "Seniorenbeirat")
    qtbot.keyClick(tab.adder, ENTER)
    assert [row.draft.name for row in ws.ask(invitees.rows, event_id)] == ["Seniorenbeirat"]
    assert tab.adder.text() == ""


def test_proposed_partners_of_the_town_are_put_on_the_list(meeting, ws, qtbot):
    make_partner(ws, "Ordnungsamt Köthen", ags=KOETHEN, category=PartnerCategory.ordnungsamt)
    event_id = make_event(ws, ags=KOETHEN)
    tab = meeting(event_id, "invited")
    qtbot.mouseClick(tab.propose_button, Qt.MouseButton.LeftButton)
    dialog = tab.window().findChild(ProposeDialog)
    assert dialog.count.text() == "1 ausgewählt"
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert [row.draft.name for row in ws.ask(invitees.rows, event_id)] == ["Ordnungsamt Köthen"]


def test_one_invitation_is_edited_in_full(meeting, ws, qtbot):
    event_id = make_event(ws)
    ws.run("Invite", invitees.add, event_id, [InviteeDraft("Stadt")])
    tab = meeting(event_id, "invited")
    dialog = tab.edit()
    form = dialog.forms[0]
    type_into(form.fields["role"].binding.widget, "Amtsleitung")
    form.fields["role"].binding.widget.editingFinished.emit()
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert ws.ask(invitees.rows, event_id)[0].draft.role == "Amtsleitung"


def adder_fields(editor):
    return [binding.widget for binding in editor.adder.fields]


def test_agenda_is_typed_line_by_line_with_running_times(meeting, ws, qtbot):
    event_id = make_event(ws)
    tab = meeting(event_id, "agenda")
    minutes, title, speaker = adder_fields(tab.editor)
    for number, words, who in (("15", "Begrüßung", "Bürgermeisterin"), ("45", "Gespräch", "")):
        type_into(minutes, number)
        type_into(title, words)
        type_into(speaker, who)
        qtbot.keyClick(speaker, ENTER)
    assert [line.lead.text() for line in tab.editor.lines] == ["18:00", "18:15"]
    assert titles_of(ws, event_id) == ["Begrüßung", "Gespräch"]
    assert tab.sum.text() == "1 h, 1 h frei"
    assert title.hasFocus()


def test_item_is_moved_and_taken_out_by_keyboard_and_keeps_the_keyboard(meeting, ws, qtbot):
    event_id = make_event(ws)
    add_items(ws, event_id, "A", "B", "C")
    tab = meeting(event_id, "agenda")
    title = tab.editor.lines[2].fields[1].widget
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_Up, ALT)
    assert titles_of(ws, event_id) == ["A", "C", "B"]
    assert title.hasFocus()
    qtbot.keyClick(title, Qt.Key.Key_Delete, CONTROL)
    assert titles_of(ws, event_id) == ["A", "B"]


def test_changed_item_is_saved_when_enter_goes_on(meeting, ws, qtbot):
    event_id = make_event(ws)
    add_items(ws, event_id, "A", "B")
    tab = meeting(event_id, "agenda")
    first, second = (line.fields[1].widget for line in tab.editor.lines)
    type_into(first, "Anfang")
    qtbot.keyClick(first, ENTER)
    assert titles_of(ws, event_id) == ["Anfang", "B"]
    assert second.hasFocus()


def test_too_long_agenda_says_by_how_much(meeting, ws):
    event_id = make_event(ws)
    add_items(ws, event_id, "A", "B", minutes=75)
    assert meeting(event_id, "agenda").sum.text() == "2 h 30 min: 30 min länger als der Termin"


def test_empty_title_is_refused_and_kept_on_the_screen(meeting, ws, qtbot):
    event_id = make_event(ws)
    add_items(ws, event_id, "A")
    tab = meeting(event_id, "agenda")
    title = tab.editor.lines[0].fields[1].widget
    type_into(title, "")
    title.clear()
    qtbot.keyClick(title, ENTER)
    assert titles_of(ws, event_id) == ["A"]
    assert tab.trouble.words.text()


def test_text_typed_before_is_shown_and_made_items(meeting, ws, qtbot):
    event_id = make_event(ws, facts=DialogueFacts(agenda="18:00 Begrüßung\n18:30 Gespräch"))
    tab = meeting(event_id, "agenda")
    assert "18:30 Gespräch" in tab.typed.line.text()
    qtbot.mouseClick(tab.adopt, Qt.MouseButton.LeftButton)
    assert titles_of(ws, event_id) == ["Begrüßung", "Gespräch"]
    assert not tab.typed.isVisible()


def test_first_item_of_a_new_agenda_brings_the_open_concerns_of_the_kreis(meeting, ws, qtbot):
    event_id = make_event(ws, ags=KOETHEN)
    add_concern(ws, place="Bahnhof", wording="Dunkel, sagt Frau M.")
    tab = meeting(event_id, "agenda")
    assert tab.waiting.isVisible()
    title = adder_fields(tab.editor)[1]
    type_into(title, "Begrüßung")
    qtbot.keyClick(title, ENTER)
    assert titles_of(ws, event_id) == ["Sonstiges Anliegen (A-2027-0001)", "Begrüßung"]
    assert not tab.waiting.isVisible()
    assert tab.editor.lines[0].badge.accessibleName() == "A-2027-0001"


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_tabs_can_be_used_without_eyes_and_mouse(record, ws, qapp, choice):
    theme.use(qapp, choice)
    event_id = make_event(ws, ags=KOETHEN, facts=DialogueFacts(seats=20))
    add_items(ws, event_id, "A", "B")
    add_concern(ws)
    ws.run("Invite", invitees.add, event_id, [InviteeDraft("Stadt")])
    opened = record(event_id)
    for at in range(opened.tabs.bar.count()):
        opened.tabs.bar.setCurrentIndex(at)
        assert_accessible(opened)
    theme.use(qapp, "light")
