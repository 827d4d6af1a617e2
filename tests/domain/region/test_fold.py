"""Folding: different spellings of one name meet."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.region.fold import fold, fold_place, place_keys


@pytest.mark.parametrize("spelling", ["Köthen", "Koethen", "Kothen", "KÖTHEN", "KOETHEN", "Ko\u0308then", "  köthen "])
def test_spellings_of_an_umlaut_meet(spelling):
    assert fold(spelling) == "kothen"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Weißenfels", "WEISSENFELS"),
        ("Große Straße", "grosse  strasse"),
        ("Café", "Cafe"),
        ("Wałęsa", "WALESA"),
        ("Søren", "soren"),
        ("Şahin", "sahin"),
        ("ﬁx", "fix"),
    ],
)
def test_other_letters_meet_their_plain_form(one, other):
    assert fold(one) == fold(other)


def test_different_names_stay_apart():
    assert fold("Halle") != fold("Halde")
    assert fold("Burg") != fold("Burk")


@given(st.text())
@example("𐞢")  # a raised ø, which takes two steps to become o
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcdeäöüßouAEÖÜ "))
def test_umlauts_written_out_fold_alike(text):
    written_out = text.translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ö": "Oe", "Ü": "UE", "ß": "ss"}))
    assert fold(written_out) == fold(text)


@given(st.text())
def test_a_place_folds_to_itself_when_folded_again(text):
    assert fold_place(fold_place(text)) == fold_place(text)


@pytest.mark.parametrize(
    ("name", "full", "bare"),
    [
        ("Goethestadt Bad Lauchstädt", "bad lauchstadt", "bad lauchstadt"),
        ("Bad Lauchstädt, Goethestadt", "bad lauchstadt", "bad lauchstadt"),
        ("Köthen/Anhalt", "kothen anhalt", "kothen"),
        ("Koethen (Anhalt)", "kothen anhalt", "kothen"),
        ("Laucha an der Unstrut", "laucha an der unstrut", "laucha"),
        ("Halle a. d. Saale", "halle a d saale", "halle"),
        ("Burg b. Magdeburg", "burg b magdeburg", "burg"),
        ("Landeshauptstadt Magdeburg", "magdeburg", "magdeburg"),
        ("Groß Quenstedt", "gross qunstedt", "gross qunstedt"),
        ("Stadt", "stadt", "stadt"),
        ("Am Großen Bruch", "am grossen bruch", "am grossen bruch"),
        ("(Saale)", "saale", "saale"),
        ("–", "", ""),
    ],
)
def test_distinctions_go_and_qualifiers_stay_only_in_the_full_key(name, full, bare):
    assert place_keys(name) == (full, bare)
