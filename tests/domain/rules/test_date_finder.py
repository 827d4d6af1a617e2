"""Days that are offered, and why."""

from datetime import date, datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.i18n import language
from domain.region.travel import TravelTable, Waypoint
from domain.rows.date_finder import ALL_CHECKS, DateReason, DateWish
from domain.rows.partners import SiteDraft
from domain.rows.tours import Absence, StaffDraft
from domain.rules.conflicts.appointment import Block
from domain.rules.date_finder import Office, Taken, World, find_dates
from domain.rules.date_finder.find import score
from domain.rules.local import at_local, later
from domain.terms import BERLIN, Bearing, DateCheck, DaySpan, EventKind, TimeSpan

TODAY = date(2027, 4, 28)
JUNE = DaySpan(date(2027, 6, 1), date(2027, 6, 30))
SALZWEDEL, GARDELEGEN, KLOETZE, HALLE = "15081455", "15081135", "15081280", "15002000"
DIALOGUE, STOP = EventKind.citizen_dialogue, EventKind.mobile_stop
BUS, JANA, REVIER = uuid4(), uuid4(), uuid4()
TUESDAY = date(2027, 6, 8)


def wish(**fields):
    usual = {"kreis_ags": "15081", "kind": DIALOGUE, "days": JUNE, "start_minute": 1110, "duration_minutes": 120}
    return DateWish(**(usual | {"ags": SALZWEDEL} | fields))


def world(*taken, **fields):
    usual = {"today": TODAY, "where": Waypoint(SALZWEDEL), "travel": TravelTable().leg_between, "taken": taken}
    return World(
        **(usual | {"vehicles": {BUS: "Präventionsmobil"}, "staff": {JANA: StaffDraft("Jana Kühne")}} | fields)
    )


def event(day=TUESDAY, start="18:00", hours=2, ags=GARDELEGEN, kind=STOP, **fields):
    begin = datetime.combine(day, time.fromisoformat(start), BERLIN)
    span = TimeSpan(begin, begin + timedelta(hours=hours))
    usual = {"title": "Halt", "town": "Gardelegen", "kreis_ags": ags[:5], "where": Waypoint(ags)}
    return Taken(uuid4(), kind, day=day, span=span, ags=ags, **(usual | fields))


def offered(asked, around):
    return {offer.day: [said(each) for each in offer.reasons] for offer in find_dates(asked, around).offers}


def ruled_out(asked, around):
    return {each.day: [said(one) for one in each.obstacles] for each in find_dates(asked, around).taken}


def said(reason):
    return language().text(reason.msgid, reason.params)


def test_free_weekdays_are_offered_and_all_days_are_accounted_for():
    found = find_dates(wish(), world())
    assert found.workdays == 22
    assert len(found.offers) + len(found.taken) == 30
    assert all(offer.day.weekday() < 5 for offer in found.offers)
    assert found.offers[0].starts_at == at_local(found.offers[0].day, 1110)


def test_person_busy_elsewhere_rules_the_day_out_with_the_drive_between():
    asked = wish(staff_ids=(JANA,), kind=EventKind.council_meeting)
    near = event(start="17:00", hours=1, ags=SALZWEDEL, staff_ids=frozenset({JANA}), title="Vorher", town="Salzwedel")
    far = event(start="16:00", hours=2, ags=HALLE, staff_ids=frozenset({JANA}), title="Fern", town="Halle")
    assert TUESDAY in offered(asked, world(near))
    assert ruled_out(asked, world(far))[TUESDAY] == ["Jana Kühne: „Fern“, Halle"]


def test_absent_person_rules_the_day_out():
    away = StaffDraft("Jana Kühne", absences=(Absence(date(2027, 6, 7), TUESDAY),))
    found = ruled_out(wish(staff_ids=(JANA,)), world(staff={JANA: away}))
    assert {date(2027, 6, 7), TUESDAY} <= found.keys()
    assert found[TUESDAY] == ["Jana Kühne ist abwesend"]


