"""What a draft changes, in the words of the journal."""

from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.rows.events import AssignmentDraft, Count, DialogueFacts, EventDraft, OfficeCount, TrafficFacts
from domain.rows.steps import FieldChange
from domain.terms import AccidentCause, AssignmentRole, EventKind
from domain.usecases.draft_changes import changed_attributes, draft_changes

ONE, TWO = UUID(int=1), UUID(int=2)
DRAFT = EventDraft(EventKind.citizen_dialogue, "Alt", facts=DialogueFacts(seats=80))


@given(st.builds(EventDraft))
def test_nothing_changed_is_no_change(draft):
    assert draft_changes(draft, draft) == ()


def test_changed_text_has_its_old_and_new_words():
    changes = draft_changes(DRAFT, replace(DRAFT, title="Neu"))
    assert changes == (("title", FieldChange("event", "title", "Alt", "Neu")),)


def test_list_tells_what_was_added_and_what_was_taken_away():
    changes = draft_changes(replace(DRAFT, topic_ids=(ONE,)), replace(DRAFT, topic_ids=(TWO,)))
    assert changes == (
        ("topic_ids", FieldChange("event", "topic_id", ONE, None)),
        ("topic_ids", FieldChange("event", "topic_id", None, TWO)),
    )


def test_order_of_a_list_is_no_change():
    before, after = replace(DRAFT, topic_ids=(ONE, TWO)), replace(DRAFT, topic_ids=(TWO, ONE))
    assert changed_attributes(before, after) == ()


def test_detail_of_the_kind_is_named():
    changes = draft_changes(DRAFT, replace(DRAFT, facts=DialogueFacts(seats=90)))
    assert changes == (("facts.seats", FieldChange("event", "seats", 80, 90)),)


def test_other_kind_is_one_change():
    after = replace(DRAFT, kind=EventKind.mobile_stop, facts=None)
    assert changed_attributes(DRAFT, after) == ("kind",)


def test_other_role_of_a_person_is_a_change():
    before = replace(DRAFT, assignments=(AssignmentDraft(ONE, AssignmentRole.lead),))
    after = replace(DRAFT, assignments=(AssignmentDraft(ONE, AssignmentRole.driver),))
    assert changed_attributes(before, after) == ("assignments",)


def test_counts_are_told_one_by_one():
    before = replace(DRAFT, counts=(Count(ONE, expected=10),))
    after = replace(DRAFT, counts=(Count(ONE, expected=10, actual=12), Count(TWO, expected=5)))
    assert [change for _attribute, change in draft_changes(before, after)] == [
        FieldChange("event", "actual", None, 12),
        FieldChange("event", "expected", None, 5),
    ]


def test_accident_cause_and_black_spot_are_told_apart():
    before = replace(DRAFT, traffic=TrafficFacts(AccidentCause.speed, "B 6"))
    changes = draft_changes(before, replace(DRAFT, traffic=TrafficFacts(AccidentCause.speed, "B 1")))
    assert changes == (("traffic", FieldChange("event", "black_spot", "B 6", "B 1")),)
    assert draft_changes(before, DRAFT) == (
        ("traffic", FieldChange("event", "cause", AccidentCause.speed, None)),
        ("traffic", FieldChange("event", "black_spot", "B 6", None)),
    )


def test_offices_tell_who_came_and_how_many():
    before = replace(DRAFT, offices=(OfficeCount(ONE, participants=4), OfficeCount(words="Jugendamt")))
    after = replace(DRAFT, offices=(OfficeCount(ONE, participants=6), OfficeCount(words="Schulamt", participants=2)))
    assert draft_changes(before, after) == (
        ("offices", FieldChange("event", "office", "Jugendamt", None)),
        ("offices", FieldChange("event", "office", None, "Schulamt")),
        ("offices", FieldChange("event", "participants", 4, 6)),
        ("offices", FieldChange("event", "participants", None, 2)),
    )
