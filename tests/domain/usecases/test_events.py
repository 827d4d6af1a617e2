"""Events go into the file and come back whole."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.rows.events import (
    FACTS_OF_KIND,
    AssignmentDraft,
    ConsultationFacts,
    CouncilFacts,
    Count,
    DialogueFacts,
    LectureFacts,
    TrainingFacts,
)
from domain.rules.validation import saving_problems
from domain.terms import AssignmentRole, EventKind, EventState, PlaceKind
from domain.usecases import events, partners, vocabulary
from tests.builders import (
    DAY,
    at,
    change_event,
    dump,
    event_draft,
    make_event,
    make_group,
    make_partner,
    make_person,
    make_topic,
)
from tests.domain.usecases import drafts, event_drafts

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)
"""Examples share the workspace: each adds records of its own."""


def expected(draft):
    """What must come back for a draft: sets where order says nothing, the facts of the kind, one place, UTC."""
    groups = {count.target_group_id for count in draft.counts}
    told = tuple(count for count in draft.counts if count.expected is not None or count.actual is not None)
    facts = FACTS_OF_KIND.get(draft.kind)
    dropped = ("starts_at", "ends_at") if draft.all_day else ("first_day", "last_day")
    return {
        **{name: getattr(draft, name) for name in draft.__dataclass_fields__ if name not in dropped},
        "starts_at": draft.starts_at.astimezone(UTC) if draft.starts_at and not draft.all_day else None,
        "ends_at": draft.ends_at.astimezone(UTC) if draft.ends_at and not draft.all_day else None,
        "site_id": draft.site_id if draft.place_kind is PlaceKind.site else None,
        "place_partner_id": draft.place_partner_id if draft.place_kind is PlaceKind.partner else None,
        "topic_ids": set(draft.topic_ids),
        "target_group_ids": set(draft.target_group_ids) | groups,
        "equipment_ids": set(draft.equipment_ids),
        "partner_ids": set(draft.partner_ids),
        "counts": set(told),
        "publications": set(draft.publications),
        "facts": draft.facts or (facts() if facts else None),
    }


@SHARED
@given(st.data())
def test_every_field_of_a_draft_comes_back(ws, known, data):
    first, second = data.draw(event_drafts.events(known)), data.draw(event_drafts.events(known))

    event_id = ws.run("Create event", events.create, first)
    assert expected(ws.ask(events.detail, event_id).draft) == expected(first)

    second = replace(second, ags=first.ags and "15083130")
    if not saving_problems(first.state, second, today=event_drafts.TODAY):
        ws.run("Change event", events.change, event_id, second)
        assert expected(ws.ask(events.detail, event_id).draft) == expected(second)


@pytest.mark.parametrize("kind", EventKind)
def test_events_of_every_kind_can_be_made(ws, kind):
    event_id = make_event(ws, kind=kind)
    found = ws.ask(events.detail, event_id)
    assert found.row.kind is kind
    assert type(found.draft.facts) is FACTS_OF_KIND.get(kind, type(None))


def test_facts_of_the_kind_are_kept(ws):
    facts = DialogueFacts(seats=80, moderation="Volkshochschule", agenda="Begrüßung\nFragen", press_admitted=False)
    event_id = make_event(ws, facts=facts)
    assert ws.ask(events.detail, event_id).draft.facts == facts


def test_another_kind_takes_the_old_facts_away(ws):
    event_id = make_event(ws, facts=DialogueFacts(seats=80))
    change_event(ws, event_id, kind=EventKind.lecture, facts=LectureFacts(school_grade="9"))
    change_event(ws, event_id, kind=EventKind.citizen_dialogue, facts=None)
    assert ws.ask(events.detail, event_id).draft.facts == DialogueFacts()


def test_citizen_and_expert_dialogue_share_their_facts(ws):
    event_id = make_event(ws, facts=DialogueFacts(seats=80))
    change_event(ws, event_id, kind=EventKind.expert_dialogue)
    assert ws.ask(events.detail, event_id).draft.facts == DialogueFacts(seats=80)


def test_facts_of_another_kind_are_refused(ws):
    with pytest.raises(InvalidInputError) as refusal:
        make_event(ws, kind=EventKind.lecture, facts=CouncilFacts())
    assert refusal.value.field == "facts"


def test_changed_facts_show_as_a_change_in_the_history(ws):
    event_id = make_event(ws, facts=DialogueFacts(seats=80))
    change_event(ws, event_id, facts=DialogueFacts(seats=120))
    newest = ws.history("event", event_id)[0]
    assert [(change.column, change.old, change.new) for change in newest.changes] == [("seats", 80, 120)]


def test_a_changed_count_shows_as_a_change_in_the_history(ws):
    group = make_group(ws)
    event_id = make_event(ws, counts=(Count(group, expected=30),))
    change_event(ws, event_id, counts=(Count(group, expected=30, actual=41),))
    newest = ws.history("event", event_id)[0]
    assert [(change.column, change.old, change.new) for change in newest.changes] == [("actual", None, 41)]


def test_saving_an_unchanged_form_is_no_step(ws):
    event_id = make_event(ws, topic_ids=(make_topic(ws),), facts=DialogueFacts(seats=3))
    before = ws.undo_state().undo
    change_event(ws, event_id)
    assert ws.undo_state().undo == before
    assert ws.ask(events.detail, event_id).row.version == 1


def test_assigned_people_keep_their_order(ws):
    crew = [AssignmentDraft(make_person(ws, name), AssignmentRole.crew) for name in "ABCDEFGH"]
    event_id = make_event(ws, assignments=tuple(crew))
    assert ws.ask(events.detail, event_id).draft.assignments == tuple(crew)
    shuffled = (crew[5], crew[0], crew[7], crew[2])
    change_event(ws, event_id, assignments=shuffled)
    assert ws.ask(events.detail, event_id).draft.assignments == shuffled


def test_changing_only_a_topic_raises_version_and_time_of_change(ws, clock):
    event_id = make_event(ws)
    later = clock.advance(timedelta(minutes=1))
    change_event(ws, event_id, topic_ids=(make_topic(ws),))
    found = ws.ask(events.detail, event_id)
    assert (found.row.version, found.updated_at) == (2, later)


def test_a_form_opened_before_another_change_is_refused(ws):
    event_id = make_event(ws)
    opened = ws.ask(events.detail, event_id)
    change_event(ws, event_id, partner_ids=(make_partner(ws),))
    with pytest.raises(ConflictError):
        ws.run("Change event", events.change, event_id, opened.draft, opened.row.version)


def test_a_form_opened_before_an_undo_is_refused(ws):
    event_id = make_event(ws)
    change_event(ws, event_id, title="Neuer Titel")
    opened = ws.ask(events.detail, event_id)
    ws.undo()
    with pytest.raises(ConflictError):
        ws.run("Change event", events.change, event_id, replace(opened.draft, room="2.14"), opened.row.version)
    assert ws.ask(events.detail, event_id).draft.title == "Bürgerdialog Köthen"


def test_a_form_opened_after_an_undo_is_taken(ws):
    event_id = make_event(ws)
    change_event(ws, event_id, title="Neuer Titel")
    ws.undo()
    opened = ws.ask(events.detail, event_id)
    ws.run("Change event", events.change, event_id, replace(opened.draft, room="2.14"), opened.row.version)
    assert ws.ask(events.detail, event_id).draft.room == "2.14"


def test_what_was_deleted_meanwhile_is_told_in_words(ws):
    partner_id, topic_id = make_partner(ws), make_topic(ws)
    event_id = make_event(ws)
    ws.run("Delete", partners.delete, [partner_id])
    ws.run("Delete", vocabulary.delete_topics, [topic_id])
    before = dump(ws)
    for fields in ({"host_id": partner_id}, {"topic_ids": (topic_id,)}, {"partner_ids": (partner_id,)}):
        with pytest.raises(ConflictError, match="deleted meanwhile"):
            change_event(ws, event_id, **fields)
    with pytest.raises(ConflictError, match="deleted meanwhile"):
        make_event(ws, office_id=partner_id)
    assert dump(ws) == before


def test_an_event_that_is_gone_is_told_in_words(ws):
    event_id = make_event(ws)
    draft = ws.ask(events.detail, event_id).draft
    ws.run("Delete event", events.delete, [event_id])
    with pytest.raises(NotFoundError):
        ws.ask(events.detail, event_id)
    with pytest.raises(NotFoundError):
        ws.run("Change event", events.change, event_id, draft)


def test_a_refused_change_leaves_nothing_behind(ws):
    event_id, topic_id = make_event(ws), make_topic(ws)
    before = dump(ws)
    with pytest.raises(InvalidInputError):
        change_event(ws, event_id, title="  ", topic_ids=(topic_id,))
    assert dump(ws) == before


def test_the_form_gets_a_name_for_every_id(ws):
    known = drafts.fill(ws)
    event_id = make_event(
        ws,
        kind=EventKind.training,
        facts=TrainingFacts(qualification_id=known.qualifications[0]),
        place_kind=PlaceKind.site,
        site_id=known.sites[0],
        host_id=known.partners[1],
        office_id=known.partners[2],
        vehicle_id=known.vehicles[0],
        topic_ids=known.topics[:1],
        target_group_ids=known.groups[:1],
        equipment_ids=known.equipment[:1],
        partner_ids=known.partners[:1],
        assignments=(AssignmentDraft(known.people[0], AssignmentRole.lead),),
    )
    named = ws.ask(events.detail, event_id).names
    assert set(named.values()) == {
        *("Moderation", "Holzmarkt", "Stadt Köthen", "Verein Ähre", "THW", "Präventionsmobil"),
        *("Extremismus", "Jugendliche", "Fahrsimulator", "Jana Kühne"),
    }


def test_times_of_the_long_night_keep_their_hour(ws):
    second_half_past_two = at(DAY.replace(month=10, day=31), "02:30").replace(fold=1)
    event_id = make_event(ws, starts_at=second_half_past_two, ends_at=at(DAY.replace(month=10, day=31), "04:00"))
    found = ws.ask(events.detail, event_id)
    assert found.draft.starts_at.astimezone(UTC) == second_half_past_two.astimezone(UTC)
    assert found.draft.starts_at.fold == 1
    before = found.row.version
    change_event(ws, event_id)
    assert ws.ask(events.detail, event_id).row.version == before


def test_a_template_is_an_event_of_its_own(ws):
    template = make_event(ws, "Vorlage Vortrag", day=None, kind=EventKind.lecture, is_template=True)
    assert ws.ask(events.detail, template).draft.is_template
    assert ws.ask(events.detail, template).row.state is EventState.idea


def test_counts_of_a_consultation_are_kept(ws):
    event_id = ws.run(
        "Create event",
        events.create,
        event_draft(kind=EventKind.consultation, facts=ConsultationFacts(talks=12, minutes=300)),
    )
    assert ws.ask(events.detail, event_id).draft.facts == ConsultationFacts(talks=12, minutes=300)
