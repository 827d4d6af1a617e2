"""What only some kinds of sample events have: agenda, talks, headcount, reach."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from domain.demo.neighbours import World
from domain.demo.year import Plan, worded
from domain.rows.events import (
    ConsultationFacts,
    CouncilFacts,
    DialogueFacts,
    ExchangeFacts,
    KindFacts,
    LectureFacts,
    OnlineFacts,
    PatrolFacts,
    TrainingFacts,
)
from domain.terms import AssignmentRole, EventKind, OnlineChannel

_INVITED_BEFORE = timedelta(days=14)
_TALK_MINUTES = 25
_NEUTRALITY = "Beutelsbacher Konsens: keine Überwältigung, Streitiges bleibt streitig, keine Werbung."


@dataclass(frozen=True)
class Course:
    """An event on its way: what was planned, and whether it took place."""

    plan: Plan
    world: World
    rng: Random
    took_place: bool


def facts_of(course: Course) -> KindFacts | None:
    """What only events of this kind have; None for kinds without facts of their own."""
    make = _FACTS.get(course.plan.pattern.kind)
    return make(course) if make else None


def _lecture(course: Course) -> LectureFacts:
    pattern = course.plan.pattern
    return LectureFacts(
        school_grade=pattern.grade,
        prior_knowledge=pattern.knowledge,
        teacher_present=True if pattern.grade else None,
        room_technique=pattern.technique,
        neutrality_note=_NEUTRALITY,
    )


def _dialogue(course: Course) -> DialogueFacts:
    plan = course.plan
    names = [person.draft.name for person, role in plan.party.people if role is AssignmentRole.moderation]
    return DialogueFacts(
        seats=plan.pattern.seats,
        moderation=", ".join(names),
        agenda=worded(plan.pattern.agenda, plan.spot),
        invitation_until=plan.day - _INVITED_BEFORE,
    )


def _consultation(course: Course) -> ConsultationFacts:
    if not course.took_place:
        return ConsultationFacts()
    talks = course.rng.randint(*(course.plan.pattern.expected or (1, 5)))
    return ConsultationFacts(talks=talks, minutes=talks * _TALK_MINUTES)


def _patrol(course: Course) -> PatrolFacts:
    pattern = course.plan.pattern
    if not course.took_place or pattern.officers is None:
        return PatrolFacts(focus=pattern.focus)
    police, ordnungsamt = pattern.officers
    return PatrolFacts(police, ordnungsamt, focus=pattern.focus)


def _council(course: Course) -> CouncilFacts:
    number = course.rng.randint(3, 28)
    return CouncilFacts(f"{number}. Sitzung", worded(course.plan.pattern.agenda, course.plan.spot))


def _training(course: Course) -> TrainingFacts:
    pattern = course.plan.pattern
    return TrainingFacts(pattern.aims, course.world.house.qualifications.get(pattern.qualification))


def _exchange(course: Course) -> ExchangeFacts:
    return ExchangeFacts(course.plan.pattern.interval)


def _online(course: Course) -> OnlineFacts:
    pattern = course.plan.pattern
    reach = course.rng.randint(*pattern.reach) if course.took_place else None
    return OnlineFacts(OnlineChannel.other, text=pattern.post, alt_text=pattern.alt, reach=reach)


_FACTS: dict[EventKind, Callable[[Course], KindFacts]] = {
    EventKind.lecture: _lecture,
    EventKind.citizen_dialogue: _dialogue,
    EventKind.expert_dialogue: _dialogue,
    EventKind.consultation: _consultation,
    EventKind.joint_patrol: _patrol,
    EventKind.council_meeting: _council,
    EventKind.training: _training,
    EventKind.information_exchange: _exchange,
    EventKind.online: _online,
}
