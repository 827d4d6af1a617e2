"""The tour sheet says everything the crew needs."""

from dataclasses import replace

import pytest

from domain import documents
from domain.i18n import language
from tests.domain.documents import samples, site_samples, tagged


def text(code: str = "de", stops: int = 7, **changes: object) -> str:
    return tagged.text(documents.render("tour_sheet", samples.tour_sheet(stops, **changes), language(code)))


@pytest.mark.parametrize(
    "fact",
    [
        "Präventionsmobil in Harz und Börde",
        "Donnerstag, 13. Mai 2027",
        "Nur intern",
        "Stand 29.04.2027 09:12 · Fassung 8",
        "181 Kilometer",
        "07:30–08:15 vor Ort 07:10–08:30",
        "Schulhof, Ilsenburg (Harz) · HZ · öffentlich",
        "25 min Fahrt, 21 km",
        "3 h 30 min von höchstens 4 h",
        "9 h 35 min von höchstens 10 h",
        "Asphalt, Gefälle 3,5 %",
        "18 × 6,5 m, 4,2 m lichte Höhe",
        "12.000 kg",
        "2 × 230 V, 1 × CEE 16 A, 30 m entfernt",
        "Hausmeister, 03943 000-111",
        "Erteilt (Ordnungsamt Wernigerode)",
        "Markttage Di und Fr",
        "Sekretariat, 03943 000-000",
        "P. Muster und K. Beispiel",
        "Fahrsimulator, Rauschbrillen und Reaktionswand",
        "Strom angeschlossen und geprüft",
        "Fahrzeug am Gefälle mit Keilen gesichert",
        "praevention.example.org/tour/7",
        "tour@example.org",
    ],
)
def test_fact_stands_on_the_sheet(fact):
    assert fact in text()


def test_stop_without_a_site_asks_to_settle_it():
    sheet = samples.tour_sheet(1)
    bare = replace(sheet, stops=(replace(sheet.stops[0], site=None),))
    content = documents.render("tour_sheet", bare, language("de"))
    assert "nicht hinterlegt, bitte vorab klären" in tagged.text(content)
    assert tagged.faults(content) == []


def test_permit_for_the_event_stands_at_its_stop():
    sheet = samples.tour_sheet(1)
    permit = site_samples.permit(samples.PermitState.missing)
    found = tagged.text(
        documents.render("tour_sheet", replace(sheet, stops=(replace(sheet.stops[0], permit=permit),)), language("de"))
    )
    assert "Genehmigung Bis 29.04.2027 beantragen (Ordnungsamt Wernigerode)" in found


def test_packing_list_stands_on_the_sheet():
    packing = samples.packing_list(2).packing
    found = text(stops=2, packing=packing)
    assert "Packliste Fahrsimulator: an Bord, prüfen Stationen 1, 2 Torwand: einladen Stationen 1, 2" in found
    assert "Schlüssel: " not in found  # it stands at its stop


def pages(stops: int, **changes: object) -> int:
    content = documents.render("tour_sheet", samples.tour_sheet(stops, **changes), language("de"))
    with tagged.opened(content) as pdf:
        return len(pdf.pages)


def test_day_takes_one_page_with_two_stops_and_two_with_five():
    """A tour of three days with seven stops: three sheets of one page."""
    packing = samples.packing_list(2).packing
    short = {"packing": packing, "url": "", "title": "Altmark und Börde"}
    assert pages(2, **short) == 1
    assert pages(3, **short) <= 2
    assert pages(5, **short) == 2
    assert pages(7, **short) <= 3


def test_day_without_stops_times_and_office_still_prints():
    sheet = samples.tour_sheet(0)
    day = replace(sheet.day, leaves_at=None, returns_at=None, crew=(), home=None, vehicle="", depot="")
    empty = replace(sheet, day=day, office=samples.OfficeSettings(), vehicle=None, url="", title="")
    content = documents.render("tour_sheet", empty, language("de"))
    faults = tagged.faults(content)
    assert faults == []


def test_security_remarks_stand_in_a_box_that_says_internal():
    sheet = samples.tour_sheet(1)
    internal = replace(sheet.stops[0].event.internal, security_remarks="Gegenkundgebung möglich")
    event = replace(sheet.stops[0].event, internal=internal)
    content = documents.render(
        "tour_sheet", replace(sheet, stops=(replace(sheet.stops[0], event=event),)), language("de")
    )
    assert "Sicherheit – nur intern Gegenkundgebung möglich" in tagged.text(content)


def test_overnight_stay_replaces_the_return():
    sheet = samples.tour_sheet(2)
    found = tagged.text(
        documents.render("tour_sheet", replace(sheet, day=replace(sheet.day, overnight="Stendal")), language("de"))
    )
    assert "Übernachtung, Stendal" in found
    assert "Rückkehr, " not in found


def test_map_names_the_districts_visited():
    with tagged.opened(documents.render("tour_sheet", samples.tour_sheet(), language("de"))) as pdf:
        alts = [node.alt for node in tagged.tree(pdf).walk() if node.tag == "Figure"]
    assert "Karte der 14 Kreise; besucht werden: HZ (3), BK (3) und MD (1)" in alts
    assert any("QR-Code" in alt for alt in alts)


def test_english_sheet_speaks_english():
    found = text("en")
    assert "Course of the day" in found
    assert "arr" not in found.split("Gymnasium Wernigerode")[0]
    assert "07:30–08:15 on site 07:10–08:30" in found
