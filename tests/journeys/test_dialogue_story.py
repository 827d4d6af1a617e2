"""A dialogue from idea to review, through the window: begun, invited, planned, held, answered, closed."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt

from domain.rows.partners import PartnerDraft
from domain.terms import ConcernState, EventState, InviteReply, PartnerCategory
from domain.usecases import agenda, due, events, invitees, partners, tasks, workflow
from gui.dialogs.review import ReviewDialog
from gui.pages.dialogues.form import NewDialogueDialog
from gui.pages.events.meeting.invitee_dialogs import ProposeDialog
from tests.builders import KOETHEN
from tests.domain.usecases.meetings import add_concern, concern_of
from tests.gui.typing import field, type_into, type_text, visible_dialog
from tests.journeys.steps import LEFT, press, settle

ENTER = Qt.Key.Key_Return


class Story:
    """The running program and what a person does with it."""

    def __init__(self, program, qtbot):
        self.program, self.qtbot = program, qtbot
        self.desk = program.desk

    def page(self, page_id):
        shown = self.program.window.show_page(page_id)
        settle(self.program, self.qtbot)
        return shown

    def front(self, record, page):
        record.tabs.bar.setCurrentIndex(record.tabs.stack.indexOf(page))

    def settle_as(self, action, event_id):
        """Take the open record to another state by its action."""
        self.program.window.actions_.trigger(action)
        settle(self.program, self.qtbot)
        return self.desk.ask(events.detail, event_id).draft.state

    def report(self, action, event_id):
        """Close the review that an action opens: only reported as held, or done."""
        self.program.window.actions_.trigger(action)
        dialog = visible_dialog(self.qtbot, self.program.window, ReviewDialog)
        (dialog.only_held if action == "events.hold" else dialog.primary).click()
        settle(self.program, self.qtbot)
        return self.desk.ask(events.detail, event_id).draft.state


def put(widget, text, qtbot):
    type_into(widget, text)
    qtbot.keyClick(widget, ENTER)


def begin(story):
    """The officer begins a dialogue with title, town and day, and saves who invites."""
    page = story.page("dialogues")
    press(
        story.qtbot,
        story.program,
        Qt.Key.Key_D,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    dialog = visible_dialog(story.qtbot, page, NewDialogueDialog)
    type_into(field(dialog, "title"), "Bürgerdialog Köthen")
    field(dialog, "title").editingFinished.emit()
    town = field(dialog, "ags").field
    for widget, words in ((town, "Köthen (Anhalt)"), (dialog.when.day, "10.06.2027")):
        type_into(widget, words)
        widget.editingFinished.emit()
    story.qtbot.mouseClick(dialog.primary, LEFT)
    settle(story.program, story.qtbot)
    record = story.page("events").record
    host = next(
        form.fields["host_id,host_name"].binding.widget
        for form in record.tabs.forms._forms
        if "host_id,host_name" in form.fields
    )
    put(host, "Stadt Köthen", story.qtbot)
    assert record.save()
    settle(story.program, story.qtbot)
    return record


def invite(story, record, event_id):
    """Proposed partners and a typed one are invited and agree, all by key."""
    invited, qtbot = record.meeting.invited, story.qtbot
    story.front(record, invited)
    qtbot.mouseClick(invited.propose_button, LEFT)
    qtbot.mouseClick(visible_dialog(qtbot, invited, ProposeDialog).primary, LEFT)
    put(invited.adder, "Seniorenbeirat", qtbot)
    invited.table.setFocus()
    qtbot.keyClick(invited.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(invited.table, Qt.Key.Key_2)
    qtbot.keyClick(invited.table, Qt.Key.Key_3)
    return [row.draft.reply for row in story.desk.ask(invitees.rows, event_id)]


def plan(story, record, event_id):
    """The first item begins the agenda; the open concern of the Kreis comes before it. Every step is ticked off."""
    planned = record.meeting.agenda
    story.front(record, planned)
    minutes, title, _speaker = (binding.widget for binding in planned.editor.adder.fields)
    type_into(minutes, "30")
    put(title, "Begrüßung", story.qtbot)
    timeline = record.meeting.due
    story.front(record, timeline)
    for line in [line for line in timeline.timeline.lines if line.has_box]:
        line.box.click()
    return [row.concern.id if row.concern else None for row in story.desk.ask(agenda.agenda, event_id).rows]


def pass_time(story):
    """It is the morning after the dialogue."""
    after = datetime(2027, 6, 11, 9, tzinfo=UTC)
    writer = story.desk.workspace._writer
    story.desk.workspace._writer = type(writer)(writer.author, writer.device, lambda: after)
    story.desk.clock = lambda: after


def take_minutes(story, record):
    """The result of the concern's item becomes its answer; a task is noted and done."""
    noted, qtbot = record.meeting.minutes, story.qtbot
    story.program.window.activateWindow()
    qtbot.waitUntil(story.program.window.isActiveWindow)
    story.front(record, noted)
    first = noted.items[0]
    first.result.setFocus()
    type_text(first.result, "Die Lampe wird erneuert")
    first.discussion.setFocus()
    qtbot.waitUntil(first.answer.isEnabled)
    qtbot.mouseClick(first.answer, LEFT)
    put(noted.tasks.adder.fields[0].widget, "Begehung verabreden", qtbot)
    noted.tasks.lines[0].box.click()


def test_dialogue_goes_from_idea_to_review_through_the_window(program, qtbot):
    story = Story(program, qtbot)
    office = PartnerDraft("Ordnungsamt Köthen", PartnerCategory.ordnungsamt, ags=KOETHEN)
    story.desk.run("Partner", partners.create, office)
    concern = add_concern(story.desk.workspace, place="Bahnhof")
    record = begin(story)
    event_id = record.record
    assert story.settle_as("events.confirm", event_id) is EventState.confirmed
    assert invite(story, record, event_id) == [InviteReply.accepted] * 2
    assert "Book the room" in [row.what for row in story.desk.ask(due.due_rows)]
    assert plan(story, record, event_id) == [concern, None]
    assert all(step.tick for step in story.desk.ask(workflow.course, event_id).timeline)
    pass_time(story)
    assert story.report("events.hold", event_id) is EventState.held
    take_minutes(story, record)
    answered = concern_of(story.desk.workspace, concern)[:2]
    assert answered == (ConcernState.answered, "Die Lampe wird erneuert")
    assert story.desk.ask(tasks.open_tasks) == ()
    assert story.report("events.review", event_id) is EventState.reviewed
    page = story.page("dialogues")
    assert [page.phases.tabData(at) for at in range(6)] == [0, 0, 0, 0, 0, 1]
    assert story.desk.ask(workflow.waiting_steps) == []
