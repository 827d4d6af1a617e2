"""Papers about tours, events and years: what they are offered for and what they are gathered from."""

from domain.rows.printing import PrintChoice
from domain.terms import EventKind
from domain.usecases import print_menu, printing, tours
from tests.builders import DAY, make_event, make_tour, make_vehicle


def test_whole_tour_is_offered_and_gathered(ws):
    vehicle_id = make_vehicle(ws)
    tour_id, (day_id, _second) = make_tour(ws, vehicle_id, days=2)
    ws.run("Stop", tours.place_stop, day_id, make_event(ws, "Halt", kind=EventKind.mobile_stop))
    found = {entry.document.name: entry for entry in ws.ask(print_menu.printables, PrintChoice(tour_id=tour_id))}
    (subject,) = found["tour_overview"].subjects
    assert subject.day == DAY
    sheet = ws.ask(printing.gather, "tour_overview", subject.choice)
    assert [[stop.event.title for stop in day.stops] for day in sheet.days] == [["Halt"], []]
