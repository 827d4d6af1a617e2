"""Places, titles and kinds as other programs' calendars write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.rows.calendar_import import CalendarEntry
from domain.rules.calendar_entries import UNTITLED, changed_since, digests, title_of, where
from domain.rules.calendar_kinds import guessed_kind
from domain.terms import EventKind, EventState
from tests.builders import HALLE, KOETHEN, ZERBST


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rathaus, Markt 1, 06366 Köthen (Anhalt)", ("Rathaus", "Markt 1", "06366", "Köthen (Anhalt)", KOETHEN)),
        ("Markt 1\n06366 Köthen", ("", "Markt 1", "06366", "Köthen", KOETHEN)),
        ("Turnhalle, Zerbst/Anhalt", ("Turnhalle", "", "", "Zerbst/Anhalt", ZERBST)),
        ("Halle (Saale)", ("", "", "", "Halle (Saale)", HALLE)),
        ("Raum 4", ("Raum 4", "", "", "", None)),
        ("Dom, 50667 Köln", ("Dom", "", "50667", "Köln", None)),
        ("", ("", "", "", "", None)),
    ],
)
def test_a_line_of_text_is_read_as_a_place(text, found):
    place = where(text)
    assert (place.name, place.street, place.postcode, place.town, place.ags) == found


def test_a_web_address_is_no_place_on_the_map():
    place = where("Videokonferenz https://video.example/raum?x=1")
    assert (place.name, place.online_url, place.ags) == ("Videokonferenz", "https://video.example/raum?x=1", None)
    assert where("", "https://video.example/raum").online_url == "https://video.example/raum"
    assert where("", "javascript:alert(1)").online_url == ""


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_a_place_that_can_be_kept(text):
    place = where(text)
    assert len(place.name) <= 300
    assert len(place.street) <= 200
    assert len(place.town) <= 200
    assert "\n" not in place.name + place.street + place.town


def test_a_cancelled_title_loses_its_mark_and_no_other_does():
    cancelled = CalendarEntry(1, "a", "ABGESAGT: Infostand", state=EventState.cancelled)
    assert title_of(cancelled) == "Infostand"
    assert title_of(CalendarEntry(1, "a", "Abgesagt: das Stück")) == "Abgesagt: das Stück"
    assert title_of(CalendarEntry(1, "a", " \n ")) == UNTITLED


@pytest.mark.parametrize(
    ("title", "categories", "kind"),
    [
        ("Vortrag Enkeltrick", (), EventKind.lecture),
        ("Elternabend", ("Fortbildung",), EventKind.training),
        ("Sommerfest", (), EventKind.information_event),
        ("Bürgerdialog in Stendal", (), EventKind.citizen_dialogue),
        ("Präventionsmobil auf dem Markt", (), EventKind.mobile_stop),
    ],
)
def test_words_tell_the_kind_and_categories_come_first(title, categories, kind):
    assert guessed_kind(title, categories) is kind


def test_fingerprints_tell_which_fields_changed():
    said = digests({"title": "A", "text": "B"})
    assert changed_since({"title": "A", "text": "C"}, said) == {"text"}
    assert changed_since({"title": "A", "text": "B"}, said) == frozenset()
