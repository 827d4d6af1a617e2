"""Which drafts of projects can be taken."""

from collections.abc import Iterator

from domain.errors import Problem
from domain.i18n import N_
from domain.region.kreise import kreise
from domain.rows.projects import ProjectDraft
from domain.rules.validation import fields
from domain.rules.validation.fields import LONG_TEXT
from domain.terms import ProjectKind

STAGES_AT_MOST = 40
_LENGTHS = {"title": 300, "student": 200, "question": 4_000, "result": 4_000, "notes": LONG_TEXT}


def project_problems(draft: ProjectDraft) -> list[Problem]:
    """Why the project cannot be taken, by field; empty when it can.

    A student's name is kept only with a day until when: participants' names are never stored without an end.
    """
    found = [
        *fields.required("title", draft.title),
        *fields.texts(draft, _LENGTHS),
        *fields.day("first_day", draft.first_day),
        *fields.day("last_day", draft.last_day),
        *fields.days_in_order("last_day", draft.first_day, draft.last_day),
        *fields.day("student_until", draft.student_until),
        *_stages(draft),
    ]
    if draft.kreis_ags is not None and draft.kreis_ags not in {kreis.ags for kreis in kreise()}:
        found.append(Problem("kreis_ags", N_("Please choose the district from the list.")))
    if draft.student.strip() and draft.student_until is None:
        found.append(Problem("student_until", N_("Please say until when the student’s name may be kept.")))
    if draft.student.strip() and draft.kind is not ProjectKind.regional_analysis:
        found.append(Problem("student", N_("Only a regional analysis names a student.")))
    return found


def _stages(draft: ProjectDraft) -> Iterator[Problem]:
    if len(draft.stages) > STAGES_AT_MOST:
        yield Problem("stages", N_("At most {count} stages can be kept."), (("count", STAGES_AT_MOST),))
    for stage in draft.stages:
        yield from fields.required("stages", stage.title)
        yield from fields.text("stages", stage.title, 300)
        yield from fields.day("stages", stage.due)
        yield from fields.day("stages", stage.done_on)
