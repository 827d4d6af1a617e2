"""How long a post may be on its channel, and how long it is there: every network counts in its own way."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from domain.rules import graphemes
from domain.terms import OnlineChannel

LINK_LENGTH = 23
"""What a link counts at Mastodon and X, however long it is."""

LIMITS: dict[OnlineChannel, int] = {
    OnlineChannel.mastodon: 500,
    OnlineChannel.bluesky: 300,
    OnlineChannel.x: 280,
    OnlineChannel.threads: 500,
    OnlineChannel.instagram: 2_200,
    OnlineChannel.facebook: 63_206,
    OnlineChannel.linkedin: 3_000,
    OnlineChannel.youtube: 5_000,
}
"""Characters a post may have where the network sets a limit; a server of Mastodon may set another than the usual."""

_LINK = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]}'“”„]", re.IGNORECASE)
_MENTION = re.compile(r"(?<![\w@/])(@[A-Za-z0-9_](?:[\w.-]*[A-Za-z0-9_])?)@[\w.-]*\w")
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Code points that X counts once (twitter-text, configuration 3); all others, emoji among them, count twice."""


@dataclass(frozen=True, slots=True)
class PostLength:
    """How long a post is as its channel counts, and how long it may be; None = any length."""

    length: int
    limit: int | None

    @property
    def excess(self) -> int:
        """How many characters there are too many."""
        return max(0, self.length - self.limit) if self.limit is not None else 0


def measured(text: str, channel: OnlineChannel | None) -> PostLength:
    """A text, with its link, as the channel counts it; without a channel graphemes without a limit."""
    limit = LIMITS.get(channel) if channel is not None else None
    if channel is OnlineChannel.mastodon:
        return PostLength(graphemes.count(_MENTION.sub(r"\1", _links_cut(text))), limit)
    if channel is OnlineChannel.x:
        return PostLength(sum(_weight(each) for each in graphemes.clusters(normalize("NFC", _links_cut(text)))), limit)
    return PostLength(graphemes.count(text), limit)


def whole_text(text: str, link: str) -> str:
    """What is copied into the channel: the text, and the link below it if it is not in there already."""
    text, link = text.strip(), link.strip()
    if not link or link in text:
        return text
    return f"{text}\n\n{link}" if text else link


def _links_cut(text: str) -> str:
    """The text with every link as long as it counts."""
    return _LINK.sub("x" * LINK_LENGTH, text)


def _weight(cluster: str) -> int:
    """What X counts for one character: an emoji of any length counts two."""
    if graphemes.is_pictograph(cluster):
        return 2
    return sum(1 if any(first <= ord(sign) <= last for first, last in _LIGHT) else 2 for sign in cluster)
