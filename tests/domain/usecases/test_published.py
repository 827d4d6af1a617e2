"""From the database to what each audience may see."""

from dataclasses import asdict, replace
from datetime import date, timedelta
from json import dumps

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.rows.events import AssignmentDraft, CouncilFacts, Count, DialogueFacts, EventDraft, TrainingFacts
from domain.rows.filters import EventFilter
from domain.rows.partners import ContactDraft
from domain.rows.published import PartnerMention, Person, PublishedPlace
from domain.terms import AssignmentRole, Audience, EventKind, EventState, PlaceKind
from domain.usecases import events, partners, people, published
from tests.builders import (
    DAY,
    HALLE,
    KOETHEN,
    at,
    event_draft,
    make_event,
    make_group,
    make_partner,
    make_person,
    make_site,
    make_topic,
)

OUTSIDE = (Audience.public, Audience.partners)
STATES = [state for state in EventState if state not in {EventState.held, EventState.reviewed}]


def record(ws, event_id):
    def one(session):
        return next(published.records(session, [event_id]))

    return ws.ask(one)


def shown(ws, audience, wanted=None):
    return ws.ask(lambda session: list(published.published(session, audience, wanted)))


def test_a_record_names_everything_around_the_event(ws):
    partner = make_partner(ws, "Stadt Köthen", phone="1")
    unsure = make_partner(ws, "Verein Ähre", confirmed=False)
    office = make_partner(ws, "Polizeirevier")
    ws.run("Add", partners.add_contact, ContactDraft(partner, "Bürgermeister", "Bernd Alt", "1", "b@koethen.example"))
    ws.run("Add", partners.add_contact, ContactDraft(partner, "Amtsleitung"))
    speaker = make_person(ws, "Jana Kühne", confidential=True)
    event_id = make_event(
        ws,
        host_id=partner,
        office_id=office,
        place_kind=PlaceKind.partner,
        place_partner_id=partner,
        room="2.14",
        topic_ids=(make_topic(ws, "Sucht"), make_topic(ws, "Extremismus")),
        counts=(Count(make_group(ws, "Ältere"), 3, None),),
        partner_ids=(partner, unsure),
        assignments=(AssignmentDraft(speaker, AssignmentRole.speaker), AssignmentDraft(speaker, AssignmentRole.lead)),
        languages=("de", "en"),
        facts=DialogueFacts(agenda="Begrüßung\nFragen"),
        expected=80,
        kilometres=12.5,
        press_expected=True,
    )
    found = record(ws, event_id)
    assert (found.host, found.office, found.room, found.agenda) == (
        "Stadt Köthen",
        "Polizeirevier",
        "2.14",
        "Begrüßung\nFragen",
    )
    assert (found.topics, found.target_groups, found.languages) == (("Extremismus", "Sucht"), ("Ältere",), ("de", "en"))
    assert found.partners == (PartnerMention("Stadt Köthen", True), PartnerMention("Verein Ähre", False))
    assert found.people == (
        Person("Jana Kühne", AssignmentRole.speaker, confidential=True),
        Person("Jana Kühne", AssignmentRole.lead, confidential=True),
    )
    assert found.contacts == ("Amtsleitung", "Bürgermeister, Bernd Alt, 1, b@koethen.example")
    assert (found.number, found.sequence, found.expected, found.kilometres) == ("2027-0001", 0, 80, 12.5)
    assert (found.starts_at, found.press_expected) == (at(DAY, "18:00"), True)


def test_the_host_may_be_no_partner(ws):
    assert record(ws, make_event(ws, host_name="Ortsbeirat")).host == "Ortsbeirat"


@pytest.mark.parametrize(
    ("kind", "facts", "agenda"),
    [
        (EventKind.council_meeting, CouncilFacts("3/2027", "TOP 1"), "TOP 1"),
        (EventKind.training, TrainingFacts("Opferschutz"), "Opferschutz"),
        (EventKind.lecture, None, ""),
    ],
)
def test_the_agenda_comes_from_the_kind(ws, kind, facts, agenda):
    assert record(ws, make_event(ws, kind=kind, facts=facts)).agenda == agenda


