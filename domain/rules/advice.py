"""What follows from the field of a consultation: who may host it, and how far it may leave the house."""

from domain.rows.events import ConsultationFacts, EventDraft
from domain.terms import AdviceField, PartnerCategory

CLOSED_FIELDS = frozenset({AdviceField.economic_protection, AdviceField.cyber_protection})
"""Advice to companies, research institutions and offices: who asked for it is nobody's business."""

HOST_CATEGORIES: tuple[PartnerCategory, ...] = (
    PartnerCategory.company,
    PartnerCategory.research,
    PartnerCategory.university,
    PartnerCategory.ordnungsamt,
    PartnerCategory.jugendamt,
    PartnerCategory.other_office,
    PartnerCategory.gemeinde,
    PartnerCategory.kreis,
    PartnerCategory.job_centre,
)
"""Who is advised on economic and cyber protection."""


def field_of(draft: EventDraft) -> AdviceField | None:
    """The field of a consultation; None for other kinds."""
    return draft.facts.advice_field if isinstance(draft.facts, ConsultationFacts) else None


def is_closed(draft: EventDraft) -> bool:
    """Whether it is advice of which only the number leaves the house by default."""
    return field_of(draft) in CLOSED_FIELDS


def is_about_persons(draft: EventDraft) -> bool:
    """Whether it is individual advice on extremism, of which only counts are kept."""
    return field_of(draft) is AdviceField.extremism
