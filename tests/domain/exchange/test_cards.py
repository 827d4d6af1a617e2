"""Files of contacts: what other programs write, what Landauf writes, and what breaks."""

import os
from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import FileProblemError
from domain.exchange import cells
from domain.exchange.card_lines import is_card_file, read_cards
from domain.exchange.card_rows import NOBODY, OLD_VERSION, read_card_partners
from domain.exchange.card_writer import CardEntry, CardPerson, tel_uri, write_cards
from domain.i18n import language
from domain.rows.partners import ContactDraft, PartnerDraft
from domain.rules.validation import contact_problems, partner_problems
from domain.terms import Audience, PartnerCategory, Schulform

MOMENT = datetime(2027, 4, 28, 12, 32, tzinfo=UTC)


def card(*lines, version="3.0"):
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def readings(content, name="Kontakte.vcf"):
    return list(read_card_partners(read_cards(content if isinstance(content, bytes) else content.encode(), name)))


def only(content):
    (reading,) = readings(content)
    return reading


def test_an_institution_with_all_that_a_card_can_say():
    reading = only(
        card(
            "KIND:org",
            "ORG:Stadt Köthen;Ordnungsamt",
            "FN:Ordnungsamt Köthen",
            "ADR;TYPE=work:;;Marktstraße 1;Köthen (Anhalt);;06366;Deutschland",
            "TEL;TYPE=fax:03496 99",
            "TEL;VALUE=uri;PREF=1:tel:+49-3496-425",
            "item1.EMAIL;type=INTERNET:amt@koethen.example",
            "URL:www.koethen.example",
            "CATEGORIES:Partner,Ordnungsamt",
            r"NOTE:Erste Zeile\nzweite\, mit Komma",
            version="4.0",
        )
    )
    draft = reading.draft.partner
    assert (draft.name, draft.category) == ("Stadt Köthen, Ordnungsamt", PartnerCategory.ordnungsamt)
    assert (draft.street, draft.postcode, draft.town, draft.ags) == (
        "Marktstraße 1",
        "06366",
        "Köthen (Anhalt)",
        "15082180",
    )
    assert (draft.phone, draft.email, draft.website) == (
        "+49 3496 425",
        "amt@koethen.example",
        "http://www.koethen.example",
    )
    assert draft.notes == "Erste Zeile\nzweite, mit Komma\n03496 99"
    assert reading.draft.contact is None


def test_a_person_with_an_organisation_is_a_contact_in_a_role_with_a_source():
    reading = only(card("N:Kühne;Jana;;;", "FN:Jana Kühne", "ORG:Stadt Köthen", "TITLE:Leiterin", "TEL:03496 5"))
    contact = reading.draft.contact
    assert (contact.role, contact.name, contact.phone, contact.source) == (
        "Leiterin",
        "Jana Kühne",
        "03496 5",
        "Kontakte.vcf",
    )
    assert reading.draft.partner.name == "Stadt Köthen"
    assert reading.draft.partner.phone == ""


def test_a_person_alone_is_refused_unless_an_engaged_citizen():
    assert only(card("FN:Jana Kühne")).draft is None
    citizen = only(card("FN:Jana Kühne", "CATEGORIES:Bürgerin")).draft.partner
    assert (citizen.name, citizen.category) == ("Jana Kühne", PartnerCategory.citizen)


def test_lines_are_unfolded_even_inside_a_character():
    whole = card("KIND:org", "FN:Sekundarschule Süd").encode()
    cut = whole.index("ü".encode()) + 1
    assert only(whole[:cut] + b"\r\n " + whole[cut:]).name == "Sekundarschule Süd"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_are_recognised(encoding):
    content = card("KIND:org", "FN:Grundschule Köthen", "ORG:Grundschule Köthen").encode(encoding)
    assert is_card_file(content)
    assert only(content).draft.partner.name == "Grundschule Köthen"


