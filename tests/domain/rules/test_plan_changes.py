"""What stands in a plan, and what differs between two states of it."""

from dataclasses import fields, replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.published import EventRecord, MeasureFacts, PartnerMention, Person, PublishedPlace
from domain.rules.plan_changes import RELEASED_STATES, difference, differences, digest, plan_entry
from domain.terms import AssignmentRole, Audience, ChangeKind, EventKind, EventState
from tests.builders import DAY, at

HOUSE = Audience.internal
OFF = (EventState.cancelled, EventState.postponed)

BASE = EventRecord(
    id=UUID(int=1),
    number="2027-0187",
    uid="2027-0187@landauf",
    sequence=3,
    kind=EventKind.lecture,
    state=EventState.confirmed,
    audience=Audience.public,
    title="Reichsbürger erkennen",
    public_text="Vortrag mit Gespräch",
    internal_notes="",
    security_remarks="",
    all_day=False,
    starts_at=at(DAY, "18:00"),
    ends_at=at(DAY, "19:30"),
    first_day=None,
    last_day=None,
    place=PublishedPlace(name="Kreisvolkshochschule", town="Merseburg", ags="15088220", kreis_ags="15088"),
    room="Raum 204",
    host="Kreisvolkshochschule Saalekreis",
    office="Polizeirevier Saalekreis",
    topics=("Reichsbürgerszene",),
    target_groups=("Erwachsene",),
    languages=("de",),
    accessibility="stufenlos",
    agenda="Begrüßung",
    partners=(PartnerMention("Seniorenbeirat", confirmed=False),),
    people=(Person("Jana Kühne", AssignmentRole.speaker),),
    contacts=("Pforte, 0391 1",),
    state_reason="",
    postponed_to=None,
    press_expected=False,
    expected=40,
    actual=None,
    kilometres=None,
    created_at=at(DAY - timedelta(days=90), "09:00"),
    updated_at=at(DAY - timedelta(days=9), "09:00"),
)

MOVES = {
    "starts_at": at(DAY, "17:00"),
    "ends_at": at(DAY, "20:00"),
    "place": PublishedPlace(name="Rathaus", town="Merseburg", ags="15088220", kreis_ags="15088"),
}
TEXTS = {
    "title": "Reichsbürger und Selbstverwalter",
    "public_text": "Eintritt frei",
    "host": "Stadt Merseburg",
    "office": "",
    "topics": (),
    "target_groups": ("Jugendliche",),
    "languages": ("de", "en"),
    "accessibility": "",
    "agenda": "Fragen",
    "kind": EventKind.training,
    "people": (),
    "partners": (PartnerMention("Seniorenbeirat", confirmed=True),),
}
HOUSE_ALONE = {"room": "Aula", "audience": Audience.partners}
NO_CHANGE = {
    "id": UUID(int=1),
    "number": "2027-0187",
    "uid": "2027-0187@landauf",
    "sequence": 9,
    "internal_notes": "Schlüssel beim Hausmeister",
    "security_remarks": "Zweiter Ausgang",
    "contacts": (),
    "state_reason": "Wunsch der Schule",
    "press_expected": True,
    "expected": 60,
    "actual": 55,
    "kilometres": 12.0,
    "facts": MeasureFacts(checks=3),
    "created_at": at(DAY, "08:00"),
    "updated_at": at(DAY, "08:00"),
}
BY_OTHER_TESTS = {
    "confidential_names",
    "host_confidential",
    "state",
    "all_day",
    "first_day",
    "last_day",
    "postponed_to",
}


def entry(**changes):
    return plan_entry(replace(BASE, **changes))


def told(reader=HOUSE, /, **changes):
    found = difference(entry(), entry(**changes), reader)
    return None if found is None else (found.kind, found.fields)


def test_an_event_whose_host_stays_in_the_house_is_called_off_outside():
    found = difference(entry(), entry(host_confidential=True), Audience.public)
    assert found is not None
    assert found.kind is ChangeKind.cancelled


def test_every_field_of_a_record_is_judged():
    judged = MOVES.keys() | TEXTS.keys() | HOUSE_ALONE.keys() | NO_CHANGE.keys() | BY_OTHER_TESTS
    assert judged == {field.name for field in fields(EventRecord)}


@pytest.mark.parametrize("name", MOVES)
def test_another_time_or_place_is_a_move(name):
    for audience in Audience:
        assert told(audience, **{name: MOVES[name]}) == (ChangeKind.moved, (name,))


@pytest.mark.parametrize("name", TEXTS)
def test_another_text_is_a_change(name):
    kind, names = told(**{name: TEXTS[name]})
    assert kind is ChangeKind.changed
    assert names


@pytest.mark.parametrize("name", HOUSE_ALONE)
def test_what_only_the_house_knows_changes_nothing_for_others(name):
    assert told(**{name: HOUSE_ALONE[name]}) == (ChangeKind.changed, (name,))
    assert told(Audience.partners, **{name: HOUSE_ALONE[name]}) is None


@pytest.mark.parametrize("name", NO_CHANGE)
def test_what_is_nobodys_plan_is_no_change(name):
    assert told(**{name: NO_CHANGE[name]}) is None


def test_a_partner_who_confirms_is_news_for_outsiders_and_so_for_the_house():
    confirmed = {"partners": TEXTS["partners"]}
    assert told(Audience.public, **confirmed) == told(**confirmed) == (ChangeKind.changed, ("partners",))


