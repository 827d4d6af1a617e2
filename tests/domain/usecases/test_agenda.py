"""Agendas of events: items in order, text typed before, concerns first, minutes, and what leaves the house."""

from dataclasses import replace
from datetime import date

import pytest

from domain.errors import InvalidInputError, NotFoundError
from domain.i18n import language
from domain.rows.events import CouncilFacts, DialogueFacts
from domain.rows.meetings import AgendaDraft
from domain.rules.agenda import concern_title
from domain.terms import Audience, ConcernCategory, ConcernState, EventKind, EventState
from domain.usecases import agenda, concerns, events, published
from tests.builders import DAY, KOETHEN, MAGDEBURG, change_event, dump, make_event
from tests.domain.usecases.meetings import add_concern, add_items, concern_of, titles_of

TEXT = "18:00 Begrüßung\n18:15 Lage\n19:30 Ausklang"


def shown_agenda(ws, event_id, audience=Audience.public):
    return ws.ask(published.published_event, event_id, audience).agenda


def test_items_are_added_moved_and_deleted_in_order(ws):
    event_id = make_event(ws)
    first, _second, third = add_items(ws, event_id, "A", "B", "C")
    ws.run("Move", agenda.move, third, -2)
    assert titles_of(ws, event_id) == ["C", "A", "B"]
    ws.run("Move", agenda.move, third, 5)
    ws.run("Delete", agenda.delete, [first])
    found = ws.ask(agenda.agenda, event_id)
    assert [(row.position, row.draft.title) for row in found.rows] == [(1, "B"), (2, "C")]
    ws.undo()
    assert titles_of(ws, event_id) == ["A", "B", "C"]


def test_times_follow_the_event_when_it_moves(ws):
    event_id = make_event(ws)
    add_items(ws, event_id, "A", "B", minutes=20)
    ws.run("Move event", events.move, event_id, date(2027, 6, 1))
    change_event(ws, event_id, starts_at=ws.ask(events.detail, event_id).draft.starts_at.replace(hour=17))
    found = ws.ask(agenda.agenda, event_id)
    assert [f"{row.begins:%d.%m. %H:%M}" for row in found.rows] == ["01.06. 17:00", "01.06. 17:20"]
    assert (found.total, found.spare) == (40, 140)


def test_text_typed_before_becomes_items_once_and_is_kept(ws):
    event_id = make_event(ws, facts=DialogueFacts(agenda=TEXT))
    assert ws.ask(agenda.agenda, event_id).text == TEXT
    assert shown_agenda(ws, event_id) == TEXT
    assert ws.run("Adopt", agenda.adopt_text, event_id) == 3
    assert ws.run("Adopt", agenda.adopt_text, event_id) == 0
    assert shown_agenda(ws, event_id) == TEXT
    assert ws.ask(events.detail, event_id).draft.facts.agenda == TEXT


def test_first_item_takes_the_text_along(ws):
    event_id = make_event(ws, kind=EventKind.council_meeting, facts=CouncilFacts(agenda="1. Protokoll\n2. Lage"))
    add_items(ws, event_id, "Verschiedenes")
    assert titles_of(ws, event_id) == ["Protokoll", "Lage", "Verschiedenes"]


def test_exchange_without_agenda_facts_has_items_too(ws):
    event_id = make_event(ws, kind=EventKind.information_exchange)
    add_items(ws, event_id, "Lage")
    assert shown_agenda(ws, event_id) == "18:00 Lage"


def test_minutes_and_concerns_wording_never_leave_the_house(ws):
    event_id = make_event(ws)
    (item,) = add_items(ws, event_id, "Lage")
    draft = AgendaDraft("Lage", 10, "Revierleitung", "Aussprache geheim", "Ergebnis geheim")
    ws.run("Minutes", agenda.change, item, draft)
    concern = add_concern(ws, wording="Wortlaut geheim")
    ws.run("First", agenda.take_concerns, event_id, {concern: "Beleuchtung: Bahnhof"})
    for audience in (Audience.public, Audience.partners):
        text = str(ws.ask(published.published_event, event_id, audience))
        assert "geheim" not in text
    assert shown_agenda(ws, event_id) == "18:00 Beleuchtung: Bahnhof\n18:10 Lage (Revierleitung)"


def test_concerns_of_the_kreis_wait_from_the_oldest_and_come_first(ws):
    event_id = make_event(ws, ags=KOETHEN)
    young = add_concern(ws, "A-2027-0002", raised_on=date(2027, 4, 1))
    old = add_concern(ws, "A-2026-0117", raised_on=date(2026, 11, 12), state=ConcernState.forwarded)
    add_concern(ws, "A-2027-0003", state=ConcernState.answered)
    add_concern(ws, "A-2027-0004", kreis_ags="15003")
    waiting = ws.ask(agenda.agenda, event_id).waiting
    assert [note.id for note in waiting] == [old, young]
    assert [note.days for note in waiting] == [167, 27]
    ws.run("Begin", agenda.begin, event_id, AgendaDraft("Begrüßung"), {note.id: note.number for note in waiting})
    assert titles_of(ws, event_id) == ["A-2026-0117", "A-2027-0002", "Begrüßung"]
    assert ws.ask(agenda.agenda, event_id).waiting == ()
    ws.undo()
    assert titles_of(ws, event_id) == []


