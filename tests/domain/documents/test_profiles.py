"""The profiles of good examples and councils: one page, nothing but what is public."""

import re
from dataclasses import fields, replace

import pytest

from domain import documents
from domain.i18n import language
from domain.rows.practice import PracticeProfile
from domain.rows.published import InternalPart
from domain.terms import Audience
from tests.domain.documents import samples, tagged
from tests.domain.documents.council_samples import COUNCIL, PROFILE, council_sheet, long_council, practice_sheet

SENTENCE = "Ein ganz gewöhnlicher Satz, wie ihn Menschen schreiben. "


def practice(code="de", **changes):
    return documents.render("best_practice", samples.best_practice(**changes), language(code))


def council(found=COUNCIL, code="de"):
    return documents.render("council_profile", council_sheet(found), language(code))


@pytest.mark.parametrize("field", [field.name for field in fields(PracticeProfile)])
def test_everything_a_profile_says_stands_on_the_page(field):
    found = tagged.text(practice())
    for line in getattr(PROFILE, field).splitlines():
        assert line in found


@pytest.mark.parametrize(
    "fact",
    [
        "GUTES BEISPIEL · BÜRGERDIALOG",
        "Sicher am Bahnhof Havelberg",
        "2027 durchgeführt am 14.05.2027",
        "Was andere übernehmen können",
        "Fragen beantwortet Stadtverwaltung, Ordnungsamt",
        "Herausgegeben von Koordinierungsstelle Prävention",
    ],
)
def test_a_profile_names_event_and_office(fact):
    assert fact in tagged.text(practice())


def test_what_the_profile_leaves_open_comes_from_the_published_event():
    found = tagged.text(practice(profile=PracticeProfile(result="Gut besucht")))
    assert "Wie sicher fühlen Sie sich am Bahnhof" in found
    assert "Was getan wurde" not in found
    assert "Gut besucht" in found


@pytest.mark.parametrize(
    "fact",
    [
        "PRÄVENTIONSRAT · STENDAL",
        "5 Mitglieder",
        "1 öffentlicher Beschluss",
        "Vorsitz Stadt Stendal, Ordnungsamt",
        "Mitglied Landkreis Stendal, Jugendamt; 2 engagierte Personen",
        "Turnus alle 120 Tage",
        "Zuletzt 09.02.2027",
        "Nächster Termin 10.06.2027",
        "09.02.2027 Die Unterführung wird beleuchtet. einstimmig",
        "Telefon 0391 000-0000",
    ],
)
def test_a_council_profile_names_institutions_rhythm_and_resolutions(fact):
    assert fact in tagged.text(council())


def test_a_council_of_which_nothing_is_public_still_has_a_profile():
    found = council(replace(COUNCIL, members=(), sessions=(), resolutions=(), kreis_ags=None, interval_days=None))
    assert tagged.faults(found) == []
    assert "Keine erfasst." in tagged.text(found)
    assert tagged.text(found).count("Keine öffentlichen.") == 2


@pytest.mark.parametrize("words", [SENTENCE * 60, (SENTENCE + "\n") * 60], ids=["long", "many lines"])
@pytest.mark.parametrize("code", ["de", "en"])
def test_a_profile_stays_one_page_whatever_was_written(words, code):
    event = samples.dialogue(title=words, host=words, topics=(words,) * 9, partners=(words,) * 9)
    profile = PracticeProfile(**{field.name: words for field in fields(PracticeProfile)})
    assert len(tagged.page_texts(practice(code, event=event, profile=profile))) == 1
    assert len(tagged.page_texts(council(long_council(words), code))) == 1


def test_what_does_not_fit_is_counted():
    found = tagged.text(council(long_council("Ordnungsamt")))
    assert len(re.findall(r"und \d+ weitere", found)) == 3  # members, sessions, resolutions


def test_english_profiles_speak_english():
    assert "What others can take over" in tagged.text(practice("en"))
    assert "2 engaged citizens" in tagged.text(council(code="en"))


def test_profiles_are_made_from_the_public_view_only():
    inside = samples.dialogue(Audience.internal, internal=InternalPart())
    with pytest.raises(ValueError, match="public view"):
        practice_sheet(inside)
    with pytest.raises(ValueError, match="as the public sees them"):
        council_sheet(replace(COUNCIL, sessions=(inside,)))
