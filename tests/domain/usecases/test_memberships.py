"""Who belongs to a council, from when until when."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.rows.memberships import MembershipDraft
from domain.rows.partners import ContactDraft
from domain.terms import MembershipRole, PartnerCategory, TermState
from domain.usecases import memberships, partners
from tests.builders import make_partner

TODAY = date(2027, 4, 28)


@pytest.fixture
def council(ws):
    return make_partner(ws, "Präventionsrat Köthen", category=PartnerCategory.council)


@pytest.fixture
def office(ws):
    return make_partner(ws, "Stadt Köthen, Ordnungsamt", category=PartnerCategory.ordnungsamt)


def join(ws, body, member, **fields):
    return ws.run("Add member", memberships.add, MembershipDraft(body, member, **fields))


def members(ws, body):
    return [(row.member, row.draft.role, row.state) for row in ws.ask(memberships.members, body)]


def test_members_are_listed_by_role_and_name(ws, council, office):
    school, club = make_partner(ws, "Ärztehaus"), make_partner(ws, "Zirkel e. V.")
    join(ws, council, club)
    join(ws, council, school)
    join(ws, council, office, role=MembershipRole.chair)
    assert [name for name, _role, _state in members(ws, council)] == [
        "Stadt Köthen, Ordnungsamt",
        "Ärztehaus",
        "Zirkel e. V.",
    ]


def test_a_club_and_an_association_have_members_too(ws, office):
    club = make_partner(ws, "Heimatverein", category=PartnerCategory.club)
    join(ws, club, office)
    assert [row.body for row in ws.ask(memberships.members, club)] == ["Heimatverein"]


def test_a_member_may_be_a_person_of_the_institution_only(ws, council, office):
    contact = ws.run("Add person", partners.add_contact, ContactDraft(office, "Leitung", "P. Muster"))
    join(ws, council, office, contact_id=contact)
    (row,) = ws.ask(memberships.members, council)
    assert row.contact == "Leitung, P. Muster"
    other = make_partner(ws, "Andere")
    with pytest.raises(InvalidInputError) as refused:
        join(ws, council, other, contact_id=contact)
    assert refused.value.field == "contact_id"


def test_the_same_role_cannot_be_held_twice_at_a_time(ws, council, office):
    join(ws, council, office, first_day=date(2026, 1, 1), last_day=date(2027, 12, 31))
    with pytest.raises(InvalidInputError):
        join(ws, council, office, first_day=date(2027, 12, 31))
    join(ws, council, office, first_day=date(2028, 1, 1))
    join(ws, council, office, first_day=date(2027, 1, 1), role=MembershipRole.secretary)
    assert len(ws.ask(memberships.members, council)) == 3


def test_a_change_does_not_clash_with_itself_and_notices_others(ws, council, office):
    made = join(ws, council, office, first_day=date(2026, 1, 1))
    (row,) = ws.ask(memberships.members, council)
    ws.run("Change", memberships.change, made, replace(row.draft, last_day=date(2027, 6, 30)), row.version)
    with pytest.raises(ConflictError):
        ws.run("Change", memberships.change, made, row.draft, row.version)
    assert ws.ask(memberships.members, council)[0].draft.last_day == date(2027, 6, 30)


def test_a_term_is_renewed_without_a_gap_and_undone_in_one_step(ws, council, office):
    made = join(ws, council, office, first_day=date(2025, 7, 1), last_day=date(2027, 6, 30))
    ws.run("Renew", memberships.renew, made)
    newest, old = ws.ask(memberships.members, council)
    assert (newest.draft.first_day, newest.draft.last_day) == (date(2027, 7, 1), date(2029, 6, 30))
    assert (newest.state, old.is_followed) == (TermState.coming, True)
    with pytest.raises(InvalidInputError):
        ws.run("Renew", memberships.renew, made)
    ws.undo()
    assert [row.id for row in ws.ask(memberships.members, council)] == [made]


def test_an_open_ended_membership_needs_no_new_term(ws, council, office):
    made = join(ws, council, office)
    with pytest.raises(InvalidInputError) as refused:
        ws.run("Renew", memberships.renew, made)
    assert refused.value.field == "last_day"


def test_who_leaves_stays_in_the_history(ws, council, office):
    made = join(ws, council, office, first_day=date(2020, 1, 1))
    ws.run("End", memberships.end, made, TODAY - timedelta(days=1))
    assert members(ws, council) == [("Stadt Köthen, Ordnungsamt", MembershipRole.member, TermState.ended)]
    with pytest.raises(InvalidInputError):
        ws.run("End", memberships.end, made, date(2019, 12, 31))


def test_terms_that_end_soon_or_have_ended_are_found_until_somebody_follows(ws, council, office):
    others = [make_partner(ws, f"Mitglied {number}") for number in range(4)]
    ends = [TODAY + timedelta(days=90), TODAY + timedelta(days=91), TODAY - timedelta(days=1), date(2025, 1, 1)]
    for member, last in zip(others, ends, strict=True):
        join(ws, council, member, first_day=date(2024, 1, 1), last_day=last)
    renewed = join(ws, council, office, first_day=date(2026, 1, 1), last_day=TODAY)
    ws.run("Renew", memberships.renew, renewed)
    found = [row.member for row in ws.ask(memberships.ending_terms)]
    assert found == ["Mitglied 2", "Mitglied 0"]


def test_another_chair_at_the_same_time_is_named(ws, council, office):
    first = join(ws, council, office, role=MembershipRole.chair)
    other = make_partner(ws, "Polizeirevier")
    draft = MembershipDraft(council, other, role=MembershipRole.chair)
    assert ws.ask(memberships.rival_chairs, draft) == ("Stadt Köthen, Ordnungsamt",)
    assert ws.ask(memberships.rival_chairs, ws.ask(memberships.members, council)[0].draft, first) == ()


def test_deleting_the_institution_takes_its_memberships_along_and_undo_brings_them_back(ws, council, office):
    join(ws, council, office)
    ws.run("Delete partners", partners.delete, [office])
    assert ws.ask(memberships.members, council) == ()
    ws.undo()
    assert len(ws.ask(memberships.members, council)) == 1


def test_a_council_that_is_gone_takes_no_members(ws, council, office):
    ws.run("Delete partners", partners.delete, [council])
    with pytest.raises(NotFoundError):
        join(ws, council, office)