def test_the_old_form_is_read_with_a_hint():
    reading = only(
        card(
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:K=C3=BChne;Jana",
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jana=20=",
            "K=C3=BChne",
            "ORG;ENCODING=QUOTED-PRINTABLE:Stadt K=F6then",
            "TEL;WORK;VOICE:03496 5",
            "TEL;CELL:0170 1",
            version="2.1",
        )
    )
    assert (reading.draft.contact.name, reading.draft.partner.name) == ("Jana Kühne", "Stadt Köthen")
    assert reading.draft.contact.phone == "03496 5"
    assert reading.draft.contact.notes == "0170 1"
    assert OLD_VERSION in reading.hints


def test_pictures_are_passed_over():
    picture = "\r\n ".join(["PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ", *["A" * 72] * 20_000])
    assert only(card("FN:Verein", "ORG:Verein", picture, "TEL:0391 1")).draft.partner.phone == "0391 1"


BROKEN = {
    "no end": card("FN:A", "ORG:A").replace("END:VCARD\r\n", ""),
    "nested": "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\n" + card("FN:B", "ORG:B"),
    "no name": card("TEL:0391 1"),
    "no line of a card": card("FN:A", "ORG:A", "was ist das"),
    "unknown version": card("FN:A", "ORG:A", version="9.9"),
    "endless folding": "BEGIN:VCARD\r\nNOTE:x" + "\r\n x" * 300_000 + "\r\nEND:VCARD\r\n",
    "endless lines": card("FN:A", "ORG:A", *["TEL:0391 1"] * 5_000),
    "name without end": card("FN:" + "x" * 5_000, "ORG:" + "x" * 5_000),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_card_is_refused_by_its_line_and_the_next_one_is_taken(name):
    *broken, fine = readings(BROKEN[name] + card("FN:Verein Süd", "ORG:Verein Süd"))
    assert fine.draft.partner.name == "Verein Süd"
    assert [reading for reading in broken if reading.draft is None]
    assert broken[0].line == 1
    assert all("\n" not in str(problem) for reading in broken for problem in reading.problems)


def test_a_heap_of_beginnings_is_read_in_no_time():
    assert len(readings("BEGIN:VCARD\r\n" * 20_000)) == 20_000


def test_too_many_cards_and_too_large_files_are_refused(monkeypatch):
    monkeypatch.setattr("domain.exchange.card_lines.MAX_CARDS", 2)
    with pytest.raises(FileProblemError, match="2 cards"):
        readings(card("FN:A", "ORG:A") * 3)
    monkeypatch.setattr("domain.exchange.card_lines.MAX_SIZE", 1_000_000)
    with pytest.raises(FileProblemError, match="1 MB"):
        read_cards(b"BEGIN:VCARD\r\n" * 100_000, "Kontakte.vcf")


@given(st.binary(max_size=300))
@settings(max_examples=40)
def test_any_bytes_between_begin_and_end_are_read_or_refused(data):
    for reading in readings(b"BEGIN:VCARD\r\nVERSION:4.0\r\n" + data + b"\r\nEND:VCARD\r\n" + os.linesep.encode()):
        assert (reading.draft is None) == bool(reading.problems)


@pytest.mark.parametrize(
    ("typed", "uri"),
    [
        ("0345/2998910", "tel:+493452998910"),
        ("(03 91) 567-01", "tel:+4939156701"),
        ("+49 (0)345 12345", "tel:+4934512345"),
        ("0049 345 12345", "tel:+4934512345"),
        ("110", ""),
        ("nicht angegeben", ""),
        ("0391 1\r\nEMAIL:x@y.example", ""),
    ],
)
def test_numbers_become_addresses_only_where_they_can_be_dialled(typed, uri):
    assert tel_uri(typed) == uri


def clean(limit, *, is_long=False):
    blacklist = "\u2028\u2029\x85" if is_long else "\n\r\u2028\u2029\x85"
    letters = st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters=blacklist)
    special = st.sampled_from(list("\\;,:\"^'=n") + (["\n"] if is_long else []))
    return st.text(letters | special, max_size=limit).map(cells.clean)


