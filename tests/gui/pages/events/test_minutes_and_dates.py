"""The tabs of a meeting in the record: minutes, due dates, mood question, law, people from outside."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from domain.rows.events import DialogueFacts, OutsiderDraft
from domain.rows.invitees import InviteeDraft
from domain.rows.meetings import ResolutionDraft
from domain.rows.mood import MoodCounts
from domain.terms import AssignmentRole, ConcernState, InviteReply
from domain.usecases import agenda, events, invitees, mood, resolutions, tasks, workflow
from gui.pages.events.meeting.minutes_item import MinutesItem
from tests.builders import KOETHEN, change_event, make_event, make_partner
from tests.domain.usecases.meetings import add_concern, concern_of
from tests.gui.pages.events.deeds import FACTS, field
from tests.gui.typing import type_into, type_text

ENTER = Qt.Key.Key_Return
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def adder_fields(editor):
    return [binding.widget for binding in editor.adder.fields]


def test_minutes_of_an_item_answer_its_concern(meeting, ws, qtbot):
    event_id, concern = make_event(ws, ags=KOETHEN), add_concern(ws)
    ws.run("First", agenda.take_concerns, event_id, {concern: "Beleuchtung"})
    tab = meeting(event_id, "minutes")
    (item,) = tab.findChildren(MinutesItem)
    assert not item.answer.isEnabled()
    item.result.setFocus()
    type_text(item.result, "Lampe wird erneuert")
    item.discussion.setFocus()
    qtbot.waitUntil(item.answer.isEnabled)
    qtbot.mouseClick(item.answer, Qt.MouseButton.LeftButton)
    assert concern_of(ws, concern)[:2] == (ConcernState.answered, "Lampe wird erneuert")
    assert not item.answer.isVisible()


def test_result_becomes_the_answer_by_keyboard_alone(meeting, ws, qtbot):
    event_id, concern = make_event(ws, ags=KOETHEN), add_concern(ws)
    ws.run("First", agenda.take_concerns, event_id, {concern: "Beleuchtung"})
    tab = meeting(event_id, "minutes")
    (item,) = tab.findChildren(MinutesItem)
    item.result.setFocus()
    type_text(item.result, "Lampe wird erneuert")
    qtbot.keyClick(item.result, Qt.Key.Key_Tab)
    assert item.answer.hasFocus()
    qtbot.keyClick(item.answer, Qt.Key.Key_Space)
    assert concern_of(ws, concern)[:2] == (ConcernState.answered, "Lampe wird erneuert")


def test_telephone_number_in_minutes_is_warned_of(meeting, ws, qtbot):
    event_id = make_event(ws)
    tab = meeting(event_id, "minutes")
    assert not tab.warning.isVisible()
    wording = adder_fields(tab.resolutions)[0]
    type_into(wording, "Rückruf unter 0391 555 000")
    qtbot.keyClick(wording, ENTER)
    assert tab.warning.isVisible()
    assert "0391 555 000" in tab.warning.line.text()


def test_names_and_file_numbers_in_minutes_are_warned_of_and_streets_are_not(meeting, ws, qtbot):
    event_id = make_event(ws)
    tab = meeting(event_id, "minutes")
    wording = adder_fields(tab.resolutions)[0]
    for words in ("Lampe in der Bahnhofstraße 5", "Herr Mustermann fragt nach Az. 123 Js 4567/26"):
        type_into(wording, words)
        qtbot.keyClick(wording, ENTER)
    assert "Mustermann" in tab.warning.line.text()
    assert "123 Js 4567/26" in tab.warning.line.text()
    assert "Bahnhofstraße" not in tab.warning.line.text()


def test_result_that_is_no_answer_is_refused_in_place(meeting, ws, qtbot):
    event_id, concern = make_event(ws, ags=KOETHEN), add_concern(ws)
    ws.run("First", agenda.take_concerns, event_id, {concern: "Beleuchtung"})
    tab = meeting(event_id, "minutes")
    (item,) = tab.findChildren(MinutesItem)
    item.result.setFocus()
    type_text(item.result, "Siehe Az. 123 Js 4567/26")
    item.discussion.setFocus()
    qtbot.waitUntil(item.answer.isEnabled)
    qtbot.mouseClick(item.answer, Qt.MouseButton.LeftButton)
    assert tab.trouble.isVisible()
    assert concern_of(ws, concern)[0] is ConcernState.open


def test_resolutions_and_tasks_are_entered_and_ticked(meeting, ws, qtbot):
    event_id = make_event(ws)
    tab = meeting(event_id, "minutes")
    wording, votes = adder_fields(tab.resolutions)
    type_into(wording, "Begehung im Juni")
    type_into(votes, "7 : 2")
    qtbot.keyClick(votes, ENTER)
    assert [row.draft for row in ws.ask(resolutions.rows, event_id)] == [ResolutionDraft("Begehung im Juni", "7 : 2")]
    title, who, due = adder_fields(tab.tasks)
    type_into(title, "Bauamt anrufen")
    type_into(who, "Ordnungsamt")
    due.set_date(date(2027, 5, 20))
    qtbot.keyClick(who, ENTER)
    (row,) = ws.ask(tasks.of_event, event_id)
    assert (row.draft.title, row.who, row.draft.due) == ("Bauamt anrufen", "Ordnungsamt", date(2027, 5, 20))
    tab.tasks.lines[0].box.click()
    assert ws.ask(tasks.of_event, event_id)[0].draft.done_on == date(2027, 4, 28)


def test_steps_and_checks_are_ticked_with_day_and_person(meeting, ws):
    event_id = make_event(ws)
    tab = meeting(event_id, "due")
    press = next(line for line in tab.timeline.lines if line.key == "press")
    assert "Tage" in press.right.text() or "Tag" in press.right.text()
    press.box.click()
    tab.checklist.lines[0].box.click()
    course = ws.ask(workflow.course, event_id)
    assert [step.key for step in course.timeline if step.tick] == ["press"]
    assert [step.key for step in course.checklist if step.tick] == ["step_free"]
    assert "Kühne" in tab.checklist.lines[0].note.text()
    assert tab.progress.text() == "1 von 11 geprüft"
    press.box.click()
    assert not any(step.tick for step in ws.ask(workflow.course, event_id).timeline)


def test_event_stands_between_what_comes_before_and_after(meeting, ws):
    tab = meeting(make_event(ws, "Bürgerdialog Köthen"), "due")
    keys = [line.key for line in tab.timeline.lines]
    assert keys.index("material") < keys.index("event") < keys.index("minutes")


def test_mood_cards_are_typed_in_the_review_and_hidden_below_ten(record, ws, qtbot):
    event_id = make_event(ws, ags=KOETHEN)
    opened = record(event_id)
    opened.tabs.bar.setCurrentIndex(opened.tabs.bar.count() - 1)
    for number, text in ((0, "3"), (4, "6")):
        opened.mood.fields[number].setFocus()
        type_into(opened.mood.fields[number], text)
        qtbot.keyClick(opened.mood.fields[number], ENTER)
    assert ws.ask(mood.of_event, event_id) == MoodCounts(very_unsafe=3, very_safe=6)
    assert "weniger als 10" in opened.mood.summary.text()
    type_into(opened.mood.fields[4], "7")
    qtbot.keyClick(opened.mood.fields[4], ENTER)
    assert opened.mood.summary.text() == "Mittel 3,8 von 5 · 10 Karten"
    assert opened.mood.trend_words.text() == "1/2027: 3,8 von 5 (10 Karten)"
    assert opened.mood.trend.accessibleDescription() == opened.mood.trend_words.text()


def test_law_is_checked_while_the_form_is_edited(record, ws):
    from gui.pages.events.law_checks import LawChecks

    opened = record(make_event(ws))
    opened.tabs.bar.setCurrentIndex(FACTS)
    checks = opened.tabs.findChild(LawChecks)
    assert checks.points["host"].badge.accessibleName() == "§ 2 (1): bitte prüfen"
    draft = opened.draft()
    opened.tabs.forms.change(replace(draft, host_name="Stadt Köthen", facts=DialogueFacts(press_admitted=False)))
    assert checks.points["host"].badge.accessibleName() == "§ 2 (1): in Ordnung"
    assert checks.points["press"].headline.text() == "Die Presse ist ausgeschlossen"


def test_somebody_from_outside_gets_a_role(record, ws, qtbot):
    event_id = make_event(ws)
    opened = record(event_id)
    opened.tabs.bar.setCurrentIndex(1)
    outside = field(opened, "outsiders")
    type_into(outside.adder, "Oberbürgermeisterin")
    qtbot.keyClick(outside.adder, ENTER)
    assert opened.save()
    assert ws.ask(events.detail, event_id).draft.outsiders == (
        OutsiderDraft(AssignmentRole.host, words="Oberbürgermeisterin"),
    )


def test_reply_noted_while_something_is_typed_clashes_with_nothing(record, ws, qtbot):
    partner, event_id = make_partner(ws), make_event(ws)
    (invitee,) = ws.run("Invite", invitees.add, event_id, [InviteeDraft("Stadt Köthen", partner)])
    opened = record(event_id)
    title = field(opened, "title")
    title.setFocus()
    title.end(False)
    type_text(title, " neu")
    ws.run("Reply", invitees.set_reply, [invitee], InviteReply.accepted)
    qtbot.waitUntil(lambda: opened.draft().partner_ids == (partner,))
    assert opened.save()
    found = ws.ask(events.detail, event_id).draft
    assert (found.title, found.partner_ids) == ("Bürgerdialog Köthen neu", (partner,))


def test_other_change_of_the_same_field_is_still_said(record, ws, qtbot):
    event_id = make_event(ws)
    opened = record(event_id)
    title = field(opened, "title")
    title.setFocus()
    title.end(False)
    type_text(title, " neu")
    change_event(ws, event_id, title="Ganz anders")
    qtbot.waitUntil(opened.hint.isVisible)
    assert opened.draft().title == "Bürgerdialog Köthen neu"
