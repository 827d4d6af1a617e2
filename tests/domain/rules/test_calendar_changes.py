"""Whether an event was in a calendar when a version was released, and how its cancellation looks."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from domain.rows.filters import EventFilter
from domain.rows.published import PublishedPlace
from domain.rules.calendar_changes import Withdrawal, beyond_versions, stood_in, withdrawn
from domain.rules.plan_changes import plan_entry
from domain.terms import Audience, EventKind, EventState
from tests.builders import DAY, at
from tests.domain.rules.test_plan_changes import BASE

NEXT = DAY + timedelta(days=1)
ENTRY = plan_entry(BASE, vehicle_id=UUID(int=5))
OVER_MIDNIGHT = plan_entry(replace(BASE, ends_at=at(NEXT, "02:00")))
WHOLE_DAYS = plan_entry(replace(BASE, all_day=True, starts_at=None, ends_at=None, first_day=DAY, last_day=NEXT))
WITHDRAWAL = Withdrawal(4, at(DAY, "08:00"), at(DAY, "09:00"))


@pytest.mark.parametrize(
    ("wanted", "was_there"),
    [
        ({}, True),
        ({"kinds": (EventKind.lecture,)}, True),
        ({"kinds": (EventKind.training,)}, False),
        ({"states": (EventState.held,)}, False),
        ({"kreise": ("15088", "15081")}, True),
        ({"kreise": ("15081",)}, False),
        ({"audiences": (Audience.internal,)}, False),
        ({"vehicle_id": UUID(int=5)}, True),
        ({"vehicle_id": UUID(int=6)}, False),
        ({"first": DAY, "last": DAY}, True),
        ({"first": NEXT}, False),
        ({"last": DAY - timedelta(days=1)}, False),
        ({"text": "was nirgends steht"}, True),
    ],
)
def test_a_version_tells_who_had_an_event(wanted, was_there):
    assert stood_in(ENTRY, Audience.public, EventFilter(**wanted)) is was_there


@pytest.mark.parametrize("entry", [OVER_MIDNIGHT, WHOLE_DAYS])
def test_an_event_of_two_days_was_in_the_calendar_of_either(entry):
    assert stood_in(entry, Audience.public, EventFilter(first=NEXT))
    assert not stood_in(entry, Audience.public, EventFilter(first=NEXT, begins_within=True))


def test_what_an_audience_did_not_see_was_in_none_of_its_calendars():
    internal = plan_entry(replace(BASE, audience=Audience.internal))
    assert stood_in(internal, Audience.internal, EventFilter())
    assert not stood_in(internal, Audience.public, EventFilter())
    assert not stood_in(None, Audience.internal, EventFilter())


def test_only_what_no_version_knows_is_judged_by_the_event():
    assert beyond_versions(EventFilter(kinds=(EventKind.lecture,), kreise=("15088",), first=DAY, dated=True)) is None
    assert beyond_versions(EventFilter(text=" Schach ", first=DAY)) == EventFilter(text="Schach")


def test_a_cancellation_holds_what_stood_in_the_version_and_nothing_else():
    told = withdrawn(ENTRY, Audience.public, WITHDRAWAL, str)
    assert (told.uid, told.sequence, told.state) == (BASE.uid, 4, EventState.cancelled)
    assert (told.starts_at, told.ends_at, told.title) == (BASE.starts_at, BASE.ends_at, BASE.title)
    assert (told.place.name, told.place.town) == ("Kreisvolkshochschule", "Merseburg")
    assert (told.created_at, told.updated_at) == (WITHDRAWAL.created_at, WITHDRAWAL.updated_at)
    for name in ("text", "host", "office", "topics", "agenda", "speakers", "partners", "state_reason"):
        assert not getattr(told, name)
    assert told.internal is None


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (PublishedPlace(name="Schloss, Saal", town="Burg"), PublishedPlace(name="Schloss, Saal", town="Burg")),
        (PublishedPlace(town="Burg"), PublishedPlace(town="Burg")),
        (PublishedPlace(name="Zelt"), PublishedPlace(name="Zelt")),
        (PublishedPlace(name="Bad Burg", town="Burg"), PublishedPlace(name="Bad Burg", town="Burg")),
        (PublishedPlace(online_url="https://a.example"), PublishedPlace(online_url="https://a.example")),
        (PublishedPlace(), PublishedPlace()),
    ],
)
def test_a_cancellation_names_the_place_as_before(place, expected):
    entry = plan_entry(replace(BASE, place=place))
    assert withdrawn(entry, Audience.public, WITHDRAWAL, str).place == expected


def test_names_that_stay_in_the_house_by_now_are_taken_out():
    entry = plan_entry(replace(BASE, title="Mit Kühne", place=PublishedPlace(name="Bei Kühne", town="Burg")))
    told = withdrawn(entry, Audience.public, WITHDRAWAL, lambda text: text.replace("Kühne", "N. N."))
    assert (told.title, told.place.name) == ("Mit N. N.", "Bei N. N.")
