"""Sample templates for events, filters kept under a name, and institutions that were entered twice."""

import json
from datetime import timedelta
from typing import Any

from domain.demo import twins
from domain.demo.neighbours import World
from domain.demo.tables import patterns
from domain.rows.events import DialogueFacts, EventDraft
from domain.rules.local import at_local
from domain.store.session import Session
from domain.terms import Audience, EventKind, EventState, PartnerCategory
from domain.usecases import events, filters

_FILTERS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("events", "Offen: vorläufig oder angefragt", {"states": [EventState.tentative, EventState.requested]}),
    ("events", "Öffentliche Bürgerdialoge", {"kinds": [EventKind.citizen_dialogue], "audiences": [Audience.public]}),
    ("events", "Altmark", {"kreise": ["15081", "15090"]}),
    ("partners", "Schulen im Harz", {"categories": [PartnerCategory.school], "kreise": ["15085"]}),
)
"""Page, name and the filter's fields as they are kept (JSON, only what differs from the default)."""


def add(session: Session, world: World) -> None:
    """Add a template, the filters, and second records of some institutions."""
    twins.add(session, world)
    events.create(session, _template(session, world))
    for page, name, query in _FILTERS:
        filters.save(session, page, name, json.dumps(query))


def _template(session: Session, world: World) -> EventDraft:
    """A citizen dialogue to copy from; its date is only there to carry the usual hours."""
    pattern = patterns(EventKind.citizen_dialogue)[0]
    day = session.today + timedelta(days=1)
    opening, closing = pattern.minutes
    return EventDraft(
        kind=pattern.kind,
        title="Vorlage: Bürgerdialog am Abend",
        state=EventState.idea,
        public_text=pattern.text.strip().format(ort="[Ort]", kreis="[Kreis]", partner=""),
        internal_notes=pattern.notes,
        starts_at=at_local(day, opening),
        ends_at=at_local(day, closing),
        set_up_minutes=pattern.set_up,
        tear_down_minutes=pattern.tear_down,
        topic_ids=tuple(world.house.topics[name] for name in pattern.topics),
        target_group_ids=tuple(world.house.groups[name] for name in pattern.groups),
        facts=DialogueFacts(seats=pattern.seats, agenda=pattern.agenda.strip().format(ort="[Ort]")),
        is_template=True,
    )