phones = st.sampled_from(["", "0345/2998910", "+49 391 5-1", "110", 'a"b^n\\', "03496/1, 2"]) | clean(20)
partners = st.builds(
    PartnerDraft,
    name=clean(40).filter(bool),
    category=st.sampled_from([each for each in PartnerCategory if each is not PartnerCategory.citizen]),
    street=clean(30),
    postcode=st.sampled_from(["", "06366", "39104"]),
    town=clean(20),
    phone=phones,
    email=st.sampled_from(["", "amt@stadt.example", "o'neil+x@a-b.example"]),
    website=st.sampled_from(["", "https://a.example/x?y=1,2;3#z", "http://stadt.example"]),
    notes=clean(200, is_long=True),
) | st.builds(
    PartnerDraft,
    name=clean(40).filter(bool),
    category=st.just(PartnerCategory.school),
    schulform=st.sampled_from(Schulform),
)
people = st.builds(
    ContactDraft,
    st.just(NOBODY),
    role=clean(30).filter(bool),
    name=clean(30),
    phone=phones,
    notes=clean(80, is_long=True),
)


@given(partners, people, st.sampled_from(["de", "en"]))
@settings(max_examples=40)
def test_what_is_written_is_read_back(partner, person, code):
    if partner_problems(partner) or contact_problems(person):
        return
    out = BytesIO()
    entry = CardEntry(UUID(int=7), MOMENT, partner, (CardPerson(UUID(int=8), MOMENT, person),))
    write_cards(out, [entry], Audience.internal, language(code))
    assert all(len(line) <= 75 for line in out.getvalue().split(b"\r\n"))
    first, second = readings(out.getvalue())
    kept = ("name", "category", "schulform", "street", "postcode", "town", "phone", "email", "website", "notes")
    assert [getattr(first.draft.partner, name) for name in kept] == [getattr(partner, name) for name in kept]
    told = second.draft.contact
    named = "" if person.name == person.role else person.name
    assert (told.role, told.name, told.phone, told.notes) == (person.role, named, person.phone, person.notes)
    assert second.draft.partner.name == partner.name


def test_what_leaves_the_house_holds_no_person_and_no_note():
    person = CardPerson(UUID(int=8), MOMENT, ContactDraft(NOBODY, "Leitung", "Jana Kühne"))
    town = CardEntry(UUID(int=7), MOMENT, PartnerDraft("Stadt", notes="geheim"), (person,))
    citizen = CardEntry(UUID(int=9), MOMENT, PartnerDraft("Max Muster", PartnerCategory.citizen))
    for audience in (Audience.public, Audience.partners):
        out = BytesIO()
        assert write_cards(out, [town, citizen], audience, language("de")) == 1
        assert b"K\xc3\xbchne" not in out.getvalue()
        assert b"geheim" not in out.getvalue()
        assert b"Muster" not in out.getvalue()
    inside = BytesIO()
    assert write_cards(inside, [town, citizen], Audience.internal, language("de")) == 2
    assert inside.getvalue().count(b"BEGIN:VCARD") == 3


def test_an_institution_looks_as_the_standard_says():
    out = BytesIO()
    draft = PartnerDraft(
        "Grundschule; Süd, A",
        PartnerCategory.school,
        Schulform.grundschule,
        "Weg 1",
        "06366",
        "Köthen",
        phone="03496/1-2",
    )
    write_cards(out, [CardEntry(UUID(int=7), MOMENT, draft)], Audience.public, language("de"))
    assert out.getvalue().decode() == (
        "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\n"
        "UID:urn:uuid:00000000-0000-0000-0000-000000000007\r\nREV:20270428T123200Z\r\n"
        "FN:Grundschule\\; Süd\\, A\r\nORG:Grundschule\\; Süd\\, A\r\n"
        "ADR;TYPE=work:;;Weg 1;Köthen;;06366;\r\n"
        'TEL;VALUE=uri;TYPE="work,voice";X-LANDAUF-TEXT="03496/1-2":tel:+49349612\r\n'
        "CATEGORIES:Grundschule,Schule\r\nEND:VCARD\r\n"
    )
