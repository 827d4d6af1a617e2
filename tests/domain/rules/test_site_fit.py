"""How well a vehicle and a site go together."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.i18n import language
from domain.rows.partners import SiteDraft
from domain.rows.tours import VehicleDraft
from domain.rules.site_fit import fit_lines, lacking_cable, needed_socket, vehicle_fit
from domain.terms import Criterion, Fit, Surface
from tests.domain.rules.conflicts.world import uid

MOBILE = VehicleDraft("Mobil", length_m=9.0, width_m=2.5, height_m=3.95, weight_kg=7490, power="CEE 16 A", cable_m=25.0)
SQUARE = SiteDraft(
    "Markt",
    length_m=18.0,
    width_m=6.0,
    height_m=4.5,
    weight_limit_kg=12_000,
    cee_16a=2,
    power_distance_m=15.0,
    surface=Surface.paving,
    slope_percent=1.0,
    step_free=True,
)


def line(criterion, site=None, vehicle=MOBILE, **changes):
    """Fit and words of one criterion, with some fields of the site or vehicle changed."""
    lines = fit_lines(vehicle, replace(site or SQUARE, **changes))
    (found,) = [each for each in lines if each.criterion is criterion]
    return found.fit, language("de").text(found.msgid, found.params)


def test_good_site_fits_in_every_respect():
    found = vehicle_fit(uid("Mobil"), MOBILE, SQUARE)
    assert (found.fit, found.unknown, {each.fit for each in found.lines}) == (Fit.fits, 0, {Fit.fits})
    assert [each.criterion for each in found.lines] == list(Criterion)


@pytest.mark.parametrize(
    ("criterion", "changes", "fit", "words"),
    [
        (Criterion.height, {"height_m": 3.8}, Fit.misfit, "Platz 3,8 m, Fahrzeug 3,95 m: 15 cm fehlen"),
        (Criterion.height, {"height_m": 4.1}, Fit.tight, "Platz 4,1 m, Fahrzeug 3,95 m: 15 cm Reserve"),
        (Criterion.height, {"height_m": 4.15}, Fit.fits, "Platz 4,15 m, Fahrzeug 3,95 m: 20 cm Reserve"),
        (Criterion.height, {"height_m": None}, Fit.unknown, "Fahrzeug 3,95 m, Platz nicht vermessen"),
        (Criterion.length, {"length_m": 9.0}, Fit.tight, "Platz 9 m, Fahrzeug 9 m: 0 cm Reserve"),
        (Criterion.length, {"length_m": 10.0}, Fit.fits, "Platz 10 m, Fahrzeug 9 m: 1 m Reserve"),
        (Criterion.width, {"width_m": 2.49}, Fit.misfit, "Platz 2,49 m, Fahrzeug 2,5 m: 1 cm fehlen"),
        (
            Criterion.weight,
            {"weight_limit_kg": 7000},
            Fit.misfit,
            "Platz bis 7.000 kg, Fahrzeug 7.490 kg: 490 kg zu schwer",
        ),
        (Criterion.weight, {"weight_limit_kg": 7500}, Fit.tight, "Platz bis 7.500 kg, Fahrzeug 7.490 kg"),
        (Criterion.power, {"cee_16a": 1}, Fit.fits, "1 × CEE 16 A, ohne Reserve"),
        (Criterion.power, {"cee_16a": 3}, Fit.fits, "3 × CEE 16 A, 2 in Reserve"),
        (Criterion.power, {"cee_16a": 0, "cee_32a": 1}, Fit.tight, "Nur CEE 32 A: Adapter auf CEE 16 A nötig"),
        (
            Criterion.power,
            {"cee_16a": 0, "sockets_230v": 4},
            Fit.misfit,
            "Braucht CEE 16 A; kein Anschluss verzeichnet",
        ),
        (
            Criterion.cable,
            {"power_distance_m": 40.0},
            Fit.tight,
            "Anschluss 40 m entfernt, Kabel 25 m: 15 m mehr mitnehmen",
        ),
        (Criterion.cable, {"power_distance_m": 21.0}, Fit.tight, "Anschluss 21 m entfernt, Kabel 25 m"),
        (Criterion.ground, {"surface": Surface.grass}, Fit.tight, "Rasen: nur bei Trockenheit, mit Platten"),
        (Criterion.ground, {"surface": Surface.gravel}, Fit.tight, "Schotter: Platten unter die Stützen"),
        (Criterion.slope, {"slope_percent": 4.0}, Fit.tight, "4 %: Keile und Ausgleich nötig"),
        (Criterion.slope, {"slope_percent": 6.5}, Fit.misfit, "6,5 %: steiler als 6 %"),
        (Criterion.step_free, {"step_free": False}, Fit.tight, "Stufen auf dem Weg: Rampe mitnehmen"),
    ],
)
def test_criterion_says_by_how_much(criterion, changes, fit, words):
    assert line(criterion, **changes) == (fit, words)


def test_light_vehicle_stands_on_gravel():
    car = VehicleDraft("Bus", weight_kg=3500)
    assert line(Criterion.ground, vehicle=car, surface=Surface.gravel)[0] is Fit.fits


def test_what_is_not_known_is_said_and_counted_but_never_called_fitting():
    found = vehicle_fit(uid("Mobil"), VehicleDraft("Mobil"), SiteDraft("Wiese"))
    assert (found.fit, found.unknown) == (Fit.unknown, len(found.lines))
    half = vehicle_fit(uid("Mobil"), MOBILE, SiteDraft("Wiese", length_m=20.0, cee_16a=1))
    assert half.fit is Fit.unknown
    flat = vehicle_fit(uid("Mobil"), MOBILE, SiteDraft("Wiese", length_m=20.0, width_m=8.0, cee_16a=2))
    assert (flat.fit, flat.unknown) == (Fit.fits, 6)


def test_one_misfit_outweighs_everything_unknown():
    assert vehicle_fit(uid("Mobil"), MOBILE, SiteDraft("Hof", height_m=3.0)).fit is Fit.misfit


LENGTHS = st.floats(0, 100).map(lambda value: round(value, 2))


@given(there=LENGTHS, needed=LENGTHS)
def test_only_what_is_larger_than_the_site_does_not_fit(there, needed):
    fit, _words = line(Criterion.length, vehicle=VehicleDraft("Mobil", length_m=needed), length_m=there)
    assert (fit is Fit.misfit) == (needed > there)


@given(way=LENGTHS, cable=LENGTHS)
def test_cable_and_what_it_lacks_reach_the_outlet(way, cable):
    lacking = lacking_cable(VehicleDraft("Mobil", cable_m=cable), SiteDraft("Hof", power_distance_m=way))
    assert cable + lacking >= way - 0.005
    assert (lacking == 0) == (cable >= way)


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


def test_vehicle_on_battery_needs_no_socket():
    found = fit_lines(VehicleDraft("Rad", power="Akku"), SiteDraft("Hof"))
    assert [each.fit for each in found if each.criterion is Criterion.power] == [Fit.fits]
    assert Criterion.cable not in [each.criterion for each in found]
