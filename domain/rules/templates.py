"""Templates: what of an event serves for others, and what belongs to that one event alone."""

from dataclasses import replace

from domain.rows.events import (
    ConsultationFacts,
    CouncilFacts,
    DialogueFacts,
    EventDraft,
    KindFacts,
    OnlineFacts,
    PatrolFacts,
)
from domain.terms import EventState, PlaceKind


def as_template(draft: EventDraft) -> EventDraft:
    """What others can take over: kind, title, public text, usual lengths, topics, groups, equipment, details.

    Left behind are dates, place, institutions, people, counts, notes, reasons, and names in the details.
    """
    return _fresh(draft, internal_notes="", is_template=True)


def from_template(template: EventDraft) -> EventDraft:
    """A new event, an idea without a date, with everything the template holds; its own notes come along."""
    return _fresh(template, internal_notes=template.internal_notes if template.is_template else "", is_template=False)


def _fresh(draft: EventDraft, *, internal_notes: str, is_template: bool) -> EventDraft:
    place = PlaceKind.online if draft.place_kind is PlaceKind.online else PlaceKind.address
    return EventDraft(
        kind=draft.kind,
        title=draft.title,
        state=EventState.idea,
        audience=draft.audience,
        public_text=draft.public_text,
        internal_notes=internal_notes,
        set_up_minutes=draft.set_up_minutes,
        tear_down_minutes=draft.tear_down_minutes,
        place_category=draft.place_category,
        offer_id=draft.offer_id,
        place_kind=place,
        languages=draft.languages,
        accessibility=draft.accessibility,
        press_expected=draft.press_expected,
        is_template=is_template,
        topic_ids=draft.topic_ids,
        target_group_ids=draft.target_group_ids,
        equipment_ids=draft.equipment_ids,
        traffic=draft.traffic,
        facts=_details(draft.facts),
    )


def _details(facts: KindFacts | None) -> KindFacts | None:
    """The details without names, dates, numbers of sessions and figures of what came of it."""
    match facts:
        case ConsultationFacts():
            return replace(facts, talks=None, minutes=None)
        case DialogueFacts():
            return replace(facts, moderation="", invitation_until=None)
        case PatrolFacts():
            return replace(facts, police_officers=None, ordnungsamt_officers=None, checks=None)
        case CouncilFacts():
            return replace(facts, session="")
        case OnlineFacts():
            return replace(facts, about_id=None, reach=None)
    return facts
