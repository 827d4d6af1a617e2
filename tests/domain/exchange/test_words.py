"""Words in cells for kinds and types."""

import pytest

from domain.exchange.words import Institution, event_kind, institution
from domain.i18n import language
from domain.labels import label
from domain.terms import EventKind, OfficeKind, PartnerCategory, Schulform


@pytest.mark.parametrize("kind", EventKind)
@pytest.mark.parametrize("code", ["de", "en"])
def test_kind_is_known_by_code_name_and_label(kind, code):
    assert event_kind(kind.value) is kind
    assert event_kind(label(kind, language(code)).upper()) is kind


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Präventionsmobil", "mobile_stop"), ("VORTRAG", "lecture"), ("Buergerdialog", "citizen_dialogue")],
)
def test_kind_is_known_by_the_words_in_use(word, kind):
    assert event_kind(word) == kind


def test_unknown_and_empty_kind_is_none():
    assert event_kind("Konzert") is None
    assert event_kind("") is None


@pytest.mark.parametrize("category", PartnerCategory)
def test_category_is_known_by_its_code_name(category):
    assert institution(category.value) == Institution(category)


@pytest.mark.parametrize("schulform", [form for form in Schulform if form is not Schulform.other])
def test_schulform_makes_a_school(schulform):
    assert institution(schulform.value) == Institution(PartnerCategory.school, schulform)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Grundschule mit Hort", Institution(PartnerCategory.school, Schulform.grundschule)),
        ("Schule", Institution(PartnerCategory.school)),
        ("Sonstige", Institution(PartnerCategory.other)),
        ("Volkshochschule", Institution(PartnerCategory.adult_education)),
        ("Einheitsgemeinde", Institution(PartnerCategory.gemeinde)),
        ("Polizeirevier", Institution(PartnerCategory.police)),
        ("Straßenverkehrsamt", Institution(PartnerCategory.other_office, office_kind=OfficeKind.verkehrsamt)),
        ("Agentur für Arbeit", Institution(PartnerCategory.other_office, office_kind=OfficeKind.employment_agency)),
        ("Traditionspflege", None),
    ],
)
def test_institution_is_known_by_the_words_in_use(word, expected):
    assert institution(word) == expected
