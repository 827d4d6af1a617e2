"""Concerns on a real file: numbers, deeds, what is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.i18n import language
from domain.rows.concerns import AnswerDraft, ConcernDraft
from domain.terms import ConcernCategory, ConcernState, EventState
from domain.usecases import concerns, history, partners
from tests.builders import HALLE, KOETHEN, dump, make_concern, make_event, make_partner

TODAY = date(2027, 4, 28)


def row(ws, concern_id):
    return ws.ask(concerns.detail, concern_id)


def forwarded(ws, **fields):
    concern = make_concern(ws, **fields)
    ws.run("Forward", concerns.forward, concern, None, "Bauhof", TODAY + timedelta(days=10))
    return concern


def answered(ws, **fields):
    concern = make_concern(ws, **fields)
    ws.run("Answer", concerns.answer, concern, AnswerDraft("Ist erledigt"))
    return concern


def test_numbers_count_up_within_the_year_a_concern_was_raised(ws):
    first, second = make_concern(ws), make_concern(ws)
    earlier = make_concern(ws, raised_on=date(2026, 12, 30))
    assert [row(ws, each).number for each in (first, second, earlier)] == ["A-2027-0001", "A-2027-0002", "A-2026-0001"]


def test_a_number_is_never_given_twice_also_after_undo(ws):
    make_concern(ws)
    ws.undo()
    assert row(ws, make_concern(ws)).number == "A-2027-0002"
    ws.undo()
    ws.redo()
    assert [each.number for each in ws.ask(concerns.list_rows)] == ["A-2027-0002"]


def test_a_refused_concern_uses_up_no_number(ws):
    with pytest.raises(InvalidInputError):
        make_concern(ws, "  ")
    assert row(ws, make_concern(ws)).number == "A-2027-0001"


def test_the_event_gives_day_and_district_and_the_answer_is_due_six_weeks_later(ws):
    event = make_event(ws, "Dialog", day=date(2027, 4, 15), state=EventState.held, ags=KOETHEN)
    found = row(ws, make_concern(ws, event_id=event))
    assert (found.draft.raised_on, found.kreis_ags, found.due) == (date(2027, 4, 15), "15082", date(2027, 5, 27))
    assert (found.event, found.event_day) == ("Dialog", date(2027, 4, 15))


def test_at_a_coming_event_a_concern_is_of_today(ws):
    event = make_event(ws, "Dialog", ags=KOETHEN)
    assert row(ws, make_concern(ws, event_id=event)).draft.raised_on == TODAY


def test_a_municipality_tells_the_district(ws):
    assert row(ws, make_concern(ws, ags=HALLE, kreis_ags="15082")).kreis_ags == "15002"


@pytest.mark.parametrize(
    ("wording", "words"),
    [
        ("Herr Muster ist unter 0391 5671234 da", "Telefonnummer „0391 5671234“"),
        ("schreibt an a@b.example", "E-Mail-Adresse „a@b.example“"),
        ("DE89 3704 0044 0532 0130 00", "Bankverbindung"),
        ("siehe 123 Js 4567/26", "Aktenzeichen „123 Js 4567/26“"),
    ],
)
def test_personal_details_are_refused_in_one_line(ws, wording, words):
    with pytest.raises(InvalidInputError) as refused:
        make_concern(ws, wording)
    assert refused.value.field == "wording"
    assert words in language("de").error(refused.value)
    assert ws.ask(concerns.list_rows) == []


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"wording": "x" * 2001}, "wording"),
        ({"public_text": "x" * 501}, "public_text"),
        ({"public_text": "0391 567 1234"}, "public_text"),
        ({"place": "a@b.example"}, "place"),
        ({"notes": "Az.: 4711/26"}, "notes"),
        ({"kreis_ags": "99999"}, "kreis_ags"),
        ({"ags": "15082999"}, "ags"),
        ({"raised_on": TODAY + timedelta(days=1)}, "raised_on"),
        ({"raised_on": TODAY, "due": TODAY - timedelta(days=1)}, "due"),
        ({"wording": "a\x00b"}, "wording"),
    ],
)
def test_an_impossible_concern_is_refused_by_field(ws, fields, field):
    with pytest.raises(InvalidInputError) as refused:
        ws.run("Note", concerns.capture, ConcernDraft(**({"wording": "Es ist dunkel"} | fields)))
    assert field in {problem.field for problem in refused.value.problems}


def test_the_whole_way_from_open_to_settled(ws):
    office = make_partner(ws, "Ordnungsamt Köthen")
    concern = make_concern(ws)
    ws.run("Forward", concerns.forward, concern, office, "", TODAY + timedelta(days=10))
    found = row(ws, concern)
    assert (found.state, found.office, found.due) == (ConcernState.forwarded, "Ordnungsamt Köthen", date(2027, 5, 8))
    ws.run("Answer", concerns.answer, concern, AnswerDraft("Lampen bestellt", None, "Neue Lampen kommen", "Dunkel"))
    found = row(ws, concern)
    assert (found.state, found.answered_on, found.public_answer) == (
        ConcernState.answered,
        TODAY,
        "Neue Lampen kommen",
    )
    assert found.draft.public_text == "Dunkel"
    ws.run("Settle", concerns.settle, concern)
    assert row(ws, concern).state is ConcernState.closed
    for _step in range(3):
        ws.undo()
    assert row(ws, concern).state is ConcernState.open


def test_an_answer_can_be_corrected_and_taken_back(ws):
    concern = answered(ws)
    ws.run("Answer", concerns.answer, concern, AnswerDraft("Doch nicht", date(2027, 4, 28)))
    assert row(ws, concern).answer == "Doch nicht"
    ws.run("Reopen", concerns.reopen, concern)
    found = row(ws, concern)
    assert (found.state, found.answered_on, found.answer) == (ConcernState.open, None, "Doch nicht")


def test_dropping_needs_a_reason_which_goes_when_it_is_taken_up_again(ws):
    concern = make_concern(ws)
    with pytest.raises(InvalidInputError):
        ws.run("Drop", concerns.drop, concern, "  ")
    ws.run("Drop", concerns.drop, concern, "doppelt")
    assert (row(ws, concern).state, row(ws, concern).state_reason) == (ConcernState.dropped, "doppelt")
    ws.run("Reopen", concerns.reopen, concern)
    assert row(ws, concern).state_reason == ""


def test_forwarding_needs_an_office_and_a_day_to_come(ws):
    concern = make_concern(ws)
    for office, due, field in (
        ("", TODAY, "office_id"),
        ("Bauhof", None, "due"),
        ("Bauhof", TODAY - timedelta(days=1), "due"),
    ):
        with pytest.raises(InvalidInputError) as refused:
            ws.run("Forward", concerns.forward, concern, None, office, due)
        assert refused.value.field == field
    assert row(ws, concern).state is ConcernState.open


def test_what_is_answered_is_not_forwarded_or_dropped(ws):
    concern = answered(ws)
    with pytest.raises(InvalidInputError):
        ws.run("Forward", concerns.forward, concern, None, "Bauhof", TODAY)
    with pytest.raises(InvalidInputError):
        ws.run("Drop", concerns.drop, concern, "doppelt")


def test_an_answer_before_the_concern_was_raised_is_refused(ws):
    concern = make_concern(ws)
    with pytest.raises(InvalidInputError) as refused:
        ws.run("Answer", concerns.answer, concern, AnswerDraft("Ja", TODAY - timedelta(days=1)))
    assert refused.value.field == "answered_on"


def test_a_form_that_saw_an_older_version_is_refused(ws):
    concern = make_concern(ws)
    seen = row(ws, concern)
    ws.run("Settle", concerns.settle, concern)
    with pytest.raises(ConflictError):
        ws.run("Change", concerns.change, concern, replace(seen.draft, place="Markt"), seen.version)
    ws.run("Change", concerns.change, concern, replace(seen.draft, place="Markt"))
    assert (row(ws, concern).draft.place, row(ws, concern).state) == ("Markt", ConcernState.closed)


def test_the_office_keeps_its_name_when_the_partner_goes(ws):
    office = make_partner(ws, "Ordnungsamt Köthen")
    concern = make_concern(ws, office_id=office)
    assert ws.ask(concerns.offices) == [(office, "Ordnungsamt Köthen")]
    ws.run("Delete", partners.delete, [office])
    assert row(ws, concern).office == "Ordnungsamt Köthen"


def test_deleting_is_undone_whole(ws):
    concern = answered(ws)
    before = dump(ws)
    assert ws.run("Delete", concerns.delete, [concern]) == 1
    with pytest.raises(NotFoundError):
        row(ws, concern)
    ws.undo()
    assert dump(ws) == before


def test_the_history_tells_what_happened(ws):
    concern = forwarded(ws, category=ConcernCategory.lighting)
    lines = ws.ask(history.in_words, ws.history("concern", concern), language("de"))
    changes = {name: (old, new) for name, old, new in lines[0].changes}
    assert changes["Zustand"] == ("offen", "weitergeleitet")
    assert lines[-1].headline == "Angelegt"


def test_search_finds_number_wording_and_place(ws):
    make_concern(ws, "Die Unterführung ist dunkel", place="Bahnhof")
    for text in ("A-2027-0001", "unterfuehrung", "bahnhof"):
        (hit,) = ws.search(text)
        assert (hit.table, hit.title, hit.line) == ("concern", "A-2027-0001", "Die Unterführung ist dunkel")
