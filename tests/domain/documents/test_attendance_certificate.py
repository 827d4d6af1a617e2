"""Certificates of attendance on paper."""

from dataclasses import replace
from datetime import date

from domain import documents
from domain.i18n import language
from domain.rows.guests import Guest
from tests.domain.documents import samples, tagged


def made(code="de", **changes):
    return documents.render("attendance_certificate", samples.attendance_certificate(**changes), language(code))


def test_each_person_has_a_page_that_says_what_when_where_how_long_and_about_what():
    pages = tagged.page_texts(made(names=(Guest("Erika Beispiel", "Ordnungsamt"), Guest("Max Muster"))))
    assert len(pages) == 2
    for page, name in zip(pages, ("Erika Beispiel Ordnungsamt", "Max Muster"), strict=True):
        assert f"Teilnahmebestätigung {name} hat an der folgenden Veranstaltung teilgenommen" in page
        assert "Sicher am Bahnhof Havelberg Freitag, 14. Mai 2027, 15:30–17:30 Uhr Stadthaus, Großer Saal" in page
        assert "Dauer 2 h Themen Sicherheitsgefühl · Verkehr · Zusammenleben" in page
        assert "Magdeburg, 29. April 2027 Ort und Datum Unterschrift, Koordinierungsstelle Prävention" in page


def test_people_are_found_by_their_names_in_the_bookmarks():
    with tagged.opened(made()) as pdf, pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root[0].children][:2] == ["Erika Beispiel", "Max Muster"]


def test_names_are_in_no_code_and_without_names_one_sample_is_printed():
    data = samples.attendance_certificate()
    other = replace(data, names=())
    assert documents.code_of("attendance_certificate", data) == documents.code_of("attendance_certificate", other)
    assert len(tagged.page_texts(made(names=()))) == 1


def test_event_over_days_tells_no_hours_and_one_without_topics_and_place_leaves_no_empty_heads():
    event = samples.dialogue(
        all_day=True, starts_at=None, ends_at=None, first_day=date(2027, 5, 14), last_day=date(2027, 5, 15), topics=()
    )
    text = tagged.text(made(event=replace(event, place=samples.PublishedPlace()), office=samples.OfficeSettings()))
    assert "Dauer" not in text
    assert "Themen" not in text
    assert "Freitag, 14. Mai 2027 bis Samstag, 15. Mai 2027" in text


def test_moment_of_the_signature_is_written_in_the_language_of_the_paper():
    assert "29 April 2027 Place and date" in tagged.text(made("en"))
