"""An event made from an offer of the catalogue."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from domain.rows.catalogue import OfferDraft
from domain.rows.events import EventDraft, HandOut, KindFacts, LectureFacts, TrainingFacts
from domain.rules.local import later
from domain.terms import EventKind, EventState


def event_of(offer: OfferDraft, offer_id: UUID | None = None) -> EventDraft:
    """The event that carries out `offer`: an idea without date and place, with texts, topic, groups and material.

    Neutrality note and room needs go where the kind has a place for them, else into the internal notes.
    """
    facts = _facts(offer)
    notes = (offer.notes,) if isinstance(facts, LectureFacts) else (offer.neutrality_note, offer.needs, offer.notes)
    return EventDraft(
        kind=offer.kind,
        title=offer.title,
        public_text=offer.public_text,
        internal_notes="\n\n".join(part for part in notes if part),
        topic_ids=(offer.topic_id,) if offer.topic_id else (),
        target_group_ids=offer.target_group_ids,
        publications=tuple(HandOut(publication) for publication in offer.publication_ids),
        offer_id=offer_id,
        facts=facts,
    )


def _facts(offer: OfferDraft) -> KindFacts | None:
    if offer.kind is EventKind.lecture:
        return LectureFacts(room_technique=offer.needs, neutrality_note=offer.neutrality_note)
    return TrainingFacts(aims=offer.aims) if offer.kind is EventKind.training else None


def dated(draft: EventDraft, start: datetime, minutes: int) -> EventDraft:
    """The event from `start` (aware) on for so many minutes; with a date it is tentative."""
    return replace(draft, state=EventState.tentative, starts_at=start, ends_at=later(start, minutes))
