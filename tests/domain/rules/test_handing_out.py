"""What an event should take along, and how its list is changed by a repair."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from domain.rows.events import Count, EventDraft, HandOut
from domain.rows.publications import PublicationDraft, PublicationRow
from domain.rules import handing_out as rules
from domain.terms import EventKind
from tests.builders import DAY, event_draft

A, B, C, TOPIC, OTHER = (UUID(int=number) for number in range(1, 6))
TODAY = date(2027, 4, 28)


def row(key, **fields):
    return PublicationRow(key, 1, PublicationDraft("Faltblatt", **fields))


def found(draft, *rows, offered=()):
    return [(item.publication_id, item.planned) for item in rules.suggested(draft, offered, rows, TODAY)]


def test_topic_and_language_must_fit():
    rows = (row(A, topic_id=TOPIC), row(B, topic_id=TOPIC, language="pl"), row(C, topic_id=OTHER))
    assert found(event_draft(topic_ids=(TOPIC,), expected=12), *rows) == [(A, 12)]
    assert found(event_draft(topic_ids=(TOPIC,), languages=("pl",)), *rows) == [(B, None)]


def test_material_of_the_offer_comes_first_in_any_language():
    rows = (row(A, topic_id=TOPIC), row(B, language="en"))
    assert found(event_draft(topic_ids=(TOPIC,)), *rows, offered=(B,)) == [(B, None), (A, None)]


def test_newest_edition_is_suggested_if_it_is_valid_on_the_day():
    rows = (row(A, topic_id=TOPIC, replaced_by_id=B), row(B, topic_id=TOPIC))
    assert found(event_draft(topic_ids=(TOPIC,)), *rows) == [(B, None)]
    late = (row(A, topic_id=TOPIC, valid_until=DAY - timedelta(days=1)),)
    assert found(event_draft(topic_ids=(TOPIC,)), *late) == []
    assert found(event_draft(topic_ids=(TOPIC,), day=None), *late) == [(A, None)]


def test_what_is_on_the_list_already_is_not_suggested_again():
    draft = event_draft(topic_ids=(TOPIC,), publications=(HandOut(A),))
    assert found(draft, row(A, topic_id=TOPIC)) == []


def test_editions_that_replace_each_other_in_a_circle_end_somewhere():
    known = {A: PublicationDraft("x", replaced_by_id=B), B: PublicationDraft("x", replaced_by_id=A)}
    assert rules.newest(A, known) == B
    assert rules.replaces_itself(A, known[A], known)
    assert not rules.replaces_itself(C, PublicationDraft("x", replaced_by_id=A), known)


def test_listeners_are_the_figure_of_the_event_or_the_sum_of_its_groups():
    draft = EventDraft(EventKind.lecture, "Vortrag", counts=(Count(A, 20), Count(B, 5), Count(C)))
    assert rules.expected_listeners(draft) == 25
    assert rules.expected_listeners(replace(draft, expected=30)) == 30
    assert rules.expected_listeners(EventDraft(EventKind.lecture, "Vortrag")) is None


def test_new_edition_takes_the_place_of_the_old_one():
    items = (HandOut(A, 50), HandOut(C, 5))
    assert rules.exchanged(items, A, HandOut(B, 50)) == (HandOut(B, 50), HandOut(C, 5))


def test_new_edition_that_is_there_already_gets_the_copies_on_top():
    assert rules.exchanged((HandOut(A, 50), HandOut(B, 5)), A, HandOut(B, 50)) == (HandOut(B, 55),)


def test_fewer_copies_keep_what_was_handed_out_and_none_takes_it_off_the_list():
    assert rules.exchanged((HandOut(A, 50), HandOut(B)), A, HandOut(A, 20)) == (HandOut(A, 20), HandOut(B))
    assert rules.exchanged((HandOut(A, 50), HandOut(B)), A, HandOut(A)) == (HandOut(B),)
    assert rules.exchanged((HandOut(A, 50, 3),), A, HandOut(A)) == (HandOut(A, None, 3),)
