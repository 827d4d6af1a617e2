"""Saved filters, and drafts that outlive a crash."""

import pytest

from domain.errors import InvalidInputError
from domain.usecases import filters
from domain.workspace import Workspace
from tests.builders import make_event


def saved(ws, page="events"):
    return [(row.name, row.query) for row in ws.ask(filters.list_rows, page)]


def test_filters_are_kept_by_page_and_name(ws):
    ws.run("Save", filters.save, "events", " Offene  Dialoge ", '{"kinds": []}')
    ws.run("Save", filters.save, "partners", "Schulen", "{}")
    assert saved(ws) == [("Offene Dialoge", '{"kinds": []}')]


def test_a_filter_of_the_same_name_is_replaced(ws):
    first = ws.run("Save", filters.save, "events", "Dialoge", "{}")
    second = ws.run("Save", filters.save, "events", "Dialoge", '{"text": "x"}')
    assert first == second
    assert saved(ws) == [("Dialoge", '{"text": "x"}')]


def test_a_filter_needs_a_name(ws):
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Save", filters.save, "events", "  ", "{}")
    assert refusal.value.field == "name"


def test_a_forgotten_filter_comes_back(ws):
    found = ws.run("Save", filters.save, "events", "Dialoge", "{}")
    assert ws.run("Forget", filters.delete, [found]) == 1
    assert saved(ws) == []
    ws.undo()
    assert saved(ws) == [("Dialoge", "{}")]


def test_a_draft_leaves_no_step_and_survives_undo(ws):
    make_event(ws)
    before = ws.undo_state()
    ws.run("Keep draft", filters.keep_draft, "event:new", '{"title": "Bü"}')
    assert ws.undo_state() == before
    ws.undo()
    assert ws.undo_state().redo is not None
    ws.run("Keep draft", filters.keep_draft, "event:new", '{"title": "Bürger"}')
    assert ws.undo_state().redo is not None
    assert ws.ask(filters.kept_drafts) == {"event:new": '{"title": "Bürger"}'}


def test_a_draft_survives_closing_the_file_and_can_be_dropped(own_file, clock):
    own_file.run("Keep draft", filters.keep_draft, "event:new", "{}")
    own_file.close()
    with Workspace.open(own_file.path, clock=clock, author="Kühne", device="PC") as again:
        assert again.ask(filters.kept_drafts) == {"event:new": "{}"}
        again.run("Drop draft", filters.drop_draft, "event:new")
        again.run("Drop draft", filters.drop_draft, "never kept")
        assert again.ask(filters.kept_drafts) == {}
