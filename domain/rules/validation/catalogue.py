"""Which drafts of offers, publications and stock movements can be taken."""

from domain.errors import Problem
from domain.i18n import N_
from domain.rows.catalogue import OfferDraft
from domain.rows.publications import MovementDraft, PublicationDraft, StockEntry
from domain.rules.validation import fields
from domain.terms import EventKind, StockReason

OFFERED = frozenset({EventKind.lecture, EventKind.consultation, EventKind.training, EventKind.information_event})
"""Kinds of events that the catalogue offers."""

_OFFER_LENGTHS = {
    "title": 300,
    "listeners": 500,
    "aims": 2_000,
    "public_text": 4_000,
    "neutrality_note": 2_000,
    "needs": 2_000,
    "notes": 4_000,
}
_PUBLICATION_LENGTHS = {
    "title": 300,
    "edition": 100,
    "language": 20,
    "publisher": 300,
    "storage": 300,
    "notes": 4_000,
}
_MINUTES_A_WEEK = 7 * 1440
_COPIES_AT_MOST = 1_000_000


def offer_problems(draft: OfferDraft) -> list[Problem]:
    """Why the offer cannot be taken, by field; empty when it can."""
    found = [
        *fields.required("title", draft.title),
        *fields.texts(draft, _OFFER_LENGTHS),
        *fields.number("duration_minutes", draft.duration_minutes, 1, _MINUTES_A_WEEK),
        *fields.day("valid_from", draft.valid_from),
        *fields.day("valid_until", draft.valid_until),
        *fields.days_in_order("valid_until", draft.valid_from, draft.valid_until),
    ]
    if draft.kind not in OFFERED:
        found.append(
            Problem("kind", N_("The catalogue offers lectures, consultations, trainings and information events."))
        )
    return found


def publication_problems(draft: PublicationDraft) -> list[Problem]:
    """Why the publication cannot be taken, by field; empty when it can."""
    return [
        *fields.required("title", draft.title),
        *fields.texts(draft, _PUBLICATION_LENGTHS),
        *fields.number("minimum", draft.minimum, high=_COPIES_AT_MOST),
        *fields.number("pack_size", draft.pack_size, 1, _COPIES_AT_MOST),
        *fields.day("valid_until", draft.valid_until),
    ]


def movement_problems(draft: MovementDraft) -> list[Problem]:
    """Why the movement cannot be booked, by field; empty when it can. A stock-taking may find that nothing differs."""
    found = [
        *fields.day("day", draft.day),
        *fields.number("quantity", abs(draft.quantity), high=_COPIES_AT_MOST),
        *fields.text("notes", draft.notes, 500),
    ]
    if draft.quantity == 0 and draft.reason is not StockReason.inventory:
        found.append(Problem("quantity", N_("Please say how many copies came or went.")))
    return found


def stock_entry_problems(draft: StockEntry) -> list[Problem]:
    """Why the entry cannot be booked, by field; empty when it can. Counting none at a stock-taking is a finding."""
    lowest = 0 if draft.reason is StockReason.inventory else 1
    found = [
        *fields.day("day", draft.day),
        *fields.number("copies", draft.copies, lowest, _COPIES_AT_MOST),
        *fields.text("notes", draft.notes, 500),
    ]
    if draft.copies is None:
        found.append(Problem("copies", N_("Please say how many copies.")))
    return found
