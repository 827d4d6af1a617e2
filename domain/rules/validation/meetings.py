"""Which agenda items, resolutions and tasks can be taken."""

from collections.abc import Iterator

from domain.errors import Problem
from domain.i18n import N_
from domain.rows.meetings import AgendaDraft, ResolutionDraft, TaskDraft
from domain.rules.validation import fields
from domain.rules.validation.fields import LONG_TEXT

_LONGEST_ITEM = 7 * 1440


def agenda_problems(draft: AgendaDraft) -> list[Problem]:
    """Why an agenda item cannot be taken, by field; empty when it can."""
    return [
        *fields.required("title", draft.title),
        *fields.texts(draft, {"title": 300, "speaker": 300, "discussion": LONG_TEXT, "result": LONG_TEXT}),
        *fields.number("minutes", draft.minutes, 0, _LONGEST_ITEM),
    ]


def resolution_problems(draft: ResolutionDraft) -> list[Problem]:
    """Why a resolution cannot be taken, by field; empty when it can."""
    return [*fields.required("wording", draft.wording), *fields.texts(draft, {"wording": 2_000, "votes": 200})]


def task_problems(draft: TaskDraft) -> list[Problem]:
    """Why a task cannot be taken, by field; empty when it can."""
    return [
        *fields.required("title", draft.title),
        *fields.texts(draft, {"title": 300, "responsible": 300, "notes": 2_000}),
        *fields.day("due", draft.due),
        *fields.day("done_on", draft.done_on),
        *_belonging(draft),
    ]


def _belonging(draft: TaskDraft) -> Iterator[Problem]:
    if draft.event_id is None and draft.council_id is None:
        yield Problem("event_id", N_("A task belongs to an event or to a council."))
