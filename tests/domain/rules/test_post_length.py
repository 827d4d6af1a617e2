"""How channels count the length of a post."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.rules.post_length import LIMITS, measured, whole_text
from domain.terms import OnlineChannel

LONG_LINK = "https://praevention.example/" + "x" * 80


@pytest.mark.parametrize(
    ("channel", "text", "length"),
    [
        (OnlineChannel.mastodon, "Hallo", 5),
        (OnlineChannel.mastodon, f"Hier: {LONG_LINK}.", 6 + 23 + 1),
        (OnlineChannel.mastodon, "Danke, @amt@social.example!", len("Danke, @amt!")),
        (OnlineChannel.mastodon, "post@amt.example", len("post@amt.example")),
        (OnlineChannel.mastodon, "👨\u200d👩\u200d👧", 1),
        (OnlineChannel.bluesky, LONG_LINK, len(LONG_LINK)),
        (OnlineChannel.bluesky, "🇩🇪", 1),
        (OnlineChannel.x, "Größe", 5),
        (OnlineChannel.x, "Gro\u0308ße", 5),
        (OnlineChannel.x, "👨\u200d👩\u200d👧", 2),
        (OnlineChannel.x, "漢字", 4),
        (OnlineChannel.x, f"{LONG_LINK} {LONG_LINK}", 23 + 1 + 23),
        (OnlineChannel.x, "„Ruf an“ – jetzt", 16),
        (None, "Köthen 👍🏽", 8),
    ],
)
def test_each_channel_counts_in_its_own_way(channel, text, length):
    assert measured(text, channel).length == length


def test_a_text_of_just_the_limit_fits_and_one_more_does_not():
    for channel, limit in LIMITS.items():
        assert measured("a" * limit, channel).excess == 0
        assert measured("a" * (limit + 1), channel).excess == 1


def test_channels_without_a_limit_take_any_length():
    assert measured("a" * 20_000, OnlineChannel.newsletter).limit is None
    assert measured("a" * 20_000, OnlineChannel.newsletter).excess == 0


@pytest.mark.parametrize(
    ("text", "link", "whole"),
    [
        ("Kommt!", "https://a.example", "Kommt!\n\nhttps://a.example"),
        ("Kommt: https://a.example", "https://a.example", "Kommt: https://a.example"),
        (" Kommt! \n", "", "Kommt!"),
        ("", "https://a.example", "https://a.example"),
    ],
)
def test_the_link_is_copied_once(text, link, whole):
    assert whole_text(text, link) == whole


@given(st.text(max_size=60), st.sampled_from([None, *OnlineChannel]))
@settings(max_examples=40)
def test_a_longer_text_never_counts_less_behind_a_blank(text, channel):
    assert measured(f"{text} Ende", channel).length >= measured(text, channel).length
