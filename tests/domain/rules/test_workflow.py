"""Timelines: due days on working days, what still waits, and templates that can be taken."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.rows.workflow import TemplateStep, Tick
from domain.rules import workflow
from domain.terms import EventKind, EventState, WorkList
from tests.domain.rules.rows import event_row

DAY = date(2027, 5, 13)


def test_due_day_is_counted_from_the_event():
    assert workflow.due_day(TemplateStep("x", "x", -3), DAY) == date(2027, 5, 10)
    assert workflow.due_day(TemplateStep("x", "x", 5), DAY) == date(2027, 5, 18)


def test_due_day_on_a_weekend_or_holiday_moves_to_the_working_day_before():
    assert workflow.due_day(TemplateStep("x", "x", -5), DAY) == date(2027, 5, 7)  # Saturday
    ascension = date(2027, 5, 6)
    assert workflow.due_day(TemplateStep("x", "x", -7), ascension + timedelta(days=7)) == date(2027, 5, 5)


def test_step_after_the_event_is_never_due_before_it():
    saturday = date(2027, 5, 8)
    assert workflow.due_day(TemplateStep("x", "x", 1), saturday) == saturday


def test_own_day_for_invitations_counts():
    step = TemplateStep(workflow.INVITATION, "x", -28)
    assert workflow.due_day(step, DAY, date(2027, 4, 24)) == date(2027, 4, 24)
    assert workflow.due_day(TemplateStep("press", "x", -14), DAY, date(2027, 4, 24)) == date(2027, 4, 29)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(-400, 400))
def test_every_due_day_is_a_working_day_near_its_offset(day, offset):
    found = workflow.due_day(TemplateStep("x", "x", offset), day)
    wanted = day + timedelta(days=offset)
    if offset > 0 and found == day:
        return
    assert workflow.is_working_day(found)
    assert wanted - timedelta(days=6) <= found <= wanted


def test_steps_before_wait_until_the_event_and_those_after_until_the_review():
    template = workflow.shipped(WorkList.timeline, EventKind.citizen_dialogue)

    def waiting(state, today):
        event = event_row(day=DAY, state=state)
        steps = workflow.steps_of(event, template, ())
        return {step.is_after for step in steps if workflow.is_waiting(step, event, today)}

    assert waiting(EventState.confirmed, DAY - timedelta(days=30)) == {False}
    assert waiting(EventState.confirmed, DAY + timedelta(days=1)) == {True}
    assert waiting(EventState.held, DAY + timedelta(days=1)) == {True}
    for state in (EventState.reviewed, EventState.cancelled, EventState.idea, EventState.postponed):
        assert waiting(state, DAY + timedelta(days=1)) == set()


def test_step_that_was_ticked_stays_when_the_template_loses_it():
    event = event_row(day=DAY)
    tick = Tick("old", "Alter Schritt", DAY, "Kühne")
    (step,) = workflow.steps_of(event, (), (tick,))
    assert (step.title, step.tick) == ("Alter Schritt", tick)
    assert not workflow.is_waiting(step, event, DAY - timedelta(days=1))


def test_template_needs_titles_and_days_people_plan_in():
    assert workflow.template_problems([TemplateStep("a", "Presse", -14)]) == []
    assert workflow.template_problems([TemplateStep("a", " ", -14)])
    assert workflow.template_problems([TemplateStep("a", "x", 1000)])
    assert workflow.template_problems([TemplateStep("a", "x"), TemplateStep("a", "y")])


def test_every_shipped_template_can_be_taken_and_is_in_order_of_time():
    for kind in workflow.MEETING_KINDS:
        for work_list in WorkList:
            steps = workflow.shipped(work_list, kind)
            assert steps
            assert workflow.template_problems(steps) == []
            assert [step.days for step in steps] == sorted(step.days for step in steps)
