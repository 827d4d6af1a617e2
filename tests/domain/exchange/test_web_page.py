"""The web page of events: well-formed, readable without a script, deaf to what anybody types."""

import re
from base64 import b64encode
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.exchange.calendar_writer import CalendarMeta
from domain.exchange.web_json_ld import LONGEST, MANY
from domain.exchange.web_markup import Markup, fill, one_line
from domain.exchange.web_meta import WebMeta
from domain.exchange.web_page import event_file, web_page
from domain.exchange.web_site import site_files
from domain.i18n import language
from domain.region.kreise import kreis
from domain.rows.published import PublishedPlace
from domain.rows.settings import OfficeSettings
from domain.rows.web import WebAddresses
from domain.terms import BERLIN, Audience, EventKind, EventState
from tests.domain.exchange.samples import EVENT, all_day
from tests.domain.exchange.web_pages import Page

TODAY = date(2027, 4, 28)
OFFICE = OfficeSettings(
    name="Koordinierungsstelle Prävention",
    street="Weg 1",
    postcode="39104",
    town="Magdeburg",
    phone="0391 000-000",
    email="praevention@amt.example",
    website="https://amt.example/",
    imprint="Verantwortlich:\nN. N.",
)
META = WebMeta(language("de"), OFFICE, TODAY)
ADDRESSES = WebAddresses("https://amt.example/termine/", (("", "landauf.ics"), ("15082", "kreis 15082.ics")))
ONLINE = PublishedPlace(online_url="https://video.example/raum?a=1&b=2")


def page(*events, **changes):
    return Page(web_page(events, replace(META, **changes)))


def numbered(number, **changes):
    """Another event than the sample."""
    return replace(EVENT, id=UUID(int=1000 + number), number=f"2027-{1000 + number}", **changes)


def test_an_event_stands_with_all_that_people_need():
    words = page(EVENT).words
    for text in (
        "Mai 2027",
        "Donnerstag 13. Mai",
        "17:00–19:30 Uhr",
        EVENT.title,
        "Bürgerdialog",
        "Anhalt-Bitterfeld",
        "Veranstaltungszentrum, Saal „Anhalt“, Schlossplatz 5, 06366 Köthen (Anhalt)",
        "Stufenlos, induktive Höranlage",
        "1. Begrüßung",
        "Stadt Köthen (Anhalt)",
        "1 kommender Termin",
        "Verantwortlich:",
        "Stand: 03.02.2027",
    ):
        assert text in words


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("code", ["de", "en"])
def test_headings_descend_by_one_step(alone, code):
    events = (numbered(1, starts_at=datetime(2027, 1, 5, 9, tzinfo=BERLIN), ends_at=None), EVENT)
    found = page(*events, alone=alone, language=language(code)).headings
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(later <= before + 1 for before, later in pairwise(found))


def test_what_is_over_stands_behind_a_heading_newest_first():
    old = [numbered(day, starts_at=datetime(2027, 4, day, 9, tzinfo=BERLIN), ends_at=None) for day in (1, 2)]
    shown = page(*old, EVENT)
    places = [shown.ids.index(name) for name in ("e-2027-0001", "past", "e-2027-1002", "e-2027-1001")]
    assert places == sorted(places)
    assert "Vergangene Termine 2" in shown.words


def test_an_event_of_several_days_stays_until_its_last_one():
    running = all_day(TODAY - timedelta(days=3), TODAY)
    assert "past" not in page(running).ids
    assert "bis Mi 28. April" in page(running).words
    assert "past" in page(running, today=TODAY + timedelta(days=1)).ids


@pytest.mark.parametrize(
    ("state", "day", "word", "status"),
    [
        (EventState.cancelled, None, "Abgesagt", "EventCancelled"),
        (EventState.postponed, date(2027, 6, 3), "Verschoben auf Donnerstag, 3. Juni 2027", "EventRescheduled"),
        (EventState.postponed, None, "Verschoben", "EventPostponed"),
        (EventState.confirmed, None, "", "EventScheduled"),
    ],
)
def test_what_does_not_take_place_is_struck_and_says_so(state, day, word, status):
    shown = page(replace(EVENT, state=state, postponed_to=day))
    assert word in shown.words
    assert ("s" in shown.tags) == bool(word)
    [event] = shown.json_ld
    assert event["eventStatus"] == f"https://schema.org/{status}"
    assert event["startDate"] == (day.isoformat() if day else "2027-05-13T17:00:00+02:00")
    assert event.get("previousStartDate") == ("2027-05-13T17:00:00+02:00" if day else None)


