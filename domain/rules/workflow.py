"""What has to be done for an event and until when: templates per kind, and the days they come to."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from domain.errors import Problem
from domain.i18n import N_
from domain.region.holidays import public_holiday_on
from domain.rows.event_row import EventRow
from domain.rows.workflow import StepRow, TemplateStep, Tick
from domain.rules.validation import fields
from domain.terms import EventKind, EventState, WorkList

MEETING_KINDS = (
    EventKind.citizen_dialogue,
    EventKind.expert_dialogue,
    EventKind.council_meeting,
    EventKind.information_exchange,
)
"""Kinds that have invitees, an agenda, minutes, due dates and a checklist."""

DIALOGUE_KINDS = (EventKind.citizen_dialogue, EventKind.expert_dialogue)
"""Citizens talk in the one, full-time and voluntary actors in the other; they are counted apart."""

INVITATION = "invitation"
"""Key of the step that the event's own day for invitations moves."""

FARTHEST_DAYS = 730
STEPS_AT_MOST = 60
_SATURDAY = 5
_AHEAD = (EventState.tentative, EventState.confirmed)
_TOOK_PLACE = (EventState.confirmed, EventState.held)

_DIALOGUE = (
    TemplateStep("room", N_("Book the room"), -42),
    TemplateStep("people", N_("Win moderation and panel"), -42),
    TemplateStep(INVITATION, N_("Send the invitations"), -28),
    TemplateStep("press", N_("Inform the press"), -14),
    TemplateStep("replies", N_("Ask for missing replies"), -10),
    TemplateStep("room_check", N_("Check room and access"), -7),
    TemplateStep("material", N_("Print and pack the material"), -3),
    TemplateStep("minutes", N_("Finish the minutes"), 7),
    TemplateStep("thanks", N_("Thank the partners"), 10),
    TemplateStep("answers", N_("Answer the concerns"), 42),
)
_MEETING = (
    TemplateStep(INVITATION, N_("Send invitation and agenda"), -14),
    TemplateStep("room_check", N_("Check room and access"), -7),
    TemplateStep("material", N_("Send the papers"), -3),
    TemplateStep("minutes", N_("Send the minutes"), 7),
)
_ACCESS = (
    TemplateStep("step_free", N_("Step-free way from the street to every room")),
    TemplateStep("toilets", N_("Toilets, also for wheelchairs, near and open")),
    TemplateStep("loop", N_("Induction loop or hearing system tested")),
    TemplateStep("interpreter", N_("Sign language or other interpreter ordered, if asked for")),
    TemplateStep("signs", N_("Signs from the street and the bus stop")),
    TemplateStep("parking", N_("Parking, also for disabled people, reserved")),
    TemplateStep("seats", N_("Seating as agreed, ways out free")),
    TemplateStep("microphone", N_("Microphones tested, also one for the floor")),
    TemplateStep("screen", N_("Projector, screen and cables tested")),
    TemplateStep("key", N_("Key and caretaker: who opens and who locks up")),
    TemplateStep("press_table", N_("Place for the press")),
)
_DEFAULTS: Mapping[tuple[WorkList, EventKind], tuple[TemplateStep, ...]] = MappingProxyType(
    {
        (WorkList.timeline, EventKind.citizen_dialogue): _DIALOGUE,
        (WorkList.timeline, EventKind.expert_dialogue): tuple(step for step in _DIALOGUE if step.key != "answers"),
        (WorkList.timeline, EventKind.council_meeting): _MEETING,
        (WorkList.timeline, EventKind.information_exchange): _MEETING,
        (WorkList.checklist, EventKind.citizen_dialogue): _ACCESS,
        (WorkList.checklist, EventKind.expert_dialogue): _ACCESS[:-1],
        (WorkList.checklist, EventKind.council_meeting): _ACCESS[:3],
        (WorkList.checklist, EventKind.information_exchange): _ACCESS[:3],
    }
)
"""Four weeks for invitations, two for the press, one for the room: usual in the field, not prescribed; editable."""


def shipped(work_list: WorkList, kind: EventKind) -> tuple[TemplateStep, ...]:
    """The template of a kind as long as nobody has changed it; titles are msgids."""
    return _DEFAULTS.get((work_list, kind), ())


def is_working_day(day: date) -> bool:
    """Whether offices are open: Monday to Friday, no public holiday of Sachsen-Anhalt."""
    return day.weekday() < _SATURDAY and public_holiday_on(day) is None


def working_day_until(day: date) -> date:
    """The day itself if it is a working day, else the working day before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def due_day(step: TemplateStep, event_day: date, invitation_until: date | None = None) -> date:
    """The last day for a step of an event on `event_day`, on a working day; the event's own day for invitations counts.

    A step after the event never falls before it.
    """
    if step.key == INVITATION and invitation_until is not None:
        return invitation_until
    found = working_day_until(event_day + timedelta(days=step.days))
    return found if step.days <= 0 else max(found, event_day)


def steps_of(
    event: EventRow, template: Sequence[TemplateStep], ticks: Sequence[Tick], invitation_until: date | None = None
) -> tuple[StepRow, ...]:
    """The timeline of an event: what the template asks for with its days, and what was ticked before it changed."""
    by_key = {tick.key: tick for tick in ticks}
    day = event.start_day
    rows = [
        StepRow(
            step.key,
            step.title,
            step.is_own,
            due_day(step, day, invitation_until) if day is not None else None,
            by_key.get(step.key),
            step.days > 0,
        )
        for step in template
    ]
    known = {step.key for step in template}
    rows += [StepRow(tick.key, tick.title, True, None, tick, False) for tick in ticks if tick.key not in known]  # noqa: FBT003 - the row's fields in order
    return tuple(sorted(rows, key=lambda row: (row.due is None, row.due or date.max)))


def is_waiting(step: StepRow, event: EventRow, today: date) -> bool:
    """Whether a step still has to be done: before the event until it is over, after it until the review is closed."""
    if step.tick is not None or step.due is None or event.start_day is None:
        return False
    if step.is_after:
        return event.state in _TOOK_PLACE and event.start_day <= today
    return event.state in _AHEAD and event.start_day >= today


def template_problems(steps: Sequence[TemplateStep]) -> list[Problem]:
    """Why a template cannot be taken; empty when it can."""
    found: list[Problem] = []
    for step in steps:
        found += [*fields.required("title", step.title), *fields.text("title", step.title, 300)]
        found += fields.number("days", step.days, -FARTHEST_DAYS, FARTHEST_DAYS)
    if len({step.key for step in steps}) != len(steps) or len(steps) > STEPS_AT_MOST:
        found.append(Problem("title", N_("A template holds at most {count} steps, each once."), (("count", 60),)))
    return list(dict.fromkeys(found))
