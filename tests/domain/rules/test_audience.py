from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.published import EventRecord, PartnerMention, Person, PublishedEvent, PublishedPlace
from domain.rules.audience import CONFIDENTIAL_SPEAKER, NAMELESS, publish
from domain.terms import AssignmentRole, Audience, EventKind, EventState

TODAY = date(2027, 5, 1)
START = datetime(2027, 5, 20, 16, 0, tzinfo=UTC)
OUTSIDE = (Audience.public, Audience.partners)

SHOWN_OUTSIDE = {
    "id", "number", "uid", "sequence", "kind", "state", "title", "public_text", "all_day", "starts_at", "ends_at",
    "first_day", "last_day", "place", "host", "office", "topics", "target_groups", "languages", "accessibility",
    "agenda", "postponed_to", "created_at", "updated_at",
}  # fmt: skip
SHOWN_IN_PART = {"partners", "people"}
DECIDES_ONLY = {"audience", "host_confidential"}
NEVER_OUTSIDE = {
    "confidential_names",
    "internal_notes", "security_remarks", "room", "contacts", "state_reason", "press_expected", "expected", "actual",
    "kilometres", "facts",
}  # fmt: skip


def record(**changes: object) -> EventRecord:
    return replace(
        EventRecord(
            id=uuid4(),
            number="2027-0187",
            uid="2027-0187@landauf",
            sequence=3,
            kind=EventKind.lecture,
            state=EventState.confirmed,
            audience=Audience.public,
            title="Reichsbürger erkennen",
            public_text="Vortrag mit Gespräch, Eintritt frei",
            internal_notes="",
            security_remarks="",
            all_day=False,
            starts_at=START,
            ends_at=START + timedelta(minutes=90),
            first_day=None,
            last_day=None,
            place=PublishedPlace(name="Kreisvolkshochschule", town="Merseburg", ags="15088220", kreis_ags="15088"),
            room="Raum 204, Hintereingang",
            host="Kreisvolkshochschule Saalekreis",
            office="Polizeirevier Saalekreis",
            topics=("Reichsbürgerszene",),
            target_groups=("Erwachsene",),
            languages=("de",),
            accessibility="stufenlos",
            agenda="18:00 Begrüßung",
            partners=(),
            people=(),
            contacts=(),
            state_reason="",
            postponed_to=None,
            press_expected=True,
            expected=40,
            actual=None,
            kilometres=34.0,
            host_confidential=False,
            created_at=START - timedelta(days=90),
            updated_at=START - timedelta(days=9),
        ),
        **changes,
    )


def test_every_field_of_the_record_is_classified():
    classes = [SHOWN_OUTSIDE, SHOWN_IN_PART, DECIDES_ONLY, NEVER_OUTSIDE]
    assert set().union(*classes) == {field.name for field in fields(EventRecord)}
    assert sum(map(len, classes)) == len(fields(EventRecord))


secret = st.uuids().map(lambda value: f"geheim-{value.hex}")


@given(
    st.sampled_from(OUTSIDE),
    st.sampled_from(EventState),
    st.lists(secret, min_size=8, max_size=8, unique=True),
    st.integers(10**12, 10**13),
)
def test_secrets_of_internal_fields_never_leave_the_house(audience, state, words, figure):
    secrets = [*words, str(figure)]
    notes, remarks, room, reason, contact, crew, speaker, partner = words
    full = record(
        state=state,
        internal_notes=notes,
        security_remarks=remarks,
        room=room,
        state_reason=reason,
        contacts=(contact,),
        people=(
            *(Person(crew, role.value) for role in AssignmentRole if role not in {"speaker", "moderation"}),
            Person(speaker, AssignmentRole.speaker, confidential=True),
            Person(speaker, AssignmentRole.moderation, confidential=True),
        ),
        partners=(PartnerMention(partner, confirmed=False),),
        title=f"Vortrag von {speaker}",
        public_text=f"Es spricht\n{speaker.upper()}.",
        agenda=f"18:00 {speaker}",
        host=speaker,
        expected=figure,
        actual=figure,
        kilometres=float(figure),
    )
    published = publish(full, audience, today=TODAY)
    shown = (str(published) + repr(published)).lower()
    assert not [value for value in secrets if value.lower() in shown]


def test_what_outsiders_may_know_arrives():
    full = record()
    published = publish(full, Audience.public, today=TODAY)
    assert published is not None
    for name in SHOWN_OUTSIDE - {"public_text"}:
        assert getattr(published, name) == getattr(full, name)
    assert published.text == full.public_text
    assert published.internal is None


