"""Papers about tours, events and years: what they are offered for and what they are gathered from."""

import pytest

from domain.errors import LandaufError
from domain.rows.printing import PrintChoice
from domain.terms import Audience, EventKind, EventState, PaperSize
from domain.usecases import print_menu, printing, tours
from tests.builders import DAY, KOETHEN, make_event, make_tour, make_vehicle


def test_whole_tour_is_offered_and_gathered(ws):
    vehicle_id = make_vehicle(ws)
    tour_id, (day_id, _second) = make_tour(ws, vehicle_id, days=2)
    ws.run("Stop", tours.place_stop, day_id, make_event(ws, "Halt", kind=EventKind.mobile_stop))
    found = {entry.document.name: entry for entry in ws.ask(print_menu.printables, PrintChoice(tour_id=tour_id))}
    (subject,) = found["tour_overview"].subjects
    assert subject.day == DAY
    sheet = ws.ask(printing.gather, "tour_overview", subject.choice)
    assert [[stop.event.title for stop in day.stops] for day in sheet.days] == [["Halt"], []]


def test_calendar_of_the_year_holds_public_events_that_take_place(ws):
    make_event(ws, "Markt", kind=EventKind.mobile_stop)
    make_event(ws, "Intern", kind=EventKind.training, audience=Audience.internal)
    make_event(ws, "Abgesagt", state=EventState.cancelled, state_reason="Sturm")
    sheet = ws.ask(printing.gather, "wall_calendar", PrintChoice(year=DAY.year, size=PaperSize.a4))
    assert [event.title for event in sheet.events] == ["Markt"]
    assert sheet.size is PaperSize.a4
    assert ws.ask(printing.gather, "wall_calendar", PrintChoice(year=DAY.year, kreis_ags="15001")).events == ()


def test_calendar_of_a_district_is_of_this_half_year_or_of_a_whole_one(ws):
    event_id = make_event(ws, "Markt", kind=EventKind.mobile_stop, ags=KOETHEN)
    sheet = ws.ask(printing.gather, "district_calendar", PrintChoice(event_id=event_id))
    assert sheet.half_years == ("2027-H1",)
    assert [event.title for event in sheet.events] == ["Markt"]
    whole = ws.ask(printing.gather, "district_calendar", PrintChoice(kreis_ags=sheet.kreis.ags, year=2028))
    assert whole.half_years == ("2028-H1", "2028-H2")


@pytest.mark.parametrize(
    ("name", "choice"),
    [
        ("wall_calendar", PrintChoice()),
        ("wall_calendar", PrintChoice(year=1)),
        ("wall_calendar", PrintChoice(year=2027, kreis_ags="99")),
        ("district_calendar", PrintChoice()),
        ("district_calendar", PrintChoice(kreis_ags="99")),
        ("tour_overview", PrintChoice()),
    ],
)
def test_what_is_missing_is_said_in_a_line(ws, name, choice):
    with pytest.raises(LandaufError):
        ws.ask(printing.gather, name, choice)


def test_district_of_the_event_in_front_is_offered_its_calendar(ws):
    event_id = make_event(ws, "Markt", kind=EventKind.mobile_stop, ags=KOETHEN)
    found = {entry.document.name: entry for entry in ws.ask(print_menu.printables, PrintChoice(event_id=event_id))}
    assert len(found["district_calendar"].subjects) == 1
    found = {entry.document.name: entry for entry in ws.ask(print_menu.printables, PrintChoice())}
    assert [subject.title for subject in found["district_calendar"].subjects] == ["Anhalt-Bitterfeld"]
