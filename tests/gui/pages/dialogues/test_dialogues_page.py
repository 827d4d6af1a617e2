"""The page of the dialogues, through keyboard and mouse."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from domain.rows.events import DialogueFacts
from domain.rows.invitees import InviteeDraft
from domain.rows.meetings import TaskDraft
from domain.terms import EventKind, EventState, InviteReply, Phase
from domain.usecases import events, invitees, tasks, workflow
from gui.page import ALL_TABLES
from gui.pages.dialogues.form import NewDialogueDialog
from gui.pages.dialogues.page import DialoguesPage
from tests.builders import HALLE, KOETHEN, make_event
from tests.domain.usecases.meetings import add_items, titles_of
from tests.gui.audit import assert_accessible
from tests.gui.typing import field, type_into, visible_dialog

TODAY = date(2027, 4, 28)


def in_days(days):
    return TODAY + timedelta(days=days)


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page."""

    def show():
        page = DialoguesPage(desk)
        qtbot.addWidget(page)
        page.refresh(ALL_TABLES)
        page.resize(1158, 704)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        desk.changed.connect(page.refresh)
        settle()
        return page

    return show


def titles(page):
    return [row.event.title for row in page.model.rows()]


def cells(page):
    return {column.title: column.cell(page.model.row_at(0)) for column in page.model.columns}


def test_running_dialogues_are_listed_by_phase_and_both_kinds_counted_apart(opened, ws):
    make_event(ws, "Voraus", day=in_days(50))
    make_event(ws, "Gewesen", day=in_days(-2), state=EventState.held, kind=EventKind.expert_dialogue)
    make_event(ws, "Fertig", day=in_days(-90), state=EventState.reviewed)
    page = opened()
    assert titles(page) == ["Voraus", "Gewesen"]
    assert page.context() == "2 Bürgerdialoge · 1 Fachaustausch"
    assert [page.phases.tabData(at) for at in range(6)] == [2, 1, 0, 0, 1, 1]
    page.phases.setCurrentIndex(list(Phase).index(Phase.closed) + 1)
    assert titles(page) == ["Fertig"]


def test_row_tells_replies_next_step_and_late_tasks(opened, ws):
    event_id = make_event(ws, day=in_days(30), ags=KOETHEN, facts=DialogueFacts(seats=20))
    ws.run("Invite", invitees.add, event_id, [InviteeDraft("A", reply=InviteReply.accepted), InviteeDraft("B")])
    ws.run("Task", tasks.add, TaskDraft("Saal", event_id=event_id, due=in_days(-1)))
    found = cells(opened())
    assert found["Kreis"].badge.words == "ABI"
    assert (found["Rückmeldungen"].words, found["Rückmeldungen"].second) == ("1 von 1 zugesagt", "1 noch einzuladen")
    assert (found["Nächster Schritt"].words, found["Nächster Schritt"].tone) == ("Raum buchen", "error")
    assert (found["Aufgaben"].words, found["Aufgaben"].second) == ("1", "1 überfällig")


def test_filters_narrow_the_list(opened, ws, settle):
    make_event(ws, "Köthen", ags=KOETHEN)
    make_event(ws, "Halle", ags=HALLE, kind=EventKind.expert_dialogue)
    make_event(ws, "Herbst", ags=KOETHEN, day=date(2027, 9, 2))
    page = opened()
    page.kinds.set_ticked((EventKind.expert_dialogue,))
    page.kinds.picked.emit(page.kinds.ticked())
    settle()
    assert titles(page) == ["Halle"]
    page.kinds.set_ticked(())
    page.half_years.set_ticked(("2027-H2",))
    page.half_years.picked.emit(page.half_years.ticked())
    settle()
    assert titles(page) == ["Herbst"]


def test_steps_and_tasks_are_ticked_off_in_the_inspector_and_undone(opened, ws, desk, settle):
    event_id = make_event(ws, day=in_days(30))
    ws.run("Task", tasks.add, TaskDraft("Saal", event_id=event_id))
    page = opened()
    first = page.panel.steps.lines[0]
    assert first.key == "room"
    first.box.click()
    settle()
    assert "room" not in {line.key for line in page.panel.steps.lines}
    page.panel.tasks.lines[0].box.click()
    assert ws.ask(tasks.of_event, event_id)[0].draft.done_on == TODAY
    desk.undo_state()
    desk.undo()
    desk.undo_state()
    desk.undo()
    assert not any(step.tick for step in ws.ask(workflow.course, event_id).timeline)


def test_inspector_shows_the_agenda_with_times(opened, ws):
    add_items(ws, make_event(ws), "Begrüßung", "Gespräch")
    assert opened().panel.agenda.text() == "18:00  Begrüßung\n18:10  Gespräch"


def test_enter_opens_the_record(opened, ws, qtbot):
    event_id = make_event(ws)
    page = opened()
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == ["events", event_id]


def test_new_dialogue_begins_from_a_template_by_keyboard(opened, ws, qtbot):
    pattern = make_event(ws, "Muster", day=None, is_template=True, public_text="Kommen Sie.")
    add_items(ws, pattern, "Gespräch")
    page = opened()
    page.enter()
    dialog = visible_dialog(qtbot, page, NewDialogueDialog)
    dialog.template.set_value(pattern)
    dialog.template.activated.emit(dialog.template.currentIndex())
    title = field(dialog, "title")
    assert title.text() == "Muster"
    type_into(title, "Bürgerdialog Zerbst")
    title.editingFinished.emit()
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    made = asked.args[1]
    found = ws.ask(events.detail, made).draft
    assert (found.title, found.public_text) == ("Bürgerdialog Zerbst", "Kommen Sie.")
    assert titles_of(ws, made) == ["Gespräch"]


def test_new_dialogue_without_a_title_is_refused_beside_the_field(opened, qtbot):
    page = opened()
    page.enter()
    dialog = visible_dialog(qtbot, page, NewDialogueDialog)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.forms[0].fields["title"].problem.isVisible()
    dialog.reject()


def test_record_asked_for_is_brought_to_the_front_whatever_is_filtered(opened, ws, settle):
    make_event(ws, "Voraus", day=in_days(50))
    closed = make_event(ws, "Fertig", day=in_days(-90), state=EventState.reviewed)
    page = opened()
    page.kinds.set_ticked((EventKind.expert_dialogue,))
    page.show_record(closed)
    settle()
    assert page.chosen().event.id == closed


def test_empty_page_says_what_to_do_first(opened):
    page = opened()
    assert page.empty.isVisible()
    assert page.panel.nothing.isVisible()
    assert_accessible(page)
