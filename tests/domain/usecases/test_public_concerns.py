"""What the public may see of concerns in a file, and the result sheet made of it."""

from datetime import date, timedelta

import pytest

from domain.errors import LandaufError, NotFoundError, UsageError
from domain.rows.concerns import AnswerDraft
from domain.rows.filters import ConcernFilter
from domain.rows.printing import PrintChoice
from domain.terms import Audience, EventState
from domain.usecases import concerns, print_menu, printed_sheets, printing, public_concerns
from tests.builders import HALLE, KOETHEN, make_concern, make_event, make_person

TODAY = date(2027, 4, 28)


@pytest.fixture
def evening(ws):
    return make_event(ws, "Dialog", day=date(2027, 4, 15), state=EventState.held, ags=KOETHEN, audience=Audience.public)


@pytest.fixture
def closed(ws):
    return make_event(
        ws, "Runde", day=date(2027, 4, 16), state=EventState.held, ags=KOETHEN, audience=Audience.partners
    )


def test_the_sheet_of_an_event_holds_its_concerns(ws, evening):
    make_concern(ws, event_id=evening, public_text="Dunkel")
    make_concern(ws, ags=KOETHEN)
    results = ws.ask(public_concerns.results, event_id=evening)
    assert [(each.number, each.text) for each in results.concerns] == [("A-2027-0001", "Dunkel")]
    assert (results.event, results.day, results.kreis_ags) == ("Dialog", date(2027, 4, 15), "15082")


def test_the_sheet_of_a_district_leaves_out_closed_rounds_and_what_was_settled_long_ago(ws, evening, closed):
    make_concern(ws, "A", event_id=evening, public_text="gezeigt")
    make_concern(ws, "B", event_id=closed, public_text="Runde")
    make_concern(ws, "C", ags=HALLE, public_text="woanders")
    for age, text in ((300, "vor kurzem erledigt"), (500, "lange erledigt")):
        old = make_concern(ws, "D", ags=KOETHEN, raised_on=TODAY - timedelta(days=age), public_text=text)
        ws.run("Settle", concerns.settle, old)
    make_concern(ws, "E", ags=KOETHEN, raised_on=TODAY - timedelta(days=500), public_text="lange offen")
    results = ws.ask(public_concerns.results, kreis_ags="15082")
    assert {each.text for each in results.concerns} == {"gezeigt", "vor kurzem erledigt", "lange offen"}


def test_confidential_names_never_reach_the_sheet(ws, evening):
    make_person(ws, "Anna Vorlage", confidential=True)
    concern = make_concern(ws, event_id=evening, public_text="Anna Vorlage hat vorgetragen")
    ws.run("Answer", concerns.answer, concern, AnswerDraft("x", public_answer="Dank an ANNA  Vorlage"))
    (found,) = ws.ask(public_concerns.results, event_id=evening).concerns
    assert (found.text, found.answer) == ("N. N. hat vorgetragen", "Dank an N. N.")


def test_what_cannot_be_told_is_refused_in_one_line(ws, evening, closed):
    make_concern(ws, event_id=closed)
    for choice in ({"event_id": closed}, {"event_id": evening}, {"kreis_ags": "15082"}):
        with pytest.raises(LandaufError):
            ws.ask(public_concerns.results, **choice)
    with pytest.raises(NotFoundError):
        ws.ask(public_concerns.results, kreis_ags="99999")
    with pytest.raises(UsageError):
        ws.ask(printing.gather, "result_sheet", PrintChoice())


def test_the_menu_offers_the_sheet_where_there_are_concerns(ws, evening, closed):
    def offered(**choice):
        found = ws.ask(print_menu.printables, PrintChoice(**choice))
        return [
            subject.choice for entry in found if entry.document.name == "result_sheet" for subject in entry.subjects
        ]

    assert offered() == []
    make_concern(ws, event_id=evening)
    make_concern(ws, event_id=closed, ags=HALLE)
    assert offered() == [PrintChoice(kreis_ags="15082")]
    assert offered(kreis_ags="15002") == []
    assert offered(event_id=evening) == [PrintChoice(event_id=evening)]
    assert ws.ask(public_concerns.kreis_with_most) == "15082"


def test_a_printed_sheet_is_stale_once_an_answer_came(ws, evening):
    concern = make_concern(ws, event_id=evening, public_text="Dunkel")
    choice = PrintChoice(kreis_ags="15082")

    def noted():
        return printed_sheets.note_of("result_sheet", choice, ws.ask(printing.gather, "result_sheet", choice))

    before = noted()
    ws.run("Print", printed_sheets.note_printed, before)
    assert ws.ask(printed_sheets.last_print, noted()).code == before.code
    ws.run("Change", concerns.settle, concern)
    assert noted().code != before.code


def test_the_public_table_is_the_same_white_list(ws, evening, closed):
    make_concern(ws, event_id=evening, public_text="gezeigt")
    make_concern(ws, event_id=closed, public_text="Runde")
    rows = list(ws.ask(lambda session: list(public_concerns.published_concerns(session, ConcernFilter()))))
    assert [row.text for row in rows] == ["gezeigt"]
