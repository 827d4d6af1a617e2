"""The desk: one way to the data, and news of every change."""

import pytest

from domain.errors import ConflictError, InvalidInputError
from domain.rows.partners import PartnerDraft
from domain.terms import PartnerCategory
from domain.usecases import partners
from domain.workspace import Workspace

LABEL = "Partner added"


def draft(name="Bürgerhaus Klötze"):
    return PartnerDraft(name=name, category=PartnerCategory.club, town="Klötze")


def test_what_is_run_can_be_asked(desk):
    partner = desk.run(LABEL, partners.create, draft())
    assert desk.ask(partners.detail, partner).draft.name == "Bürgerhaus Klötze"


def test_a_change_is_told_with_its_tables_the_time_and_what_undo_would_do(desk, qtbot, clock):
    with (
        qtbot.waitSignal(desk.changed) as changed,
        qtbot.waitSignal(desk.saved_at) as saved,
        qtbot.waitSignal(desk.undo_changed) as undo,
    ):
        desk.run(LABEL, partners.create, draft())
    assert "partner" in changed.args[0]
    assert saved.args == [clock()]
    assert undo.args[0].undo.msgid == LABEL


def test_a_refused_draft_changes_nothing_and_tells_nothing(desk, qtbot):
    with qtbot.assertNotEmitted(desk.changed), pytest.raises(InvalidInputError):
        desk.run(LABEL, partners.create, draft(name=""))


def test_undo_and_redo_say_what_they_did(desk, qtbot):
    partner = desk.run(LABEL, partners.create, draft())
    with qtbot.waitSignal(desk.told) as undone:
        desk.undo()
    with qtbot.waitSignal(desk.told) as redone:
        desk.redo()
    assert undone.args[0].startswith("Rückgängig gemacht: ")
    assert redone.args[0].startswith("Wiederholt: ")
    assert desk.ask(partners.detail, partner).draft.town == "Klötze"


def test_undo_does_only_what_was_offered(desk, clock):
    desk.run(LABEL, partners.create, draft())
    with Workspace.open(desk.path, clock=clock, author="CLI", device="Laptop 8") as other:
        other.run("Something newer", partners.create, draft("Anderes Haus"))
    with pytest.raises(ConflictError):
        desk.undo()


def test_a_change_by_another_program_is_noticed(desk, qtbot, clock):
    with Workspace.open(desk.path, clock=clock, author="CLI", device="Laptop 8") as other:
        other.run(LABEL, partners.create, draft())
    with qtbot.waitSignal(desk.changed) as told:
        desk.poll()
    assert "partner" in told.args[0]
    assert desk.undo_state().undo.author == "CLI"


def test_the_clockwork_polls_by_itself(desk, qtbot, clock):
    with Workspace.open(desk.path, clock=clock, author="CLI", device="Laptop 8") as other:
        other.run(LABEL, partners.create, draft())
    with qtbot.waitSignal(desk.changed, timeout=3000):
        pass


def test_questions_may_be_answered_later(desk, qtbot):
    partner = desk.run(LABEL, partners.create, draft())
    answers = []
    desk.ask_later(answers.append, partners.detail, partner)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0].row.name == "Bürgerhaus Klötze"


def test_search_answers_the_newest_question_only(desk, qtbot):
    desk.run(LABEL, partners.create, draft())
    answers = []
    desk.search("nirgends", answers.append)
    desk.search("kloetze", answers.append)
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    assert [[hit.title for hit in hits] for hits in answers] == [["Bürgerhaus Klötze"]]


def test_history_of_a_record_begins_with_its_creation(desk):
    partner = desk.run(LABEL, partners.create, draft())
    (entry,) = desk.history("partner", partner)
    assert entry.op == "I"
    assert entry.step.msgid == LABEL
