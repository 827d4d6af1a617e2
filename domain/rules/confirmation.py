"""What may stand in the letter that confirms an event to its host."""

from dataclasses import replace
from datetime import date

from domain.rows.published import EventRecord
from domain.rows.published_confirmation import Confirmation, ConfirmedFacts
from domain.rules.audience import publish, without_names
from domain.terms import Audience, EventState

CONFIRMED = frozenset({EventState.tentative, EventState.confirmed})
"""States in which a date is confirmed or noted."""


def confirm(record: EventRecord, facts: ConfirmedFacts, today: date) -> Confirmation | None:
    """The event as partners may see it with the facts beside it, or None if its host may not be written to.

    Names that stay in the house are taken out of every text, as everywhere else.
    """
    event = publish(record, Audience.partners, today=today)
    if event is None or event.state not in CONFIRMED:
        return None
    here = [person.name for person in record.people if person.confidential]
    clean = without_names([*here, *record.confidential_names])
    cleaned = replace(
        facts,
        address=tuple(map(clean, facts.address)),
        listeners=clean(facts.listeners),
        school_grade=clean(facts.school_grade),
        room_technique=clean(facts.room_technique),
        room_needs=clean(facts.room_needs),
        neutrality_note=clean(facts.neutrality_note),
        material=tuple(map(clean, facts.material)),
    )
    return Confirmation(event, cleaned)
