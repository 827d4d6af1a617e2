"""Which offers of the catalogue answer a request: by kind, topic, listeners, length, and whether still valid."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from domain.i18n import N_
from domain.region.fold import fold
from domain.rows.catalogue import OfferRow
from domain.rows.requests import RequestDraft
from domain.rows.triage import OfferChoice, Reason
from domain.rules.schools import is_school
from domain.terms import Bearing

_ASKED, _TOPIC, _WORDS, _GROUP, _LENGTH = 100, 40, 25, 10, 5
"""Points: the host named it, same topic, words of the topic in its title, its listeners, its length."""

_STEM = 5
"""Letters that two words must share at their beginning to mean the same: Schüler, Schülerinnen."""

_WORD = re.compile(r"[^\W_]{4,}")
_COMMON = frozenset({"thema", "vortrag", "beratung", "schulung", "klasse", "alle", "oder", "eine", "fur", "uber"})


def match_offers(
    draft: RequestDraft, topic_id: UUID | None, offers: Iterable[OfferRow], day: date
) -> tuple[OfferChoice, ...]:
    """The offers of the wanted kind, and one that was named: the best first, those that are not valid last.

    `topic_id` is the request's topic, if the vocabulary knows it; `day` the day it would be held on. The order of
    `offers` makes no difference.
    """
    judged = [_judged(draft, topic_id, row, day) for row in offers if _comes_into_question(draft, row)]
    judged.sort(key=lambda found: (not found[1].is_fit, -found[0], fold(found[1].title), found[1].offer_id))
    return tuple(choice for _points, choice in judged)


def _comes_into_question(draft: RequestDraft, row: OfferRow) -> bool:
    return row.id == draft.offer_id or row.draft.kind is draft.kind


def _judged(draft: RequestDraft, topic_id: UUID | None, row: OfferRow, day: date) -> tuple[int, OfferChoice]:
    found = [
        *_validity(row, day),
        *_named(draft, row),
        *_topic(draft, topic_id, row),
        *_listeners(draft, row),
        *_length(draft, row),
    ]
    against = tuple(reason for reason, _worth in found if reason.bearing is Bearing.obstacle)
    reasons = against or tuple(reason for reason, _worth in found)
    choice = OfferChoice(row.id, row.draft.title, row.draft.duration_minutes, reasons, is_fit=not against)
    return sum(worth for _reason, worth in found), choice


Judged = Iterator[tuple[Reason, int]]


def _said(bearing: Bearing, msgid: str, **params: object) -> Reason:
    return Reason(bearing, msgid, tuple(params.items()))


def _validity(row: OfferRow, day: date) -> Judged:
    first, last = row.draft.valid_from, row.draft.valid_until
    if last is not None and last < day:
        yield _said(Bearing.obstacle, N_("No longer offered since {day}"), day=last), 0
    elif first is not None and first > day:
        yield _said(Bearing.obstacle, N_("Offered only from {day}"), day=first), 0


def _named(draft: RequestDraft, row: OfferRow) -> Judged:
    if row.id == draft.offer_id:
        yield _said(Bearing.good, N_("The host asks for it")), _ASKED


def _topic(draft: RequestDraft, topic_id: UUID | None, row: OfferRow) -> Judged:
    wanted = draft.topic.strip()
    if topic_id is not None and topic_id == row.draft.topic_id:
        yield _said(Bearing.good, N_("Topic: {topic}"), topic=row.topic or wanted), _TOPIC
    elif wanted and _share_a_word(wanted, f"{row.draft.title} {row.topic}"):
        yield _said(Bearing.good, N_("Title fits “{topic}”"), topic=wanted), _WORDS
    elif row.topic and wanted:
        yield _said(Bearing.warning, N_("Other topic: {topic}"), topic=row.topic), 0


def _listeners(draft: RequestDraft, row: OfferRow) -> Judged:
    meant = ", ".join(row.target_groups) or row.draft.listeners
    if not meant:
        return
    asked = f"{draft.listeners} {'Schüler Schule Jugendliche' if is_school(draft.requester, draft.schulform) else ''}"
    if _share_a_word(asked, f"{meant} {row.draft.listeners}"):
        yield _said(Bearing.good, N_("Meant for: {groups}"), groups=meant), _GROUP
    elif asked.strip():
        yield _said(Bearing.warning, N_("Meant for others: {groups}"), groups=meant), -_GROUP


def _length(draft: RequestDraft, row: OfferRow) -> Judged:
    takes, wished = row.draft.duration_minutes, draft.duration_minutes
    if takes is None or wished is None:
        return
    if takes <= wished:
        yield _said(Bearing.good, N_("Takes {minutes} of {wished} min"), minutes=takes, wished=wished), _LENGTH
    else:
        yield (
            _said(Bearing.warning, N_("Takes {minutes} min, wished are {wished}"), minutes=takes, wished=wished),
            -_LENGTH,
        )


def _share_a_word(first: str, second: str) -> bool:
    """Whether a word of each begins alike."""
    stems = _stems(second)
    return any(stem in stems for stem in _stems(first))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(fold(text)) if word not in _COMMON}
