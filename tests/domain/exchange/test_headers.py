"""Column names of imported tables."""

import pytest

from domain.errors import InvalidInputError
from domain.exchange.headers import PARTNERS, REQUESTS, VEHICLES, Layout


@pytest.mark.parametrize("layout", [PARTNERS, REQUESTS, VEHICLES])
def test_every_heading_of_a_layout_leads_to_a_column(layout: Layout):
    for field, headings in layout.headings.items():
        for heading in headings:
            others = {"name": "Name", "requester": "requester", "kind": "kind", "town": "town"}
            header = [heading, *(others[needed[0]] for needed in layout.needed if needed[0] != field)]
            assert 0 in layout.columns(header).values(), heading


def test_case_umlauts_and_units_do_not_matter():
    assert VEHICLES.columns(["NAME", "Laenge [m]", "höhe"]) == {"name": 0, "length_m": 1, "height_m": 2}


def test_best_known_heading_wins_over_one_further_left():
    columns = REQUESTS.columns(["Raum", "Ort der Veranstaltung", "Ort", "Art", "Anfragende Stelle"])
    assert (columns["place"], columns["town"]) == (1, 2)


def test_first_of_two_equal_headings_counts():
    assert PARTNERS.columns(["Name", "Telefon", "Telefon"])["phone"] == 1


def test_missing_columns_are_all_named_in_one_line():
    with pytest.raises(InvalidInputError) as refusal:
        REQUESTS.columns(["Thema", "Von", "Bis"])
    line = str(refusal.value)
    assert all(part in line for part in ("requester", "kind (Art)", "town (Ort) / postcode (PLZ)", "Thema, Von, Bis"))
    assert refusal.value.field == "requester"


def test_postcode_may_stand_in_for_the_town():
    assert "town" not in REQUESTS.columns(["requester", "kind", "postcode"])
