from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.region.holidays import SchoolHoliday, school_calendar
from domain.rows.settings import DutySettings
from domain.rows.tours import Absence, HeldQualification, StaffDraft, TourDayDraft, VehicleDraft
from domain.rules.conflicts import TopicTerms, findings, findings_for, with_repairs
from domain.terms import AssignmentRole, Audience, EventKind, EventState, Grade, Rule
from tests.domain.rules.conflicts.world import (
    ANJA,
    BERND,
    BUS,
    CARLA,
    DAY,
    HALLE,
    MAGDEBURG,
    MOBILE,
    STENDAL,
    World,
    detail,
    read,
    rules,
    uid,
)

TOPIC, LICENCE = uid("Thema"), uid("Qualifikation")


@pytest.fixture
def world() -> World:
    return World()


def test_long_day_is_worded_as_in_the_pictures(world):
    world.add("Stendal", "8-12", vehicle_id=MOBILE, where=STENDAL)
    world.add("Havelberg", "15-19:30", vehicle_id=MOBILE, where=STENDAL)
    (found,) = findings(world.events, world.context)
    assert found.grade is Grade.error
    assert read(found) == "Duty 10 h 30 min"
    assert detail(found) == "Präventionsmobil, Wed 12/05/2027: 30 min above the limit of 10 h."
    assert (found.event_id, found.others) == (uid("Havelberg"), (uid("Stendal"),))


def test_long_day_offers_to_end_earlier_another_day_and_another_vehicle(world):
    world.change(vehicles={**world.context.vehicles, BUS: VehicleDraft("Kleinbus", depot_ags=STENDAL.ags)})
    world.add("Stendal", "8-12", vehicle_id=MOBILE, where=STENDAL)
    last = world.add("Havelberg", "15-19:30", vehicle_id=MOBILE, where=STENDAL)
    (found,) = findings_for(last, world.events, world.context)
    assert [(read(each), each.effect) for each in found.repairs] == [
        ("“Havelberg” ends at 19:00", "−30 min"),
        ("“Havelberg” to Thu 13/05/2027, 15:00–19:30", "+120 km"),
        ("Kleinbus instead of Präventionsmobil", "±0 km"),
    ]
    (plain,) = findings(world.events, world.context)
    assert with_repairs(plain, world.events, world.context) == found


def test_limit_is_the_smaller_one_of_vehicle_and_settings(world):
    world.add("A", "9-12", vehicle_id=MOBILE)
    world.change(duty=DutySettings(max_duty_minutes=120))
    assert rules(findings(world.events, world.context)) == [Rule.duty_too_long]
    world.change(duty=DutySettings(), vehicles={MOBILE: VehicleDraft("Präventionsmobil", max_duty_minutes=170)})
    assert rules(findings(world.events, world.context)) == [Rule.duty_too_long]


def test_too_much_driving_is_named_apart(world):
    world.change(vehicles={MOBILE: VehicleDraft("Präventionsmobil", depot_ags=MAGDEBURG.ags, max_drive_minutes=100)})
    world.add("A", "10-12", vehicle_id=MOBILE, where=STENDAL)
    (found,) = findings(world.events, world.context)
    assert found.rule is Rule.drive_too_long
    assert read(found) == "Drive 2 h"


def test_overnight_stay_shortens_the_drive_of_both_days(world):
    days = (
        TourDayDraft(DAY, MOBILE, overnight_ags=STENDAL.ags),
        TourDayDraft(DAY + timedelta(1), MOBILE),
    )
    vehicle = VehicleDraft("Präventionsmobil", depot_ags=MAGDEBURG.ags, max_drive_minutes=100)
    world.change(vehicles={MOBILE: vehicle})
    world.add("A", "10-12", vehicle_id=MOBILE, where=STENDAL)
    world.add("B", "10-12", day=DAY + timedelta(1), vehicle_id=MOBILE, where=STENDAL)
    assert rules(findings(world.events, world.context)) == [Rule.drive_too_long] * 2
    world.change(tour_days={uid("1"): days[0], uid("2"): days[1]})
    assert findings(world.events, world.context) == ()


