"""What only some kinds of sample events have: agenda, talks, headcount, reach, offices, accident causes."""

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
    InformationFacts,
    KindFacts,
    LectureFacts,
    OfficeCount,
    OnlineFacts,
    PatrolFacts,
    TrafficFacts,
    TrainingFacts,
)
from domain.terms import (
    AccidentCause,
    AdviceField,
    AssignmentRole,
    EventKind,
    OnlineChannel,
    PartnerCategory,
    PlaceCategory,
)

_INVITED_BEFORE = timedelta(days=14)
_TALK_MINUTES = 25
_NEUTRALITY = "Beutelsbacher Konsens: keine Überwältigung, Streitiges bleibt streitig, keine Werbung."
_PLACES = {
    "site": PlaceCategory.centre,
    "school": PlaceCategory.school,
    "hall": PlaceCategory.centre,
    "online": PlaceCategory.online,
}
_BY_PARTNER = {
    PartnerCategory.company: PlaceCategory.commercial,
    PartnerCategory.university: PlaceCategory.school,
    PartnerCategory.adult_education: PlaceCategory.school,
    PartnerCategory.club: PlaceCategory.housing,
    PartnerCategory.fire_brigade: PlaceCategory.housing,
}


@dataclass(frozen=True)
class Course:
    """An event on its way: what was planned, and whether it took place."""

    plan: Plan
    world: World
    rng: Random
    took_place: bool

    @property
    def own_rng(self) -> Random:
        """Dice of the event alone, which leave those of the year as they are."""
        return Random(f"{self.plan.day}{self.plan.pattern.title}{self.plan.spot.town}")  # noqa: S311 - sample figures


def facts_of(course: Course) -> KindFacts | None:
    """What only events of this kind have; None for kinds without facts of their own."""
    make = _FACTS.get(course.plan.pattern.kind)
    return make(course) if make else None


def place_category_of(plan: Plan) -> PlaceCategory:
    """What sort of place it is: as the pattern says, or as such places usually are."""
    if plan.pattern.place_category:
        return PlaceCategory(plan.pattern.place_category)
    what = plan.pattern.place.partition(":")[0]
    partner = plan.spot.partner.draft.category if plan.spot.partner else None
    return _PLACES.get(what) or _BY_PARTNER.get(partner or PartnerCategory.other, PlaceCategory.centre)


def traffic_of(plan: Plan) -> TrafficFacts | None:
    """Which accidents a road-safety measure is aimed at."""
    if not plan.pattern.cause:
        return None
    return TrafficFacts(AccidentCause(plan.pattern.cause), worded(plan.pattern.black_spot, plan.spot))


def offices_of(course: Course, came: int | None) -> tuple[OfficeCount, ...]:
    """Who took part in a training that was held: the police and offices nearby, and one office named in words."""
    plan = course.plan
    if plan.pattern.kind is not EventKind.training or not came or plan.spot.ags is None:
        return ()
    kreis_ags = plan.spot.ags[:5]
    revier, offices = course.world.revier(kreis_ags), course.world.of(kreis_ags, PartnerCategory.ordnungsamt)
    police = round(came * course.own_rng.uniform(0.3, 0.6))
    rest = came - police
    counts = [OfficeCount(revier.id, participants=police)]
    if offices:
        counts.append(OfficeCount(offices[0].id, participants=rest - rest // 3))
        rest //= 3
    return (*counts, OfficeCount(words="Landratsamt, Fachdienst Jugend", participants=rest))


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
    pattern = course.plan.pattern
    field = AdviceField(pattern.advice) if pattern.advice else None
    if not course.took_place:
        return ConsultationFacts(field)
    talks = course.rng.randint(*(pattern.expected or (1, 5)))
    return ConsultationFacts(field, talks, talks * _TALK_MINUTES)


def _patrol(course: Course) -> PatrolFacts:
    pattern = course.plan.pattern
    if pattern.officers is None:
        return PatrolFacts(focus=pattern.focus)
    police, ordnungsamt = pattern.officers
    checks = course.own_rng.randint(*pattern.checks) if course.took_place else None
    return PatrolFacts(police, ordnungsamt, checks, pattern.focus)


def _information(course: Course) -> InformationFacts:
    pattern = course.plan.pattern
    return InformationFacts(pattern.occasion, pattern.stands.strip(), pattern.rain)


def _council(course: Course) -> CouncilFacts:
    number = course.rng.randint(3, 28)
    return CouncilFacts(f"{number}. Sitzung", worded(course.plan.pattern.agenda, course.plan.spot))


def _training(course: Course) -> TrainingFacts:
    pattern = course.plan.pattern
    gained = course.world.house.qualifications.get(pattern.qualification)
    return TrainingFacts(pattern.aims, gained, pattern.months if gained else None)


def _exchange(course: Course) -> ExchangeFacts:
    return ExchangeFacts(course.plan.pattern.interval)


def _online(course: Course) -> OnlineFacts:
    pattern = course.plan.pattern
    return OnlineFacts(
        OnlineChannel(pattern.channel) if pattern.channel else None,
        text=pattern.post,
        alt_text=pattern.alt,
        reach=course.rng.randint(*pattern.reach) if course.took_place else None,
        channel_words=pattern.account,
        has_picture=pattern.picture,
    )


_FACTS: dict[EventKind, Callable[[Course], KindFacts]] = {
    EventKind.lecture: _lecture,
    EventKind.citizen_dialogue: _dialogue,
    EventKind.expert_dialogue: _dialogue,
    EventKind.information_event: _information,
    EventKind.consultation: _consultation,
    EventKind.joint_patrol: _patrol,
    EventKind.council_meeting: _council,
    EventKind.training: _training,
    EventKind.information_exchange: _exchange,
    EventKind.online: _online,
}
