"""Which documents fit, and what they could be about."""

from datetime import date, timedelta

from domain.rows.printing import PrintChoice
from domain.terms import EventKind
from domain.usecases import print_menu, tours
from tests.builders import DAY, make_event, make_tour, make_vehicle

TODAY = date(2027, 4, 28)


def menu(ws, **choice):
    found = ws.ask(print_menu.printables, PrintChoice(**choice))
    return {entry.document.name: [subject.title for subject in entry.subjects] for entry in found}


def with_stop(ws):
    tour_id, (day_id, _second) = make_tour(ws, make_vehicle(ws), days=2)
    ws.run("Stop", tours.place_stop, day_id, make_event(ws, "Halt", kind=EventKind.mobile_stop))
    return tour_id


def test_lecture_is_not_offered_an_invitation(ws):
    event_id = make_event(ws, "Vortrag", kind=EventKind.lecture)
    assert menu(ws, event_id=event_id) == {"briefing": ["Vortrag"]}


def test_dialogue_is_offered_everything_about_events(ws):
    event_id = make_event(ws, "Dialog")
    assert menu(ws, event_id=event_id) == {"invitation": ["Dialog"], "briefing": ["Dialog"]}


def test_tour_is_offered_its_days_with_stops(ws):
    tour_id = with_stop(ws)
    found = ws.ask(print_menu.printables, PrintChoice(tour_id=tour_id))
    assert [entry.document.name for entry in found] == ["tour_sheet"]
    assert [subject.choice for subject in found[0].subjects] == [PrintChoice(tour_id=tour_id, day=DAY)]


def test_without_a_choice_what_is_near_is_offered_the_next_first(ws):
    with_stop(ws)
    make_event(ws, "Vorbei", day=TODAY - timedelta(days=3), kind=EventKind.lecture)
    make_event(ws, "Bald", day=TODAY + timedelta(days=3), kind=EventKind.lecture)
    make_event(ws, "Fern", day=TODAY + timedelta(days=300), kind=EventKind.lecture)
    found = menu(ws)
    assert found["briefing"] == ["Bald", "Halt", "Vorbei"]
    assert set(found) == {"tour_sheet", "briefing"}


def test_empty_file_has_nothing_to_print(ws):
    assert menu(ws) == {}
