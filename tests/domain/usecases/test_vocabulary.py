"""Topics, target groups and qualifications."""

from datetime import date

import pytest

from domain.errors import ConflictError, InvalidInputError
from domain.rows.vocabulary import TopicDraft
from domain.usecases import events, vocabulary
from tests.builders import dump, make_event, make_group, make_topic


def names(rows):
    return [row.name for row in rows]


def test_vocabularies_are_listed_by_name(ws):
    for name in ("Sucht", "Extremismus"):
        make_topic(ws, name)
        make_group(ws, name)
        ws.run("Add", vocabulary.add_qualification, name)
    for query in (vocabulary.topics, vocabulary.target_groups, vocabulary.qualifications):
        assert names(ws.ask(query)) == ["Extremismus", "Sucht"]


def test_topics_are_valid_between_two_days(ws):
    make_topic(ws, "alt", valid_until=date(2026, 12, 31))
    make_topic(ws, "neu", valid_from=date(2027, 1, 1))
    make_topic(ws, "immer")
    assert names(ws.ask(vocabulary.topics, date(2026, 12, 31))) == ["alt", "immer"]
    assert names(ws.ask(vocabulary.topics, date(2027, 1, 1))) == ["immer", "neu"]


@pytest.mark.parametrize("add", [vocabulary.add_topic, vocabulary.add_target_group, vocabulary.add_qualification])
@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "übung", " Uebung "])
def test_names_are_given_once_and_fit(ws, add, name):
    ws.run("Add", add, "Übung")
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Add", add, name)
    assert refusal.value.field == "name"


def test_a_topic_gets_another_name(ws):
    topic = make_topic(ws, "Sucht")
    make_topic(ws, "Verkehr")
    ws.run("Rename", vocabulary.rename_topic, topic, "SUCHT")
    assert names(ws.ask(vocabulary.topics)) == ["SUCHT", "Verkehr"]
    with pytest.raises(InvalidInputError):
        ws.run("Rename", vocabulary.rename_topic, topic, "verkehr")


def test_a_target_group_gets_another_name(ws):
    group = make_group(ws, "Jugend")
    ws.run("Rename", vocabulary.rename_target_group, group, "Jugendliche")
    assert names(ws.ask(vocabulary.target_groups)) == ["Jugendliche"]


def test_a_topic_cannot_end_before_it_begins(ws):
    with pytest.raises(InvalidInputError) as refusal:
        make_topic(ws, valid_from=date(2027, 2, 1), valid_until=date(2027, 1, 1))
    assert refusal.value.field == "valid_until"


def test_events_lose_a_deleted_topic_and_group_until_undo(ws):
    topic, group = make_topic(ws), make_group(ws)
    event_id = make_event(ws, topic_ids=(topic,), target_group_ids=(group,))
    before = dump(ws)
    assert ws.run("Delete", vocabulary.delete_topics, [topic]) == 1
    assert ws.run("Delete", vocabulary.delete_target_groups, [group]) == 1
    draft = ws.ask(events.detail, event_id).draft
    assert (draft.topic_ids, draft.target_group_ids) == ((), ())
    ws.undo()
    ws.undo()
    assert dump(ws) == before


def test_topic_is_changed_as_a_form_brings_it(ws):
    qualification = ws.run("Add", vocabulary.add_qualification, "Medienpädagogik")
    topic = make_topic(ws, "Medien")
    wanted = TopicDraft("Medien und Netz", "Jugend", date(2027, 1, 1), None, qualification)
    ws.run("Change", vocabulary.change_topic, topic, wanted, ws.ask(vocabulary.topic_rows)[0].version)
    row = ws.ask(vocabulary.topic_rows)[0]
    assert (row.draft, row.qualification) == (wanted, "Medienpädagogik")


def test_topic_that_ends_before_it_begins_is_refused(ws):
    topic = make_topic(ws, "Medien")
    wrong = TopicDraft("Medien", valid_from=date(2027, 2, 1), valid_until=date(2027, 1, 1))
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Change", vocabulary.change_topic, topic, wrong)
    assert refusal.value.field == "valid_until"


def test_stale_topic_form_is_refused(ws):
    topic = make_topic(ws, "Medien")
    version = ws.ask(vocabulary.topic_rows)[0].version
    ws.run("Change", vocabulary.change_topic, topic, TopicDraft("Neue Medien"), version)
    with pytest.raises(ConflictError):
        ws.run("Change", vocabulary.change_topic, topic, TopicDraft("Alte Medien"), version)


def test_deleted_qualification_is_no_longer_asked_for(ws):
    qualification = ws.run("Add", vocabulary.add_qualification, "Medienpädagogik")
    ws.run("Rename", vocabulary.rename_qualification, qualification, "Pädagogik")
    make_topic(ws, "Medien", qualification_id=qualification)
    assert ws.ask(vocabulary.topic_rows)[0].qualification == "Pädagogik"
    ws.run("Delete", vocabulary.delete_qualifications, [qualification])
    assert ws.ask(vocabulary.topic_rows)[0].draft.qualification_id is None