def test_back_to_back_schools_leave_no_break(world):
    for number, hours in enumerate(("8-10", "10:10-12", "12:10-14:20")):
        world.add(f"Schule {number}", hours, vehicle_id=MOBILE)
    (found,) = findings(world.events, world.context)
    assert found.rule is Rule.break_missing
    assert read(found) == "6 h 20 min without a break"


def test_person_who_hurries_from_place_to_place_works_too_long(world):
    world.add("Morgens", "7-12", people=(ANJA,), where=MAGDEBURG)
    world.add("Nachmittags", "13:20-18", people=(ANJA,), where=HALLE)
    (found,) = findings(world.events, world.context)
    assert (found.rule, read(found)) == (Rule.duty_too_long, "Duty 11 h")
    world.events[1] = replace(world.events[1], where=MAGDEBURG)
    assert findings(world.events, world.context) == ()


def test_absent_person_is_replaced_by_somebody_free(world):
    away = StaffDraft("Anja", absences=(Absence(DAY, DAY, "Urlaub"),))
    world.change(staff={ANJA: away, BERND: StaffDraft("Bernd"), CARLA: StaffDraft("Carla")})
    world.add("Andere", "9-12", people=(BERND,))
    event = world.add("Vortrag", "9-12", people=(ANJA,))
    (found,) = findings_for(event, world.events, world.context)
    assert (found.rule, found.grade, read(found)) == (Rule.person_absent, Grade.error, "Anja is away")
    assert read(found.repairs[0]) == "Carla instead of Anja"
    assert found.repairs[0].staff_id == CARLA
    assert found.repairs[0].instead_of == ANJA


def topic(**changes) -> dict[UUID, TopicTerms]:
    return {TOPIC: TopicTerms("Reichsbürger", qualification_id=LICENCE, **changes)}


@pytest.mark.parametrize(
    ("held", "fine"),
    [
        ((), False),
        ((HeldQualification(LICENCE),), True),
        ((HeldQualification(LICENCE, DAY),), True),
        ((HeldQualification(LICENCE, DAY - timedelta(1)),), False),
        ((HeldQualification(uid("andere")),), False),
    ],
)
def test_speaker_needs_the_topics_qualification_on_the_day(world, held, fine):
    world.change(topics=topic(), staff={ANJA: StaffDraft("Anja", qualifications=held)}, qualifications={LICENCE: "VS"})
    event = world.add("Vortrag", "9-12", people=(ANJA,), topic_ids=(TOPIC,))
    found = findings(world.events, world.context)
    assert rules(found) == ([] if fine else [Rule.qualification_missing])
    crew = tuple(replace(each, role=AssignmentRole.crew) for each in event.assignments)
    world.events[0] = replace(event, assignments=crew)
    assert findings(world.events, world.context) == ()


def test_only_a_qualified_person_is_offered_instead(world):
    qualified = StaffDraft("Carla", qualifications=(HeldQualification(LICENCE),))
    world.change(topics=topic(), staff={ANJA: StaffDraft("Anja"), BERND: StaffDraft("Bernd"), CARLA: qualified})
    event = world.add("Vortrag", "9-12", people=(ANJA,), topic_ids=(TOPIC,))
    (found,) = findings_for(event, (), world.context)
    assert [each.staff_id for each in found.repairs] == [CARLA]


def test_outdated_topic_is_a_hint(world):
    world.change(topics=topic(valid_until=DAY - timedelta(1)), staff={})
    world.add("Vortrag", "9-12", topic_ids=(TOPIC,))
    (found,) = findings(world.events, world.context)
    assert (found.rule, found.grade) == (Rule.topic_expired, Grade.hint)


@pytest.mark.parametrize(
    ("day", "headline"),
    [
        (date(2027, 5, 17), "Pfingstmontag: school closed"),
        (date(2027, 5, 15), "Pfingstferien: school closed"),
        (date(2027, 5, 22), "Pfingstferien: school closed"),
        (date(2027, 5, 29), "Weekend: school closed"),
    ],
)
def test_school_is_closed_on_free_days(world, day, headline):
    school = school_calendar(
        [
            SchoolHoliday(date(2027, 2, 1), date(2027, 2, 6), "Winterferien"),
            SchoolHoliday(date(2027, 5, 15), date(2027, 5, 22), "Pfingstferien"),
            SchoolHoliday(date(2027, 7, 10), date(2027, 8, 20), "Sommerferien"),
        ]
    )
    world.change(school=school)
    world.add("Grundschule", "8-12", day=day, is_school=True)
    (found,) = findings(world.events, world.context)
    assert (found.rule, found.grade, read(found)) == (Rule.school_free_day, Grade.error, headline)


