from dataclasses import replace
from datetime import timedelta

import pytest

from domain.rows.partners import SiteDraft
from domain.rows.permits import PermitDraft
from domain.rows.tours import VehicleDraft
from domain.rules.conflicts import findings
from domain.terms import Grade, PermitState, Rule
from tests.domain.rules.conflicts.world import DAY, MOBILE, TODAY, World, detail, read, rules, uid

SITE = uid("Markt")


def world_with(site: SiteDraft, vehicle: VehicleDraft, day=DAY) -> World:
    world = World()
    world.change(sites={SITE: site}, vehicles={MOBILE: vehicle})
    world.add("Halt", "9-12", day=day, site_id=SITE, vehicle_id=MOBILE)
    return world


def found_at(site: SiteDraft, vehicle: VehicleDraft | None = None, day=DAY):
    world = world_with(site, vehicle or VehicleDraft("Mobil"), day)
    return findings(world.events, world.context)


@pytest.mark.parametrize(
    ("state", "days_ahead", "late"),
    [
        (PermitState.missing, 13, True),
        (PermitState.missing, 14, False),
        (PermitState.applied, 13, True),
        (PermitState.granted, 1, False),
        (PermitState.not_needed, 1, False),
        (PermitState.missing, -1, False),
    ],
)
def test_permit_is_late_once_its_lead_time_has_passed(state, days_ahead, late):
    found = found_at(SiteDraft("Markt", permit_state=state), day=TODAY + timedelta(days_ahead))
    assert rules(found) == ([Rule.permit_too_late] if late else [])
    assert all(each.grade is Grade.warning for each in found)


GRANTED = PermitState.granted


@pytest.mark.parametrize(
    ("site", "text"),
    [
        (SiteDraft("Hof", length_m=8.0, permit_state=GRANTED), "Site 8 m, vehicle 9 m: 1 m short"),
        (SiteDraft("Hof", width_m=2.0, permit_state=GRANTED), "Site 2 m, vehicle 2.5 m: 50 cm short"),
        (SiteDraft("Hof", height_m=2.9, permit_state=GRANTED), "Site 2.9 m, vehicle 3.3 m: 40 cm short"),
        (
            SiteDraft("Hof", weight_limit_kg=3500, permit_state=GRANTED),
            "Site up to 3,500 kg, vehicle 7,490 kg: 3,990 kg too heavy",
        ),
    ],
)
def test_vehicle_that_does_not_fit_says_by_how_much(site, text):
    (found,) = found_at(site, VehicleDraft("Mobil", length_m=9.0, width_m=2.5, height_m=3.3, weight_kg=7490))
    assert (found.rule, found.grade) == (Rule.vehicle_too_large, Grade.warning)
    assert read(found) == "Mobil does not fit: Hof"
    assert detail(found) == text


def test_vehicle_that_just_fits_or_is_not_measured_is_fine():
    site = SiteDraft("Hof", length_m=9.0, permit_state=GRANTED)
    assert found_at(site, VehicleDraft("Mobil", length_m=9.0, height_m=3.3)) == ()


def test_missing_socket_is_a_warning():
    (found,) = found_at(SiteDraft("Hof", sockets_230v=2, permit_state=GRANTED), VehicleDraft("Mobil", power="CEE 16 A"))
    assert (found.rule, found.grade, read(found)) == (Rule.power_missing, Grade.warning, "No power for Mobil: Hof")
    assert found_at(SiteDraft("Hof", cee_16a=1, permit_state=GRANTED), VehicleDraft("Mobil", power="CEE 16 A")) == ()


def test_site_steeper_than_a_ramp_may_be_is_a_warning():
    (found,) = found_at(SiteDraft("Hang", slope_percent=7.0, permit_state=GRANTED))
    assert (found.rule, found.grade, read(found)) == (Rule.site_too_steep, Grade.warning, "Too steep for Mobil: Hang")
    assert found_at(SiteDraft("Hang", slope_percent=6.0, permit_state=GRANTED)) == ()


def permit_findings(own: PermitDraft, site: SiteDraft | None = None, days_ahead: int = 10):
    world = World()
    event = world.add("Halt", "9-12", day=TODAY + timedelta(days_ahead), site_id=SITE if site else None)
    world.change(sites={SITE: site} if site else {}, permits={event.id: own})
    return findings(world.events, world.context)


MISSING = SiteDraft("Markt")


def test_permit_of_the_event_goes_before_that_of_the_site():
    assert permit_findings(PermitDraft(PermitState.granted), MISSING) == ()
    assert rules(permit_findings(PermitDraft(), replace(MISSING, permit_state=GRANTED))) == [Rule.permit_too_late]


def test_event_without_a_site_may_have_a_permit_too():
    (found,) = permit_findings(PermitDraft(permit_lead_days=30))
    assert (found.rule, read(found)) == (Rule.permit_too_late, "No permit yet: Magdeburg")


def test_what_was_applied_for_in_time_is_not_late():
    in_time = PermitDraft(PermitState.applied, applied_on=TODAY - timedelta(5))
    assert permit_findings(in_time, MISSING) == ()
    too_late = replace(in_time, applied_on=TODAY)
    assert rules(permit_findings(too_late, MISSING)) == [Rule.permit_too_late]


def test_refused_permit_is_an_error():
    (found,) = permit_findings(PermitDraft(PermitState.refused), MISSING)
    assert (found.rule, found.grade, read(found)) == (Rule.permit_refused, Grade.error, "Permit refused: Markt")


def test_permit_for_another_day_or_site_no_longer_fits():
    granted = PermitDraft(PermitState.granted, for_day=TODAY + timedelta(10), for_site_id=SITE)
    assert permit_findings(granted, MISSING) == ()
    (found,) = permit_findings(granted, MISSING, days_ahead=11)
    assert (found.rule, detail(found)) == (Rule.permit_moved, "The permit is for 11/04/2027")
    (found,) = permit_findings(replace(granted, for_site_id=uid("Ring")), MISSING)
    assert detail(found) == "The permit is for another site"


def test_market_day_is_a_hint():
    (found,) = found_at(SiteDraft("Holzmarkt", market_days=(DAY.weekday(),), permit_state=GRANTED))
    assert (found.rule, found.grade, read(found)) == (Rule.market_day, Grade.hint, "Market day: Holzmarkt")
    assert detail(found) == "Wed 12/05/2027, “Halt” in Magdeburg."
