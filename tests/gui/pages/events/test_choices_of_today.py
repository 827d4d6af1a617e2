"""What the form of an event marks: names that stay in the house, topics that are no longer in use."""

from datetime import date, timedelta

from domain.rows.events import AssignmentDraft
from domain.terms import AssignmentRole, EventKind
from gui.widgets.badge import Badge
from tests.builders import make_event, make_person, make_topic
from tests.gui.pages.events.deeds import field

YESTERDAY = date(2027, 4, 27)


def test_a_confidential_speaker_is_marked_with_what_others_read(record, ws):
    hidden, shown = make_person(ws, "Silke Platzhalter", confidential=True), make_person(ws, "Anke Beispiel")
    team = (AssignmentDraft(shown, AssignmentRole.speaker), AssignmentDraft(hidden, AssignmentRole.speaker))
    opened = record(make_event(ws, kind=EventKind.lecture, assignments=team))
    assigned = field(opened, "assignments")
    assert len(assigned.findChildren(Badge)) == 1
    assert assigned.outside.text() == (
        "Nach außen steht: „Anke Beispiel, Referentin/Referent der Verfassungsschutzbehörde“"
    )


def test_a_confidential_moderator_is_nobody_outside(record, ws):
    hidden = make_person(ws, confidential=True)
    opened = record(make_event(ws, assignments=(AssignmentDraft(hidden, AssignmentRole.moderation),)))
    assert field(opened, "assignments").outside.text() == "Nach außen steht: „niemand“"


def test_names_that_may_leave_the_house_need_no_word(record, ws):
    opened = record(make_event(ws, assignments=(AssignmentDraft(make_person(ws), AssignmentRole.speaker),)))
    assert field(opened, "assignments").outside.isHidden()


def test_a_topic_that_is_over_is_shown_where_it_stands_and_not_offered_anew(record, ws):
    gone = make_topic(ws, "Enkeltrick", valid_until=YESTERDAY)
    make_topic(ws, "Auch vorbei", valid_until=YESTERDAY)
    make_topic(ws, "Kommt erst", valid_from=YESTERDAY + timedelta(days=2))
    make_topic(ws, "Symbole")
    opened = record(make_event(ws, topic_ids=(gone,)))
    topics = field(opened, "topic_ids")
    assert [chip.text() for chip in topics.chips()] == ["Enkeltrick (nicht in Gebrauch)"]
    assert topics.adder.completer().model().stringList() == ["Symbole"]
