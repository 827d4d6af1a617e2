"""Posters, flyers and letters from a workspace: whom they go to, when they are refused, what stays in the house."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from domain import documents
from domain.errors import LandaufError, NotFoundError, UsageError
from domain.i18n import language
from domain.rows.events import AssignmentDraft
from domain.rows.invitees import InviteeDraft
from domain.rows.partners import ContactDraft
from domain.rows.printing import PrintChoice
from domain.rows.settings import OfficeSettings, Settings
from domain.terms import AssignmentRole, Audience, ChangeKind, EventState, PaperSize, PartnerCategory
from domain.usecases import events, invitees, partners, print_menu, printing, printing_examples, releases, settings
from tests.builders import KOETHEN, change_event, make_event, make_partner, make_person
from tests.domain.documents import tagged

DESSAU = "15001000"


def gathered(ws, name, **choice):
    return ws.ask(printing.gather, name, PrintChoice(**choice))


def text(ws, name, **choice):
    return tagged.text(documents.render(name, gathered(ws, name, **choice), language("de")))


def offered(ws, **choice):
    found = ws.ask(print_menu.printables, PrintChoice(**choice))
    return {entry.document.name: [subject.title for subject in entry.subjects] for entry in found}


def website(ws, address):
    ws.run("Office", settings.save, Settings(OfficeSettings("Koordinierungsstelle", website=address)))


def release(ws):
    return ws.run("Release", releases.release).number


@pytest.fixture
def school(ws):
    made = make_partner(
        ws, "Grundschule Radis", category=PartnerCategory.school, street="Ring 1", postcode="06366", town="Köthen"
    )
    for role, name in (("Schulleitung", "Frau Dr. Erika Muster"), ("Sekretariat", "Kim Probe")):
        ws.run("Add", partners.add_contact, ContactDraft(made, role, name))
    return made


@pytest.mark.parametrize("name", ["poster", "flyer"])
def test_only_public_confirmed_events_are_announced(ws, name):
    hidden = make_event(ws, "Dialog", audience=Audience.partners)
    with pytest.raises(LandaufError, match="public"):
        gathered(ws, name, event_id=hidden)
    with pytest.raises(UsageError, match="--event"):
        gathered(ws, name)
    make_event(ws, "Markt")
    assert offered(ws)[name] == ["Markt"]


@pytest.mark.parametrize("address", ["", "https://praevention.example.org"])
def test_the_code_leads_to_the_website_if_there_is_one(ws, address):
    website(ws, address)
    data = gathered(ws, "poster", event_id=make_event(ws), size=PaperSize.a4)
    assert (data.url, data.size) == (address, PaperSize.a4)
    assert data.calendar.startswith("BEGIN:VEVENT")


def test_a_cancelled_event_has_no_calendar_entry_on_its_poster(ws):
    event_id = make_event(ws, state=EventState.cancelled, state_reason="Sturm")
    assert gathered(ws, "poster", event_id=event_id).calendar == ""
    assert "abgesagt" in text(ws, "poster", event_id=event_id)


def test_the_invited_get_a_letter_each_without_names_of_contacts(ws, school):
    event_id = make_event(ws, "Dialog")
    ws.run("Invite", invitees.add, event_id, [InviteeDraft("Radis", school), InviteeDraft("Heimatverein")])
    data = gathered(ws, "invitation_letter", event_id=event_id)
    assert [to.lines for to in data.addressees] == [
        ("Grundschule Radis", "Ring 1", "06366 Köthen"),
        ("Heimatverein",),
    ]
    assert "Muster" not in text(ws, "invitation_letter", event_id=event_id)


def test_partners_that_are_named_get_the_invitation_instead(ws, school):
    event_id = make_event(ws, "Dialog")
    ws.run("Invite", invitees.add, event_id, [InviteeDraft("Heimatverein")])
    data = gathered(ws, "invitation_letter", event_id=event_id, partner_ids=(school,))
    assert [to.institution for to in data.addressees] == ["Grundschule Radis"]


@pytest.mark.parametrize(("days", "asked"), [(30, 23), (12, 5), (11, None), (0, None)])
def test_an_answer_is_asked_for_while_there_is_time(ws, days, asked):
    today = date(2027, 4, 28)
    event_id = make_event(ws, day=today + timedelta(days=days))
    found = gathered(ws, "invitation_letter", event_id=event_id).answer_by
    assert found == (None if asked is None else today + timedelta(days=asked))


@pytest.mark.parametrize(
    "changes",
    [
        {"audience": Audience.internal},
        {"state": EventState.cancelled, "state_reason": "Sturm"},
        {"host_confidential": True},
    ],
)
def test_what_partners_may_not_see_or_is_called_off_invites_nobody(ws, changes):
    with pytest.raises(LandaufError, match="letter of invitation"):
        gathered(ws, "invitation_letter", event_id=make_event(ws, **changes))


def test_a_confidential_speaker_stays_nameless_in_a_letter(ws):
    speaker = make_person(ws, "Erika Geheim", confidential=True)
    draft = AssignmentDraft(speaker, AssignmentRole.speaker)
    event_id = make_event(ws, public_text="Mit Erika Geheim", assignments=(draft,))
    for name in ("poster", "flyer", "invitation_letter"):
        assert "Geheim" not in text(ws, name, event_id=event_id)


def test_a_letter_to_partners_greets_the_first_person_by_role(ws, school):
    town = make_partner(ws, "Stadt Köthen")
    citizen = make_partner(ws, "Herr Max Beispiel", category=PartnerCategory.citizen)
    data = gathered(ws, "mail_merge", partner_ids=(town, school, citizen, school), text="Betreff\n\nText")
    assert [to.contact for to in data.addressees] == ["", "Frau Dr. Erika Muster", "Herr Max Beispiel"]
    found = text(ws, "mail_merge", partner_ids=(town, school, citizen), text="Betreff\n\nText")
    for greeting in ("Sehr geehrte Damen und Herren,", "Sehr geehrte Frau Dr. Muster,", "Sehr geehrter Herr Beispiel,"):
        assert greeting in found


def test_a_partner_that_is_gone_is_named(ws):
    gone = uuid4()
    with pytest.raises(NotFoundError, match=str(gone)):
        gathered(ws, "mail_merge", partner_ids=(gone,))


def test_letters_are_offered_where_a_partner_is_in_front(ws, school):
    assert offered(ws, partner_id=school)["mail_merge"] == ["Grundschule Radis"]
    assert "mail_merge" not in offered(ws, event_id=make_event(ws))
    rows = {row.name: row for row in ws.ask(printing_examples.documents)}
    assert rows["mail_merge"].example == ("--partner", str(school))
    assert rows["mail_merge"].is_internal


def test_before_the_first_release_there_is_no_letter_of_changes(ws):
    make_event(ws)
    assert "change_letter" not in offered(ws)
    with pytest.raises(NotFoundError, match="released"):
        gathered(ws, "change_letter")


def test_changes_are_told_from_the_version_named_of_the_kreis_named(ws):
    moved, off = make_event(ws, "Verlegt", ags=KOETHEN), make_event(ws, "Abgesagt", ags=DESSAU)
    release(ws)
    change_event(ws, moved, place_name="Aula")
    release(ws)
    change_event(ws, off, state=EventState.cancelled, state_reason="Sturm")
    everything = gathered(ws, "change_letter", since=1)
    assert [(change.kind, change.title) for change in everything.changes] == [
        (ChangeKind.moved, "Verlegt"),
        (ChangeKind.cancelled, "Abgesagt"),
    ]
    assert (everything.version, everything.has_changed) == (2, True)
    assert [change.title for change in gathered(ws, "change_letter", since=1, kreis_ags="15001").changes] == [
        "Abgesagt"
    ]
    assert gathered(ws, "change_letter").since == 2
    release(ws)
    assert gathered(ws, "change_letter").since == 2
    assert not gathered(ws, "change_letter").has_changed
    assert offered(ws, kreis_ags="15001")["change_letter"] == ["Dessau-Roßlau"]


def test_an_event_taken_back_is_told_as_readers_knew_it(ws):
    event_id = make_event(ws, "Offener Termin", place_name="Rathaus")
    release(ws)
    change_event(ws, event_id, title="Geheime Lage", place_name="Lagezentrum", audience=Audience.internal)
    (change,) = gathered(ws, "change_letter", since=1).changes
    assert (change.kind, change.title, change.before.place, change.now) == (
        ChangeKind.cancelled,
        "Offener Termin",
        "Rathaus",
        None,
    )
    assert "Geheim" not in text(ws, "change_letter", since=1)


def test_partners_are_told_what_only_partners_may_see(ws, school):
    release(ws)
    make_event(ws, "Fachaustausch", audience=Audience.partners)
    assert gathered(ws, "change_letter", since=1).changes == ()
    assert [each.title for each in gathered(ws, "change_letter", since=1, partner_ids=(school,)).changes] == [
        "Fachaustausch"
    ]


def test_a_name_that_became_confidential_is_taken_out_of_an_earlier_version(ws):
    event_id = make_event(ws, "Vortrag von Erika Muster")
    release(ws)
    make_person(ws, "Erika Muster", confidential=True)
    ws.run("Delete", events.delete, [event_id])
    assert "Erika" not in text(ws, "change_letter", since=1)
