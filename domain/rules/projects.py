"""How far projects are, and where they count."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from domain.rows.coverage import CoverageRow
from domain.rows.projects import ProjectDraft, ProjectRow, StageDraft
from domain.rules.coverage import half_year_days
from domain.terms import ProjectKind, ProjectState


def state_of(draft: ProjectDraft, today: date) -> ProjectState:
    """Finished when all stages are reached or its days are over with a result; late when an open stage is overdue."""
    has_stages = bool(draft.stages)
    all_reached = has_stages and all(stage.done_on for stage in draft.stages)
    is_over = draft.last_day is not None and draft.last_day < today
    if all_reached or (draft.result.strip() and is_over):
        return ProjectState.done
    if any(is_overdue(stage, today) for stage in draft.stages):
        return ProjectState.late
    begun = any(stage.done_on for stage in draft.stages) or (draft.first_day is not None and draft.first_day <= today)
    return ProjectState.running if begun else ProjectState.planned


def is_overdue(stage: StageDraft, today: date) -> bool:
    """Whether a stage should have been reached before today."""
    return stage.done_on is None and stage.due is not None and stage.due < today


def next_stage(draft: ProjectDraft) -> StageDraft | None:
    """The open stage that is due first; those without a day come last, in their order."""
    waiting = [stage for stage in draft.stages if stage.done_on is None]
    return min(waiting, key=lambda stage: stage.due or date.max, default=None)


def counts_in(draft: ProjectDraft, half_years: Iterable[str]) -> bool:
    """Whether an advisory project ran in one of these half-years, or at any time if there are none.

    Without a first day it has not begun and counts nowhere; without a last one it goes on.
    """
    if draft.kind is not ProjectKind.advisory or draft.first_day is None:
        return False
    last = draft.last_day or date.max
    spans = [half_year_days(each) for each in half_years]
    return not spans or any(draft.first_day <= span.last and span.first <= last for span in spans)


def advisory_by_kreis(rows: Iterable[ProjectRow], half_years: Iterable[str] = ()) -> dict[str, int]:
    """How many advisory projects ran in each Kreis in these half-years; Kreise without one are left out."""
    wanted = tuple(half_years)
    found: dict[str, int] = {}
    for row in rows:
        ags = row.draft.kreis_ags
        if ags is not None and counts_in(row.draft, wanted):
            found[ags] = found.get(ags, 0) + 1
    return found


def with_projects(rows: Iterable[CoverageRow], known: Iterable[ProjectRow]) -> tuple[CoverageRow, ...]:
    """The rows of coverage with how many advisory projects ran in each one's Kreis and half-year."""
    listed, advised = tuple(known), list(rows)
    counted = {half_year: advisory_by_kreis(listed, (half_year,)) for half_year in {row.half_year for row in advised}}
    return tuple(replace(row, projects=counted[row.half_year].get(row.kreis_ags, 0)) for row in advised)
