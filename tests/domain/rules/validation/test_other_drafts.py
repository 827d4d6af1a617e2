from dataclasses import replace
from datetime import date, time
from uuid import uuid4

import pytest

from domain.region.travel import TravelParameters
from domain.rows.partners import ContactDraft, PartnerDraft, SiteDraft
from domain.rows.requests import RequestDraft, Wish
from domain.rows.settings import DutySettings, OfficeSettings, Settings
from domain.rows.tours import Absence, HeldQualification, StaffDraft, TourDayDraft, TourDraft, VehicleDraft
from domain.rules.validation import (
    contact_problems,
    equipment_problems,
    partner_problems,
    request_problems,
    settings_problems,
    site_problems,
    staff_problems,
    tour_day_problems,
    tour_problems,
    vehicle_problems,
)
from domain.terms import EventKind

DAY = date(2027, 5, 20)
PERSON = uuid4()
CHECKS = {
    PartnerDraft: (partner_problems, PartnerDraft("Stadt Burg")),
    ContactDraft: (contact_problems, ContactDraft(uuid4(), "Schulleitung")),
    SiteDraft: (site_problems, SiteDraft("Markt")),
    RequestDraft: (request_problems, RequestDraft("Grundschule Radis", EventKind.mobile_stop)),
    VehicleDraft: (vehicle_problems, VehicleDraft("Präventionsmobil")),
    StaffDraft: (staff_problems, StaffDraft("Anja Muster")),
    TourDraft: (tour_problems, TourDraft("Altmark")),
    TourDayDraft: (tour_day_problems, TourDayDraft(DAY, uuid4())),
    Settings: (settings_problems, Settings()),
}


@pytest.mark.parametrize("kind", CHECKS)
def test_plain_draft_is_taken(kind):
    check, draft = CHECKS[kind]
    assert check(draft) == []


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        (PartnerDraft, "name", ""),
        (PartnerDraft, "postcode", "O-3000"),
        (PartnerDraft, "ags", "15"),
        (PartnerDraft, "email", "a@b"),
        (PartnerDraft, "email", "a b@example.org"),
        (PartnerDraft, "email", "a@b@example.org"),
        (PartnerDraft, "email", "a@example..org"),
        (PartnerDraft, "email", "a@example.org\nBcc: x@example.org"),
        (PartnerDraft, "website", "file:///etc/passwd"),
        (PartnerDraft, "notes", "x" * 20_001),
        (PartnerDraft, "last_contact", date(1, 1, 1)),
        (ContactDraft, "role", ""),
        (ContactDraft, "email", "keine"),
        (SiteDraft, "name", "\t"),
        (SiteDraft, "latitude", 91.0),
        (SiteDraft, "longitude", float("nan")),
        (SiteDraft, "slope_percent", 101.0),
        (SiteDraft, "length_m", -1.0),
        (SiteDraft, "cee_16a", -1),
        (SiteDraft, "market_days", (0, 7)),
        (SiteDraft, "market_days", (3, 3)),
        (SiteDraft, "permit_lead_days", -1),
        (RequestDraft, "requester", ""),
        (RequestDraft, "duration_minutes", 0),
        (RequestDraft, "weekdays", (-1,)),
        (RequestDraft, "priority", 4),
        (RequestDraft, "to_minute", 1441),
        (RequestDraft, "expected", -1),
        (RequestDraft, "wishes", (Wish(DAY, DAY),) * 4),
        (RequestDraft, "wishes", (Wish(DAY, date(2027, 5, 19)),)),
        (RequestDraft, "wishes", (Wish(DAY, DAY, 600, 540),)),
        (RequestDraft, "equipment", ("x" * 201,)),
        (VehicleDraft, "name", ""),
        (VehicleDraft, "available_to", time(6, 0)),
        (VehicleDraft, "max_duty_minutes", 1441),
        (VehicleDraft, "seats", -1),
        (StaffDraft, "name", ""),
        (StaffDraft, "absences", (Absence(DAY, date(2027, 5, 19)),)),
        (StaffDraft, "qualifications", (HeldQualification(PERSON), HeldQualification(PERSON))),
        (TourDraft, "title", " "),
        (TourDayDraft, "overnight_ags", "15"),
        (TourDayDraft, "crew_ids", (PERSON, PERSON)),
        (Settings, "language", "fr"),
        (Settings, "theme", "neon"),
    ],
)
def test_impossible_value_is_refused_by_its_field(kind, field, value):
    check, draft = CHECKS[kind]
    assert [problem.field for problem in check(replace(draft, **{field: value}))] == [field]


def test_window_of_a_request_must_run_forward():
    draft = RequestDraft(
        "Schule", EventKind.lecture, earliest=DAY, latest=date(2027, 5, 19), from_minute=60, to_minute=60
    )
    assert [problem.field for problem in request_problems(draft)] == ["latest", "to_minute"]


@pytest.mark.parametrize("address", ["info@stadt-burg.de", "post@köthen-anhalt.de", "a.b+c@x.y.example"])
def test_addresses_of_offices_are_taken(address):
    assert partner_problems(PartnerDraft("Stadt", email=address, website="https://www.stadt-burg.de/x?y=1")) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"office": OfficeSettings(email="@")}, "office.email"),
        ({"office": OfficeSettings(logo=b"GIF89a")}, "office.logo"),
        ({"office": OfficeSettings(logo=b"\xff\xd8\xff" + bytes(2_000_000))}, "office.logo"),
        ({"duty": DutySettings(max_duty_minutes=0)}, "duty.max_duty_minutes"),
        ({"duty": DutySettings(breaks=((540, 45), (360, 30)))}, "duty.breaks"),
        ({"duty": DutySettings(breaks=((360, 45), (540, 30)))}, "duty.breaks"),
        ({"travel": TravelParameters(road_factor=0.5)}, "travel.road_factor"),
        ({"travel": TravelParameters(round_to_minutes=0)}, "travel.round_to_minutes"),
    ],
)
def test_impossible_setting_is_refused_with_its_part(changes, field):
    assert [problem.field for problem in settings_problems(replace(Settings(), **changes))] == [field]


def test_equipment_has_a_name_and_a_number():
    assert equipment_problems("Fahrsimulator", 1) == []
    assert [problem.field for problem in equipment_problems("", -1)] == ["name", "quantity"]
