"""Finding what stands there twice among many."""

import random
from collections import Counter
from dataclasses import replace
from uuid import UUID

import pytest

from domain.rows.duplicates import Profile
from domain.rules.duplicates import LIKELY, DuplicateBook, likeness, mark_of
from domain.terms import PartnerCategory
from tests.domain.rules.duplicates.schools import doubled, every_change, figures, schools


def test_among_all_901_schools_exactly_the_one_true_pair_is_found():
    (pair,) = DuplicateBook(schools()).pairs
    assert len(schools()) == 901
    assert pair.first.name == pair.second.name == "Freie Ganztagsschule Neinstedt"
    assert pair.first.street == pair.second.street == "Krameringstraße 32"


def test_schools_of_one_name_in_different_towns_are_not_called_duplicates():
    names = Counter(school.name for school in schools())
    repeated = {name for name, count in names.items() if count > 1}
    found = {pair.first.name for pair in DuplicateBook(schools()).pairs}
    assert len(repeated) == 37
    assert found & repeated == {"Freie Ganztagsschule Neinstedt"}


def test_the_search_by_blocks_misses_none_of_what_comparing_all_with_all_finds():
    marks = [mark_of(profile) for profile in schools() if profile.postcode[:3] in {"061", "065"}]
    every = {
        frozenset((one.profile.id, two.profile.id))
        for at, one in enumerate(marks)
        for two in marks[:at]
        if likeness(one, two).points >= LIKELY
    }
    book = DuplicateBook(mark.profile for mark in marks)
    assert {frozenset((pair.first.id, pair.second.id)) for pair in book.pairs} == every


@pytest.mark.parametrize("name", every_change(random.Random(0)))
def test_a_second_record_that_differs_in_spelling_is_found_and_nothing_else(name):
    recall, precision = figures(*doubled(every_change(random.Random(5))[name]))
    assert recall >= (0.85 if name == "several" else 0.97)
    assert precision >= 0.995


def test_pairs_that_a_person_set_apart_are_not_told_again():
    profiles = [Profile(UUID(int=n), "Verein Saale", town="Halle") for n in (1, 2, 3)]
    apart = [frozenset((UUID(int=1), UUID(int=2)))]
    found = {frozenset((p.first.id.int, p.second.id.int)) for p in DuplicateBook(profiles, apart).pairs}
    assert found == {frozenset((1, 3)), frozenset((2, 3))}


def test_what_is_typed_is_found_with_the_likeliest_first_and_never_the_record_itself():
    book = DuplicateBook(schools())
    one = next(school for school in schools() if school.name == "Domgymnasium")
    typed = replace(one, id=None, name="Domgymnasim", street="")
    assert next(profile.id for profile, _like in book.like(typed)) == one.id
    assert one.id not in {profile.id for profile, _like in book.like(one)}


def test_a_name_typed_without_a_town_finds_those_of_that_name():
    found = DuplicateBook(schools()).like(Profile(None, "Domgymnasium"))
    assert {profile.town for profile, _like in found} == {s.town for s in schools() if s.name == "Domgymnasium"}


def test_a_record_without_any_place_meets_its_twin():
    profiles = [
        Profile(UUID(int=1), "Verein Saale", phone="0345 000111", town="Halle"),
        Profile(UUID(int=2), "Saale Verein e. V.", phone="0345/000-111"),
        *(Profile(UUID(int=10 + n), f"Verein {n}", PartnerCategory.club, town="Halle") for n in range(300)),
    ]
    (pair,) = DuplicateBook(profiles).pairs
    assert {pair.first.id.int, pair.second.id.int} == {1, 2}


def test_a_book_knows_the_pairs_of_each_record():
    book = DuplicateBook(schools())
    (pair,) = book.pairs
    assert book.of(pair.first.id) == book.of(pair.second.id) == (pair,)
    assert pair.other(pair.first.id) == pair.second
    assert book.of(UUID(int=99_999)) == ()
