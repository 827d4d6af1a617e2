"""What makes two rows the same."""

from dataclasses import replace
from datetime import date

import pytest

from domain.exchange.identity import partner_key, request_key, vehicle_key
from domain.exchange.partner_rows import read_partners
from domain.exchange.tabular import read_table
from domain.rows.partners import PartnerDraft
from domain.rows.requests import RequestDraft
from domain.rows.tours import VehicleDraft
from domain.terms import EventKind
from tests.domain.exchange.samples import SHARED, needs_shared

SCHOOL = PartnerDraft(name="Grundschule „Süd“ Köthen", street="Lange Straße 5 a", postcode="06366", phone="1")
REQUEST = RequestDraft(
    requester="Grundschule Süd",
    kind=EventKind.lecture,
    topic="Betrug",
    postcode="06366",
    earliest=date(2027, 3, 1),
    latest=date(2027, 3, 9),
)


@pytest.mark.parametrize(
    "same",
    [
        {"name": "GRUNDSCHULE  SUED, KOETHEN"},
        {"street": "Lange Str. 5a"},
        {"street": "lange strasse 5 A"},
        {"phone": "2", "source_id": "other"},
    ],
)
def test_partner_is_the_same_however_it_is_spelled(same):
    assert partner_key(replace(SCHOOL, **same)) == partner_key(SCHOOL)


@pytest.mark.parametrize(
    "other", [{"name": "Grundschule Nord"}, {"street": "Lange Straße 6"}, {"postcode": "06369"}, {"street": ""}]
)
def test_partner_is_another_by_name_street_or_postcode(other):
    assert partner_key(replace(SCHOOL, **other)) != partner_key(SCHOOL)


@pytest.mark.parametrize("same", [{"requester": "grundschule sued"}, {"topic": "BETRUG"}, {"notes": "x", "town": "y"}])
def test_request_is_the_same_however_it_is_spelled(same):
    assert request_key(replace(REQUEST, **same)) == request_key(REQUEST)


@pytest.mark.parametrize(
    "other",
    [
        {"requester": "Grundschule Nord"},
        {"postcode": "06369"},
        {"kind": EventKind.training},
        {"topic": "Einbruch"},
        {"earliest": None},
        {"latest": date(2027, 3, 10)},
        {"earliest": date(2027, 3, 9), "latest": None},
    ],
)
def test_request_is_another_by_each_part_of_its_identity(other):
    assert request_key(replace(REQUEST, **other)) != request_key(REQUEST)


def test_vehicle_is_known_by_its_name():
    assert vehicle_key(VehicleDraft("Präventionsmobil")) == vehicle_key(VehicleDraft("PRAEVENTIONSMOBIL "))
    assert vehicle_key(VehicleDraft("Kleinbus 1")) != vehicle_key(VehicleDraft("Kleinbus 2"))


@needs_shared
def test_the_real_schools_hold_one_school_twice():
    readings = read_partners(read_table(SHARED / "schools_st_2016.csv"))
    assert len({partner_key(reading.draft) for reading in readings if reading.draft}) == 900