def test_every_kind_of_place_is_told(ws):
    site = make_site(
        ws, "Holzmarkt", street="Holzmarkt 1", postcode="06366", town="Köthen", latitude=51.75, longitude=11.97
    )
    partner = make_partner(ws, "Schule Radis", street="Am Park 1", postcode="06901", town="Kemberg")
    own = {"place_name": "Saal", "street": "Markt 3", "postcode": "06108", "town": "Halle"}
    places = {
        PlaceKind.site: PublishedPlace(
            "Holzmarkt", "Holzmarkt 1", "06366", "Köthen", KOETHEN, "15082", "Anhalt-Bitterfeld", 51.75, 11.97
        ),
        PlaceKind.partner: PublishedPlace(
            "Schule Radis", "Am Park 1", "06901", "Kemberg", "15091160", "15091", "Wittenberg"
        ),
        PlaceKind.address: PublishedPlace("Saal", "Markt 3", "06108", "Halle", HALLE, "15002", "Halle (Saale)"),
    }
    for kind, place in places.items():
        event_id = make_event(ws, place_kind=kind, site_id=site, place_partner_id=partner, **own)
        assert record(ws, event_id).place == place


def test_an_online_event_has_its_address_and_no_street(ws):
    event_id = make_event(ws, place_kind=PlaceKind.online, online_url="https://beispiel.de/d", street="Markt 3")
    assert record(ws, event_id).place == PublishedPlace(online_url="https://beispiel.de/d")


def test_a_place_without_a_town_is_named_after_its_gemeinde(ws):
    assert record(ws, make_event(ws, ags=KOETHEN)).place.town == "Köthen (Anhalt)"


def test_each_audience_sees_what_is_meant_for_it(ws):
    for audience in Audience:
        for state in (EventState.confirmed, EventState.tentative):
            make_event(ws, f"{audience} {state}", audience=audience, state=state)
    make_event(ws, "ohne Datum", day=None)
    make_event(ws, "Vorlage", is_template=True)
    assert {event.title for event in shown(ws, Audience.public)} == {"public confirmed"}
    assert {event.title for event in shown(ws, Audience.partners)} == {
        *("public confirmed", "public tentative", "partners confirmed", "partners tentative"),
    }
    assert len(shown(ws, Audience.internal)) == 6


def test_the_filter_narrows_what_is_published(ws):
    make_event(ws, "Köthen", ags=KOETHEN)
    make_event(ws, "Halle", ags=HALLE, day=DAY + timedelta(days=40))
    wanted = EventFilter(kreise=(HALLE[:5],), first=DAY, dated=True)
    assert [event.title for event in shown(ws, Audience.public, wanted)] == ["Halle"]


def test_publishing_goes_through_many_events_in_order(ws, monkeypatch):
    monkeypatch.setattr(published, "CHUNK", 3)
    for number in range(8):
        make_event(ws, f"Nr. {number}", day=DAY + timedelta(days=number))
    assert [event.title for event in shown(ws, Audience.internal)] == [f"Nr. {number}" for number in range(8)]


def test_one_event_is_published_or_nothing(ws):
    event_id = make_event(ws, audience=Audience.internal)
    assert ws.ask(published.published_event, event_id, Audience.public) is None
    assert ws.ask(published.published_event, event_id, Audience.internal).id == event_id
    ws.run("Delete", events.delete, [event_id])
    assert ws.ask(published.published_event, event_id, Audience.internal) is None


def test_a_cancelled_event_is_told_to_outsiders_for_thirty_days(ws, clock):
    make_event(ws, state=EventState.cancelled, state_reason="Krank")
    assert len(shown(ws, Audience.public)) == 1
    clock.advance(timedelta(days=46))
    assert shown(ws, Audience.public) == []
    assert len(shown(ws, Audience.internal)) == 1


SECRET = "GEHEIM"  # noqa: S105 - a word to look for


