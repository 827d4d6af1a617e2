"""The history of a record, with values as Python knows them."""

from datetime import UTC, date, datetime
from uuid import uuid4

from domain.model import Event, Partner
from domain.terms import EventState, Schulform
from tests.domain.store.records import add_event, add_partner, add_topic, remove, rename


def test_history_tells_who_changed_what_newest_first(workspace, clock):
    partner = workspace.run("Add partner", add_partner, "Grundschule")
    workspace.run("Rename partner", rename, partner, "Sekundarschule")
    entries = workspace.history("partner", partner)
    assert [(entry.op, entry.step.msgid, entry.step.author, entry.step.at) for entry in entries] == [
        ("U", "Rename partner", "Anna", clock()),
        ("I", "Add partner", "Anna", clock()),
    ]
    (change,) = entries[0].changes
    assert (change.table, change.column, change.old, change.new) == ("partner", "name", "Grundschule", "Sekundarschule")
    assert entries[1].changes == ()


def test_history_gives_times_days_enums_and_keys_as_python_values(workspace):
    host = workspace.run("Add partner", add_partner, "Stadt Burg")
    event = workspace.run("Add event", add_event, "Vortrag")
    start = datetime(2027, 5, 13, 8, 30, tzinfo=UTC)

    def change(session):
        found = session.get_one(Event, event)
        found.starts_at, found.ends_at, found.first_day = start, start, date(2027, 5, 13)
        found.state, found.host_id, found.press_expected, found.kilometres = EventState.confirmed, host, True, 12.5

    workspace.run("Change event", change)
    changes = {field.column: (field.old, field.new) for field in workspace.history("event", event)[0].changes}
    assert changes == {
        "starts_at": (None, start),
        "ends_at": (None, start),
        "first_day": (None, date(2027, 5, 13)),
        "state": (EventState.idea, EventState.confirmed),
        "host_id": (None, host),
        "press_expected": (False, True),
        "kilometres": (None, 12.5),
    }
    assert isinstance(changes["starts_at"][1].tzinfo, type(UTC))


def test_history_includes_what_hangs_on_the_record(workspace):
    event = workspace.run("Add event", add_event, "Vortrag")
    topic = workspace.run("Add topic", add_topic, event, "Cybersicherheit")
    (newest, first) = workspace.history("event", event)
    assert newest.op == "U"
    assert [(c.table, c.column, c.old, c.new) for c in newest.changes] == [("event_topic", "topic_id", None, topic)]
    assert first.op == "I"


def test_history_of_a_deleted_record_shows_what_it_held(workspace):
    partner = workspace.run("Add partner", add_partner, "Grundschule", schulform=Schulform.grundschule)
    workspace.run("Delete partner", remove, Partner, partner)
    deleted = workspace.history("partner", partner)[0]
    held = {change.column: (change.old, change.new) for change in deleted.changes}
    assert deleted.op == "D"
    assert held["name"] == ("Grundschule", None)
    assert held["schulform"] == (Schulform.grundschule, None)
    assert "notes" not in held


def test_undo_appears_in_the_history(workspace):
    partner = workspace.run("Add partner", add_partner, "Grundschule")
    workspace.run("Rename partner", rename, partner, "Sekundarschule")
    workspace.undo()
    newest = workspace.history("partner", partner)[0]
    assert (newest.step.kind, newest.step.msgid) == ("undo", "Rename partner")
    assert [(c.old, c.new) for c in newest.changes] == [("Sekundarschule", "Grundschule")]


def test_an_unknown_record_has_no_history(workspace):
    assert workspace.history("partner", uuid4()) == ()