def test_concern_on_a_coming_agenda_is_not_proposed_for_another_until_that_is_over(ws):
    past, coming, other = (make_event(ws, day=day, ags=KOETHEN) for day in (date(2027, 3, 1), DAY, date(2027, 6, 1)))
    concern = add_concern(ws)
    ws.run("First", agenda.take_concerns, past, {concern: "x"})
    assert [note.id for note in ws.ask(agenda.agenda, other).waiting] == [concern]
    ws.run("First", agenda.take_concerns, coming, {concern: "x"})
    assert ws.ask(agenda.agenda, other).waiting == ()
    change_event(ws, coming, state=EventState.cancelled, state_reason="Saal gesperrt")
    assert [note.id for note in ws.ask(agenda.agenda, other).waiting] == [concern]


@pytest.mark.parametrize(
    ("audience", "title"),
    [
        (Audience.public, "Anliegen A-2027-0001: Licht am Bahnhof"),
        (Audience.partners, "Anliegen A-2027-0001: Beleuchtung und dunkle Ecken"),
        (Audience.internal, "Anliegen A-2027-0001: Beleuchtung und dunkle Ecken"),
    ],
)
def test_agenda_says_of_a_concern_no_more_than_the_public_may_read(ws, audience, title):
    raised_at = make_event(ws, day=date(2027, 3, 1), audience=audience)
    said = {"public_text": "Licht am\nBahnhof", "place": "Bahnhofstraße 5", "category": ConcernCategory.lighting}
    add_concern(ws, event_id=raised_at, **said)
    (note,) = ws.ask(agenda.agenda, make_event(ws, ags=KOETHEN)).waiting
    assert concern_title(note, language("de")) == title


def test_event_without_a_gemeinde_or_in_another_kreis_gets_no_concerns(ws):
    add_concern(ws)
    for ags in (None, MAGDEBURG):
        event_id = make_event(ws, ags=ags, town="")
        assert ws.ask(agenda.agenda, event_id).waiting == ()


def test_result_answers_the_concern_and_undo_opens_it_again(ws):
    event_id, concern = make_event(ws), add_concern(ws)
    ws.run("First", agenda.take_concerns, event_id, {concern: "Beleuchtung"})
    (row,) = ws.ask(agenda.agenda, event_id).rows
    with pytest.raises(InvalidInputError):
        ws.run("Answer", agenda.answer_concern, row.id)
    ws.run("Minutes", agenda.change, row.id, replace(row.draft, result=" Lampe wird erneuert. "))
    ws.run("Answer", agenda.answer_concern, row.id)
    assert concern_of(ws, concern) == (ConcernState.answered, "Lampe wird erneuert.", date(2027, 4, 28))
    ws.undo()
    assert concern_of(ws, concern) == (ConcernState.open, "", None)


@pytest.mark.parametrize("result", ["Konto DE02 1203 0000 0000 2020 51", "Az. 123 Js 4567/26"])
def test_result_that_holds_personal_data_is_no_answer(ws, result):
    event_id, concern = make_event(ws), add_concern(ws)
    ws.run("First", agenda.take_concerns, event_id, {concern: "Beleuchtung"})
    (row,) = ws.ask(agenda.agenda, event_id).rows
    ws.run("Minutes", agenda.change, row.id, replace(row.draft, result=result))
    with pytest.raises(InvalidInputError):
        ws.run("Answer", agenda.answer_concern, row.id)
    assert concern_of(ws, concern)[0] is ConcernState.open


def test_concern_that_is_not_pursued_is_not_answered_by_minutes_and_keeps_its_public_answer(ws):
    event_id = make_event(ws)
    dropped, told = add_concern(ws, state=ConcernState.dropped), add_concern(ws, "A-2027-0002", public_answer="Licht")
    ws.run("First", agenda.take_concerns, event_id, {dropped: "x", told: "y"})
    rows = ws.ask(agenda.agenda, event_id).rows
    for row in rows:
        ws.run("Minutes", agenda.change, row.id, replace(row.draft, result="Kommt"))
    with pytest.raises(InvalidInputError):
        ws.run("Answer", agenda.answer_concern, rows[0].id)
    assert ws.run("Answer", agenda.answer_concern, rows[1].id) == told
    found = ws.ask(concerns.detail, told)
    assert (found.state, found.answer, found.public_answer) == (ConcernState.answered, "Kommt", "Licht")


def test_copy_and_series_bring_the_agenda_without_minutes_and_concerns(ws):
    event_id, concern = make_event(ws), add_concern(ws)
    (item,) = add_items(ws, event_id, "Lage")
    ws.run("Minutes", agenda.change, item, AgendaDraft("Lage", 10, "Revier", "Aussprache", "Ergebnis"))
    ws.run("First", agenda.take_concerns, event_id, {concern: "Beleuchtung"})
    copy = ws.run("Copy", events.duplicate, event_id)
    draft = events.copied(ws.ask(events.detail, event_id).draft)
    (again,) = ws.run("Series", events.create_series, draft, [date(2027, 7, 1)], event_id)
    for made in (copy, again):
        (row,) = ws.ask(agenda.agenda, made).rows
        assert row.draft == AgendaDraft("Lage", 10, "Revier")


def test_impossible_items_are_refused_and_nothing_is_written(ws):
    event_id = make_event(ws)
    before = dump(ws)
    for draft in (AgendaDraft(" "), AgendaDraft("x", -1), AgendaDraft("x" * 301)):
        with pytest.raises(InvalidInputError):
            ws.run("Item", agenda.add, event_id, draft)
    assert dump(ws) == before


def test_item_that_is_gone_says_so(ws):
    event_id = make_event(ws)
    (item,) = add_items(ws, event_id, "A")
    ws.run("Delete", agenda.delete, [item])
    with pytest.raises(NotFoundError):
        ws.run("Change", agenda.change, item, AgendaDraft("B"))