def test_booked_or_used_vehicle_rules_the_day_out():
    asked = wish(kind=STOP, start_minute=480, duration_minutes=300, vehicle_id=BUS)
    blocked = world(blocks=(Block(DaySpan(TUESDAY, TUESDAY), BUS, None, "Werkstatt"),))
    assert ruled_out(asked, blocked)[TUESDAY] == ["Präventionsmobil gebucht: Werkstatt"]
    used = world(event(start="10:00", vehicle_id=BUS))
    assert ruled_out(asked, used)[TUESDAY] == ["Präventionsmobil: „Halt“, Gardelegen"]


def test_vehicle_near_by_on_the_day_speaks_for_it():
    found = offered(wish(), world(event(start="09:00", vehicle_id=BUS, ags=KLOETZE, town="Klötze")))
    assert any(words.startswith("Präventionsmobil an dem Tag in Klötze: ") for words in found[TUESDAY])
    assert not any("Klötze" in words for words in found[TUESDAY + timedelta(days=1)])


def test_busy_police_station_rules_out_only_its_evening():
    around = world(event(partner_ids=frozenset({REVIER})), police=(Office(REVIER, "Polizeirevier Salzwedel"),))
    assert TUESDAY in ruled_out(wish(), around)
    assert "Polizeirevier Salzwedel frei" in offered(wish(), around)[TUESDAY + timedelta(days=1)]


def test_taken_site_rules_out_and_market_day_warns():
    site_id = uuid4()
    around = world(
        event(start="08:00", site_id=site_id),
        site=SiteDraft("Rathausplatz", market_days=(3,)),
        place_name="Rathausplatz",
    )
    asked = wish(kind=STOP, start_minute=480, site_id=site_id, vehicle_id=BUS)
    assert TUESDAY in ruled_out(asked, around)
    assert "Markttag: Rathausplatz" in offered(asked, around)[TUESDAY + timedelta(days=2)]


def test_holidays_are_left_out_unless_they_are_not_asked_for():
    may = DaySpan(date(2027, 5, 3), date(2027, 5, 31))
    ascension = date(2027, 5, 6)
    asked = wish(days=may, kind=EventKind.council_meeting, checks=ALL_CHECKS - {DateCheck.lead})
    assert ruled_out(asked, world())[ascension] == ["Christi Himmelfahrt"]
    assert "Tag neben Christi Himmelfahrt" in offered(asked, world())[date(2027, 5, 5)]
    assert ascension in offered(wish(days=may, checks=ALL_CHECKS - {DateCheck.lead, DateCheck.holidays}), world())


def test_weekend_suits_a_stall_but_no_lecture():
    saturday = date(2027, 6, 12)
    assert saturday in offered(wish(kind=EventKind.information_event), world())
    assert ruled_out(wish(kind=EventKind.lecture), world())[saturday] == ["Wochenende"]
    assert "Freitagabend" in offered(wish(), world())[date(2027, 6, 11)]


def test_dialogue_needs_four_weeks_to_invite_and_nothing_is_offered_in_the_past():
    days = DaySpan(date(2027, 4, 20), JUNE.last)
    found = offered(wish(days=days), world())
    assert min(found) == date(2027, 5, 26)
    assert "Einladung bis 28.04.2027" in found[date(2027, 5, 26)]
    early = offered(wish(days=days, checks=ALL_CHECKS - {DateCheck.lead}), world())
    assert min(early) == date(2027, 4, 29)


def test_permit_that_takes_longer_rules_out_the_next_days():
    site = SiteDraft("Markt", permit_lead_days=60)
    asked = wish(kind=STOP, site_id=uuid4())
    assert min(offered(asked, world(site=site, place_name="Markt", lead_days=60))) == TODAY + timedelta(days=60)


def test_neighbouring_dialogue_warns_when_near_and_is_told_when_far():
    near = event(date(2027, 6, 3), kind=DIALOGUE, title="Dialog Salzwedel", ags=SALZWEDEL, town="Salzwedel")
    found = offered(wish(), world(near))
    assert any(words == "auch in Salzwedel: „Dialog Salzwedel“, 03.06.2027" for words in found[TUESDAY])
    far = offered(wish(), world(event(date(2027, 6, 3), kind=DIALOGUE)))
    assert any("km zum nächsten: Gardelegen" in words for words in far[TUESDAY])
    assert "Kein weiterer Termin in zwei Wochen: Bürgerdialog" in far[date(2027, 6, 29)]


