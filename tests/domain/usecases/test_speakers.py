"""The people of the house: what they hold, may speak on and are booked for; qualifications from trainings."""

from datetime import date, timedelta

import pytest

from domain.errors import InvalidInputError, NotFoundError
from domain.rows.events import AssignmentDraft, TrainingFacts
from domain.rows.tours import Absence, HeldQualification
from domain.terms import AssignmentRole, EventKind, EventState, QualificationStanding, Rule
from domain.usecases import conflicts, events, people, qualifications, speakers, vocabulary
from tests.builders import dump, make_event, make_person, make_topic

TODAY = date(2027, 4, 28)


def days(count):
    return TODAY + timedelta(days=count)


def qualification(ws, name="Opferschutz"):
    return ws.run("Add", vocabulary.add_qualification, name)


def booked(ws, person, day, title="Vortrag", role=AssignmentRole.speaker, **fields):
    assignments = (AssignmentDraft(person, role),)
    return make_event(ws, title, day=day, kind=EventKind.lecture, assignments=assignments, **fields)


def only(ws):
    (row,) = ws.ask(speakers.rows)
    return row


def test_the_most_pressing_qualification_stands_first(ws):
    ends = {"A": None, "B": days(10), "C": days(-1), "D": days(200)}
    held = tuple(HeldQualification(qualification(ws, name), end) for name, end in ends.items())
    make_person(ws, qualifications=held)
    row = only(ws)
    assert [(line.name, line.standing.value) for line in row.held] == [
        ("C", "expired"),
        ("B", "expiring"),
        ("A", "valid"),
        ("D", "valid"),
    ]
    assert row.standing is QualificationStanding.expired


def test_topics_are_those_in_use_whose_qualification_still_counts(ws):
    valid, gone = qualification(ws, "A"), qualification(ws, "B")
    make_topic(ws, "darf", qualification_id=valid)
    make_topic(ws, "nicht mehr in Gebrauch", qualification_id=valid, valid_until=days(-1))
    make_topic(ws, "abgelaufen", qualification_id=gone)
    make_topic(ws, "für alle")
    make_person(ws, qualifications=(HeldQualification(valid, TODAY), HeldQualification(gone, days(-1))))
    assert only(ws).topics == ("darf",)


def test_this_month_counts_each_event_once_and_nothing_called_off(ws):
    person = make_person(ws)
    both = (AssignmentDraft(person, AssignmentRole.speaker), AssignmentDraft(person, AssignmentRole.lead))
    make_event(ws, day=date(2027, 4, 1), assignments=both, state=EventState.held)
    booked(ws, person, date(2027, 4, 30))
    booked(ws, person, date(2027, 5, 1))
    booked(ws, person, date(2027, 4, 29), state=EventState.cancelled, state_reason="krank")
    booked(ws, person, date(2027, 3, 31), state=EventState.held)
    row = only(ws)
    assert (row.used, row.ahead) == (2, 2)


def test_the_absence_of_today_or_the_next_one_is_told(ws):
    person = make_person(ws, absences=(Absence(days(30), days(32)), Absence(days(5), days(6), "Urlaub")))
    assert only(ws).away == Absence(days(5), days(6), "Urlaub")
    draft = only(ws).staff.draft
    ws.run("Change", people.change, person, draft.__class__("Jana", absences=(Absence(days(-3), TODAY),)))
    assert only(ws).away == Absence(days(-3), TODAY)


def test_a_person_is_shown_with_what_is_ahead_and_what_was_last(ws):
    person = make_person(ws)
    for number in range(7):
        booked(ws, person, days(-10 - number), f"vor {number}", state=EventState.held)
    booked(ws, person, days(20), "später")
    booked(ws, person, days(2), "bald", role=AssignmentRole.adviser)
    detail = ws.ask(speakers.detail, person)
    assert [duty.event.title for duty in detail.ahead] == ["bald", "später"]
    assert detail.ahead[0].roles == (AssignmentRole.adviser,)
    assert [duty.event.title for duty in detail.past] == [f"vor {number}" for number in range(5)]


def test_a_person_that_is_gone_has_no_detail_and_no_month(ws):
    person = make_person(ws)
    ws.run("Delete", people.delete, [person])
    for query, *more in ((speakers.detail,), (speakers.month, TODAY)):
        with pytest.raises(NotFoundError):
            ws.ask(query, person, *more)


