"""Profiles of councils and good examples leave the house without what must stay in it."""

from dataclasses import replace
from datetime import date

import pytest

from domain import outgoing
from domain.errors import LandaufError, UsageError
from domain.i18n import language
from domain.model import Resolution
from domain.rows.events import AssignmentDraft
from domain.rows.memberships import MembershipDraft
from domain.rows.partners import ContactDraft
from domain.rows.practice import PracticeProfile
from domain.rows.printing import PrintChoice
from domain.rows.tours import StaffDraft
from domain.terms import AssignmentRole, Audience, EventKind, EventState, MembershipRole, PartnerCategory
from domain.usecases import (
    memberships,
    partners,
    people,
    practice,
    print_menu,
    printed_sheets,
    printing,
    printing_examples,
)
from tests.builders import KOETHEN, make_event, make_partner
from tests.domain.documents import tagged

SPEAKER = "Roswitha Geheim"
PAST = date(2027, 3, 2)


@pytest.fixture
def speaker(ws):
    """Somebody of the Verfassungsschutz whose name stays in the house."""
    return ws.run("Add person", people.create, StaffDraft(name=SPEAKER, confidential=True))


@pytest.fixture
def council(ws):
    return make_partner(ws, "Präventionsrat Köthen", category=PartnerCategory.council, ags=KOETHEN)


def session_of(ws, council, title, audience=Audience.public, **fields):
    kind = EventKind.council_meeting
    usual = {"day": PAST, "state": EventState.held, "host_id": council, "audience": audience}
    return make_event(ws, title, kind=kind, **(usual | fields))


def decide(ws, event_id, wording):
    def add(session):
        session.add(Resolution(event_id=event_id, position=1, wording=wording))
        session.flush()

    ws.run("Minutes", add)


def paper(ws, name, choice):
    return tagged.text(outgoing.document(ws, name, choice, language("de")))


def test_members_stand_without_names_of_people(ws, council):
    office = make_partner(ws, "Stadt Köthen, Ordnungsamt")
    contact = ws.run("Add", partners.add_contact, ContactDraft(office, "Leitung", "Petra Muster", phone="0340 000-1"))
    citizen = make_partner(ws, "Erika Engagiert", category=PartnerCategory.citizen)
    unsure = make_partner(ws, "Unentschlossen e. V.", confirmed=False)
    former = make_partner(ws, "Ehemalige gGmbH")
    for member, fields in (
        (office, {"role": MembershipRole.chair, "contact_id": contact, "notes": "privat erreichbar"}),
        (citizen, {}),
        (unsure, {}),
        (former, {"last_day": date(2027, 4, 27)}),
    ):
        ws.run("Add member", memberships.add, MembershipDraft(council, member, **fields))
    found = paper(ws, "council_profile", PrintChoice(partner_id=council))
    assert "Vorsitz Stadt Köthen, Ordnungsamt" in found
    assert "1 engagierte Person" in found
    for hidden in ("Muster", "Leitung", "0340", "Engagiert ", "Erika", "Unentschlossen", "Ehemalige", "privat"):
        assert hidden not in found


def test_only_public_sessions_and_their_resolutions_are_told(ws, council, speaker):
    said = AssignmentDraft(speaker, AssignmentRole.speaker)
    decide(ws, session_of(ws, council, "Offene Sitzung", assignments=(said,)), f"{SPEAKER} berichtet weiter")
    decide(ws, session_of(ws, council, "Vertrauliche Sitzung", Audience.internal), "Bleibt im Haus")
    decide(ws, session_of(ws, council, "Für Partner", Audience.partners), "Nur für Partner")
    found = paper(ws, "council_profile", PrintChoice(partner_id=council))
    assert "Offene Sitzung" in found
    assert "N. N. berichtet weiter" in found
    for hidden in (SPEAKER, "Vertrauliche", "Bleibt im Haus", "Für Partner", "Nur für Partner"):
        assert hidden not in found


def test_a_council_that_has_not_agreed_has_no_profile(ws):
    shy = make_partner(ws, "Rat", category=PartnerCategory.council, confirmed=False)
    with pytest.raises(LandaufError, match="has not agreed"):
        paper(ws, "council_profile", PrintChoice(partner_id=shy))