def test_another_dialogue_in_the_kreis_at_the_same_time_rules_the_day_out():
    rival = event(kind=DIALOGUE, title="Dialog")
    assert ruled_out(wish(), world(rival))[TUESDAY] == ["Zur selben Zeit im Kreis: „Dialog“"]
    lecture = event(kind=EventKind.lecture, title="Vortrag")
    assert "Zur selben Zeit im Kreis: „Vortrag“" in offered(wish(), world(lecture))[TUESDAY]


def test_hour_the_clocks_skip_is_ruled_out():
    days = DaySpan(date(2028, 3, 26), date(2028, 3, 26))
    asked = wish(kind=EventKind.joint_patrol, days=days, start_minute=150)
    assert list(ruled_out(asked, world())) == [days.first]


def test_best_day_comes_first_and_equals_come_by_date():
    around = world(event(start="09:00", vehicle_id=BUS, ags=KLOETZE, town="Klötze"))
    days = [offer.day for offer in find_dates(wish(), around).offers]
    assert days[0] == TUESDAY
    assert days[1:4] == sorted(days[1:4])


BEARINGS = st.sampled_from([Bearing.good, Bearing.warning])
REASONS = st.lists(st.builds(DateReason, BEARINGS, st.sampled_from(DateCheck), st.just("")), max_size=8)


@given(REASONS, st.sampled_from(DateCheck))
def test_better_reasons_never_rank_lower(reasons, check):
    plain = score(tuple(reasons))
    assert score((*reasons, DateReason(Bearing.good, check, ""))) > plain
    assert score((*reasons, DateReason(Bearing.warning, check, ""))) < plain


@st.composite
def calendars(draw):
    """Events in June, some of them with our person, our vehicle or in our Gemeinde."""
    return [
        event(
            draw(st.dates(JUNE.first, JUNE.last)),
            f"{draw(st.integers(6, 20)):02}:30",
            draw(st.integers(1, 8)),
            draw(st.sampled_from([SALZWEDEL, GARDELEGEN, HALLE])),
            draw(st.sampled_from([DIALOGUE, STOP, EventKind.lecture])),
            staff_ids=frozenset({JANA}) if draw(st.booleans()) else frozenset(),
            vehicle_id=BUS if draw(st.booleans()) else None,
        )
        for _number in range(draw(st.integers(0, 12)))
    ]


@settings(max_examples=40, deadline=None)
@given(calendars(), st.integers(7, 20), st.sampled_from([DIALOGUE, STOP]))
def test_no_offered_day_clashes_with_people_vehicle_or_gemeinde(events, hour, kind):
    asked = wish(kind=kind, start_minute=hour * 60, vehicle_id=BUS, staff_ids=(JANA,))
    found = find_dates(asked, world(*events))
    for offer in found.offers:
        span = TimeSpan(offer.starts_at, offer.ends_at)
        clashing = [each for each in events if each.span.overlaps(span)]
        assert not any(JANA in each.staff_ids or each.vehicle_id == BUS or each.ags == SALZWEDEL for each in clashing)
    days = {offer.day for offer in found.offers} | {each.day for each in found.taken}
    assert len(days) == len(found.offers) + len(found.taken) == 30
    scores = [score(offer.reasons) for offer in found.offers]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("check", DateCheck)
def test_check_that_is_left_out_says_nothing(check):
    asked = wish(vehicle_id=BUS, staff_ids=(JANA,), checks=ALL_CHECKS - {check})
    found = find_dates(asked, world(event(vehicle_id=BUS, staff_ids=frozenset({JANA}))))
    told = [each for offer in found.offers for each in offer.reasons]
    assert told
    assert check not in {each.check for each in told}


def test_event_that_ends_when_ours_begins_does_not_meet_it():
    begin = at_local(TUESDAY, 1110)
    before = event(ags=SALZWEDEL)
    just = Taken(uuid4(), STOP, "Halt", "Salzwedel", TUESDAY, TimeSpan(later(begin, -60), begin), SALZWEDEL, "15081")
    assert TUESDAY in ruled_out(wish(), world(before))
    assert TUESDAY in offered(wish(), world(just))
