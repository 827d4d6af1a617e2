from datetime import timedelta

import pytest

from domain.rows.partners import SiteDraft
from domain.rows.tours import VehicleDraft
from domain.rules.conflicts import findings
from domain.rules.conflicts.site import needed_socket
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
        (SiteDraft("Hof", length_m=8.0, permit_state=GRANTED), "Mobil is 9 m long, the site 8 m."),
        (SiteDraft("Hof", width_m=2.0, permit_state=GRANTED), "Mobil is 2.5 m wide, the site 2 m."),
        (SiteDraft("Hof", height_m=2.9, permit_state=GRANTED), "Mobil is 3.3 m high, the site lets 2.9 m through."),
        (SiteDraft("Hof", weight_limit_kg=3500, permit_state=GRANTED), "Mobil weighs 7490 kg, the site bears 3500 kg."),
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


@pytest.mark.parametrize(
    ("power", "socket"),
    [
        ("CEE 16 A", "CEE 16 A"),
        ("cee-32A rot", "CEE 32 A"),
        ("230 V", "230 V"),
        ("230V, 400 V CEE 16 A", "CEE 16 A"),
        ("Akku", None),
        ("", None),
    ],
)
def test_power_note_names_a_socket(power, socket):
    assert needed_socket(power) == socket


def test_market_day_is_a_hint():
    (found,) = found_at(SiteDraft("Holzmarkt", market_days=(DAY.weekday(),), permit_state=GRANTED))
    assert (found.rule, found.grade, read(found)) == (Rule.market_day, Grade.hint, "Market day: Holzmarkt")
    assert detail(found) == "Wed 12/05/2027, “Halt” in Magdeburg."
