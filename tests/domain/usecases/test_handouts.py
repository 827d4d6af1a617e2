"""Handouts: editions, versions, the texts that come with the program, what is due, what can be printed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.errors import ConflictError, InvalidInputError, LandaufError, UsageError
from domain.rows.due import DueKind
from domain.rows.handouts import EditionDraft, HandoutDraft, HandoutFile
from domain.rows.printing import PrintChoice
from domain.rows.tours import StaffDraft
from domain.terms import Audience, EventKind, HandoutState
from domain.usecases import (
    due_handouts,
    handout_rows,
    handout_starters,
    handouts,
    people,
    print_menu,
    printing,
)
from tests.builders import make_event, make_topic

TODAY = date(2027, 4, 28)
PROBE = EditionDraft("de", "Probe", "Ein Vorspann.", "## Eins\n\nText.", "Kühne", date(2028, 12, 31))
FILE = """---
title: Enkeltrick
lead: Auflegen.
topic: Enkeltrick und Schockanrufe
language: {tag}
version: {version}
author: Landauf
valid_until: 2028-12-31
---

## Die Masche

{text}
"""


def make(ws, draft=PROBE, **shared):
    return ws.run("Add", handouts.create, HandoutDraft(**shared), draft)


def edition(ws, edition_id):
    return ws.ask(handout_rows.editions)[edition_id]


@pytest.fixture
def starters(tmp_path):
    """A folder of supplied texts, and a function that writes one of them."""

    def write(tag="de", version=1, text="Legen Sie auf."):
        folder = tmp_path / "texts" / "enkeltrick"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{tag}.md").write_text(FILE.format(tag=tag, version=version, text=text), encoding="utf-8")
        handout_starters.starters.cache_clear()
        return folder.parent

    write()
    yield write
    handout_starters.starters.cache_clear()


def test_a_change_of_the_text_is_the_next_version_and_a_change_of_its_validity_is_not(ws):
    made = make(ws)
    ws.run("Change", handouts.save_edition, made, replace(PROBE, valid_until=date(2029, 1, 1)))
    assert edition(ws, made).revision == 1
    ws.run("Change", handouts.save_edition, made, replace(PROBE, text="Anders."))
    assert edition(ws, made).revision == 2


def test_an_edition_changed_meanwhile_is_not_overwritten(ws):
    made = make(ws)
    seen = edition(ws, made).version
    ws.run("Change", handouts.save_edition, made, replace(PROBE, text="Von anderen."), seen)
    with pytest.raises(ConflictError):
        ws.run("Change", handouts.save_edition, made, replace(PROBE, text="Von mir."), seen)
    assert edition(ws, made).draft.text == "Von anderen."


def test_another_language_begins_as_a_copy_and_there_is_one_edition_for_each(ws):
    made = make(ws)
    other = ws.run("Add", handouts.add_edition, made, "pl")
    assert edition(ws, other).draft == replace(PROBE, language="pl", author="")
    with pytest.raises(InvalidInputError):
        ws.run("Add", handouts.add_edition, made, "pl")
    with pytest.raises(InvalidInputError):
        ws.run("Change", handouts.save_edition, other, PROBE)
    (row,) = ws.ask(handout_rows.list_rows)
    assert [each.draft.language for each in row.editions] == ["de", "pl"]


@pytest.mark.parametrize(
    "wrong", [{"title": " "}, {"language": "Deutsch!"}, {"text": "x" * 60_001}, {"lead": "x" * 601}]
)
def test_an_impossible_edition_is_refused(ws, wrong):
    with pytest.raises(InvalidInputError):
        make(ws, replace(PROBE, **wrong))
    assert ws.ask(handout_rows.list_rows) == []


def test_with_the_last_edition_goes_the_handout_and_undo_brings_both_back(ws):
    made = make(ws)
    other = ws.run("Add", handouts.add_edition, made, "en")
    before = ws.ask(handout_rows.list_rows)
    ws.run("Delete", handouts.delete_edition, other)
    ws.run("Delete", handouts.delete_edition, made)
    assert ws.ask(handout_rows.list_rows) == []
    ws.undo()
    ws.undo()
    assert [each.draft for each in ws.ask(handout_rows.list_rows)[0].editions] == [
        each.draft for each in before[0].editions
    ]


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (-1, HandoutState.expired),
        (0, HandoutState.expiring),
        (60, HandoutState.expiring),
        (61, HandoutState.valid),
        (None, HandoutState.undated),
    ],
)
def test_state_follows_from_the_last_day(ws, days, state):
    until = None if days is None else TODAY + timedelta(days=days)
    made = make(ws, replace(PROBE, valid_until=until))
    assert edition(ws, made).state is state


def test_expiring_editions_are_due_on_their_last_day(ws):
    made = make(ws, replace(PROBE, valid_until=TODAY + timedelta(days=9)))
    make(ws, replace(PROBE, title="Ohne Ende", valid_until=None))
    (due,) = ws.ask(lambda session: list(due_handouts.handouts_due(session)))
    assert (due.kind, due.due, due.record, due.title) == (DueKind.handout, TODAY + timedelta(days=9), made, "Probe")


def test_supplied_texts_are_added_once_with_their_topic(ws, starters):
    topic = make_topic(ws, "Enkeltrick und Schockanrufe")
    folder = starters("en", text="Hang up.")
    assert ws.run("Put in", handout_starters.put_in, folder).added == 2
    report = ws.run("Put in", handout_starters.put_in, folder)
    assert (report.added, report.renewed, report.kept) == (0, 0, 2)
    (row,) = ws.ask(handout_rows.list_rows)
    assert (row.key, row.draft.topic_id) == ("enkeltrick", topic)
    assert [each.is_edited for each in row.editions] == [False, False]


def test_a_newer_supplied_text_renews_what_nobody_edited_and_leaves_the_rest(ws, starters):
    ws.run("Put in", handout_starters.put_in, starters("en", text="Hang up."))
    by_tag = {each.draft.language: each for each in ws.ask(handout_rows.list_rows)[0].editions}
    english = by_tag["en"]
    ws.run("Change", handouts.save_edition, english.id, replace(english.draft, text="Ours."))
    starters("de", 2, "Neu.")
    report = ws.run("Put in", handout_starters.put_in, starters("en", 2, "New."))
    assert (report.added, report.renewed, report.kept) == (0, 1, 1)
    texts = {each.draft.language: each.draft.text for each in ws.ask(handout_rows.list_rows)[0].editions}
    assert "Neu." in texts["de"]
    assert texts["en"] == "Ours."


def test_there_is_nothing_newer_for_a_text_of_ones_own(ws):
    with pytest.raises(LandaufError):
        ws.run("Take", handout_starters.take_newer, make(ws))


def test_a_file_changes_its_edition_or_adds_it(ws):
    made = make(ws)
    file = ws.ask(handouts.file_of, made)
    assert (file.key, file.version, file.draft) == ("probe", 1, PROBE)
    changed = replace(file, draft=replace(PROBE, text="Neu."))
    assert ws.run("Take", handouts.take_file, changed) == made
    polish = ws.run("Take", handouts.take_file, replace(file, draft=replace(PROBE, language="pl")))
    other = ws.run("Take", handouts.take_file, HandoutFile("", "", 1, PROBE))
    found = ws.ask(handout_rows.editions)
    assert found[made].handout_id == found[polish].handout_id != found[other].handout_id
    assert edition(ws, made).draft.text == "Neu."


def test_menu_offers_the_editions_that_fit_an_event_its_languages_first(ws):
    topic = make_topic(ws, "Enkeltrick")
    german = make(ws, topic_id=topic)
    polish = ws.run("Add", handouts.add_edition, german, "pl")
    make(ws, replace(PROBE, title="Anderes"))
    event = make_event(ws, kind=EventKind.lecture, topic_ids=(topic,), languages=("pl",))
    found = {each.document.name: each for each in ws.ask(print_menu.printables, PrintChoice(event_id=event))}
    assert [each.choice.edition_id for each in found["handout"].subjects] == [polish, german]
    assert {each.choice.event_id for each in found["lecture_handout"].subjects} == {event}
    everything = {each.document.name: each for each in ws.ask(print_menu.printables, PrintChoice())}
    assert len(everything["handout"].subjects) == 3


def test_an_expired_edition_is_not_offered_at_an_event(ws):
    topic = make_topic(ws, "Enkeltrick")
    make(ws, replace(PROBE, valid_until=TODAY - timedelta(days=1)), topic_id=topic)
    event = make_event(ws, kind=EventKind.lecture, topic_ids=(topic,))
    assert "handout" not in {each.document.name for each in ws.ask(print_menu.printables, PrintChoice(event_id=event))}
    with pytest.raises(LandaufError):
        ws.ask(printing.gather, "lecture_handout", PrintChoice(event_id=event))


def test_confidential_names_do_not_reach_the_paper(ws):
    ws.run("Add", people.create, StaffDraft("Geheime Rednerin", confidential=True))
    made = make(ws, replace(PROBE, text="Fragen an Geheime Rednerin.", author="Geheime Rednerin"))
    sheet = ws.ask(printing.gather, "handout", PrintChoice(edition_id=made))
    assert "Geheime" not in repr(sheet)


def test_a_closed_lecture_has_a_handout_and_an_internal_one_has_none(ws):
    made = make(ws)
    closed = make_event(ws, kind=EventKind.lecture, audience=Audience.partners)
    inside = make_event(ws, kind=EventKind.lecture, audience=Audience.internal)
    choice = PrintChoice(event_id=closed, edition_id=made)
    assert ws.ask(printing.gather, "lecture_handout", choice).event.audience is Audience.partners
    with pytest.raises(LandaufError):
        ws.ask(printing.gather, "lecture_handout", replace(choice, event_id=inside))


def test_a_handout_needs_an_edition(ws):
    with pytest.raises(UsageError):
        ws.ask(printing.gather, "handout", PrintChoice())


def test_search_finds_an_edition_by_its_title(ws):
    made = make(ws)
    assert [(hit.table, hit.id) for hit in ws.search("probe")] == [("handout_edition", made)]