def test_confidential_speaker_is_named_by_the_authority_only():
    people = (
        Person("Kennung V-17", AssignmentRole.speaker, confidential=True),
        Person("Kennung V-18", AssignmentRole.speaker, confidential=True),
        Person("Anja Muster", AssignmentRole.speaker),
        Person("Bernd Muster", AssignmentRole.moderation),
        Person("Carla Muster", AssignmentRole.driver),
    )
    published = publish(record(people=people), Audience.partners, today=TODAY)
    assert published is not None
    assert published.speakers == (CONFIDENTIAL_SPEAKER, "Anja Muster", "Bernd Muster")


def test_a_confidential_name_typed_into_the_address_is_made_nameless():
    people = (Person("Erika Geheim", AssignmentRole.speaker, confidential=True),)
    place = PublishedPlace(street="Hof Erika Geheim", town="bei Erika Geheim")
    published = publish(record(people=people, place=place), Audience.public, today=TODAY)
    assert published is not None
    assert (published.place.street, published.place.town) == (f"Hof {NAMELESS}", f"bei {NAMELESS}")


def test_confidential_name_in_public_text_is_made_nameless():
    people = (Person("Anna  Berg", AssignmentRole.speaker, confidential=True),)
    text = "Mit Anna Berg, ANNA\nBERG und Anna Bergmann."
    published = publish(record(people=people, public_text=text), Audience.public, today=TODAY)
    assert published is not None
    assert published.text == f"Mit {NAMELESS}, {NAMELESS} und Anna Bergmann."


def test_the_house_sees_everything():
    full = record(
        audience=Audience.internal,
        state=EventState.idea,
        internal_notes="Hausmeister öffnet",
        people=(Person("Kennung V-17", AssignmentRole.speaker, confidential=True),),
        partners=(PartnerMention("Beratungsstelle Süd", confirmed=False),),
    )
    published = publish(full, Audience.internal, today=TODAY)
    assert published is not None
    assert published.internal is not None
    assert published.speakers == ("Kennung V-17",)
    assert published.partners == published.internal.unconfirmed_partners == ("Beratungsstelle Süd",)
    assert published.internal.notes == "Hausmeister öffnet"
    assert published.internal.room == full.room
    assert published.internal.team == full.people


@pytest.mark.parametrize("audience", Audience)
def test_event_without_a_date_is_shown_to_nobody(audience):
    dateless = record(starts_at=None, ends_at=None)
    assert publish(dateless, audience, today=TODAY) is None


SEEN = {
    Audience.public: {"confirmed", "held", "reviewed", "postponed", "cancelled"},
    Audience.partners: {"tentative", "confirmed", "held", "reviewed", "postponed", "cancelled"},
    Audience.internal: set(EventState),
}


@pytest.mark.parametrize("reader", Audience)
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("state", EventState)
def test_who_sees_which_event(reader, audience, state):
    may_read = {"public": {"public"}, "partners": {"public", "partners"}, "internal": set(Audience)}[reader]
    expected = audience in may_read and state in SEEN[reader]
    published = publish(record(audience=audience, state=state), reader, today=TODAY)
    assert (published is not None) == expected


@pytest.mark.parametrize("state", [EventState.cancelled, EventState.postponed])
@pytest.mark.parametrize(("days", "seen"), [(0, True), (30, True), (31, False)])
def test_called_off_event_is_told_for_thirty_days(state, days, seen):
    off = record(state=state, all_day=True, starts_at=None, ends_at=None, first_day=TODAY, last_day=TODAY)
    published: PublishedEvent | None = publish(off, Audience.public, today=TODAY + timedelta(days))
    assert (published is not None) == seen


def test_last_local_day_counts_for_an_event_over_midnight_utc():
    off = record(
        state=EventState.cancelled,
        starts_at=datetime(2027, 5, 1, 21, tzinfo=UTC),
        ends_at=datetime(2027, 5, 1, 22, 30, tzinfo=UTC),
    )
    assert publish(off, Audience.public, today=date(2027, 6, 1)) is not None
    assert publish(off, Audience.public, today=date(2027, 6, 2)) is None


@pytest.mark.parametrize("role", [role for role in AssignmentRole if role not in {"speaker", "moderation"}])
@pytest.mark.parametrize("audience", OUTSIDE)
def test_only_speakers_and_moderation_are_named_outside(audience, role):
    people = (Person("Uta Offen", AssignmentRole.moderation), Person("Jana Drinnen", role))
    shown = publish(record(people=people), audience, today=TODAY)
    assert shown.speakers == ("Uta Offen",)
    assert "Jana Drinnen" not in str(shown)
