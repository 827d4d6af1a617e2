"""Which documents fit, and what they could be about."""

from datetime import date, timedelta

from domain.rows.printing import PrintChoice
from domain.rows.tours import TourDayDraft
from domain.terms import EventKind, PlaceKind
from domain.usecases import print_menu, printing, tours
from tests.builders import DAY, make_event, make_site, make_tour, make_vehicle

TODAY = date(2027, 4, 28)


def menu(ws, **choice):
    found = ws.ask(print_menu.printables, PrintChoice(**choice))
    return {entry.document.name: [subject.title for subject in entry.subjects] for entry in found}


def with_stop(ws, vehicle_id=None):
    tour_id, (day_id, _second) = make_tour(ws, vehicle_id or make_vehicle(ws), days=2)
    ws.run("Stop", tours.place_stop, day_id, make_event(ws, "Halt", kind=EventKind.mobile_stop))
    return tour_id


def test_lecture_is_not_offered_an_invitation(ws):
    event_id = make_event(ws, "Vortrag", kind=EventKind.lecture)
    found = menu(ws, event_id=event_id)
    assert found["briefing"] == found["event_packing_list"] == found["attendance_certificate"] == ["Vortrag"]
    assert not {"invitation", "invitee_list", "concern_card"} & set(found)


def test_dialogue_is_offered_everything_about_events(ws):
    event_id = make_event(ws, "Dialog")
    wanted = {"invitation", "invitee_list", "briefing", "event_packing_list", "attendance_list", "concern_card"}
    found = menu(ws, event_id=event_id)
    assert {name: titles for name, titles in found.items() if name in wanted} == {name: ["Dialog"] for name in wanted}


def test_tour_is_offered_its_days_with_stops(ws):
    vehicle_id = make_vehicle(ws)
    tour_id = with_stop(ws, vehicle_id)
    found = ws.ask(print_menu.printables, PrintChoice(tour_id=tour_id))
    assert [entry.document.name for entry in found] == ["tour_sheet", "tour_overview", "packing_list"]
    wanted = PrintChoice(tour_id=tour_id, day=DAY, vehicle_id=vehicle_id)
    assert [subject.choice for subject in found[0].subjects] == [wanted]


def test_two_vehicles_on_one_day_have_a_sheet_each(ws):
    first, second = make_vehicle(ws, "Mobil"), make_vehicle(ws, "Bus")
    tour_id, (day_id,) = make_tour(ws, first)
    other = ws.run("Day", tours.add_day, tour_id, TourDayDraft(DAY, second))
    for day, title in ((day_id, "Halt"), (other, "Anderer Halt")):
        ws.run("Stop", tours.place_stop, day, make_event(ws, title, kind=EventKind.mobile_stop))
    for vehicle, title in ((first, "Halt"), (second, "Anderer Halt")):
        data = ws.ask(printing.gather, "tour_sheet", PrintChoice(tour_id=tour_id, day=DAY, vehicle_id=vehicle))
        assert [stop.event.title for stop in data.stops] == [title]


def test_sites_are_offered_their_pass(ws):
    used, other = make_site(ws, "Holzmarkt", town="Köthen"), make_site(ws, "Anger", town="Zerbst")
    stop = make_event(ws, "Halt", kind=EventKind.mobile_stop, place_kind=PlaceKind.site, site_id=used)
    assert menu(ws)["site_pass"] == ["Köthen, Holzmarkt", "Zerbst, Anger"]
    assert menu(ws, event_id=stop)["site_pass"] == ["Köthen, Holzmarkt"]
    assert menu(ws, site_id=other) == {"site_pass": ["Zerbst, Anger"]}
    tour_id, (day_id,) = make_tour(ws, make_vehicle(ws))
    ws.run("Stop", tours.place_stop, day_id, stop)
    assert menu(ws, tour_id=tour_id)["site_pass"] == ["Köthen, Holzmarkt"]


def test_without_a_choice_what_is_near_is_offered_the_next_first(ws):
    with_stop(ws)
    make_event(ws, "Vorbei", day=TODAY - timedelta(days=3), kind=EventKind.lecture)
    make_event(ws, "Bald", day=TODAY + timedelta(days=3), kind=EventKind.lecture)
    make_event(ws, "Fern", day=TODAY + timedelta(days=300), kind=EventKind.lecture)
    found = menu(ws)
    assert found["briefing"] == ["Bald", "Halt", "Vorbei"]
    assert set(found) >= {"tour_sheet", "tour_overview", "packing_list", "briefing", "request_form", "label_test"}


def test_empty_file_has_only_papers_to_print_that_are_about_nothing(ws):
    assert menu(ws) == {"request_form": [""], "label_test": [""]}
