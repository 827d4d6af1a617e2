"""What has to be done soon, from every part of the program; and the Kreis that waits longest."""

from collections.abc import Callable, Iterator
from datetime import date

from domain.region.kreise import kreise
from domain.rows.due import DialogueGap, DueRow
from domain.rows.filters import EventFilter
from domain.rules import due as rules
from domain.store.session import Session
from domain.terms import EventKind, EventState
from domain.usecases import (
    due_events,
    due_handouts,
    due_partners,
    due_people,
    due_projects,
    due_publications,
    due_requests,
)
from domain.usecases.event_rows import list_rows

PROVIDERS: tuple[Callable[[Session], Iterator[DueRow]], ...] = (
    due_events.permits_due,
    due_events.steps_due,
    due_events.reports_due,
    due_events.tasks_due,
    due_partners.concerns_due,
    due_partners.contacts_due,
    due_partners.exchanges_due,
    due_partners.terms_due,
    due_projects.stages_due,
    due_people.qualifications_due,
    due_requests.requests_due,
    due_publications.publications_due,
    due_handouts.handouts_due,
)
"""Everything that has due dates; a new part is one more line."""

_OPEN = (EventState.tentative, EventState.confirmed)
_HELD = (EventState.held, EventState.reviewed)


def due_rows(session: Session) -> list[DueRow]:
    """What is overdue or due within 30 days, the most pressing first."""
    found = [row for provider in PROVIDERS for row in provider(session)]
    near = [row for row in found if rules.is_near(row.due, session.today)]
    return sorted(near, key=lambda row: (row.due, row.kind, row.event.number if row.event else row.title, row.what))


def longest_gap(session: Session) -> DialogueGap | None:
    """The Kreis whose last citizen dialogue lies back farthest and that has none ahead; None if every one has.

    A Kreis that never had one comes first; of equals the first by key.
    """
    dialogues = EventFilter(kinds=(EventKind.citizen_dialogue,), states=(*_OPEN, *_HELD), dated=True)
    last: dict[str, date] = {}
    ahead: set[str] = set()
    for event in list_rows(session, dialogues):
        if event.kreis_ags is None or event.start_day is None:
            continue
        if event.state in _HELD:
            last[event.kreis_ags] = max(event.start_day, last.get(event.kreis_ags, event.start_day))
        elif event.start_day >= session.today:
            ahead.add(event.kreis_ags)
    waiting = [kreis.ags for kreis in kreise() if kreis.ags not in ahead]
    if not waiting:
        return None
    ags = min(waiting, key=lambda each: last.get(each, date.min))
    return DialogueGap(ags, last.get(ags))
