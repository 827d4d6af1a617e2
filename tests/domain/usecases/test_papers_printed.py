"""Papers about tours, events and years: what they are offered for and what they are gathered from."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.errors import LandaufError
from domain.rows.concerns import AnswerDraft
from domain.rows.events import HandOut
from domain.rows.invitees import InviteeDraft
from domain.rows.meetings import AgendaDraft, ResolutionDraft, TaskDraft
from domain.rows.printing import PrintChoice
from domain.rows.settings import OfficeSettings
from domain.terms import Audience, EventKind, EventState, InviteReply, PaperSize, PlaceKind
from domain.usecases import agenda, concerns, invitees, print_menu, printing, resolutions, settings, tasks, tours
from tests.builders import (
    DAY,
    KOETHEN,
    change_event,
    make_concern,
    make_event,
    make_publication,
    make_tour,
    make_vehicle,
)


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


def test_programme_is_for_whom_the_event_is_meant(ws):
    public, partners = make_event(ws, "Offen"), make_event(ws, "Fachgespräch", audience=Audience.partners)
    seen = [
        ws.ask(printing.gather, "programme", PrintChoice(event_id=each)).event.audience for each in (public, partners)
    ]
    assert seen == [Audience.public, Audience.partners]
    hidden = make_event(ws, "Intern", audience=Audience.internal)
    with pytest.raises(LandaufError):
        ws.ask(printing.gather, "programme", PrintChoice(event_id=hidden))


def test_minutes_gather_what_was_noted_without_personal_details(ws):
    event_id = make_event(ws, "Dialog")
    came = (InviteeDraft("Kam", reply=InviteReply.attended), InviteeDraft("Kam nicht", reply=InviteReply.declined))
    ws.run("Invite", invitees.add, event_id, came)
    ws.run("Item", agenda.add, event_id, AgendaDraft("Lage", 10))
    ws.run("Resolution", resolutions.add, event_id, ResolutionDraft("Licht an"))
    ws.run("Task", tasks.add, TaskDraft("Anrufen", event_id=event_id))
    make_concern(ws, "Frau Meier hört Lärm", event_id=event_id)
    sheet = ws.ask(printing.gather, "minutes", PrintChoice(event_id=event_id))
    assert [row.draft.name for row in sheet.present] == ["Kam"]
    assert [row.draft.title for row in sheet.agenda] == ["Lage"]
    assert [row.draft.wording for row in sheet.resolutions] == ["Licht an"]
    assert [row.draft.title for row in sheet.tasks] == ["Anrufen"]
    (concern,) = sheet.concerns
    assert "Meier" not in concern.draft.wording


def test_briefing_gathers_concerns_answers_copies_and_the_drive(ws):
    event_id = make_event(ws, "Dialog", ags=KOETHEN, place_kind=PlaceKind.address)
    make_concern(ws, "Es ist dunkel", ags=KOETHEN, raised_on=DAY - timedelta(days=90))
    answered = make_concern(ws, "Es ist laut", ags=KOETHEN, raised_on=DAY - timedelta(days=90))
    ws.run("Answer", concerns.answer, answered, AnswerDraft("Neue Zeiten"))
    copies = make_publication(ws)
    change_event(ws, event_id, publications=(HandOut(copies, planned=20),))
    ws.run("Office", settings.save, replace(ws.ask(settings.load), office=OfficeSettings("Amt", town="Magdeburg")))
    sheet = ws.ask(printing.gather, "briefing", PrintChoice(event_id=event_id))
    assert [row.draft.wording for row in sheet.concerns.waiting] == ["Es ist dunkel"]
    assert [row.answer for row in sheet.concerns.answered] == ["Neue Zeiten"]
    assert [each.copies for each in sheet.copies] == [20]
    assert sheet.drive.start == "Magdeburg"
    assert sheet.drive.leg.kilometres > 30
    assert {row.kreis_ags for row in sheet.coverage} == {"15082"}


def test_briefing_of_a_stop_tells_the_drive_of_its_tour(ws):
    _tour_id, (day_id,) = make_tour(ws, make_vehicle(ws))
    stop = make_event(ws, "Halt", kind=EventKind.mobile_stop, ags=KOETHEN)
    ws.run("Stop", tours.place_stop, day_id, stop)
    drive = ws.ask(printing.gather, "briefing", PrintChoice(event_id=stop)).drive
    assert (drive.start, drive.vehicle) == ("Magdeburg", "Präventionsmobil")
    assert drive.leaves_at is not None
