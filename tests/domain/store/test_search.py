"""Search finds every spelling, inside compounds, and never goes stale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, update

from domain.model import Event, EventIdentity, Partner, Request, Site
from domain.store.connection import connect, scalar
from domain.store.search_tables import fold, folded_sql
from domain.terms import EventKind
from tests.domain.store.records import add_event, add_partner, remove, rename

LETTERS = st.text("aeouAEOUäöüÄÖÜßẞéÉñłŁšnkst 0-'\"%_", max_size=30)


def titles(workspace, text):
    """Titles of the hits in their order."""
    return [hit.title for hit in workspace.search(text)]


@pytest.mark.parametrize("typed", ["Köthen", "koethen", "kothen", "KÖTHEN", "köt", "kö", "kothen anhalt"])
def test_every_spelling_finds_the_town(workspace, typed):
    workspace.run("Add", add_partner, "Grundschule", town="Köthen (Anhalt)")
    workspace.run("Add", add_partner, "Turnverein", town="Burg")
    assert titles(workspace, typed) == ["Grundschule"]


@pytest.mark.parametrize("typed", ["sicherheit", "SICHERHEIT tag", "heitst"])
def test_words_are_found_inside_compounds(workspace, typed):
    workspace.run("Add", add_event, "Verkehrssicherheitstag")
    assert titles(workspace, typed) == ["Verkehrssicherheitstag"]


def test_letters_that_merely_occur_somewhere_are_no_hit(workspace):
    workspace.run("Add", add_event, "Cherhe und Sich, Rheit")
    assert titles(workspace, "sicherheit") == []


def test_titles_that_begin_with_the_text_come_first(workspace):
    for name in ("Verein Burg", "Burgverein", "Feuerwehr Ludwigsburg"):
        workspace.run("Add", add_partner, name, town="Halle")
    assert titles(workspace, "burg") == ["Burgverein", "Verein Burg", "Feuerwehr Ludwigsburg"]


def test_every_kind_is_found_with_title_and_line(workspace):
    def add_all(session):
        session.add(Partner(name="Schule Zerbst", street="Breite 1", postcode="39261", town="Zerbst/Anhalt"))
        session.add(Request(requester="Gymnasium Zerbst", kind=EventKind.lecture, topic="Drogen"))
        session.add(Site(name="Markt Zerbst", town="Zerbst/Anhalt"))
        session.add(Event(kind=EventKind.lecture, title="Vortrag Zerbst", place_name="Aula"))

    workspace.run("Add", add_all)
    assert {(hit.table, hit.title, hit.line) for hit in workspace.search("zerbst")} == {
        ("partner", "Schule Zerbst", "Breite 1, 39261, Zerbst/Anhalt"),
        ("request", "Gymnasium Zerbst", "Drogen"),
        ("site", "Markt Zerbst", "Zerbst/Anhalt"),
        ("event", "Vortrag Zerbst", "Aula"),
    }


def test_events_are_found_by_number_and_records_by_postcode(workspace):
    event = workspace.run("Add", add_event, "Vortrag", number="2027-0147")
    workspace.run("Add", add_partner, "Schule", postcode="06366")
    assert [hit.id for hit in workspace.search("2027-0147")] == [event]
    assert titles(workspace, "06366") == ["Schule"]

    def renumber(session):
        session.get_one(EventIdentity, event).number = "2027-0200"

    workspace.run("Renumber", renumber)
    assert titles(workspace, "0147") == []
    assert titles(workspace, "0200") == ["Vortrag"]


def test_search_follows_changes_deletions_and_undo(workspace):
    partner = workspace.run("Add", add_partner, "Grundschule", town="Burg")
    workspace.run("Rename", rename, partner, "Gymnasium")
    assert (titles(workspace, "grundschule"), titles(workspace, "gymnasium")) == ([], ["Gymnasium"])
    workspace.run("Delete", remove, Partner, partner)
    assert titles(workspace, "gymnasium") == []
    workspace.undo()
    workspace.undo()
    assert (titles(workspace, "grundschule"), titles(workspace, "gymnasium")) == (["Grundschule"], [])
    assert workspace.check() == ()


@pytest.mark.parametrize(
    "typed", ["", "   ", "%", "*", '"', "-", "()", "'; DROP TABLE event; --", "a" * 5000, "NOT", "NEAR(a b)"]
)
def test_no_input_breaks_search(workspace, typed):
    workspace.run("Add", add_partner, "Grundschule")
    assert isinstance(workspace.search(typed), tuple)


def test_at_most_the_limit_comes_back(workspace):
    def add_many(session):
        for number in range(30):
            add_partner(session, f"Schule {number}")

    workspace.run("Add", add_many)
    assert len(workspace.search("schule", limit=7)) == 7
    assert workspace.search("schule", limit=0) == ()


def test_bulk_writes_are_found(workspace, clock):
    fixed = {"created_at": clock(), "updated_at": clock(), "version": 1}
    rows = [{"name": f"Schule {number}", **fixed} for number in range(50)]
    workspace.run("Import", lambda session: session.exec(insert(Partner), params=rows))
    assert len(workspace.search("schule")) == 50
    workspace.run("Rename all", lambda session: session.exec(update(Partner).values(name="Verein")))
    assert (len(workspace.search("schule")), len(workspace.search("verein"))) == (0, 50)
    workspace.undo()
    assert (len(workspace.search("schule")), len(workspace.search("verein"))) == (50, 0)
    assert workspace.check() == ()


def test_what_comes_and_goes_within_a_step_leaves_no_trace(workspace):
    def come_and_go(session):
        for name in ("Erste", "Zweite"):  # the second takes the first one's place in the index
            partner = add_partner(session, name)
            rename(session, partner, f"{name} Schule")
            session.flush()
            if name == "Erste":
                remove(session, Partner, partner)
                session.flush()

    workspace.run("Come and go", come_and_go)
    assert titles(workspace, "schule") == ["Zweite Schule"]
    assert titles(workspace, "erste") == []
    assert workspace.check() == ()


@given(text=LETTERS)
def test_the_triggers_fold_as_python_does(tmp_path_factory, text):
    connection = connect(tmp_path_factory.getbasetemp() / "fold.db")
    assert scalar(connection, f"SELECT {folded_sql('?')}", text) == fold(text)
    connection.close()


@given(text=st.text("aouäöüßbdnrst ", max_size=20))
def test_three_spellings_of_an_umlaut_meet(text):
    written_out = text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    bare = text.replace("ä", "a").replace("ö", "o").replace("ü", "u").replace("ß", "ss")
    assert fold(text) == fold(written_out) == fold(bare) == fold(text.upper())
