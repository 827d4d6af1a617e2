"""Calendar files, read back by icalendar."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from domain.exchange.calendar_event import location_text
from domain.exchange.calendar_writer import CalendarMeta, write_calendar
from domain.exchange.textformat import plain
from domain.i18n import language
from domain.rows.published import InternalPart, PublishedPlace
from domain.terms import BERLIN, Audience, EventKind, EventState
from tests.domain.exchange.samples import EVENT, all_day

META = CalendarMeta(
    name="Prävention; Sachsen-Anhalt, öffentlich",
    description="Alle Termine",
    organizer='Leitstelle "Prävention", Magdeburg',
    organizer_email="praevention@example.org",
    version="0.1.0",
)
GERMAN = language("de")

HARD_TEXTS = (
    'C:\\Neu\\nord; a,b "x"\n',
    "\\Nord",
    "\\",
    "ends\\",
    "Ü" * 200,
    "\\" * 90,
    "ab\\," * 40,
    "👩‍👩‍👧‍👦" * 30,
    "x" * 74 + "ä",
    "a;b,c:d\"e'f^g^n^'h",
    "one\r\ntwo\rthree\nfour",
    "ctrl\x0bv\x00x\x7f",
    "BEGIN:VEVENT\r\nEND:VCALENDAR",
    "tab\tend",
    " leading and trailing ",
    "{braces} %s {0}",
)


def written(*events, meta=META, lang=GERMAN):
    out = BytesIO()
    write_calendar(out, meta, events, lang)
    return out.getvalue()


def parsed(*events, **options):
    calendar = Calendar.from_ical(written(*events, **options))
    assert not any(component.errors for component in calendar.walk())
    return calendar


def only(event, **options):
    (component,) = parsed(event, **options).walk("VEVENT")
    return component


def lines(*events, **options):
    return written(*events, **options).replace(b"\r\n ", b"").decode().split("\r\n")


def test_event_says_what_it_is():
    component = only(EVENT)
    assert component["UID"] == EVENT.uid
    assert component["SUMMARY"] == EVENT.title
    assert component["LOCATION"] == "Veranstaltungszentrum, Saal „Anhalt“, Schlossplatz 5, 06366 Köthen (Anhalt)"
    assert component.decoded("DTSTART") == EVENT.starts_at
    assert component.decoded("DTEND") == EVENT.ends_at
    assert component["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert component["CATEGORIES"].cats[1:] == list(EVENT.topics)
    assert component["SEQUENCE"] == 2
    assert component["CLASS"] == "PUBLIC"
    assert "TRANSP" not in component


def test_stamps_are_those_of_the_record_in_utc():
    component = only(EVENT)
    assert component.decoded("DTSTAMP") == component.decoded("LAST-MODIFIED") == EVENT.updated_at
    assert component.decoded("CREATED") == EVENT.created_at
    assert "DTSTAMP:20270203T093015Z" in lines(EVENT)


def test_description_holds_text_agenda_host_and_accessibility():
    description = str(only(EVENT)["DESCRIPTION"])
    for part in (EVENT.text, EVENT.agenda, EVENT.host, EVENT.accessibility, EVENT.office, "Erika Muster"):
        assert part in description


def test_calendar_says_what_it_is():
    calendar = parsed(EVENT)
    assert calendar["VERSION"] == "2.0"
    assert calendar["METHOD"] == "PUBLISH"
    name = r"Prävention\; Sachsen-Anhalt\, öffentlich"
    assert {f"NAME:{name}", f"X-WR-CALNAME:{name}", "X-WR-CALDESC:Alle Termine"} <= set(lines(EVENT))
    text = written(EVENT).decode()
    for line in ("REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H", "X-WR-TIMEZONE:Europe/Berlin"):
        assert f"\r\n{line}\r\n" in text
    assert "PRODID:-//Land Sachsen-Anhalt//Landauf 0.1.0//DE" in text


def test_published_events_name_the_organizer():
    organizer = only(EVENT)["ORGANIZER"]
    assert organizer == "mailto:praevention@example.org"
    assert organizer.params["CN"] == META.organizer


@pytest.mark.parametrize("mailbox", ["", "Frau Muster", "a@b", "a@example.org\r\nX-EVIL:1", "ä@example.org"])
def test_without_a_mailbox_there_is_neither_organizer_nor_method(mailbox):
    calendar = parsed(EVENT, meta=replace(META, organizer_email=mailbox))
    assert "METHOD" not in calendar
    assert "ORGANIZER" not in calendar.walk("VEVENT")[0]


def test_nobody_is_invited():
    internal = replace(EVENT, audience=Audience.internal, internal=InternalPart(people=("A",), contacts=("B 0391",)))
    assert not [line for line in lines(internal) if line.startswith(("ATTENDEE", "CONTACT", "BEGIN:VALARM"))]


def test_whole_days_end_on_the_day_behind_the_last():
    component = only(all_day(date(2027, 5, 13), date(2027, 5, 15)))
    assert component.decoded("DTSTART") == date(2027, 5, 13)
    assert component.decoded("DTEND") == date(2027, 5, 16)
    assert "DTSTART;VALUE=DATE:20270513" in lines(all_day(date(2027, 5, 13), date(2027, 5, 13)))


def test_events_without_a_date_are_left_out():
    undated = replace(EVENT, starts_at=None, ends_at=None)
    dayless = replace(undated, all_day=True)
    out = BytesIO()
    assert write_calendar(out, META, [undated, EVENT, dayless], GERMAN) == 1
    assert out.getvalue() == written(EVENT)


def test_empty_calendar_is_a_calendar():
    assert parsed().walk("VEVENT") == []


@pytest.mark.parametrize("state", EventState)
def test_every_state_has_its_status(state):
    component = only(replace(EVENT, state=state))
    called_off = state in {EventState.cancelled, EventState.postponed, EventState.declined}
    certain = state in {EventState.confirmed, EventState.held, EventState.reviewed}
    assert component["STATUS"] == ("CANCELLED" if called_off else "CONFIRMED" if certain else "TENTATIVE")
    assert (component.get("TRANSP") == "TRANSPARENT") is called_off
    assert (component["SUMMARY"] != EVENT.title) is called_off
    assert component["SUMMARY"].endswith(EVENT.title)


def test_cancelled_event_says_so_in_its_title():
    assert only(replace(EVENT, state=EventState.cancelled), lang=language("en"))["SUMMARY"].startswith("CANCELLED: ")
    assert only(replace(EVENT, state=EventState.cancelled))["SUMMARY"] == f"ABGESAGT: {EVENT.title}"


def test_postponed_event_names_the_new_day():
    component = only(replace(EVENT, state=EventState.postponed, postponed_to=date(2027, 6, 1)))
    assert "01.06.2027" in component["DESCRIPTION"]


@pytest.mark.parametrize(
    ("audience", "expected"), [("public", "PUBLIC"), ("partners", "PRIVATE"), ("internal", "CONFIDENTIAL")]
)
def test_class_follows_the_audience(audience, expected):
    assert only(replace(EVENT, audience=Audience(audience)))["CLASS"] == expected


def test_internal_notes_appear_only_with_the_internal_part():
    inside = InternalPart(notes="Schlüssel beim Hausmeister", room="R 3", people=("H. Beispiel",), expected=40)
    text = str(only(replace(EVENT, audience=Audience.internal, internal=inside))["DESCRIPTION"])
    for part in (inside.notes, inside.room, "H. Beispiel", "40"):
        assert part in text


def test_security_remarks_and_contacts_stay_out_of_every_calendar():
    inside = InternalPart(security_remarks="Einlasskontrolle", contacts=("Schulleitung 0391 1",))
    text = written(replace(EVENT, audience=Audience.internal, internal=inside)).decode()
    assert "Einlass" not in text
    assert "0391" not in text


def test_place_is_given_for_maps_with_the_title_apple_looks_for():
    component = only(EVENT)
    assert component["GEO"].to_ical() in {"51.7511;11.97093", "51.751100;11.970930"}
    apple = component["X-APPLE-STRUCTURED-LOCATION"]
    assert str(apple) == "geo:51.751100,11.970930"
    assert apple.params["X-TITLE"] == component["LOCATION"]
    assert "GEO:51.751100;11.970930" in lines(EVENT)


@pytest.mark.parametrize(
    ("lat", "lon"), [(None, None), (51.0, None), (91.0, 11.0), (51.0, 181.0), (float("nan"), 11.0)]
)
def test_place_without_sound_coordinates_gets_none(lat, lon):
    component = only(replace(EVENT, place=replace(EVENT.place, latitude=lat, longitude=lon)))
    assert "GEO" not in component
    assert "X-APPLE-STRUCTURED-LOCATION" not in component


def test_online_event_carries_its_address():
    place = PublishedPlace(online_url="https://example.org/raum?id=1&x=2")
    component = only(replace(EVENT, place=place))
    assert component["URL"] == component["CONFERENCE"] == place.online_url
    assert component["CONFERENCE"].params["VALUE"] == "URI"
    assert place.online_url in component["DESCRIPTION"]
    assert "LOCATION" not in component


def test_address_that_is_none_reaches_only_the_description():
    component = only(replace(EVENT, place=PublishedPlace(online_url="javascript:alert(1)\r\nX-EVIL:1")))
    assert "URL" not in component
    assert "X-EVIL" not in component


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2027, 3, 28, 0, 59, tzinfo=UTC),
        datetime(2027, 3, 28, 1, 0, tzinfo=UTC),
        datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
        datetime(2027, 10, 31, 1, 30, tzinfo=UTC),
        datetime(2045, 7, 1, 10, 0, tzinfo=UTC),
    ],
)
def test_times_around_the_change_of_clocks_mean_the_same_instant(moment):
    component = only(replace(EVENT, starts_at=moment, ends_at=moment + timedelta(minutes=30)))
    assert component.decoded("DTSTART").astimezone(UTC) == moment
    assert component.decoded("DTEND").astimezone(UTC) == moment + timedelta(minutes=30)


@given(st.integers(883_612_800, 3_786_912_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)))
def test_every_instant_is_read_back_as_itself(moment):
    component = only(replace(EVENT, starts_at=moment.astimezone(BERLIN), ends_at=moment + timedelta(hours=2)))
    assert component.decoded("DTSTART").astimezone(UTC) == moment
    assert component.decoded("DTEND").astimezone(UTC) == moment + timedelta(hours=2)


def test_event_that_ends_as_it_starts_has_no_end():
    assert "DTEND" not in only(replace(EVENT, ends_at=EVENT.starts_at))
    assert "DTEND" not in only(replace(EVENT, ends_at=None))


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_hard_texts_come_back_as_they_were(text):
    check_texts(text)


@given(st.text(max_size=300))
def test_random_texts_come_back_as_they_were(text):
    check_texts(text)


def check_texts(text):
    event = replace(EVENT, title=text, text=text, topics=(text,), place=PublishedPlace(name=text), agenda="", host="")
    meta = replace(META, name=text, organizer=text)
    component = only(event, meta=meta)
    one_line = " ".join(plain(text).split())
    if one_line:
        assert str(component["SUMMARY"]) == one_line
        assert component["CATEGORIES"].cats[1:] == [one_line]
    assert component.get("LOCATION", "") == one_line == location_text(event.place)
    assert str(component["DESCRIPTION"]).startswith(plain(text).strip())
    assert len(parsed(event, meta=meta).walk()) == 5  # calendar, zone with two rules, event: nothing was smuggled in


def test_equal_input_gives_equal_bytes():
    twin = replace(EVENT, starts_at=EVENT.starts_at.astimezone(UTC))
    assert written(EVENT) == written(twin)


def test_every_line_is_short_and_ends_in_crlf():
    octets = written(EVENT, replace(EVENT, text="Ü" * 500, id=UUID(int=8)))
    assert octets.count(b"\n") == octets.count(b"\r\n")
    assert max(map(len, octets.split(b"\r\n"))) <= 75


def test_titleless_event_is_called_by_its_kind():
    assert only(replace(EVENT, title="", kind=EventKind.lecture), lang=language("en"))["SUMMARY"] == "Lecture"


def test_a_thousand_events_come_in_their_order():
    events = [replace(EVENT, uid=f"{number}@x", sequence=number) for number in range(1000)]
    assert [event["UID"] for event in parsed(*events).walk("VEVENT")] == [event.uid for event in events]


def test_sample_event_fills_every_public_field():
    """So that the tests above see every field; a new field must be added to the sample."""
    empty = {"first_day", "last_day", "state_reason", "postponed_to", "internal"}
    assert {each.name for each in fields(EVENT) if getattr(EVENT, each.name) in (None, "", ())} == empty
