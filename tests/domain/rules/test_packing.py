"""What has to be on board for a day."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.i18n import language
from domain.rows.packing import PackGroup
from domain.rows.partners import SiteDraft
from domain.rows.permits import PermitDraft
from domain.rows.tours import VehicleDraft
from domain.rules.packing import Copies, Stopover, packing_list
from domain.rules.permit import Occasion, view
from domain.terms import PermitState, Surface

MOBILE = VehicleDraft("Mobil", power="CEE 16 A", cable_m=25.0, weight_kg=7490)
YARD = SiteDraft("Hof", cee_16a=1, power_distance_m=20.0, surface=Surface.asphalt, slope_percent=1.0, step_free=True)


def shown(stops, carried=(), vehicle=MOBILE):
    """Group, words, stops and whether it is open."""
    english = language("en")
    return [
        (item.group, english.text(item.msgid, item.params), item.stops, item.is_open)
        for item in packing_list(stops, carried, vehicle).items
    ]


def test_equipment_is_on_board_or_to_be_loaded():
    stops = [Stopover(("Simulator", "Torwand")), Stopover(("Simulator",))]
    assert shown(stops, ["Simulator", "Zelt"]) == [
        (PackGroup.equipment, "Simulator: on board, check", (1, 2), False),
        (PackGroup.equipment, "Torwand: load", (1,), True),
    ]
    assert packing_list(stops, ["Simulator", "Zelt"], MOBILE).spare == ("Zelt",)


def test_cable_that_reaches_is_taken_and_a_longer_one_loaded_where_it_does_not():
    stops = [Stopover(site=YARD), Stopover(site=replace(YARD, power_distance_m=40.0)), Stopover()]
    assert shown(stops) == [
        (PackGroup.power, "Cable CEE 16 A, 25 m", (1, 2), False),
        (PackGroup.power, "Extension CEE 16 A, at least 15 m: load", (2,), True),
    ]


def test_cable_of_unknown_length_is_asked_for_by_the_farthest_outlet():
    stops = [Stopover(site=YARD), Stopover(site=replace(YARD, power_distance_m=40.0))]
    assert shown(stops, vehicle=replace(MOBILE, cable_m=None)) == [
        (PackGroup.power, "Cable CEE 16 A, at least 40 m", (1, 2), False)
    ]


def test_stronger_outlet_asks_for_an_adapter():
    stops = [Stopover(site=replace(YARD, cee_16a=0, cee_32a=1))]
    assert (PackGroup.power, "Adapter CEE 32 A to CEE 16 A: load", (1,), True) in shown(stops)


def test_soft_sloping_ground_with_steps_asks_for_plates_wedges_and_ramp():
    meadow = SiteDraft("Wiese", surface=Surface.grass, slope_percent=4.0, step_free=False)
    assert [words for _group, words, _stops, _open in shown([Stopover(site=meadow)])] == [
        "Ground plates",
        "Wedges and levelling blocks",
        "Ramp",
    ]


def test_one_key_for_two_stops_is_named_once():
    keyed = replace(YARD, cee_16a=0, key_holder="Bauhof")
    assert shown([Stopover(site=keyed), Stopover(), Stopover(site=keyed)]) == [
        (PackGroup.keys, "Key: Bauhof", (1, 3), False)
    ]


def permit(state, **facts):
    return view(PermitDraft(state, "Stadt", 14, **facts), Occasion(date(2027, 5, 3)), date(2027, 4, 1))


def test_granted_permit_is_taken_along_and_an_open_one_settled():
    stops = [
        Stopover(permit=permit(PermitState.granted, permit_reference="SN 1")),
        Stopover(permit=permit(PermitState.missing)),
        Stopover(permit=permit(PermitState.not_needed)),
    ]
    assert shown(stops) == [
        (PackGroup.permits, "Permit: Stadt · SN 1", (1,), False),
        (PackGroup.permits, "Apply by 19/04/2027", (2,), True),
    ]


def test_without_a_vehicle_nothing_electric_is_asked_for():
    assert shown([Stopover(site=YARD)], vehicle=None) == []


def copies(number=40, key=1, **facts):
    return Copies(UUID(int=key), f"Heft {key}", number, **{"stock": 500, **facts})


def noted(stops):
    """The words, stops and notes of the publications."""
    english = language("en")
    return [
        (
            english.text(item.msgid, item.params),
            item.stops,
            [english.text(msgid, params) for msgid, params in item.notes],
            item.is_open,
        )
        for item in packing_list(stops, (), None).items
    ]


def test_copies_of_all_stops_are_added_up_with_packs_and_storage():
    facts = {"pack_size": 25, "storage": "Keller"}
    stops = [Stopover(publications=(copies(30, **facts),)), Stopover(), Stopover(publications=(copies(40, **facts),))]
    assert noted(stops) == [("70 × Heft 1", (1, 3), ["2 × 25 and 20 loose", "from: Keller"], False)]


def test_whole_packs_and_single_copies_say_only_what_there_is():
    assert noted([Stopover(publications=(copies(50, pack_size=25), copies(20, 2, pack_size=25), copies(5, 3)))]) == [
        ("50 × Heft 1", (1,), ["2 × 25"], False),
        ("20 × Heft 2", (1,), [], False),
        ("5 × Heft 3", (1,), [], False),
    ]


def test_copies_that_are_not_there_are_open_and_another_language_is_named():
    stops = [Stopover(publications=(copies(30, stock=40, language="pl"),)) for _each in range(2)]
    assert noted(stops) == [("60 × Heft 1", (1, 2), ["Polish", "only 40 in stock"], True)]
    assert noted([Stopover(publications=(copies(5, stock=-3, language="{x}"),))]) == [
        ("5 × Heft 1", (1,), ["{x}", "only 0 in stock"], True)
    ]


NAMES = st.lists(st.sampled_from(["A", "B", "C", "D"]), unique=True).map(tuple)


@given(stops=st.lists(NAMES.map(Stopover), max_size=4), carried=NAMES)
def test_everything_needed_or_carried_is_told_once(stops, carried):
    found = packing_list(stops, carried, MOBILE)
    told = [dict(item.params)["name"] for item in found.items]
    needed = {name for stop in stops for name in stop.equipment}
    assert sorted(told) == sorted(needed)
    assert set(found.spare) == set(carried) - needed
    assert all(item.is_open == (dict(item.params)["name"] not in carried) for item in found.items)
