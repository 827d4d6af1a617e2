"""Events and partners as tables, for each audience."""

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import UUID

import pytest
from openpyxl import load_workbook

from domain.exchange.event_table import event_columns
from domain.exchange.partner_rows import read_partners
from domain.exchange.partner_table import PartnerEntry, partner_columns
from domain.exchange.sheets import Sheet, TableFormat, write_table
from domain.exchange.tabular import read_table
from domain.i18n import language
from domain.rows.partners import ContactDraft, PartnerDraft, PartnerRow
from domain.rows.published import InternalPart, MeasureFacts
from domain.terms import Audience, PartnerCategory, Schulform
from tests.domain.exchange.samples import EVENT, all_day

MADE = datetime(2027, 3, 1, tzinfo=UTC)
INSIDE = InternalPart(
    notes="Geheim 1",
    security_remarks="Geheim 2",
    people=("Geheim 3",),
    room="Geheim 4",
    expected=4711,
    actual=4712,
    press_expected=True,
    kilometres=4713.5,
    contacts=("Geheim 5",),
)
SCHOOL = PartnerEntry(
    PartnerRow(
        id=UUID(int=3),
        name="Grundschule Süd",
        category=PartnerCategory.school,
        street="Weg 1",
        postcode="06366",
        town="Köthen (Anhalt)",
        ags="15082180",
        kreis_ags="15082",
        phone="03496/1",
        last_contact=date(2027, 2, 1),
        version=1,
    ),
    (ContactDraft(UUID(int=3), role="Schulleitung", name="E. Muster", phone="03496/2", email="e@example.org"),),
    PartnerDraft("Grundschule Süd", schulform=Schulform.grundschule, notes="Tor 2"),
)


def written(form, columns, *rows):
    out = BytesIO()
    write_table(out, form, Sheet("Liste", columns, language("de"), MADE), rows)
    return out.getvalue()


def as_json(columns, *rows):
    return json.loads(written(TableFormat.json, columns, *rows))


def sheet_text(columns, *rows):
    page = load_workbook(BytesIO(written(TableFormat.xlsx, columns, *rows))).active
    return [[cell for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]


def test_event_has_the_keys_of_the_command_line_and_its_values():
    (event,) = as_json(event_columns(Audience.public), EVENT)
    expected = {
        "id": str(EVENT.id),
        "number": "2027-0001",
        "kind": "citizen_dialogue",
        "state": "confirmed",
        "title": EVENT.title,
        "starts_at": "2027-05-13T17:00:00+02:00",
        "ends_at": "2027-05-13T19:30:00+02:00",
        "ags": "15082180",
        "kreis_ags": "15082",
        "audience": "public",
        "uid": EVENT.uid,
        "sequence": 2,
    }
    assert expected.items() <= event.items()


def test_event_of_whole_days_has_days():
    (event,) = as_json(event_columns(Audience.public), all_day(date(2027, 5, 13), date(2027, 5, 14)))
    assert (event["starts_at"], event["ends_at"], event["all_day"]) == ("2027-05-13", "2027-05-14", True)


@pytest.mark.parametrize("audience", [Audience.public, Audience.partners])
@pytest.mark.parametrize("form", TableFormat)
def test_internal_facts_never_reach_a_table_for_others(audience, form):
    octets = written(form, event_columns(audience), replace(EVENT, internal=INSIDE, state_reason="Geheim 6"))
    text = (
        octets.decode()
        if form is not TableFormat.xlsx
        else str(sheet_text(event_columns(audience), replace(EVENT, internal=INSIDE)))
    )
    assert "Geheim" not in text
    assert "471" not in text


def test_internal_table_holds_every_internal_fact_but_the_doubled_ones():
    keys = set(as_json(event_columns(Audience.internal), replace(EVENT, internal=INSIDE))[0])
    assert {each.name for each in fields(INSIDE)} - {"team", "unconfirmed_partners", "facts"} <= keys
    assert {each.name for each in fields(MeasureFacts)} - {"aims"} <= keys  # the aims are the agenda


def test_internal_table_holds_events_without_an_internal_part():
    (event,) = as_json(event_columns(Audience.internal), EVENT)
    assert (event["notes"], event["expected"]) == ("", None)


def test_people_read_german_headings_and_labels():
    heading, row = sheet_text(event_columns(Audience.public), EVENT)
    assert heading[:4] == ["Nummer", "Art", "Stand", "Titel"]
    assert row[:4] == ["2027-0001", "Bürgerdialog", "bestätigt", EVENT.title]


def test_partner_has_the_keys_of_the_command_line():
    (partner,) = as_json(partner_columns(Audience.public), SCHOOL)
    assert partner == {
        "id": str(UUID(int=3)),
        "name": "Grundschule Süd",
        "category": "school",
        "schulform": "grundschule",
        "office_kind": None,
        "street": "Weg 1",
        "postcode": "06366",
        "town": "Köthen (Anhalt)",
        "kreis": "Anhalt-Bitterfeld",
        "ags": "15082180",
        "kreis_ags": "15082",
        "phone": "03496/1",
    }


def test_contacts_appear_in_the_internal_table_only():
    (inside,) = as_json(partner_columns(Audience.internal), SCHOOL)
    assert inside["contacts"] == ["Schulleitung: E. Muster (03496/2 · e@example.org)"]
    assert inside["last_contact"] == "2027-02-01"
    assert "Muster" not in str(as_json(partner_columns(Audience.partners), SCHOOL))


def test_partner_outside_the_state_has_no_district():
    away = replace(SCHOOL, row=replace(SCHOOL.row, ags=None, kreis_ags=None))
    assert as_json(partner_columns(Audience.public), away)[0]["kreis"] == ""


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("columns", [event_columns(Audience.internal), partner_columns(Audience.internal)])
def test_no_two_columns_share_a_heading_or_key(columns, code):
    headings = [language(code).gettext(column.msgid) for column in columns]
    assert len(set(headings)) == len(headings)
    assert len({column.key for column in columns}) == len(columns)


def test_our_table_of_partners_can_be_imported_again():
    table = read_table(written(TableFormat.csv, partner_columns(Audience.public), SCHOOL))
    (reading,) = read_partners(table)
    assert reading.draft is not None
    row = SCHOOL.row
    assert (reading.draft.name, reading.draft.category, reading.draft.street) == (row.name, row.category, row.street)
    assert (reading.draft.postcode, reading.draft.town, reading.draft.ags) == (row.postcode, row.town, row.ags)
