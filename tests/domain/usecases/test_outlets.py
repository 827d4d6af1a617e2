"""Outlets: entering, changing, removing, and what is forgotten when one goes elsewhere."""

from dataclasses import replace

import pytest

from domain.errors import ConflictError, InvalidInputError
from domain.rows.outlets import OutletDraft, OutletRun
from domain.rules import validation
from domain.terms import OutletKind
from domain.usecases import outlets
from tests.guards.clock import MOMENT

FOLDER = OutletDraft("Webspace", address="web")
SERVER = OutletDraft("Server", OutletKind.caldav, "https://kalender.example/dav/", user="praevention")


def test_outlets_are_listed_by_name_and_removing_is_undone(ws):
    made = [ws.run("Add", outlets.add, draft) for draft in (FOLDER, SERVER)]
    assert [row.draft for row in ws.ask(outlets.list_rows)] == [SERVER, FOLDER]
    ws.run("Remove", outlets.delete, made)
    assert ws.ask(outlets.list_rows) == ()
    ws.undo()
    assert {row.id for row in ws.ask(outlets.list_rows)} == set(made)


def test_a_run_is_kept_and_forgotten_when_the_outlet_goes_elsewhere(ws):
    record = ws.run("Add", outlets.add, FOLDER)
    run = OutletRun(MOMENT, written=3, trouble="voll")
    ws.run("Note", outlets.note_run, record, run)
    assert ws.ask(outlets.detail, record).last_run == run
    ws.run("Rename", outlets.change, record, replace(FOLDER, name="Anderer Name"))
    assert ws.ask(outlets.detail, record).last_run == run
    ws.run("Move", outlets.change, record, replace(FOLDER, address="anders"))
    assert ws.ask(outlets.detail, record).last_run is None


def test_what_somebody_changed_meanwhile_is_not_overwritten(ws):
    record = ws.run("Add", outlets.add, FOLDER)
    ws.run("Change", outlets.change, record, replace(FOLDER, name="Neu"))
    with pytest.raises(ConflictError):
        ws.run("Change", outlets.change, record, replace(FOLDER, name="Alt"), 1)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(FOLDER, name="  "), "name"),
        (replace(FOLDER, address=""), "address"),
        (replace(FOLDER, name="x" * 101), "name"),
        (replace(FOLDER, public_address="ftp://example"), "public_address"),
        (replace(SERVER, address="http://kalender.example/"), "address"),
        (replace(SERVER, address="kalender.example"), "address"),
        (replace(SERVER, address="https://[oops"), "address"),
    ],
)
def test_an_impossible_outlet_is_refused_at_its_field(ws, draft, field):
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Add", outlets.add, draft)
    assert [problem.field for problem in refusal.value.problems] == [field]
    assert ws.ask(outlets.list_rows) == ()


@pytest.mark.parametrize("address", ["http://localhost:5232/", "http://127.0.0.1/", "https://kalender.example/a"])
def test_a_password_travels_over_https_or_stays_on_this_machine(address):
    assert validation.is_safe_address(address)
