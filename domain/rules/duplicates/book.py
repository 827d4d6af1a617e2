"""All institutions of a file, kept so that those which may be the same are found without comparing each with each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from uuid import UUID

from domain.rows.duplicates import DuplicatePair, Likeness, Profile
from domain.rules.duplicates.likeness import LIKELY, POSSIBLE, likeness, may_be_alike
from domain.rules.duplicates.marks import Mark, mark_of

_NAME, _WHOLE, _WORD, _PAIR, _STREET, _PHONE, _EMAIL = "NAWPSTE"
"""The first letter of a block's key: what its members share."""

_LARGEST = {_WORD: 8, _STREET: 24, _PAIR: 32}
"""Blocks with more members say nothing (all clubs of a city): their members meet in a smaller one, or not at all."""

_LARGEST_OTHER = 120

_ENDS, _PAIR_ENDS, _WHOLE_ENDS = 4, 3, 6
"""Letters at the beginning or end of a word that find it again when it is mistyped elsewhere; fewer where two words
together do, more of the whole name, which finds it again where the slip hides a word."""

_MOST_WORDS = 4
"""Words of a name that are paired; longer names have enough rare ones."""

Key = str


class DuplicateBook:
    """Finds what may be the same. Built once from all institutions and never changed; may be read from any thread."""

    def __init__(self, profiles: Iterable[Profile], apart: Iterable[frozenset[UUID]] = ()) -> None:
        """`apart` are pairs of which a person said that they are not the same."""
        self._marks = [mark_of(profile) for profile in profiles]
        self._apart = frozenset(apart)
        self._blocks: dict[Key, list[int]] = defaultdict(list)
        for position, mark in enumerate(self._marks):
            for key in set(_keys(mark)):
                self._blocks[key].append(position)
        self.pairs: tuple[DuplicatePair, ...] = tuple(sorted(self._pairs(), key=_order))
        self._of: dict[UUID, list[DuplicatePair]] = defaultdict(list)
        for pair in self.pairs:
            for profile in (pair.first, pair.second):
                if profile.id is not None:
                    self._of[profile.id].append(pair)

    def of(self, partner_id: UUID) -> tuple[DuplicatePair, ...]:
        """The pairs an institution is in, likeliest first."""
        return tuple(self._of.get(partner_id, ()))

    def like(self, typed: Profile, least: int = POSSIBLE) -> list[tuple[Profile, Likeness]]:
        """Institutions that may be the one being typed, likeliest first, then oldest; leaves `typed.id` out."""
        mark = mark_of(typed)
        near: set[int] = set()
        for key in set(_keys(mark)):
            block = self._blocks.get(key, ())
            if len(block) <= _largest(key):
                near.update(block)
        found = []
        for position in near:
            other = self._marks[position]
            if other.profile.id == typed.id or not may_be_alike(mark, other) or self._is_apart(mark, other):
                continue
            like = likeness(mark, other)
            if like.points >= least:
                found.append((other.profile, like))
        return sorted(found, key=lambda pair: (-pair[1].points, str(pair[0].id)))

    def _pairs(self) -> Iterator[DuplicatePair]:
        for first, second in self._candidates():
            one, two = self._marks[first], self._marks[second]
            if not may_be_alike(one, two) or self._is_apart(one, two):
                continue
            like = likeness(one, two)
            if like.points >= LIKELY:
                yield DuplicatePair(one.profile, two.profile, like)

    def _candidates(self) -> set[tuple[int, int]]:
        found: set[tuple[int, int]] = set()
        for key, block in self._blocks.items():
            if key[0] == _NAME:
                found.update(self._without_place(block))
            elif 1 < len(block) <= _largest(key):
                found.update(combinations(block, 2))
        return found

    def _without_place(self, block: list[int]) -> Iterator[tuple[int, int]]:
        """Of those with one name only pairs of which one has no place: the others meet in the blocks of their place."""
        alone = [position for position in block if not any(_places(self._marks[position]))]
        for position in alone[:_LARGEST_OTHER]:
            for other in block[:_LARGEST_OTHER]:
                if other != position:
                    yield min(position, other), max(position, other)

    def _is_apart(self, one: Mark, two: Mark) -> bool:
        return bool(self._apart) and frozenset({one.profile.id, two.profile.id}) in self._apart


def _order(pair: DuplicatePair) -> tuple[int, str, str]:
    return -pair.likeness.points, pair.first.name, str(pair.first.id)


def _largest(key: Key) -> int:
    return _LARGEST.get(key[0], _LARGEST_OTHER)


def _places(mark: Mark) -> tuple[str, ...]:
    """What names the place of an institution: postcode and town, or the Gemeinde if both are missing."""
    given = tuple(place for place in (mark.profile.postcode, mark.town) if place)
    return given or ((mark.profile.ags,) if mark.profile.ags else ())


def _keys(mark: Mark) -> Iterator[Key]:
    """The blocks of an institution: two that are the same share one, even with a slip in name or town."""
    words = sorted(mark.own or mark.name.words or mark.name.units)
    whole = "".join(words) or "".join(sorted(mark.forms))
    yield _NAME + whole
    for place in _places(mark):
        yield f"{_WHOLE}{place}|{whole}|{' '.join(sorted(mark.name.units))}"
        for word in words:
            yield f"{_WORD}{place}|{word[:_ENDS]}"
            yield f"{_WORD}{place}|{word[-_ENDS:]}"
        for one, two in combinations(words[:_MOST_WORDS], 2):
            yield f"{_PAIR}{place}|{one[:_PAIR_ENDS]}|{two[:_PAIR_ENDS]}"
            yield f"{_PAIR}{place}|{one[-_PAIR_ENDS:]}|{two[-_PAIR_ENDS:]}"
        yield f"{_WORD}{place}|{mark.name.whole[:_WHOLE_ENDS]}"
        yield f"{_WORD}{place}|{mark.name.whole[-_WHOLE_ENDS:]}"
        if mark.street.name:
            yield f"{_STREET}{place}|{mark.street.name[:_ENDS]}|{mark.street.first}"
    if mark.phone:
        yield _PHONE + mark.phone
    if mark.email:
        yield _EMAIL + mark.email
