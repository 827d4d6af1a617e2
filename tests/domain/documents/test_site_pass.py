"""The site pass: one page with everything on a place to stand."""

import base64
from dataclasses import replace
from datetime import date

import pytest

from domain import documents
from domain.i18n import language
from domain.rows.partners import SiteDraft
from domain.rows.visitors import CountedDay
from domain.rules.visitors import site_visitors
from tests.domain.documents import samples, tagged

FULL = replace(
    samples.SITE,
    access="Von der Westernstraße, Tor 3,50 m breit.",
    latitude=51.83,
    longitude=10.78,
    photo_alt="Schulhof von Süden",
    height_m=3.5,
)


def made(site=FULL, code="de", **changes):
    return documents.render("site_pass", samples.site_pass(site, **changes), language(code))


@pytest.mark.parametrize(
    "fact",
    [
        "STELLPLATZPASS · HARZ",
        "Nur intern",
        "18 × 6,5 Meter Nutzfläche",
        "Von der Westernstraße, Tor 3,50 m breit.",
        "51.83000, 10.78000",
        "Hausmeister, 03943 000-111",
        "Grundsätzlich Erteilt",
        "14 Tage vorher",
        "Insgesamt Passt nicht",
        "Passt nicht: Platz 3,5 m, Fahrzeug 3,6 m: 10 cm fehlen",
        "Knapp: Anschluss 30 m entfernt, Kabel 25 m: 5 m mehr mitnehmen",
        "Unbekannt: Anschluss 30 m entfernt, Kabellänge nicht verzeichnet",
        "Beantragt (Ordnungsamt Wernigerode, SN 12/2027)",
        "84",
    ],
)
def test_fact_stands_on_the_pass(fact):
    assert fact in tagged.text(made())


def test_pass_is_one_page_with_photo_sketch_vehicles_and_events():
    with tagged.opened(made()) as pdf:
        assert len(pdf.pages) == 1
        alts = [node.alt for node in tagged.tree(pdf).walk() if node.tag == "Figure"]
    assert alts == [
        "Schulhof von Süden",
        "Fläche 18 m lang und 6,5 m breit, mit den Umrissen von Präventionsmobil 1 und Kleinbus",
    ]


def test_photo_without_description_is_named_after_the_site():
    with tagged.opened(made(replace(FULL, photo_alt=""))) as pdf:
        alts = [node.alt for node in tagged.tree(pdf).walk() if node.tag == "Figure"]
    assert alts[0] == "Foto des Stellplatzes Schulhof, Zufahrt Westernstraße"


def test_photo_keeps_the_bytes_it_was_stored_with():
    sheet = samples.site_pass(FULL)
    with tagged.opened(documents.render("site_pass", sheet, language("de"))) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        packed = base64.a85decode(b"<~" + image.read_raw_bytes(), adobe=True)
        assert packed == sheet.photo


def test_site_of_which_nothing_is_known_still_has_a_pass():
    bare = made(SiteDraft("Wiese"), photo=b"")
    assert tagged.faults(bare) == []
    assert "Vor Ort" not in tagged.text(bare)
    assert "Unbekannt: Fahrzeug 9,8 m, Platz nicht vermessen" in tagged.text(bare)


def test_site_without_vehicles_and_events_says_so():
    sheet = samples.site_pass(FULL)
    content = documents.render(
        "site_pass", replace(sheet, found=replace(sheet.found, vehicles=(), events=())), language("de")
    )
    assert "Noch ist kein Fahrzeug angelegt." in tagged.text(content)
    assert tagged.faults(content) == []


def test_many_vehicles_and_events_are_counted():
    sheet = samples.site_pass(FULL)
    found = replace(sheet.found, vehicles=sheet.found.vehicles * 2, events=sheet.found.events * 4)
    content = tagged.text(documents.render("site_pass", replace(sheet, found=found), language("de")))
    assert "und 1 weiteres Fahrzeug" in content
    assert "und 3 weitere" in content


def test_vehicle_longer_than_the_site_sticks_out_but_stays_on_the_page():
    short = replace(FULL, length_m=4.0, width_m=2.0)
    assert tagged.faults(made(short)) == []


def test_english_pass_speaks_english():
    found = tagged.text(made(code="en"))
    assert "Site 3.5 m, vehicle 3.6 m: 10 cm short" in found


def test_what_was_counted_before_stands_on_the_pass_in_one_line_of_words():
    found = site_visitors([CountedDay(date(2027, 4, 15), ((9, 40), (10, 38)), frozenset({9, 10, 11}))])
    sheet = samples.site_pass(FULL)
    counted = replace(sheet, found=replace(sheet.found, visitors=found))
    content = documents.render("site_pass", counted, language("de"))
    assert "Besuche bisher beste Zeit 9 bis 11 Uhr, im Mittel 39 Besuche je Stunde" in tagged.text(content)
    assert "Besuche bisher" not in tagged.text(made())
    assert tagged.faults(content) == []
    with tagged.opened(content) as pdf:
        assert len(pdf.pages) == 1
