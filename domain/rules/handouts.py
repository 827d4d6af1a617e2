"""Rules of handouts: how long an edition is valid, which one fits, and what is remarkable about its text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from domain.i18n import N_
from domain.labels.languages import LANGUAGES
from domain.region.fold import fold
from domain.rows.handouts import EditionDraft, EditionRow, HandoutRow
from domain.terms import HandoutState

SOON = timedelta(days=60)
"""How long before its last day an edition should be looked at again."""

LONGEST_SENTENCE = 12
"""Words of a sentence in Leichte Sprache at most (Netzwerk Leichte Sprache: one thought a sentence, short)."""

_ORDER = {tag: place for place, (tag, _name) in enumerate(LANGUAGES)}
_FOREIGN = (
    (re.compile(r"^\s{0,3}(?:#|#{4,})\s"), N_("Headings have two or three # signs; this line is shown as it is.")),
    (re.compile(r"^\s{0,3}(?:```|~~~)"), N_("Boxes of program code are not set; the signs are shown as they are.")),
    (re.compile(r"^\s*\|.*\|\s*$"), N_("Tables are not set; the line is shown as it is.")),
    (re.compile(r"^\s{0,3}(?:=+|(?:[-*_]\s*){3,})\s*$"), N_("Rules are not set; the signs are shown as they are.")),
    (re.compile(r"!\[[^\]]*\]\("), N_("Pictures are not set; only their text is shown.")),
    (re.compile(r"</?[A-Za-z][^<>]*>|<!--"), N_("HTML is not understood; it is shown as it is.")),
    (re.compile(r"`[^`]+`"), N_("The sign ` has no meaning here; it is shown as it is.")),
)
_LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]*)")
_LEADING = re.compile(r"^\s*(?:#{2,3}\s+|[-*+]\s+|\d{1,9}[.)]\s+|>\s*)*")
_SENTENCE = re.compile(r"[.!?:]+(?=\s|$)")
_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_SIGNS = re.compile(r"[*_]{1,3}|\]\([^)]*\)|\[")


@dataclass(frozen=True, slots=True)
class TextHint:
    """Something remarkable about an edition; `line` of its text counts from 1, 0 for the whole."""

    line: int
    msgid: str
    params: tuple[tuple[str, object], ...] = ()


def language_order(tag: str) -> tuple[int, str]:
    """Sorts editions: German first, then the languages as often as they are asked for."""
    return _ORDER.get(tag, len(_ORDER)), tag


def state_of(valid_until: date | None, today: date) -> HandoutState:
    """Whether an edition with this last day may be given out today."""
    if valid_until is None:
        return HandoutState.undated
    if valid_until < today:
        return HandoutState.expired
    return HandoutState.expiring if valid_until <= today + SOON else HandoutState.valid


def key_for(title: str, taken: Iterable[str]) -> str:
    """The name in files of a handout with that title, other than those that are taken."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:60] or "handout"
    used = set(taken)
    numbered = (plain if number == 1 else f"{plain}-{number}" for number in range(1, len(used) + 2))
    return next(name for name in numbered if name not in used)


def fitting(rows: Sequence[HandoutRow], topic_ids: Iterable[UUID], languages: Sequence[str]) -> list[EditionRow]:
    """The editions on these topics that are not over, those in the languages asked for first, German before others."""
    topics = set(topic_ids)
    found = [
        edition
        for row in rows
        if row.draft.topic_id in topics
        for edition in row.editions
        if edition.state is not HandoutState.expired
    ]
    wanted = tuple(languages) or ("de",)
    return sorted(found, key=lambda each: (each.draft.language not in wanted, language_order(each.draft.language)))


def hints(draft: EditionDraft) -> list[TextHint]:
    """What a person should look at before the edition goes out; nothing of it is refused."""
    found = list(_about_the_whole(draft))
    for number, line in enumerate(draft.text.splitlines(), 1):
        found += [TextHint(number, msgid) for pattern, msgid in _FOREIGN if pattern.search(line)]
        found += [
            TextHint(number, N_("“{address}” is no address a link may lead to; only its text is shown."),
                     (("address", address[:60]),))
            for address in _LINK.findall(line)
            if not address.lower().startswith(_SCHEMES)
        ]  # fmt: skip
        if draft.is_simple:
            found += _too_long(number, line)
    return found


def _about_the_whole(draft: EditionDraft) -> Iterator[TextHint]:
    if draft.valid_until is None:
        yield TextHint(0, N_("Please say until when this edition is valid."))
    if not draft.text.strip():
        yield TextHint(0, N_("There is no text yet."))
    if not draft.author.strip():
        yield TextHint(0, N_("Please say who wrote it."))


def _too_long(number: int, line: str) -> Iterator[TextHint]:
    """A hint for each sentence of a line that has too many words."""
    plain = _SIGNS.sub("", _LEADING.sub("", line))
    for sentence in _SENTENCE.split(plain):
        words = len([word for word in sentence.split() if any(map(str.isalnum, word))])
        if words > LONGEST_SENTENCE:
            yield TextHint(
                number,
                N_("This sentence has {words} words; in Leichte Sprache {limit} at most."),
                (("words", words), ("limit", LONGEST_SENTENCE)),
            )
