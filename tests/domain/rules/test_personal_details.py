"""What is taken for a personal detail, what is not, and how it is blacked out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.personal_details import HARD, IN_ANSWERS, black_out, find, redact
from domain.terms import PersonalKind

PERSONAL = {
    PersonalKind.phone: (
        *("0391 567-1234", "03496/4250", "0170 1234567", "0170-123 45 67", "+49 391 5670", "+49 (0)391 5670123"),
        *(
            "0049 171 1234567",
            "(0391) 567 12 34",
            "Tel. 4711 22",
            "Telefon: 567890",
            "01701234567",
            "Handy 1520 123456",
        ),
    ),
    PersonalKind.email: ("a.b@c.example", "name@sub.stadt.example", "vorname.nachname (at) firma.example"),
    PersonalKind.iban: ("DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "GB29 NWBK 6016 1331 9268 19"),
    PersonalKind.file_number: (
        *("123 Js 4567/26", "123 UJs 4567/2026", "5 Ds 12/26", "34 OWi 88/26", "ST/0123456/2026", "0123456/2026"),
        *("Aktenzeichen 12-345/26", "Az.: 4711/26", "Tgb.-Nr. 1234/26", "Vorgangsnummer 99812", "Az. 123 Js 4567/26"),
    ),
    PersonalKind.plate: ("MD-AB 123", "ABI XY 12", "HAL-X 1234", "B-MW 4711", "SLK-E 77E"),
    PersonalKind.birth_date: ("geb. 12.03.1987", "geboren am 3. März 1990", "(12.03.1987)", "Geburtsdatum: 1.2.99"),
    PersonalKind.person: (
        *("Herr Müller", "Frau Dr. Schmidt-Lange", "Familie Krause", "Frau Sabine Müller", "Herrn von Berg"),
        *("Nachbar Schulze", "Dr. Yılmaz", "Eheleute Özdemir", "Hr. Groß"),
    ),
    PersonalKind.address: (
        *("Bahnhofstraße 12", "Lange Straße 5 a", "Breiter Weg 31", "Dorfstr. 7", "Martin-Luther-King-Straße 4"),
        *("Marktplatz 3b", "Hausnummer 14"),
    ),
}
HARMLESS = """06366 Köthen
06366/06385 und 39104-39108
§ 185 StGB und § 4 Abs. 2 Nr. 3
um 20:30 Uhr bis 23:00 Uhr
von 08:00-12:00 und 8.30 Uhr
seit 2024 und 2026/2027
1. FC Magdeburg gegen 1. FC Köthen 2:1
am 13.05.2027 war es laut
seit dem Jahr 1987 und seit 01.05.1998
in der Nacht vom 12.03.2009
B 185, A 14 und L 50 am Ortsausgang
30 km/h in der Bahnhofstraße
in der Bahnhofstraße 30 km/h einführen
der Schulweg 5 Minuten länger
Notruf 110 oder 112 oder 116 117
Hotline 0800 1234567
A-2027-0012 und 2027-0147
die Frau Bürgermeisterin und der Herr Landrat
als Frau Angst im Dunkeln
jede Frau Oder jeder Herr
DIN-A 4, CEE-A 16
S-Bahn 3, Linie 12, Buslinie 0123
Haus am Markt, Marktplatz, Lange Straße
10.000 Euro, 1.000.000, 0,5 Prozent, 50 %
24/7 geöffnet, 3/4 voll
etwa 3-4 mal, 0 bis 3 Jahre
Fr. 13.05. und Sa. 14.05.
Klasse 10a, WhatsApp-Gruppe der 8b
100 m vom Bahnhof, 2 x 4 m
das Präventionsmobil 2027
Az. fehlt noch
Platz 3 belegt, 5 von 10, Gleis 1-4
www.stadt.example/aktuelles
Herr N. N. und […]
Nachbarn fühlen sich gestört""".splitlines()


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in PERSONAL.items() for text in texts])
def test_a_personal_detail_is_found_in_a_sentence(kind, text):
    (found,) = find(f"Es geht um {text}, immer wieder.")
    assert found.kind is kind
    assert found.text in text
    assert found.is_hard is (kind in HARD)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_personal_detail_is_left_alone(text):
    assert find(text) == ()
    assert redact(text) == text


def test_a_name_keeps_its_salutation_and_everything_else_goes():
    text = "Frau Dr. Meier, Ringstraße 4, 0391 567 12 34, m@x.example, parkt mit MD-AB 123."
    assert redact(text) == "Frau Dr. N. N., […], […], […], parkt mit […]."


def test_one_detail_can_be_blacked_out_alone():
    text = "Herr Müller, 0170 1234567"
    first, second = find(text)
    assert black_out(text, second) == "Herr Müller, […]"
    assert black_out(text, first) == "Herr N. N., 0170 1234567"


def test_an_office_may_give_its_telephone_in_an_answer():
    text = "Rufen Sie an: 03496 4250. Az.: 4711/26"
    assert [found.kind for found in find(text, IN_ANSWERS)] == [PersonalKind.file_number]
    assert redact(text, IN_ANSWERS) == "Rufen Sie an: 03496 4250. […]"


PIECES = st.sampled_from(
    [
        *(text for texts in PERSONAL.values() for text in texts),
        *("Herr", "Frau", "Dr.", "Müller", "0391", "+49", "567", "/", "-", "123", "Js", "26", "DE89", "@", "x.example"),
        *("Straße", "12", "MD-", "AB", "geb.", "[…]", "N. N.", "(at)", "Az.", "\n", "½", "٣", "🚓", "\x00", "\ud800"),
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_is_read_without_trouble_and_what_is_blacked_out_stays_so(text):
    found = find(text)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(first.end <= then.start for first, then in pairwise(found))
    clean = redact(text)
    assert find(clean) == ()
    assert redact(clean) == clean


@pytest.mark.parametrize("piece", ["a", "0 ", "1/", "A-", "Herr ", "a.", "Aa-", "(0", "Az ", "0391 ", "DE12 1 "])
def test_the_longest_wording_is_read_at_once(piece):
    assert find(redact((piece * 2000)[:2000])) == ()


def test_mail_and_telephone_are_found_in_minutes_and_plain_figures_are_not():
    text = "Frau M. (m.muster@post.example, 0391 555 000) fragt nach § 5; Termin 13.05.2027, 18:00 Uhr, A-2027-0012."
    assert [found.text for found in find(text)] == ["m.muster@post.example", "0391 555 000"]
    assert find("Am 28.04.2027 kamen 120 Leute, Haushalt 2027/2028: 1.000.000 Euro") == ()