def test_search_engines_get_place_and_host():
    [event] = page(EVENT).json_ld
    assert event["@type"] == "Event"
    assert event["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert event["organizer"] == {"@type": "Organization", "name": "Stadt Köthen (Anhalt)"}
    assert event["endDate"] == "2027-05-13T19:30:00+02:00"
    place = event["location"]
    assert place["@type"] == "Place"
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 51.7511, "longitude": 11.97093}
    assert place["address"]["streetAddress"] == "Schlossplatz 5"
    assert place["address"]["addressLocality"] == "Köthen (Anhalt)"
    assert "url" not in event
    assert page(EVENT, addresses=ADDRESSES).json_ld[0]["url"] == "https://amt.example/termine/#e-2027-0001"


def test_an_event_on_line_has_a_link_and_no_place():
    shown = page(replace(EVENT, kind=EventKind.online, place=ONLINE))
    assert ONLINE.online_url in shown.links
    [event] = shown.json_ld
    assert event["location"] == {"@type": "VirtualLocation", "url": ONLINE.online_url}
    assert event["eventAttendanceMode"].endswith("/OnlineEventAttendanceMode")


def test_an_event_here_and_on_line_has_both():
    [event] = page(replace(EVENT, place=replace(EVENT.place, online_url=ONLINE.online_url))).json_ld
    assert [place["@type"] for place in event["location"]] == ["Place", "VirtualLocation"]
    assert event["eventAttendanceMode"].endswith("/MixedEventAttendanceMode")


def test_only_the_public_is_offered_to_search_engines():
    for audience, word in ((Audience.partners, "Nur für Partner."), (Audience.internal, "Intern.")):
        shown = page(EVENT, audience=audience)
        assert word in shown.words
        assert "noindex" in web_page([EVENT], replace(META, audience=audience)).decode()
        assert not [found for found, _ in shown.scripts if found.get("type") == "application/ld+json"]
    assert "noindex" not in web_page([EVENT], META).decode()


hostile = st.text(max_size=80) | st.sampled_from(
    [
        "</script><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "<!--<script>",
        "]]>{title}{0}%s",
        "' onmouseover='x",
        "javascript:alert(1)",
        "\u202eevil\x00\ud800",
        "&lt;b&gt;",
    ]
)


@settings(max_examples=40)
@given(hostile, hostile, hostile, st.booleans())
def test_nothing_typed_becomes_markup_script_or_attribute(one, two, three, alone):
    place = PublishedPlace(two, three, one, two, None, "15082", "Anhalt-Bitterfeld", None, None, three)
    typed = replace(
        EVENT,
        title=one,
        text=two,
        agenda=three,
        place=place,
        host=two,
        office=three,
        topics=(one,),
        partners=(two,),
        speakers=(three,),
        target_groups=(one,),
        accessibility=two,
        number=one,
        languages=("de", three),
        uid=two,
    )
    office = OfficeSettings(one, two, three, one, two, three, one, two, three)
    plain = page(EVENT, alone=alone)
    shown = page(typed, alone=alone, office=office, addresses=WebAddresses(two, (("", three),)))
    assert shown.attributes <= plain.attributes | {"rel", "hreflang"}
    assert set(shown.tags) <= set(plain.tags) | {"br"}
    assert len(shown.scripts) == len(plain.scripts)
    assert all(
        re.match(r"#|https?://|webcal:|mailto:|tel:|events/|kreis-|landauf\.|index\.", link) for link in shown.links
    )
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in shown.ids)
    [event] = shown.json_ld
    assert event["name"] == (one_line(one) or "Bürgerdialog")
    assert event.get("description", "")[: LONGEST - 1].rstrip() == one_line(two)[: LONGEST - 1].rstrip()
    assert event["location"]["address"].get("streetAddress", "") == one_line(three)


def test_templates_escape_everything_but_markup():
    made = fill('<p title="{a}">{b}{c}</p>', a='"&', b="<b>", c=Markup("<i>x</i>"))
    assert made == '<p title="&quot;&amp;">&lt;b&gt;<i>x</i></p>'