def test_another_vehicle_is_news_for_the_house_alone():
    before, now = entry(), plan_entry(BASE, vehicle_id=UUID(int=7))
    assert difference(before, now, HOUSE).fields == ("vehicle",)
    assert difference(before, now, Audience.public) is None


def test_coordinates_put_right_move_nobody():
    place = replace(BASE.place, latitude=51.35, longitude=11.99)
    assert told(place=place) == (ChangeKind.changed, ("coordinates",))


def test_from_a_time_to_whole_days_is_a_move():
    kind, names = told(all_day=True, starts_at=None, ends_at=None, first_day=DAY, last_day=DAY)
    assert kind is ChangeKind.moved
    assert {"all_day", "first_day", "last_day", "starts_at", "ends_at"} == set(names)


@pytest.mark.parametrize("state", OFF)
def test_called_off_is_cancelled_for_all(state):
    for audience in Audience:
        kind, names = told(audience, state=state, state_reason="Krank", postponed_to=date(2027, 7, 1))
        assert kind is ChangeKind.cancelled
        assert "state" in names


def test_a_later_correction_of_what_was_called_off_is_no_second_cancellation():
    off = entry(state=EventState.cancelled)
    assert difference(off, entry(state=EventState.cancelled, title="Neu"), HOUSE).kind is ChangeKind.changed
    assert difference(off, None, HOUSE) is None


def test_what_takes_place_after_all_is_told():
    assert difference(entry(state=EventState.cancelled), entry(), HOUSE).kind is ChangeKind.changed


def test_that_it_took_place_is_no_change():
    assert told(state=EventState.held) is None
    assert told(state=EventState.reviewed) is None


def test_tentative_becoming_firm_is_added_for_the_public_and_changed_for_partners():
    before, now = entry(state=EventState.tentative), entry()
    kinds = {audience: difference(before, now, audience).kind for audience in Audience}
    assert kinds == {
        Audience.public: ChangeKind.added,
        Audience.partners: ChangeKind.changed,
        Audience.internal: ChangeKind.changed,
    }


def test_what_goes_back_into_the_house_is_cancelled_for_those_outside():
    before, now = entry(), entry(audience=Audience.internal)
    assert difference(before, now, Audience.public).kind is ChangeKind.cancelled
    assert difference(before, now, HOUSE).kind is ChangeKind.changed


def test_what_nobody_knew_and_is_called_off_is_no_news():
    assert difference(None, entry(state=EventState.cancelled), HOUSE) is None
    assert difference(None, None, HOUSE) is None


@pytest.mark.parametrize("state", EventState)
def test_only_released_states_with_a_date_stand_in_the_plan(state):
    assert (entry(state=state) is not None) == (state in RELEASED_STATES)
    assert entry(state=state, starts_at=None, ends_at=None) is None


def test_a_cancelled_event_does_not_leave_the_plan_by_growing_old():
    old = entry(state=EventState.cancelled, starts_at=at(date(2020, 5, 1), "09:00"), ends_at=None)
    assert Audience.public in old.marks


def test_an_entry_holds_no_confidential_name():
    secret = Person("Ina Geheim", AssignmentRole.speaker, confidential=True)
    found = entry(people=(secret,), title="Vortrag mit Ina Geheim", public_text="Ina Geheim spricht")
    assert "Geheim" not in repr(found)


def test_digests_are_the_same_tomorrow():
    assert digest((DAY, EventState.held, "Ä")) == "6ff4590fd9"


states = st.sampled_from([*EventState])
records = st.builds(
    lambda number, state, audience, shift, title: replace(
        BASE,
        id=UUID(int=number),
        number=f"2027-{number:04d}",
        state=state,
        audience=audience,
        starts_at=at(DAY + timedelta(days=shift), "18:00"),
        ends_at=at(DAY + timedelta(days=shift), "19:30"),
        title=title,
    ),
    st.integers(1, 6),
    states,
    st.sampled_from(Audience),
    st.integers(0, 2),
    st.sampled_from(["Vortrag", "Dialog"]),
)
plans = st.lists(records, max_size=8).map(
    lambda found: {record.id: made for record in found if (made := plan_entry(record)) is not None}
)
audiences = st.sampled_from(Audience)


@given(plans, audiences)
def test_a_plan_does_not_differ_from_itself(plan, audience):
    assert differences(plan, plan, audience) == ()


@given(plans, plans, audiences)
def test_whoever_applies_the_changes_has_the_new_plan(before, now, audience):
    """What a reader holds after striking, adding and replacing is what takes place for that audience now."""
    held = {key: found for key, found in before.items() if audience in found.marks}
    for change in differences(before, now, audience):
        held[change.entry.event_id] = change.entry
        if change.kind is ChangeKind.cancelled:
            del held[change.entry.event_id]
    alive = {key: found.marks[audience] for key, found in held.items() if found.state not in OFF}
    assert alive == {
        key: found.marks[audience] for key, found in now.items() if audience in found.marks and found.state not in OFF
    }


@given(plans, plans, audiences)
def test_backwards_the_same_events_are_named_where_both_take_place(before, now, audience):
    alive = {key for key in before.keys() & now.keys() if {before[key].state, now[key].state}.isdisjoint(OFF)}

    def named(found):
        return {change.entry.event_id for change in found} & alive

    assert named(differences(before, now, audience)) == named(differences(now, before, audience))


@given(plans, plans, audiences)
def test_each_event_is_named_once_in_the_order_of_days(before, now, audience):
    found = differences(before, now, audience)
    assert len({change.entry.event_id for change in found}) == len(found)
    assert [change.entry.start_day for change in found] == sorted(change.entry.start_day for change in found)
