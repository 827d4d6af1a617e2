"""Two records of one institution made one: what differs, what is proposed, and what is left over for the notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from domain.errors import NotFoundError
from domain.i18n import Language
from domain.labels import has_name, label
from domain.region.gemeinden import gemeinde
from domain.rows.duplicates import Difference, MergeSide, Side
from domain.rows.partners import PartnerDraft
from domain.terms import PartnerCategory

_IN_NOTES = frozenset({"phone", "email", "website"})
"""Fields of which both values may be kept: the left one in its place, the right one in the notes."""

_LEFT_STAYS = frozenset({"source", "source_id"})
"""Where a record came from belongs to the id that stays."""


def says_something(value: object) -> bool:
    """Whether a value is more than the blank of a new form: text, a number, a yes, a category other than “other”."""
    return value not in (None, "", ()) and value is not False and value is not PartnerCategory.other


def differences(left: MergeSide, right: MergeSide, newer: Side) -> tuple[Difference, ...]:
    """The fields in which two records differ, in the order of the draft; `newer` is the one changed last."""
    own = {left.id, right.id}
    found = []
    for field in fields(PartnerDraft):
        mine, other = (_told(getattr(side.draft, field.name), own) for side in (left, right))
        if mine != other:
            proposed = _proposed(field.name, mine, other, newer)
            found.append(Difference(field.name, mine, other, _sides(field.name, mine, other), proposed))
    return tuple(found)


def _told(value: Any, own: set[UUID]) -> Any:  # noqa: ANN401 - the value of any field
    """The value, or None where it names one of the two themselves: nothing is part of itself."""
    return None if isinstance(value, UUID) and value in own else value


def _sides(field: str, left: object, right: object) -> tuple[Side, ...]:
    may_join = field == "notes" or field in _IN_NOTES or isinstance(left, tuple)
    if may_join and says_something(left) and says_something(right):
        return (Side.left, Side.right, Side.both)
    return (Side.left, Side.right)


def _proposed(field: str, left: Any, right: Any, newer: Side) -> Side:  # noqa: ANN401 - the values of any field
    """What says something before what says nothing, the later day, both notes, the longer name, else the newer."""
    if not says_something(left) or not says_something(right):
        return Side.left if says_something(left) else Side.right
    if field == "notes" or isinstance(left, tuple):
        return Side.both
    if field in _LEFT_STAYS:
        return Side.left
    if isinstance(left, date):
        return Side.left if left >= right else Side.right
    if field in {"name", "street"} and len(left) != len(right):
        return Side.left if len(left) > len(right) else Side.right
    return newer


def merged(left: MergeSide, found: Sequence[Difference], choices: Mapping[str, Side]) -> PartnerDraft:
    """The record that comes of two; without a choice what is proposed is taken."""
    values = {each.field: _taken(each, _side(each, choices)) for each in found}
    return replace(left.draft, **values)


def _side(found: Difference, choices: Mapping[str, Side]) -> Side:
    side = choices.get(found.field, found.proposed)
    return side if side in found.sides else found.proposed


def _taken(found: Difference, side: Side) -> Any:  # noqa: ANN401 - the value of any field
    if side is not Side.both:
        return found.left if side is Side.left else found.right
    if isinstance(found.left, tuple) and isinstance(found.right, tuple):
        return tuple(dict.fromkeys((*found.left, *found.right)))
    if found.field == "notes":
        return f"{found.left}\n{found.right}"
    return found.left


def left_over(found: Sequence[Difference], choices: Mapping[str, Side]) -> Iterator[tuple[str, object]]:
    """Every value that says something and is not taken: field and value, for the notes."""
    for each in found:
        side = _side(each, choices)
        if side is Side.both and each.field not in _IN_NOTES:
            continue
        value = each.left if side is Side.right else each.right
        if says_something(value):
            yield each.field, value


def value_words(field: str, value: object, language: Language) -> str:
    """A field's value as people read it; "" for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return language.gettext("yes") if value else language.gettext("no")
    if isinstance(value, StrEnum) and has_name(value):
        return label(value, language)
    if isinstance(value, tuple):
        return language.listing([value_words(field, each, language) for each in value])
    if field == "ags":
        return _gemeinde(str(value))
    return language.plain(value)


def _gemeinde(ags: str) -> str:
    try:
        return gemeinde(ags).name
    except NotFoundError:
        return ags