def test_a_month_has_all_its_days_with_appointments_and_absences(ws):
    person = make_person(ws, absences=(Absence(date(2027, 4, 29), date(2027, 5, 2), "Urlaub"),))
    event = booked(ws, person, date(2027, 5, 13))
    month = ws.ask(speakers.month, person, date(2027, 5, 1))
    assert [day.day.day for day in month] == list(range(1, 32))
    assert [day.day.day for day in month if day.is_away] == [1, 2]
    assert month[0].reason == "Urlaub"
    assert {day.day.day: [duty.event.id for duty in day.duties] for day in month if day.duties} == {13: [event]}


@pytest.mark.parametrize(("first", "length"), [(date(2027, 2, 1), 28), (date(2028, 2, 1), 29), (date(2027, 12, 1), 31)])
def test_months_are_as_long_as_in_the_calendar(ws, first, length):
    assert len(ws.ask(speakers.month, make_person(ws), first)) == length


def test_whoever_is_booked_above_capacity_is_a_conflict_of_the_event_booked_last(ws):
    person = make_person(ws, capacity_per_month=1)
    booked(ws, person, date(2027, 5, 20), "zuerst")
    later = booked(ws, person, date(2027, 5, 4), "zuletzt")
    found = [each for each in ws.ask(conflicts.all_findings) if each.rule is Rule.over_capacity]
    assert [each.event_id for each in found] == [later]
    draft = ws.ask(events.detail, later).draft
    assert Rule.over_capacity in {each.rule for each in ws.ask(conflicts.for_draft, draft)}
    assert Rule.over_capacity in {each.rule for each in ws.ask(conflicts.findings_of, later)}


def training(ws, given, *assigned, day=date(2027, 4, 12), months=24, **fields):
    assignments = tuple(AssignmentDraft(person, role) for person, role in assigned)
    usual = {"state": EventState.held, "kind": EventKind.training, "facts": TrainingFacts("", given, months)}
    return make_event(ws, "Auffrischung", day=day, assignments=assignments, **(usual | fields))


def held_of(ws, name):
    row = next(row for row in ws.ask(speakers.rows) if row.staff.draft.name == name)
    return {line.name: line.valid_until for line in row.held}


def test_a_training_renews_the_qualification_of_its_participants_in_one_step(ws):
    given = qualification(ws)
    old = make_person(ws, "Alt", qualifications=(HeldQualification(given, days(10)),))
    new, longer = (
        make_person(ws, "Neu"),
        make_person(ws, "Länger", qualifications=(HeldQualification(given, None),)),
    )
    teacher = make_person(ws, "Lehrt")
    event = training(
        ws,
        given,
        *((person, AssignmentRole.crew) for person in (old, new, longer)),
        (teacher, AssignmentRole.speaker),
    )
    (award,) = ws.ask(qualifications.pending)
    assert (award.event.id, award.qualification, award.until) == (event, "Opferschutz", date(2029, 4, 12))
    assert award.people == ("Alt", "Neu")
    before = dump(ws)
    assert ws.run("Award", qualifications.award, event) == 2
    assert held_of(ws, "Alt") == held_of(ws, "Neu") == {"Opferschutz": date(2029, 4, 12)}
    assert held_of(ws, "Länger") == {"Opferschutz": None}
    assert held_of(ws, "Lehrt") == {}
    assert ws.ask(qualifications.pending) == []
    ws.undo()
    assert dump(ws) == before


def test_what_is_planned_long_ago_or_has_run_out_meanwhile_is_not_offered(ws):
    given, person = qualification(ws), make_person(ws)
    role = (person, AssignmentRole.crew)
    training(ws, given, role, day=days(3), state=EventState.confirmed)
    training(ws, given, role, day=days(-366), months=None)
    training(ws, given, role, day=date(2027, 1, 20), months=3)
    assert ws.ask(qualifications.pending) == []


def test_a_training_that_was_not_held_or_gives_nothing_awards_nothing(ws):
    given = qualification(ws)
    person = (make_person(ws), AssignmentRole.crew)
    planned = training(ws, given, person, day=days(3), state=EventState.confirmed)
    nothing = training(ws, None, person)
    for event in (planned, nothing, make_event(ws)):
        with pytest.raises(InvalidInputError):
            ws.run("Award", qualifications.award, event)
