"""Whom, what and when triage suggests for a request, and why."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.i18n import language
from domain.region.travel import TravelTable, Waypoint
from domain.rows.catalogue import OfferDraft, OfferRow
from domain.rows.date_finder import DateWish
from domain.rows.requests import RequestDraft, Wish
from domain.rows.tours import Absence, HeldQualification, StaffDraft
from domain.rules.date_finder import World
from domain.rules.triage import Ask, Drives, Duty, Member, day_choices, match_offers, rank_people
from domain.rules.triage.days import days_looked_at
from domain.terms import BERLIN, EventKind, Schulform, TimeSpan

TODAY, DAY = date(2027, 4, 28), date(2027, 6, 8)
KOETHEN, ZERBST, HALLE, MAGDEBURG = "15082180", "15082430", "15002000", "15003000"
TOPIC, OTHER, LICENCE = uuid4(), uuid4(), uuid4()
DRIVES = Drives(TravelTable().leg_between)


def span(day=DAY, hour=10, hours=2):
    start = datetime(day.year, day.month, day.day, hour, tzinfo=BERLIN)
    return TimeSpan(start, start + timedelta(hours=hours))


ASK = Ask(DAY, span(), Waypoint(KOETHEN), TOPIC, "Extremismus", LICENCE, "Vortragsrecht")


def member(name="Jana Kühne", *, duties=(), topics=None, home=KOETHEN, **fields):
    usual = {"qualifications": (HeldQualification(LICENCE),)} | fields
    return Member(uuid4(), StaffDraft(name, **usual), tuple(duties), topics or {}, Waypoint(home))


def duty(day=DAY, hour=10, hours=2, ags=KOETHEN, title="Vortrag", town="Köthen"):
    return Duty(day, span(day, hour, hours), title, town, Waypoint(ags))


def said(choice):
    return [language().text(reason.msgid, reason.params) for reason in choice.reasons]


def names(ranked):
    return [choice.name for choice in ranked]


def one(person, ask=ASK):
    (choice,) = rank_people(ask, [person], DRIVES)
    return choice


def test_who_has_spoken_on_the_topic_goes_first_and_the_reasons_say_so():
    new, old = member("Neu"), member("Alt", topics={TOPIC: 3})
    ranked = rank_people(ASK, [new, old], DRIVES)
    assert names(ranked) == ["Alt", "Neu"]
    assert "Extremismus: bisher 3-mal" in said(ranked[0])
    assert "Extremismus: noch nie" in said(ranked[1])


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"qualifications": ()}, "Nicht qualifiziert: Vortragsrecht"),
        (
            {"qualifications": (HeldQualification(LICENCE, DAY - timedelta(days=1)),)},
            "Vortragsrecht endete am 07.06.2027",
        ),
        ({"absences": (Absence(DAY - timedelta(days=3), DAY),)}, "Abwesend bis 08.06.2027"),
        ({"duties": (duty(hour=11),)}, "Besetzt: „Vortrag“, Köthen"),
        ({"duties": (duty(date(2027, 6, 1)),), "capacity_per_month": 1}, "Keine Kapazität mehr: 1 von 1 in dem Monat"),
    ],
)
def test_who_cannot_go_stands_last_with_the_reason_alone(fields, words):
    cannot, weak = member("A", topics={TOPIC: 9}, **fields), member("Z", home=ZERBST)
    ranked = rank_people(ASK, [cannot, weak], DRIVES)
    assert names(ranked) == ["Z", "A"]
    assert said(ranked[1]) == [words]
    assert not ranked[1].is_fit


def test_a_qualification_that_ends_soon_warns_and_one_valid_on_the_day_is_enough():
    choice = one(member(qualifications=(HeldQualification(LICENCE, DAY),)))
    assert choice.is_fit
    assert "Vortragsrecht nur noch bis 08.06.2027 gültig" in said(choice)


def test_free_places_of_the_month_are_counted():
    person = member(capacity_per_month=4, duties=[duty(date(2027, 6, 1)), duty(date(2027, 5, 31))])
    assert "In dem Monat frei: 3 von 4" in said(one(person))


def test_the_drive_counts_from_the_last_place_of_the_day_else_from_the_office():
    assert any("von der Dienststelle" in line for line in said(one(member(home=MAGDEBURG))))
    there = one(member(home=MAGDEBURG, duties=[duty(hour=7, hours=1, ags=ZERBST, town="Zerbst")]))
    assert any(line.endswith("von Zerbst") for line in said(there))


def test_of_equals_the_nearer_goes_first():
    far, near = member("A", home=HALLE), member("B", home=KOETHEN)
    assert names(rank_people(ASK, [far, near], DRIVES)) == ["B", "A"]


def test_of_equals_who_has_rested_longer_goes_first():
    tired = member("A", duties=[duty(DAY - timedelta(days=2))])
    rested = member("B", duties=[duty(DAY - timedelta(days=20))])
    assert names(rank_people(ASK, [tired, rested], DRIVES)) == ["B", "A"]
    assert "Letzter Einsatz 2 Tage davor" in said(one(tired))


def test_somebody_who_cannot_drive_over_in_time_is_busy():
    assert not one(member(duties=[duty(hour=8, hours=2, ags=HALLE)])).is_fit
    assert one(
        member(duties=[duty(hour=8, hours=2, ags=KOETHEN, title="nebenan")]), replace(ASK, span=span(hour=11))
    ).is_fit


def test_without_a_date_a_duty_that_day_is_only_a_warning():
    choice = one(member(duties=[duty()]), replace(ASK, span=None))
    assert choice.is_fit
    assert "An dem Tag auch: „Vortrag“" in said(choice)


people = st.builds(
    lambda name, topics, days, capacity, away, holds, home: member(
        name,
        topics={TOPIC: topics},
        duties=[duty(DAY + timedelta(days=offset), hour) for offset, hour in days],
        capacity_per_month=capacity,
        absences=(Absence(DAY + timedelta(days=away), DAY + timedelta(days=away + 2)),) if away is not None else (),
        qualifications=(HeldQualification(LICENCE),) if holds else (),
        home=home,
    ),
    st.sampled_from(["Jana", "Uwe", "Mia", "Ödön"]),
    st.integers(0, 7),
    st.lists(st.tuples(st.integers(-30, 30), st.integers(0, 20)), max_size=5),
    st.none() | st.integers(0, 4),
    st.none() | st.integers(-4, 3),
    st.booleans(),
    st.sampled_from([KOETHEN, ZERBST, HALLE]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(people, max_size=7), st.randoms(use_true_random=False))
def test_the_rank_is_the_same_whatever_the_order_and_nobody_unfit_stands_above_somebody_fit(group, dice):
    ranked = rank_people(ASK, group, DRIVES)
    mixed = list(group)
    dice.shuffle(mixed)
    assert rank_people(ASK, mixed, DRIVES) == ranked
    assert [choice.is_fit for choice in ranked] == sorted((choice.is_fit for choice in ranked), reverse=True)
    assert {choice.staff_id for choice in ranked} == {each.id for each in group}
    by_id = {each.id: each for each in group}
    for choice in ranked:
        draft = by_id[choice.staff_id].draft
        if not draft.qualifications or any(away.first_day <= DAY <= away.last_day for away in draft.absences):
            assert not choice.is_fit


def offer(
    title="Extremismus erkennen", kind=EventKind.lecture, topic_id=TOPIC, topic="Extremismus", groups=(), **fields
):
    return OfferRow(uuid4(), 1, OfferDraft(title, kind, topic_id, **fields), topic, target_groups=groups)


REQUEST = RequestDraft("Sekundarschule Köthen", EventKind.lecture, topic="Extremismus", duration_minutes=90)


def titles(found):
    return [choice.title for choice in found]


def test_the_offer_on_the_topic_comes_first_and_other_kinds_are_left_out():
    other = offer("Einbruchschutz", topic_id=OTHER, topic="Einbruch")
    found = match_offers(REQUEST, TOPIC, [other, offer(kind=EventKind.training), offer()], DAY)
    assert titles(found) == ["Extremismus erkennen", "Einbruchschutz"]
    assert said(found[0]) == ["Thema: Extremismus"]
    assert said(found[1]) == ["Anderes Thema: Einbruch"]


def test_an_offer_the_host_named_comes_before_all_others():
    named = offer("Einbruchschutz", topic_id=OTHER, topic="Einbruch")
    assert (
        titles(match_offers(replace(REQUEST, offer_id=named.id), TOPIC, [offer(), named], DAY))[0] == "Einbruchschutz"
    )


def test_offers_that_are_not_valid_on_the_day_stand_last_and_say_so():
    old = offer("Alt", valid_until=DAY - timedelta(days=1))
    new = offer("Neu", topic_id=OTHER, topic="Sucht", valid_from=DAY)
    found = match_offers(REQUEST, TOPIC, [old, new], DAY)
    assert titles(found) == ["Neu", "Alt"]
    assert said(found[1]) == ["Nicht mehr angeboten seit 07.06.2027"]
    assert not found[1].is_fit


def test_listeners_and_length_decide_between_offers_on_one_topic():
    grown = offer("Für Ämter", groups=("Beschäftigte in Behörden",), duration_minutes=90)
    young = offer("Für Schulen", groups=("Schülerinnen und Schüler",), duration_minutes=90)
    long = offer("Projekttag", groups=("Schülerinnen und Schüler",), duration_minutes=240)
    assert titles(match_offers(REQUEST, TOPIC, [grown, long, young], DAY)) == ["Für Schulen", "Projekttag", "Für Ämter"]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.builds(
            offer,
            st.sampled_from(["Extremismus", "Sucht", "Einbruch"]),
            topic_id=st.sampled_from([TOPIC, OTHER, None]),
            valid_until=st.none() | st.dates(date(2027, 6, 1), date(2027, 6, 30)),
            duration_minutes=st.none() | st.integers(45, 180),
        ),
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_offers_is_the_same_whatever_the_order_they_come_in(offers, dice):
    found = match_offers(REQUEST, TOPIC, offers, DAY)
    mixed = list(offers)
    dice.shuffle(mixed)
    assert match_offers(REQUEST, TOPIC, mixed, DAY) == found


def days(draft, names=("Jana Kühne",), today=TODAY):
    base = DateWish("15082", draft.kind, days_looked_at(draft, today), 600, 90, KOETHEN, checks=frozenset())
    world = World(today, Waypoint(KOETHEN), TravelTable().leg_between)
    return day_choices(draft, base, world, lambda _day, _span: names)


def test_wished_dates_come_first_in_their_order_then_days_near_by():
    draft = replace(REQUEST, wishes=(Wish(DAY, DAY, 480), Wish(date(2027, 6, 3), date(2027, 6, 3))))
    found = days(draft)
    assert [(each.day, each.wish) for each in found[:2]] == [(DAY, 1), (date(2027, 6, 3), 2)]
    assert found[0].starts_at == span(hour=8).start
    assert all(each.wish is None for each in found[2:])
    assert len({each.day for each in found}) == len(found) > 2
    assert said(found[0]) == ["Frei: Jana Kühne"]


def test_a_wished_date_in_the_past_is_told_but_cannot_be_chosen():
    found = days(replace(REQUEST, wishes=(Wish(TODAY, TODAY), Wish(DAY, DAY))))
    assert (found[0].is_fit, found[0].starts_at, said(found[0])) == (False, None, ["Schon vorbei"])
    assert found[1].is_fit


def test_a_wished_period_gives_days_on_its_weekdays():
    found = days(replace(REQUEST, earliest=DAY, latest=DAY + timedelta(days=20), weekdays=(1,)))
    assert [each.day for each in found if each.wish == 0] == [DAY + timedelta(days=7 * week) for week in range(3)]


def test_days_on_which_nobody_is_free_say_so():
    assert said(days(replace(REQUEST, wishes=(Wish(DAY, DAY),)), names=())[0]) == ["Niemand Geeignetes ist frei"]


def test_more_than_two_free_people_are_counted():
    found = days(replace(REQUEST, wishes=(Wish(DAY, DAY),)), names=("A", "B", "C", "D"))
    assert said(found[0]) == ["Frei: A, B und 2 weitere"]


def test_a_school_is_known_by_its_type_or_name():
    from domain.rules.schools import is_school
    from domain.terms import PartnerCategory

    assert is_school("Grundschule Radis")
    assert is_school("BbS Anhalt-Bitterfeld")
    assert is_school("Lernort", Schulform.gymnasium)
    assert not is_school("Hochschule Anhalt")
    assert not is_school("Volkshochschule Köthen")
    assert not is_school("Gymnasium e. V.", category=PartnerCategory.club)
