"""How alike two institutions are, and why."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.duplicates import Profile
from domain.rules.duplicates import LIKELY, POSSIBLE, likeness, mark_of
from domain.rules.duplicates.likeness import REASONS, may_be_alike
from domain.terms import PartnerCategory, Schulform

BODE = Profile(
    None,
    "Gymnasium an der Bode",
    PartnerCategory.school,
    Schulform.gymnasium,
    "Uferstraße 12",
    "06484",
    "Quedlinburg",
    "15085235",
    "03946 000-110",
    "schule@bode.example",
    "http://www.bode.example",
)


def compared(one, two):
    return likeness(mark_of(one), mark_of(two))


def reasons(one, two):
    return {reason.msgid: reason.points for reason in compared(one, two).reasons}


def test_a_record_is_as_like_itself_as_can_be():
    assert compared(BODE, BODE).points == max(compared(BODE, each).points for each in (BODE, replace(BODE, phone="")))
    assert compared(BODE, BODE).points == 110


def test_every_reason_is_told_with_its_points_and_the_sum_is_the_score():
    found = compared(BODE, replace(BODE, name="Gymnasium an der Bode, Quedlinburg", street="Ufergasse 3"))
    assert found.points == sum(reason.points for reason in found.reasons)
    assert {reason.msgid for reason in found.reasons} <= {reason.msgid for reason in REASONS}
    assert [abs(reason.points) for reason in found.reasons] == sorted(
        (abs(reason.points) for reason in found.reasons), reverse=True
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Gym. Bode"},
        {"name": "Gymnasium an der Bode, Quedlinburg", "street": "", "phone": ""},
        {"name": "Gymnasium an der Bude"},
        {"postcode": "", "street": "", "phone": "", "website": "", "email": ""},
        {"phone": "+49 3946 000110", "street": ""},
        {"schulform": None, "category": PartnerCategory.other},
    ],
)
def test_second_records_are_probably_the_same(changes):
    assert compared(BODE, replace(BODE, **changes)).points >= LIKELY


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"town": "Halberstadt", "postcode": "38820", "ags": "15085135"}, "Another town"),
        ({"name": "Sekundarschule an der Bode", "schulform": Schulform.sekundarschule}, "Another school type"),
        ({"name": "Gymnasium am Wasserturm"}, "Another name"),
        ({"name": "Gymnasium an der Bode, Jugendamt", "street": ""}, "Another office of the house"),
    ],
)
def test_others_are_not_and_the_reason_says_why(changes, reason):
    found = compared(BODE, replace(BODE, **changes))
    assert found.points < LIKELY
    assert reason in {each.msgid for each in found.reasons if each.points < 0}


def test_two_numbered_schools_in_one_house_are_two():
    one = replace(BODE, name="Berufsbildende Schulen I", schulform=Schulform.berufsbildende_schule)
    assert compared(one, replace(one, name="Berufsbildende Schulen II")).points < POSSIBLE
    assert not may_be_alike(mark_of(one), mark_of(replace(one, name="BbS II")))


def test_a_school_centre_shares_address_telephone_and_website_and_is_still_two_schools():
    one = replace(BODE, name="Christophorusschule", schulform=None)
    two = replace(BODE, name="CJD Christophorusschule Gemeinschaftsschule", schulform=Schulform.gemeinschaftsschule)
    assert compared(one, two).points < LIKELY


def test_address_telephone_and_website_bring_no_more_than_forty_points_together():
    told = reasons(BODE, BODE)
    together = ("Same address", "Same telephone number", "Same e-mail address", "Same website")
    assert sum(told.get(each, 0) for each in together) == 40


def test_a_name_alone_is_possible_while_typing_but_not_likely():
    typed = Profile(None, "Gymnasium an der Bode")
    assert POSSIBLE <= compared(typed, BODE).points < LIKELY


def test_an_office_is_found_in_either_order_of_words():
    one = Profile(None, "Stadt Thale, Ordnungsamt", PartnerCategory.ordnungsamt, town="Thale")
    two = Profile(None, "Ordnungsamt der Stadt Thale", PartnerCategory.ordnungsamt, town="Thale")
    assert compared(one, two).points >= LIKELY


PROFILES = st.builds(
    Profile,
    st.none(),
    st.text(max_size=30) | st.sampled_from(["Grundschule Nord", "GS Nord", "Stadt Thale, Ordnungsamt", "Verein 1990"]),
    st.sampled_from(PartnerCategory),
    st.none() | st.sampled_from(Schulform),
    st.text(max_size=20) | st.sampled_from(["Markt 1", "Markt 1 a", "Am Markt 1-3"]),
    st.sampled_from(["", "06484", "38820"]),
    st.text(max_size=20) | st.sampled_from(["Thale", "Halle (Saale)"]),
    st.none() | st.sampled_from(["15085235", "15002000"]),
    st.text(max_size=20) | st.sampled_from(["03946 000-110", "+49 3946 000110"]),
    st.text(max_size=20),
    st.text(max_size=20),
)


@given(PROFILES, PROFILES)
def test_whichever_comes_first_the_likeness_is_the_same(one, two):
    assert compared(one, two) == compared(two, one)


@given(PROFILES, PROFILES)
def test_what_is_not_worth_a_full_comparison_would_never_be_called_possible(one, two):
    if not may_be_alike(mark_of(one), mark_of(two)):
        assert compared(one, two).points < POSSIBLE