def test_school_event_is_moved_to_the_nearest_school_day(world):
    event = world.add("Grundschule", "8-12", day=date(2027, 5, 17), is_school=True)
    (found,) = findings_for(event, (), world.context)
    moved = found.repairs[0].starts_at
    assert moved is not None
    assert (moved.date(), moved.hour) == (date(2027, 5, 14), 8)


def test_school_day_is_not_known_behind_the_last_holidays(world):
    world.add("Grundschule", "8-12", day=date(2035, 5, 16), is_school=True)
    (found,) = findings(world.events, world.context)
    assert (found.rule, found.grade) == (Rule.school_holidays_unknown, Grade.hint)


def test_public_holiday_is_a_warning_but_not_for_patrols_and_posts(world):
    world.add("Stand", "9-12", day=date(2027, 5, 1))
    (found,) = findings(world.events, world.context)
    assert (found.rule, found.grade, read(found)) == (
        Rule.public_holiday,
        Grade.warning,
        "Public holiday: Tag der Arbeit",
    )
    for kind in (EventKind.joint_patrol, EventKind.online):
        world.events[0] = replace(world.events[0], kind=kind, audience=Audience.internal)
        assert findings(world.events, world.context) == ()


def test_dialogue_must_say_who_invites_and_let_the_press_in(world):
    event = world.add("Dialog", "18-20", kind=EventKind.citizen_dialogue, has_host=False, press_admitted=False)
    found = findings(world.events, world.context)
    assert [(each.rule, each.grade) for each in found] == [
        (Rule.inviting_body_missing, Grade.error),
        (Rule.press_excluded, Grade.error),
    ]
    assert all("VersammlG LSA" in each.detail for each in found)
    world.events[0] = replace(event, state=EventState.requested, press_admitted=True)
    (early,) = findings(world.events, world.context)
    assert (early.rule, early.grade) == (Rule.inviting_body_missing, Grade.hint)
    world.events[0] = replace(event, kind=EventKind.lecture)
    (hint,) = findings(world.events, world.context)
    assert (hint.rule, hint.grade) == (Rule.inviting_body_missing, Grade.hint)
    world.events[0] = replace(event, state=EventState.idea, press_admitted=True)
    assert findings(world.events, world.context) == ()


def test_grave_findings_come_first_and_accepted_ones_last_in_their_grade(world):
    world.add("Feiertag", "9-12", day=date(2027, 5, 1))
    world.add("A", "9-12", vehicle_id=MOBILE)
    world.add("B", "11-13", vehicle_id=MOBILE)
    world.add("C", "9-12", day=DAY + timedelta(1), vehicle_id=MOBILE)
    world.add("D", "11-13", day=DAY + timedelta(1), vehicle_id=MOBILE)
    found = findings(world.events, world.context)
    assert [each.event_id for each in found] == [uid("B"), uid("D"), uid("Feiertag")]
    again = findings(world.events, world.context, {found[0].key: "abgesprochen"})
    assert [each.event_id for each in again] == [uid("D"), uid("B"), uid("Feiertag")]


def test_repair_moves_the_less_firm_event(world):
    world.add("Fest", "9-12", vehicle_id=MOBILE, state=EventState.tentative)
    firm = world.add("Zusage", "11-13", vehicle_id=MOBILE)
    (found,) = findings_for(firm, world.events, world.context)
    assert {each.event_id for each in found.repairs} == {uid("Fest")}


def test_event_at_the_skipped_hour_of_another_day_is_not_offered(world):
    saturday = date(2027, 3, 27)
    world.change(today=date(2027, 3, 1), staff={ANJA: StaffDraft("Anja", absences=(Absence(saturday, saturday),))})
    event = world.add("Nachtschicht", "2:30-4", day=saturday, people=(ANJA,))
    (found,) = findings_for(event, (), world.context)
    assert date(2027, 3, 28) not in {each.starts_at.date() for each in found.repairs if each.starts_at}
