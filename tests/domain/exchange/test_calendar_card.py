"""The calendar entry in the QR code of an invitation."""

from dataclasses import replace
from datetime import UTC, datetime

from icalendar import Event

from domain.exchange.calendar_card import card
from domain.terms import BERLIN
from tests.domain.exchange.samples import EVENT


def test_another_program_reads_title_time_and_place():
    start, end = datetime(2027, 5, 13, 15, 30, tzinfo=BERLIN), datetime(2027, 5, 13, 17, 30, tzinfo=BERLIN)
    event = replace(EVENT, title="Sicher; am Bahnhof, Havelberg", starts_at=start, ends_at=end, all_day=False)
    read = Event.from_ical(card(event).encode())
    assert (str(read["SUMMARY"]), str(read["UID"])) == (event.title, event.uid)
    assert read.start == start.astimezone(UTC)
    assert read.end == end.astimezone(UTC)
    assert event.place.town in str(read["LOCATION"])


def test_an_event_without_a_time_has_no_card():
    assert card(replace(EVENT, starts_at=None, ends_at=None)) == ""
