from datetime import date

from domain.terms import EventKind, EventState
from domain.usecases.coverage_story import story
from tests.builders import HALLE, KOETHEN, make_event, make_request

DIALOGUE = EventKind.citizen_dialogue


def told(ws, *kinds):
    found = ws.ask(story, "15082", kinds)
    return tuple(each.title if each else None for each in (found.last, found.coming))


def test_last_held_and_next_planned_event_of_the_kinds_are_told(ws):
    for day, title in ((date(2027, 1, 5), "Erster"), (date(2027, 3, 2), "Letzter")):
        make_event(ws, title, day=day, ags=KOETHEN, state=EventState.held)
    make_event(ws, "Vortrag", day=date(2027, 4, 1), ags=KOETHEN, state=EventState.held, kind=EventKind.lecture)
    make_event(ws, "Später", day=date(2027, 7, 1), ags=KOETHEN)
    make_event(ws, "Nächster", ags=KOETHEN)
    make_event(ws, "Versäumt", day=date(2027, 4, 2), ags=KOETHEN)
    make_event(ws, "Woanders", day=date(2027, 4, 3), ags=HALLE, state=EventState.held)
    assert told(ws, DIALOGUE) == ("Letzter", "Nächster")
    assert told(ws) == ("Vortrag", "Nächster")
    assert told(ws, EventKind.training) == (None, None)


def test_open_requests_of_the_kreis_and_kinds_are_counted(ws):
    make_request(ws, kind=DIALOGUE, postcode="06366", town="Köthen")
    make_request(ws, "Verein", kind=EventKind.lecture, postcode="06366", town="Köthen")
    make_request(ws, "Halle", kind=DIALOGUE, postcode="06108", town="Halle")
    assert ws.ask(story, "15082", (DIALOGUE,)).open_requests == 1
    assert ws.ask(story, "15082", ()).open_requests == 2
    assert ws.ask(story, "15082", ()).open_concerns == 0
