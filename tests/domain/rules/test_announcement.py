"""Texts proposed for online contributions."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.i18n import language
from domain.rows.published import Person
from domain.rules.announcement import alternative_text, announcement
from domain.rules.audience import publish
from domain.rules.post_length import measured, whole_text
from domain.terms import AssignmentRole, Audience, EventState, OnlineChannel
from tests.domain.rules.test_audience import TODAY, record

GERMAN = language("de")
LINK = "https://praevention.example/live"


def event(**changes):
    return publish(record(**changes), Audience.public, today=TODAY)


def test_it_says_what_when_where_and_why():
    assert announcement(event(), OnlineChannel.mastodon, LINK, GERMAN) == (
        "Reichsbürger erkennen\nDo 20.05.2027, 18:00\nKreisvolkshochschule, Merseburg\n\n"
        "Vortrag mit Gespräch, Eintritt frei"
    )


@pytest.mark.parametrize(
    ("state", "start"),
    [(EventState.cancelled, "Abgesagt: "), (EventState.held, "Rückblick: "), (EventState.postponed, "Verschoben: ")],
)
def test_it_says_what_became_of_the_event(state, start):
    assert announcement(event(state=state), None, "", GERMAN).startswith(f"{start}Reichsbürger erkennen\n")


def test_nothing_of_the_house_is_in_it():
    hidden = Person("Ines Anonym", AssignmentRole.speaker.value, confidential=True)
    secret = {"internal_notes": "NOTIZ", "security_remarks": "SICHERHEIT", "room": "RAUM", "contacts": ("KONTAKT",)}
    text = announcement(event(people=(hidden,), public_text="Es spricht Ines Anonym.", **secret), None, LINK, GERMAN)
    assert "N. N." in text
    assert not any(word in text for word in ("Ines", "NOTIZ", "SICHERHEIT", "RAUM", "KONTAKT"))


@pytest.mark.parametrize("audience", [Audience.partners, Audience.internal])
def test_what_others_may_see_is_refused(audience):
    shown = publish(record(), audience, today=TODAY)
    with pytest.raises(ValueError, match="public"):
        announcement(shown, None, "", GERMAN)


@given(st.text(max_size=900), st.sampled_from([*OnlineChannel]))
@settings(max_examples=40)
def test_it_fits_its_channel_with_the_link(text, channel):
    shown = replace(event(), text=text)
    assert measured(whole_text(announcement(shown, channel, LINK, GERMAN), LINK), channel).excess == 0


@pytest.mark.parametrize("channel", [OnlineChannel.x, OnlineChannel.bluesky, OnlineChannel.mastodon])
@pytest.mark.parametrize("title", ["Ü" * 300, "Wort " * 60, "👩‍👩‍👧‍👦" * 200])
def test_a_title_too_long_for_the_channel_is_cut_and_the_day_stays(title, channel):
    text = announcement(event(title=title), channel, LINK, GERMAN)
    assert measured(whole_text(text, LINK), channel).excess == 0
    assert "Do 20.05.2027, 18:00" in text


def test_words_for_a_picture_say_what_when_and_where():
    assert alternative_text(event(), GERMAN) == (
        "Ankündigung: Reichsbürger erkennen. Do 20.05.2027, 18:00. Kreisvolkshochschule, Merseburg"
    )
    with pytest.raises(ValueError, match="public"):
        alternative_text(publish(record(), Audience.internal, today=TODAY), GERMAN)