def practice_event(ws, **fields):
    usual = {"day": PAST, "state": EventState.reviewed, "best_practice": True, "audience": Audience.public}
    event = make_event(ws, "Bürgerdialog", **(usual | fields))
    ws.run("Profile", practice.put_profile, event, PracticeProfile(aim=f"Mit {SPEAKER} reden", result="Gut"))
    return event


def test_a_school_has_no_profile_of_a_council(ws):
    school = make_partner(ws, "Grundschule", category=PartnerCategory.school)
    with pytest.raises(LandaufError, match="council"):
        ws.ask(printing.gather, "council_profile", PrintChoice(partner_id=school))


def test_a_confidential_name_in_a_profile_is_made_nameless(ws, speaker):
    event = practice_event(ws, assignments=(AssignmentDraft(speaker, AssignmentRole.speaker),), internal_notes="geheim")
    found = paper(ws, "best_practice", PrintChoice(event_id=event))
    assert "Mit N. N. reden" in found
    assert SPEAKER not in found
    assert "geheim" not in found


@pytest.mark.parametrize(
    "fields",
    [{"audience": Audience.partners}, {"state": EventState.tentative, "day": date(2027, 5, 13)}, {"day": None}],
)
def test_a_profile_of_an_event_the_public_may_not_see_is_refused(ws, fields):
    if fields == {"day": None}:
        fields = {"day": None, "state": EventState.idea}
    event = practice_event(ws, **fields)
    with pytest.raises(LandaufError, match="must be public"):
        paper(ws, "best_practice", PrintChoice(event_id=event))


def test_an_example_without_a_profile_is_refused(ws):
    event = make_event(ws, best_practice=True)
    with pytest.raises(LandaufError, match="no profile yet"):
        paper(ws, "best_practice", PrintChoice(event_id=event))


@pytest.mark.parametrize(("name", "option"), [("best_practice", "--event"), ("council_profile", "--partner")])
def test_what_is_missing_is_named(ws, name, option):
    with pytest.raises(UsageError, match=option):
        ws.ask(printing.gather, name, PrintChoice())


def menu(ws, **choice):
    found = ws.ask(print_menu.printables, PrintChoice(**choice))
    return {entry.document.name: [subject.title for subject in entry.subjects] for entry in found}


def test_the_print_menu_offers_profiles_where_they_fit(ws, council):
    event = practice_event(ws)
    session = session_of(ws, council, "Sitzung")
    assert menu(ws)["council_profile"] == ["Präventionsrat Köthen"]
    assert menu(ws)["best_practice"] == ["Bürgerdialog"]
    assert menu(ws, partner_id=council) == {key: ["Präventionsrat Köthen"] for key in ("council_profile", "mail_merge")}
    assert menu(ws, event_id=event)["best_practice"] == ["Bürgerdialog"]
    assert "council_profile" not in menu(ws, event_id=event)
    assert menu(ws, event_id=session)["council_profile"] == ["Präventionsrat Köthen"]
    assert "best_practice" not in menu(ws, event_id=session)


def test_examples_of_the_command_line_print(ws, council):
    event = practice_event(ws)
    rows = {row.name: row for row in ws.ask(printing_examples.documents)}
    assert rows["best_practice"].example == ("--event", str(event))
    assert rows["council_profile"].example == ("--partner", str(council))
    assert (rows["council_profile"].needs, rows["council_profile"].is_internal) == ("partner", False)


def test_prints_of_two_councils_are_kept_apart(ws, council, tmp_path):
    other = make_partner(ws, "Rat Halle", category=PartnerCategory.council)
    made = {}
    for partner in (council, other):
        choice = PrintChoice(partner_id=partner)
        made[partner] = outgoing.made_document(ws, "council_profile", choice, language("de"))[1]
    outgoing.note_printed(ws, made[council])
    assert outgoing.last_print(ws, made[council]).title == "Präventionsrat Köthen"
    assert outgoing.last_print(ws, made[other]) is None
    ws.run("Rename", partners.change, council, replace(ws.ask(partners.detail, council).draft, name="Rat Köthen"))
    data = ws.ask(printing.gather, "council_profile", PrintChoice(partner_id=council))
    assert printed_sheets.note_of("council_profile", PrintChoice(partner_id=council), data).code != made[council].code
