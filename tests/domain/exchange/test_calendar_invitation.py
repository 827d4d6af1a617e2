"""Invitations and cancellations, read back by icalendar."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from domain.errors import LandaufError
from domain.exchange.calendar_invitation import Sender, write_cancellation, write_entry, write_invitation
from domain.i18n import language
from domain.rows.mail import Mailbox
from domain.terms import EventState
from tests.domain.exchange.samples import EVENT, all_day
from tests.domain.exchange.test_calendar_writer import HARD_TEXTS

GERMAN = language("de")
SENDER = Sender(Mailbox('Leitstelle "Prävention"', "praevention@example.org"), "0.1.0")
GUEST = Mailbox("Stadt Köthen; Ordnungsamt", "ordnungsamt@koethen.example")
CANCELLED = replace(EVENT, state=EventState.cancelled, sequence=3)


def parsed(octets):
    calendar = Calendar.from_ical(octets)
    assert not any(component.errors for component in calendar.walk())
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_an_invitation_asks_one_guest_and_answers_go_to_the_office():
    calendar, event = parsed(write_invitation(EVENT, SENDER, GUEST, GERMAN))
    assert (calendar["METHOD"], event["STATUS"]) == ("REQUEST", "CONFIRMED")
    assert event["ORGANIZER"] == "mailto:praevention@example.org"
    assert event["ATTENDEE"] == "mailto:ordnungsamt@koethen.example"
    told = event["ATTENDEE"].params
    assert (told["PARTSTAT"], told["RSVP"], told["CN"]) == ("NEEDS-ACTION", "TRUE", GUEST.name)
    assert (str(event["UID"]), event["SEQUENCE"]) == (EVENT.uid, EVENT.sequence)


def test_a_cancellation_has_the_same_uid_and_the_sequence_as_stored():
    calendar, event = parsed(write_cancellation(CANCELLED, SENDER, GERMAN, GUEST))
    assert (calendar["METHOD"], event["STATUS"]) == ("CANCEL", "CANCELLED")
    assert (str(event["UID"]), event["SEQUENCE"]) == (EVENT.uid, 3)
    assert str(event["SUMMARY"]).startswith("ABGESAGT: ")
    assert "RSVP" not in event["ATTENDEE"].params


def test_a_cancellation_for_everybody_names_nobody():
    _calendar, event = parsed(write_cancellation(CANCELLED, SENDER, GERMAN))
    assert "ATTENDEE" not in event


def test_an_entry_to_keep_names_no_guest():
    calendar, event = parsed(write_entry(EVENT, SENDER, GERMAN))
    assert calendar["METHOD"] == "PUBLISH"
    assert "ATTENDEE" not in event


def test_an_entry_without_the_offices_mailbox_has_no_method():
    calendar, event = parsed(write_entry(EVENT, Sender(Mailbox("Amt", "")), GERMAN))
    assert "METHOD" not in calendar
    assert "ORGANIZER" not in event


@pytest.mark.parametrize("address", ["", "kein", "a@b.example\r\nATTENDEE:mailto:c@d.example"])
def test_it_is_refused_without_the_mailbox_of_the_office_or_the_guest(address):
    with pytest.raises(LandaufError, match="office"):
        write_invitation(EVENT, Sender(Mailbox("Amt", address)), GUEST, GERMAN)
    with pytest.raises(LandaufError, match="No e-mail address"):
        write_invitation(EVENT, SENDER, Mailbox("Köthen", address), GERMAN)


def test_nobody_is_invited_to_what_is_called_off_and_nothing_cancelled_that_takes_place():
    with pytest.raises(LandaufError, match="called off"):
        write_invitation(CANCELLED, SENDER, GUEST, GERMAN)
    with pytest.raises(LandaufError, match="still takes place"):
        write_cancellation(EVENT, SENDER, GERMAN)


def test_an_event_without_a_date_is_refused():
    with pytest.raises(LandaufError, match="no date"):
        write_entry(replace(EVENT, starts_at=None, ends_at=None), SENDER, GERMAN)


def test_the_time_zone_travels_along_only_where_it_is_used():
    assert b"VTIMEZONE" in write_entry(EVENT, SENDER, GERMAN)
    assert b"VTIMEZONE" not in write_entry(all_day(EVENT.starts_at.date(), EVENT.starts_at.date()), SENDER, GERMAN)


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_hostile_names_stay_a_parameter(text):
    octets = write_invitation(replace(EVENT, title=text), SENDER, Mailbox(text, GUEST.address), GERMAN)
    _calendar, event = parsed(octets)
    assert event["ATTENDEE"] == f"mailto:{GUEST.address}"
    assert max(map(len, octets.split(b"\r\n"))) <= 75


@given(st.text(max_size=120))
@settings(max_examples=40)
def test_any_name_leaves_one_guest(name):
    _calendar, event = parsed(write_invitation(EVENT, SENDER, Mailbox(name, GUEST.address), GERMAN))
    assert event["ATTENDEE"] == f"mailto:{GUEST.address}"