@st.composite
def secretive(draw, known):
    """A draft whose every internal field holds a secret; public ones are told apart."""
    return EventDraft(
        kind=draw(st.sampled_from(EventKind)),
        title="Offener Titel",
        state=draw(st.sampled_from(STATES)),
        audience=draw(st.sampled_from(Audience)),
        public_text="Offener Text",
        internal_notes=f"{SECRET} Notiz",
        security_remarks=f"{SECRET} Sicherheit",
        starts_at=at(DAY, "18:00"),
        ends_at=at(DAY, "20:00"),
        place_kind=draw(st.sampled_from(PlaceKind)),
        site_id=known["site"],
        place_partner_id=known["partner"],
        room=f"{SECRET} Raum",
        online_url="https://beispiel.de/d",
        host_id=draw(st.sampled_from([None, known["partner"]])),
        office_id=draw(st.sampled_from([None, known["partner"]])),
        state_reason=f"{SECRET} Grund",
        postponed_to=date(2027, 9, 1),
        expected=7_654_321,
        actual=7_654_321,
        kilometres=76_543.21,
        partner_ids=(known["partner"], known["unsure"]),
        assignments=tuple(
            AssignmentDraft(known["hidden"], role)
            for role in draw(st.lists(st.sampled_from(AssignmentRole), unique=True, max_size=4))
        )
        + tuple(
            AssignmentDraft(known["crew"], role)
            for role in (AssignmentRole.crew, AssignmentRole.driver, AssignmentRole.adviser)
        ),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(data=st.data())
def test_nothing_secret_reaches_outsiders_through_the_database(ws, data):
    def fresh(session):
        draft = data.draw(secretive(known))
        return events.create(session, draft)

    partner = make_partner(ws, "Stadt Köthen", phone=f"{SECRET} Telefon", notes=f"{SECRET} Partnernotiz")
    ws.run("Add", partners.add_contact, ContactDraft(partner, f"{SECRET} Rolle", f"{SECRET} Kontakt"))
    site = make_site(ws, key_holder=f"{SECRET} Schlüssel", notes=f"{SECRET} Platz", permit_authority=f"{SECRET} Amt")
    known = {
        "partner": partner,
        "site": site,
        "unsure": make_partner(ws, f"{SECRET} Verein", confirmed=False),
        "hidden": make_person(ws, f"{SECRET} Name", confidential=True, notes=SECRET, phone=SECRET),
        "crew": make_person(ws, f"{SECRET} Fahrer"),
    }
    event_id = ws.run("Create", fresh)
    for audience in OUTSIDE:
        found = ws.ask(published.published_event, event_id, audience)
        if found is not None:
            told = dumps(asdict(found), default=str, ensure_ascii=False)
            assert SECRET not in told
            assert "7654321" not in told
            assert "76543" not in told
            assert found.internal is None
    inside = ws.ask(published.published_event, event_id, Audience.internal)
    assert dumps(asdict(inside), default=str).count(SECRET) >= 8


def test_a_hidden_name_in_a_public_text_is_taken_out(ws):
    hidden = make_person(ws, "Erika Verdeckt", confidential=True)
    event_id = make_event(
        ws, public_text="Es spricht Erika  Verdeckt.", assignments=(AssignmentDraft(hidden, AssignmentRole.speaker),)
    )
    assert "Verdeckt" not in ws.ask(published.published_event, event_id, Audience.public).text


def test_a_hidden_name_is_taken_out_where_the_person_takes_no_part(ws):
    make_person(ws, "Erika Geheim", confidential=True)
    topics = (make_topic(ws, "Vortrag von Erika Geheim"),)
    make_event(ws, "Mit Erika Geheim", audience=Audience.public, public_text="Erika Geheim kommt", topic_ids=topics)
    (event,) = shown(ws, Audience.public)
    assert (event.title, event.text, event.topics) == ("Mit N. N.", "N. N. kommt", ("Vortrag von N. N.",))


def test_a_name_made_confidential_later_disappears(ws):
    staff_id = make_person(ws, "Jana Kühne")
    event_id = make_event(ws, assignments=(AssignmentDraft(staff_id, AssignmentRole.speaker),))
    assert ws.ask(published.published_event, event_id, Audience.public).speakers == ("Jana Kühne",)
    draft = ws.ask(people.list_rows)[0].draft
    ws.run("Change", people.change, staff_id, replace(draft, confidential=True))
    assert "Jana Kühne" not in ws.ask(published.published_event, event_id, Audience.public).speakers


def test_publishing_inside_a_step_keeps_what_the_step_did(ws):
    def work(session):
        event_id = events.create(session, event_draft())
        return [found.id for found in published.published(session, Audience.public)] == [event_id]

    assert ws.run("Create and look", work)
