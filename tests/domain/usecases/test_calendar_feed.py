"""What calendars hold: all of the plan, what changed since a version, what was called off."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from icalendar import Calendar

from domain.errors import NotFoundError, UsageError
from domain.i18n import language
from domain.outgoing import calendars
from domain.rows.calendars import CalendarChoice
from domain.rows.events import AssignmentDraft
from domain.rows.filters import EventFilter
from domain.rows.tours import StaffDraft
from domain.terms import AssignmentRole, Audience, CalendarContent, EventKind, EventState
from domain.usecases import calendar_feed, events, people, releases
from tests.builders import (
    DAY,
    HALLE,
    KOETHEN,
    at,
    change_event,
    make_event,
    make_person,
    make_tour,
    make_vehicle,
)
from tests.domain.usecases.touring import place

LATER = DAY + timedelta(days=7)
CHANGES = CalendarChoice(content=CalendarContent.changes)
CALLED_OFF = CalendarChoice(content=CalendarContent.cancellations)
SCHOOL = EventFilter(dated=True, kinds=(EventKind.lecture,))
IN_KOETHEN = EventFilter(dated=True, kreise=("15082",))


def release(ws):
    return ws.run("Release", releases.release).number


def octets(ws, choice=CHANGES):
    """The calendar as it goes out now."""
    calendars.note(ws, choice)
    stream = BytesIO()
    ws.ask(calendars.write_feed, stream, choice, language("de"))
    return stream.getvalue()


def entries(ws, choice=CHANGES):
    """The entries of the calendar as it goes out now, by title without what is put before it."""
    found = Calendar.from_ical(octets(ws, choice)).walk("VEVENT")
    return {str(entry["SUMMARY"]).removeprefix("ABGESAGT: ").removeprefix("VERSCHOBEN: "): entry for entry in found}


def sequences(ws, choice=CHANGES):
    return {title: int(entry["SEQUENCE"]) for title, entry in entries(ws, choice).items()}


def test_only_what_changed_since_the_newest_version_goes_out(ws):
    ids = {name: make_event(ws, name) for name in ("Bleibt", "Zieht um", "Fällt aus", "Neuer Text")}
    release(ws)
    ws.run("Move", events.move, ids["Zieht um"], LATER)
    change_event(ws, ids["Fällt aus"], state=EventState.cancelled, state_reason="Krank")
    change_event(ws, ids["Neuer Text"], public_text="Mit Kaffee")
    make_event(ws, "Kommt dazu")
    found = entries(ws)
    assert found.keys() == {"Zieht um", "Fällt aus", "Neuer Text", "Kommt dazu"}
    assert {title: str(entry["STATUS"]) for title, entry in found.items()} == {
        "Zieht um": "CONFIRMED",
        "Fällt aus": "CANCELLED",
        "Neuer Text": "CONFIRMED",
        "Kommt dazu": "CONFIRMED",
    }
    assert {title: int(entry["SEQUENCE"]) for title, entry in found.items()} == {
        "Zieht um": 1,
        "Fällt aus": 1,
        "Neuer Text": 0,
        "Kommt dazu": 0,
    }
    assert found["Zieht um"].decoded("DTSTART") == at(LATER, "18:00")
    assert entries(ws, CALLED_OFF).keys() == {"Fällt aus"}


def test_an_older_version_tells_more(ws):
    make_event(ws, "Erster")
    release(ws)
    make_event(ws, "Zweiter")
    release(ws)
    assert entries(ws) == {}
    assert entries(ws, CalendarChoice(content=CalendarContent.changes, since=1)).keys() == {"Zweiter"}


GOING = {
    "deleted": lambda ws, key: ws.run("Delete", events.delete, [key]),
    "tentative": lambda ws, key: change_event(ws, key, state=EventState.tentative),
    "internal": lambda ws, key: change_event(ws, key, audience=Audience.internal),
    "confidential host": lambda ws, key: change_event(ws, key, host_confidential=True),
}


@pytest.mark.parametrize("way", GOING)
def test_what_goes_out_of_sight_is_called_off_as_it_stood(ws, way):
    key = make_event(ws, "Abend", ags=KOETHEN, place_name="Schloss", public_text="Früherer Text")
    release(ws)
    uid, sequence = str(entries(ws, CalendarChoice())["Abend"]["UID"]), 0
    change_event(ws, key, title="Geheimer Titel", place_name="Geheimer Ort", public_text="Geheimer Text")
    GOING[way](ws, key)
    written = octets(ws)
    assert "Geheim" not in written.decode()
    assert "Früherer Text" not in written.decode()
    (entry,) = Calendar.from_ical(written).walk("VEVENT")
    assert (entry["UID"], entry["STATUS"], entry["SUMMARY"]) == (uid, "CANCELLED", "ABGESAGT: Abend")
    assert entry["LOCATION"] == "Schloss, Köthen (Anhalt)"
    assert (entry.decoded("DTSTART"), entry.decoded("DTEND")) == (at(DAY, "18:00"), at(DAY, "20:00"))
    assert entry["SEQUENCE"] > sequence
    assert octets(ws) == written == octets(ws, CALLED_OFF)


@pytest.mark.parametrize("way", GOING)
def test_what_comes_back_bears_a_higher_number_than_its_cancellation(ws, way):
    make_event(ws, "Abend")
    release(ws)
    seen = [sequences(ws, CalendarChoice())["Abend"]]
    GOING[way](ws, next(iter(ws.ask(releases.entries, 1))))
    seen.append(sequences(ws)["Abend"])
    ws.undo()
    seen.append(sequences(ws, CalendarChoice())["Abend"])
    assert seen == sorted(set(seen))


def test_a_move_to_another_district_is_a_cancellation_there_and_news_here(ws):
    key = make_event(ws, "Abend", ags=KOETHEN, place_name="Schloss")
    release(ws)
    change_event(ws, key, ags=HALLE, place_name="Marktplatz")
    halle = EventFilter(dated=True, kreise=("15002",))
    left, come = (entries(ws, CalendarChoice(wanted=each, content=CHANGES.content)) for each in (IN_KOETHEN, halle))
    assert (left["Abend"]["STATUS"], left["Abend"]["LOCATION"]) == ("CANCELLED", "Schloss, Köthen (Anhalt)")
    assert (come["Abend"]["STATUS"], come["Abend"]["LOCATION"]) == ("CONFIRMED", "Marktplatz, Halle (Saale)")
    assert left["Abend"]["SEQUENCE"] == come["Abend"]["SEQUENCE"] == 1


def test_filters_of_kind_and_period_hold_for_changes_too(ws):
    talk = make_event(ws, "Vortrag", kind=EventKind.lecture)
    early, late = make_event(ws, "Bald"), make_event(ws, "Später", day=LATER)
    release(ws)
    for key in (talk, early, late):
        change_event(ws, key, state=EventState.cancelled, state_reason="Krank")
    assert entries(ws, CalendarChoice(wanted=SCHOOL, content=CHANGES.content)).keys() == {"Vortrag"}
    soon = EventFilter(dated=True, last=DAY)
    assert entries(ws, CalendarChoice(wanted=soon, content=CHANGES.content)).keys() == {"Vortrag", "Bald"}
    ws.run("Delete", events.delete, [talk, early, late])
    assert entries(ws, CalendarChoice(wanted=SCHOOL, content=CHANGES.content)).keys() == {"Vortrag"}
    assert entries(ws, CalendarChoice(wanted=soon, content=CHANGES.content)).keys() == {"Vortrag", "Bald"}


def test_what_moves_out_of_the_period_is_called_off_in_it(ws):
    key = make_event(ws, "Abend")
    release(ws)
    ws.run("Move", events.move, key, LATER)
    found = entries(ws, CalendarChoice(wanted=EventFilter(dated=True, last=DAY), content=CHANGES.content))
    assert (found["Abend"]["STATUS"], found["Abend"].decoded("DTSTART")) == ("CANCELLED", at(DAY, "18:00"))


def test_a_filter_no_version_knows_is_judged_by_the_event_as_it_is(ws):
    one, other = make_event(ws, "Schach"), make_event(ws, "Theater")
    release(ws)
    for key in (one, other):
        change_event(ws, key, state=EventState.tentative)
    chess = CalendarChoice(wanted=EventFilter(text="Schach", dated=True), content=CHANGES.content)
    assert entries(ws, chess).keys() == {"Schach"}


def test_what_nobody_knew_is_not_called_off(ws):
    secret = make_event(ws, "Intern", audience=Audience.internal)
    off = make_event(ws, "Schon abgesagt", state=EventState.cancelled, state_reason="Krank")
    release(ws)
    ws.run("Delete", events.delete, [secret, off])
    assert entries(ws) == {}
    internal = CalendarChoice(Audience.internal, content=CHANGES.content)
    assert entries(ws, internal).keys() == {"Intern"}


def test_a_name_that_became_confidential_is_not_in_a_cancellation(ws):
    person = make_person(ws, "Jana Kühne")
    key = make_event(ws, "Vortrag von Jana Kühne", place_name="Bei Jana Kühne")
    release(ws)
    ws.run("Hide", people.change, person, StaffDraft("Jana Kühne", confidential=True))
    ws.run("Delete", events.delete, [key])
    assert "Kühne" not in octets(ws).decode().replace("\r\n ", "")


def test_without_a_version_there_are_no_changes(ws):
    make_event(ws)
    with pytest.raises(NotFoundError):
        ws.ask(lambda session: list(calendar_feed.feed(session, CHANGES)))
    release(ws)
    with pytest.raises(NotFoundError, match="no plan version"):
        ws.ask(lambda session: list(calendar_feed.feed(session, CalendarChoice(content=CHANGES.content, since=9))))


def test_cancelled_events_stay_for_thirty_days(ws, clock):
    make_event(ws, "Abend", state=EventState.cancelled, state_reason="Krank")
    clock.advance(timedelta(days=15 + 30))
    assert entries(ws, CalendarChoice())["Abend"]["SUMMARY"] == "ABGESAGT: Abend"
    clock.advance(timedelta(days=1))
    assert entries(ws, CalendarChoice()) == {}
    assert entries(ws, CalendarChoice(Audience.internal))["Abend"]["SUMMARY"] == "ABGESAGT: Abend"


def test_own_appointments_are_those_of_the_person_and_of_the_days_they_ride_along(ws):
    me = make_person(ws, "Jana Kühne")
    _tour, (day_id,) = make_tour(ws, make_vehicle(ws))
    place(ws, day_id, make_event(ws, "Halt", kind=EventKind.mobile_stop, state=EventState.tentative))
    ws.run(
        "Crew",
        lambda session: session.raw().execute(
            "insert into tour_day_crew (tour_day_id, staff_id) values (?, ?)", (day_id.hex, me.hex)
        ),
    )
    make_event(ws, "Meiner", assignments=(AssignmentDraft(me, AssignmentRole.speaker),))
    make_event(ws, "Anderer")
    mine = CalendarChoice(Audience.internal, person_id=me, reminds=True)
    found = entries(ws, mine)
    assert found.keys() == {"Halt", "Meiner"}
    (alarm,) = found["Meiner"].walk("VALARM")
    assert (alarm["ACTION"], alarm.decoded("TRIGGER"), alarm["DESCRIPTION"]) == (
        "DISPLAY",
        timedelta(days=-1),
        "Meiner",
    )
    assert b"VALARM" not in octets(ws, CalendarChoice(Audience.internal, person_id=me))


@pytest.mark.parametrize(
    "choice",
    [
        {"reminds": True},
        {"person": True},
        {"person": True, "audience": Audience.partners},
        {"person": True, "audience": Audience.internal, "content": CalendarContent.changes},
    ],
)
def test_own_appointments_stay_in_the_house_and_complete(ws, choice):
    me = make_person(ws) if choice.pop("person", False) else None
    with pytest.raises(UsageError):
        ws.ask(calendar_feed.feed, CalendarChoice(person_id=me, **choice))


def test_text_and_unchanged_events_keep_their_number(ws):
    key = make_event(ws, "Abend")
    before = sequences(ws, CalendarChoice())
    change_event(ws, key, public_text="Neu", expected=40, internal_notes="Schlüssel")
    assert sequences(ws, CalendarChoice()) == before == {"Abend": 0}


def test_the_version_stays_as_told_however_often_it_is_asked(ws, clock):
    ids = [make_event(ws, name) for name in ("Eins", "Zwei", "Drei")]
    release(ws)
    ws.run("Delete", events.delete, ids[:1])
    ws.run("Move", events.move, ids[1], date(2027, 6, 1))
    change_event(ws, ids[2], audience=Audience.partners)
    first = octets(ws)
    clock.advance(timedelta(hours=5))
    assert octets(ws, CalendarChoice(Audience.partners)).count(b"BEGIN:VEVENT") == 2
    assert octets(ws) == first
