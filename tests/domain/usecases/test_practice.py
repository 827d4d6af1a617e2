"""Good examples with their profiles, and templates."""

import pytest
from sqlmodel import select

from domain.errors import InvalidInputError, NotFoundError
from domain.model import AgendaItem
from domain.rows.events import AssignmentDraft, CouncilFacts
from domain.rows.filters import EventFilter
from domain.rows.meetings import AgendaDraft
from domain.rows.practice import PracticeProfile
from domain.terms import AssignmentRole, EventKind, EventState
from domain.usecases import agenda, event_rows, events, practice
from tests.builders import DAY, KOETHEN, make_event
from tests.domain.usecases.meetings import add_concern

PROFILE = PracticeProfile(aim="Vertrauen", result="64 Gäste", tips="Früh einladen")


def write(ws, event, profile=PROFILE):
    ws.run("Profile", practice.put_profile, event, profile)


def test_a_profile_is_written_changed_and_forgotten(ws):
    event = make_event(ws, best_practice=True)
    assert ws.ask(practice.profile, event) is None
    write(ws, event)
    assert ws.ask(practice.profile, event) == PROFILE
    write(ws, event, PracticeProfile())
    assert ws.ask(practice.profile, event) is None
    ws.undo()
    assert ws.ask(practice.profile, event) == PROFILE


def test_only_a_good_example_has_a_profile(ws):
    event = make_event(ws)
    with pytest.raises(InvalidInputError) as refused:
        write(ws, event)
    assert refused.value.field == "best_practice"


def test_a_text_that_is_too_long_is_refused_by_its_field(ws):
    event = make_event(ws, best_practice=True)
    with pytest.raises(InvalidInputError) as refused:
        write(ws, event, PracticeProfile(tips="x" * 2_001))
    assert refused.value.field == "tips"


def test_good_examples_are_collected_with_their_results_the_newest_first(ws, known):
    old = make_event(ws, "Älter", day=DAY.replace(month=3), best_practice=True, topic_ids=tuple(known.topics[:1]))
    new = make_event(ws, "Neuer", best_practice=True)
    make_event(ws, "Gewöhnlich")
    make_event(ws, "Vorlage", best_practice=True, is_template=True, day=None)
    write(ws, old)
    rows = ws.ask(practice.list_rows)
    assert [(row.event.id, row.result, row.has_profile) for row in rows] == [(new, "", False), (old, "64 Gäste", True)]
    assert len(rows[1].topics) == 1
    found = ws.ask(event_rows.list_rows, EventFilter(best_practice=True))
    assert {row.id for row in found} == {old, new}


def agenda_of(ws, event_id):
    query = select(AgendaItem).where(AgendaItem.event_id == event_id).order_by(AgendaItem.position)
    return ws.ask(
        lambda session: [(item.title, item.minutes, item.speaker, item.result) for item in session.exec(query)]
    )


def add_agenda(ws, event_id):
    def add(session):
        session.add(
            AgendaItem(event_id=event_id, position=1, title="Lage", minutes=20, speaker="P. Muster", result="x")
        )
        session.flush()

    ws.run("Agenda", add)


def test_an_event_becomes_a_template_and_a_template_an_event(ws, known):
    event = make_event(
        ws,
        "Sitzung",
        kind=EventKind.council_meeting,
        state=EventState.held,
        day=DAY.replace(month=3),
        public_text="Ordentliche Sitzung",
        actual=14,
        assignments=(AssignmentDraft(known.people[0], AssignmentRole.lead),),
        facts=CouncilFacts("12", "1. Lage"),
    )
    add_agenda(ws, event)
    template = ws.run("Template", practice.keep_as_template, event)
    assert [row.id for row in ws.ask(practice.list_templates)] == [template]
    assert template not in ws.ask(event_rows.list_ids, EventFilter())
    made = ws.ask(events.detail, ws.run("New", practice.create_from, template))
    assert (made.draft.title, made.draft.public_text) == ("Sitzung", "Ordentliche Sitzung")
    assert (made.draft.starts_at, made.draft.actual, made.draft.assignments) == (None, None, ())
    assert made.draft.facts == CouncilFacts()
    assert agenda_of(ws, made.row.id) == [("Lage", 20, "", "")]
    old = ws.ask(events.detail, event)
    assert made.row.number != old.row.number
    assert made.row.uid != old.row.uid


def test_an_event_is_made_right_from_a_good_example(ws):
    event = make_event(ws, best_practice=True)
    (row,) = ws.ask(practice.list_templates)
    assert row.is_practice
    made = ws.ask(events.detail, ws.run("New", practice.create_from, event))
    assert (made.draft.best_practice, made.draft.is_template, made.draft.state) == (False, False, EventState.idea)


def test_a_template_that_is_gone_gives_nothing(ws):
    event = make_event(ws)
    ws.run("Delete", events.delete, [event])
    with pytest.raises(NotFoundError):
        ws.run("New", practice.create_from, event)


def test_new_events_bring_agenda_and_facts_but_no_names_and_concerns(ws):
    facts = CouncilFacts("12", agenda="Lage\nAnliegen A-2027-0001: Licht")
    event = make_event(ws, kind=EventKind.council_meeting, best_practice=True, facts=facts, ags=KOETHEN)
    ws.run("Item", agenda.add, event, AgendaDraft("Aussprache", 10, "Frau Muster"))
    for row in ws.ask(agenda.agenda, event).rows[:2]:
        ws.run("Concern", agenda.delete, [row.id])
    ws.run("First", agenda.take_concerns, event, {add_concern(ws): "Anliegen A-2027-0001: Licht"})
    for made in (ws.run("New", practice.create_from, event), ws.run("Keep", practice.keep_as_template, event)):
        assert [row.draft for row in ws.ask(agenda.agenda, made).rows] == [AgendaDraft("Aussprache", 10)]
        assert ws.ask(events.detail, made).draft.facts == CouncilFacts()