def test_unchanged_events_give_the_same_bytes():
    assert web_page([EVENT], META) == web_page(iter([EVENT]), META)


def test_a_single_page_holds_everything_and_allows_nothing_else():
    content = web_page([EVENT], replace(META, alone=True)).decode()
    shown = Page(content.encode())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', content).group(1)
    for kind, tag in (("script-src", '<script type="module">'), ("style-src", "<style>")):
        inside = content.split(tag, 1)[1].split("</", 1)[0]
        assert f"{kind} 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy
    assert "src" not in shown.attributes
    assert {link for link in shown.links if not re.match(r"#|mailto:|tel:|https://amt\.example/$", link)} == set()
    assert all(link[1:] in shown.ids for link in shown.links if link.startswith("#"))
    assert "Termine nach Kreisen" in shown.words


def test_every_link_of_the_folder_leads_to_one_of_its_files():
    meta = replace(META, addresses=ADDRESSES)
    files = dict(site_files([EVENT, numbered(2)], meta, CalendarMeta("Prävention")))
    assert {"index.html", "en/index.html", "kreis-15081.html", "landauf.css", event_file(EVENT)} <= files.keys()
    for name, content in files.items():
        if not name.endswith(".html"):
            continue
        shown = Page(content)
        for link in shown.links:
            if re.match(r"https?:|webcal:|mailto:|tel:", link):
                continue
            folder, file = name.rpartition("/")[0], link.partition("#")[0]
            path = file.removeprefix("../") if file.startswith("../") else f"{folder}/{file}".lstrip("/")
            assert not file or path in files, f"{link} in {name}"
            assert file or link[1:] in shown.ids, f"{link} in {name}"


def test_a_page_of_a_kreis_holds_its_events_alone_and_the_figures_of_all():
    elsewhere = numbered(2, title="Anderswo", place=replace(EVENT.place, kreis_ags="15001"))
    files = dict(site_files([EVENT, elsewhere], META, CalendarMeta("Prävention")))
    shown = Page(files["kreis-15082.html"])
    assert EVENT.title in shown.words
    assert "Anderswo" not in shown.words
    assert shown.words.count("1 Termin ") == 2
    assert "Zurzeit gibt es keine" in Page(files["kreis-15084.html"]).words


def test_each_event_has_a_calendar_file_of_its_own():
    files = dict(site_files([EVENT], META, CalendarMeta("Prävention")))
    assert files[event_file(EVENT)].count(b"BEGIN:VEVENT") == 1
    assert event_file(replace(EVENT, number="../../etc")) == f"events/{EVENT.id.hex}.ics"


def test_kreise_stand_as_a_dictionary_sorts_them():
    words = page().words
    assert words.index("Anhalt-Bitterfeld") < words.index("Börde") < words.index("Burgenlandkreis")


def test_calendars_can_be_subscribed_to_where_their_address_is_known():
    links = page(EVENT, addresses=ADDRESSES).links
    assert "webcal://amt.example/termine/landauf.ics" in links
    assert "https://amt.example/termine/kreis%2015082.ics" in links
    assert not [link for link in page(EVENT).links if link.startswith("webcal")]
    here = page(EVENT, addresses=ADDRESSES, kreis=kreis("15001")).links
    assert "webcal://amt.example/termine/kreis%2015082.ics" not in here


def test_typed_texts_keep_their_language_on_the_english_page():
    content = web_page([EVENT], replace(META, language=language("en"))).decode()
    assert '<html lang="en">' in content
    assert f'<h4 lang="de">{EVENT.title}</h4>' in content
    assert "17:00–19:30" in content


def test_an_empty_page_says_so():
    assert "Zurzeit gibt es keine öffentlichen Termine." in page().words


def test_many_events_share_their_places_in_what_search_engines_read():
    many = [numbered(number) for number in range(1, MANY + 2)]
    [*events, place, host] = page(*many).json_ld
    assert len(events) == len(many)
    assert {event["location"]["@id"] for event in events} == {place["@id"]}
    assert {event["organizer"]["@id"] for event in events} == {host["@id"]}
    assert (place["@type"], host["name"]) == ("Place", EVENT.host)
    assert not any("description" in event for event in events)
    assert page(*many[:MANY]).json_ld[0]["description"].startswith("Wir sprechen")
