"""Free days from a real file, and the draft that comes of one."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from domain.errors import InvalidInputError, NotFoundError
from domain.i18n import language
from domain.rows.date_finder import DateWish
from domain.rows.events import AssignmentDraft
from domain.rows.tours import Absence, TourDayDraft
from domain.terms import AssignmentRole, DaySpan, EventKind, EventState, PartnerCategory, PlaceKind
from domain.usecases import coverage, date_finder, events, fleet, tours
from tests.builders import (
    KOETHEN,
    dump,
    make_event,
    make_partner,
    make_person,
    make_site,
    make_tour,
    make_vehicle,
)
from tests.domain.usecases.touring import make_stop, place

JUNE = DaySpan(date(2027, 6, 1), date(2027, 6, 30))
SALZWEDEL = "15081455"
TUESDAY = date(2027, 6, 8)
DIALOGUE = EventKind.citizen_dialogue
WISH = DateWish("15081", DIALOGUE, JUNE, 1110, 120, SALZWEDEL)


def words(found, day):
    told = {each.day: each.reasons for each in found.offers} | {each.day: each.obstacles for each in found.taken}
    return [language().text(each.msgid, each.params) for each in told[day]]


def offered(found):
    return {offer.day for offer in found.offers}


def find(ws, wish=WISH):
    return ws.ask(date_finder.find, wish)


def test_absences_bookings_events_and_offices_of_the_file_count(ws):
    away = make_person(ws, "Anna Wolf", absences=(Absence(date(2027, 6, 1), date(2027, 6, 2)),))
    bus = make_vehicle(ws)
    ws.run("Book", fleet.book, date(2027, 6, 3), date(2027, 6, 3), "Werkstatt", vehicle_id=bus)
    make_event(ws, "Vortrag", day=TUESDAY, assignments=(AssignmentDraft(away, AssignmentRole.speaker),), ags=KOETHEN)
    revier = make_partner(ws, "Polizeirevier Salzwedel", category=PartnerCategory.police, ags=SALZWEDEL)
    make_event(ws, "Streife", day=date(2027, 6, 9), partner_ids=(revier,), ags=KOETHEN)
    found = find(ws, replace(WISH, staff_ids=(away,), vehicle_id=bus))
    assert words(found, date(2027, 6, 1))[0] == "Anna Wolf ist abwesend"
    assert words(found, date(2027, 6, 3)) == ["Präventionsmobil gebucht: Werkstatt"]
    assert words(found, TUESDAY)[0].startswith("Anna Wolf: „Vortrag“")
    assert words(found, date(2027, 6, 9))[0].startswith("Polizeirevier Salzwedel: „Streife“")
    free = words(found, date(2027, 6, 10))
    assert {"Anna Wolf frei", "Präventionsmobil frei", "Polizeirevier Salzwedel frei"} <= set(free)


def test_crew_of_a_tour_day_is_busy(ws):
    person = make_person(ws)
    tour_id, _days = make_tour(ws, bus := make_vehicle(ws), days=1)
    day_id = ws.run("Add day", tours.add_day, tour_id, TourDayDraft(TUESDAY, bus, crew_ids=(person,)))
    place(ws, day_id, make_stop(ws, "Halt", day=TUESDAY, start="16:00", end="19:00", ags=KOETHEN))
    found = find(ws, replace(WISH, staff_ids=(person,)))
    assert words(found, TUESDAY)[0].startswith("Jana Kühne: „Halt“")


def test_idle_events_take_nothing(ws):
    make_event(ws, "Abgesagt", day=TUESDAY, ags=SALZWEDEL, state=EventState.cancelled, state_reason="Sturm")
    make_event(ws, "Vorlage", day=TUESDAY, ags=SALZWEDEL, is_template=True)
    assert TUESDAY in offered(find(ws))
    make_event(ws, "Stadtrat", day=TUESDAY, ags=SALZWEDEL, all_day=True)
    assert words(find(ws), TUESDAY) == ["Zur selben Zeit in Salzwedel: „Stadtrat“"]


def test_set_up_of_another_event_at_the_site_counts(ws):
    site = make_site(ws, "Rathausplatz", town="Salzwedel", ags=SALZWEDEL)
    make_event(
        ws,
        "Markt",
        day=TUESDAY,
        start="21:00",
        end="22:00",
        set_up_minutes=90,
        place_kind=PlaceKind.site,
        site_id=site,
    )
    wish = replace(WISH, site_id=site)
    assert TUESDAY not in offered(find(ws, wish))
    assert TUESDAY in offered(find(ws, replace(wish, start_minute=1050)))


def test_sites_of_the_kreis_can_be_chosen(ws):
    site = make_site(ws, "Rathausplatz", town="Salzwedel", ags=SALZWEDEL)
    make_site(ws, "Holzmarkt", town="Köthen", ags=KOETHEN)
    assert ws.ask(date_finder.sites_in, "15081") == [(site, "Salzwedel, Rathausplatz")]


def test_chosen_day_becomes_a_tentative_event_in_one_step_and_closes_the_gap(ws):
    person, bus = make_person(ws), make_vehicle(ws)
    before = dump(ws)
    wish = replace(WISH, staff_ids=(person,), vehicle_id=bus)
    event_id = ws.run("Create draft", date_finder.create_draft, wish, TUESDAY, "Bürgerdialog Salzwedel")
    draft = ws.ask(events.detail, event_id).draft
    assert (draft.kind, draft.state, draft.ags, draft.vehicle_id) == (DIALOGUE, EventState.tentative, SALZWEDEL, bus)
    assert (draft.starts_at.isoformat(), draft.ends_at.hour) == ("2027-06-08T18:30:00+02:00", 20)
    assert [each.staff_id for each in draft.assignments] == [person]
    (row,) = ws.ask(coverage.coverage)
    assert (row.kreis_ags, row.half_year, row.planned) == ("15081", "2027-H1", 1)
    assert TUESDAY not in offered(find(ws))
    ws.undo()
    assert dump(ws) == before


def test_without_a_gemeinde_the_draft_lies_in_the_seat_of_the_kreis(ws):
    event_id = ws.run("Create draft", date_finder.create_draft, replace(WISH, ags=None), TUESDAY, "Dialog")
    assert ws.ask(events.detail, event_id).draft.ags == SALZWEDEL


def test_site_of_the_wish_is_where_the_draft_lies(ws):
    site = make_site(ws, "Rathausplatz", town="Salzwedel", ags=SALZWEDEL)
    wish = replace(WISH, kind=EventKind.mobile_stop, site_id=site)
    draft = ws.ask(events.detail, ws.run("Create draft", date_finder.create_draft, wish, TUESDAY, "Halt")).draft
    assert (draft.place_kind, draft.site_id) == (PlaceKind.site, site)


@pytest.mark.parametrize(
    "wish",
    [
        replace(WISH, days=DaySpan(JUNE.last, JUNE.first)),
        replace(WISH, ags=KOETHEN),
        replace(WISH, ags="15081999"),
        replace(WISH, duration_minutes=0),
        replace(WISH, start_minute=-5),
    ],
)
def test_impossible_wish_is_refused(ws, wish):
    with pytest.raises(InvalidInputError):
        find(ws, wish)


def test_place_that_is_gone_is_told(ws):
    with pytest.raises(NotFoundError):
        find(ws, replace(WISH, place_partner_id=UUID(int=7)))
    with pytest.raises(NotFoundError):
        find(ws, replace(WISH, site_id=UUID(int=7)))
    with pytest.raises(NotFoundError):
        find(ws, replace(WISH, kreis_ags="99999", ags=None))


def test_usual_times_are_kept_and_go_back_to_ours(ws):
    assert ws.ask(date_finder.usual_times)[DIALOGUE] == (1110, 120)
    ws.run("Keep usual time", date_finder.keep_usual_time, DIALOGUE, 1080, 90)
    assert ws.ask(date_finder.usual_times)[DIALOGUE] == (1080, 90)
    assert ws.ask(date_finder.usual_times)[EventKind.mobile_stop] == (480, 300)
    ws.run("Keep usual time", date_finder.keep_usual_time, DIALOGUE, 1110, 120)
    assert ws.ask(date_finder.usual_times)[DIALOGUE] == (1110, 120)
    with pytest.raises(InvalidInputError):
        ws.run("Keep usual time", date_finder.keep_usual_time, DIALOGUE, 1440, 90)
