"""How far projects are, and in which half-years they count."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.rows.projects import ProjectDraft, ProjectRow, StageDraft
from domain.rules.projects import advisory_by_kreis, counts_in, next_stage, state_of
from domain.rules.validation.projects import project_problems
from domain.terms import ProjectKind, ProjectState

TODAY = date(2027, 4, 28)
DRAFT = ProjectDraft(ProjectKind.advisory, "Willkommensbehörde", "15085", first_day=date(2027, 1, 4))
DAYS = st.none() | st.dates(date(2025, 1, 1), date(2029, 12, 31))
STAGES = st.lists(st.builds(StageDraft, st.just("Schritt"), DAYS, DAYS), max_size=5).map(tuple)


def test_without_stages_a_project_runs_from_its_first_day():
    assert state_of(replace(DRAFT, first_day=TODAY), TODAY) is ProjectState.running
    assert state_of(replace(DRAFT, first_day=TODAY + timedelta(days=1)), TODAY) is ProjectState.planned


def test_a_project_whose_days_are_over_is_finished_only_with_a_result():
    over = replace(DRAFT, last_day=TODAY - timedelta(days=1))
    assert state_of(over, TODAY) is ProjectState.running
    assert state_of(replace(over, result="Leitfaden liegt vor"), TODAY) is ProjectState.done


def test_an_open_stage_before_today_makes_it_late():
    stages = (StageDraft("Auftakt", TODAY - timedelta(days=1)), StageDraft("Rückblick", TODAY + timedelta(days=9)))
    late = replace(DRAFT, stages=stages)
    assert state_of(late, TODAY) is ProjectState.late
    assert next_stage(late) == stages[0]
    reached = replace(late, stages=tuple(replace(stage, done_on=TODAY) for stage in stages))
    assert state_of(reached, TODAY) is ProjectState.done
    assert next_stage(reached) is None


@given(STAGES, DAYS)
def test_the_next_stage_is_open_and_none_open_is_due_before_it(stages, first):
    draft = replace(DRAFT, stages=stages, first_day=first)
    found = next_stage(draft)
    waiting = [stage for stage in stages if stage.done_on is None]
    assert (found is None) == (not waiting)
    assert found is None or all((stage.due or date.max) >= (found.due or date.max) for stage in waiting)


def test_only_advice_counts_and_only_in_the_half_years_it_ran_in():
    assert counts_in(DRAFT, ("2027-H1",))
    assert counts_in(DRAFT, ("2029-H2",))  # it has no end
    assert not counts_in(replace(DRAFT, last_day=date(2027, 6, 30)), ("2027-H2",))
    assert not counts_in(replace(DRAFT, kind=ProjectKind.regional_analysis), ("2027-H1",))
    assert not counts_in(replace(DRAFT, first_day=None), ("2027-H1",))
    rows = [ProjectRow(UUID(int=at), 1, draft, ProjectState.running) for at, draft in enumerate([DRAFT, DRAFT])]
    assert advisory_by_kreis(rows, ("2027-H1",)) == {"15085": 2}


def test_a_students_name_needs_an_end_and_an_analysis():
    named = replace(DRAFT, kind=ProjectKind.regional_analysis, student="Bachelorarbeit")
    assert [found.field for found in project_problems(named)] == ["student_until"]
    assert not project_problems(replace(named, student_until=TODAY))
    wrong = project_problems(replace(named, kind=ProjectKind.advisory, student_until=TODAY))
    assert [found.field for found in wrong] == ["student"]


def test_impossible_projects_are_refused_by_field():
    wrong = ProjectDraft(
        title=" ", kreis_ags="99999", first_day=TODAY, last_day=date(2026, 1, 1), stages=(StageDraft(),)
    )
    assert {found.field for found in project_problems(wrong)} == {"title", "kreis_ags", "last_day", "stages"}
