"""Contacts to review."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.errors import InvalidInputError
from domain.rows.filters import PartnerFilter
from domain.rows.partners import ContactDraft
from domain.terms import LegalBasis, PartnerCategory
from domain.usecases import contact_reviews, partners
from tests.builders import make_partner


def person(ws, partner, role, **fields):
    return ws.run("Add", partners.add_contact, ContactDraft(partner, role, **fields))


def test_due_reviews_come_oldest_first_and_the_list_filter_finds_their_partners(ws, clock):
    today = clock().date()
    early, late, calm = (make_partner(ws, name) for name in ("Zuerst", "Danach", "Ruhig"))
    person(ws, late, "Leitung", review_on=today + timedelta(days=7))
    person(ws, early, "Büro", review_on=today - timedelta(days=30))
    person(ws, calm, "Hausmeister", review_on=today + timedelta(days=8))
    person(ws, calm, "Leitung")
    assert [row.partner for row in ws.ask(contact_reviews.contacts_to_review)] == ["Zuerst", "Danach"]
    found = ws.ask(partners.list_rows, PartnerFilter(review_due=True))
    assert {row.name for row in found} == {"Zuerst", "Danach"}


def test_consent_of_a_citizen_needs_an_end_and_is_listed_where_it_came_in_without(ws):
    citizen = make_partner(ws, "Erika Muster", category=PartnerCategory.other)
    person(ws, citizen, "Nachbarin", legal_basis=LegalBasis.consent)
    draft = ws.ask(partners.detail, citizen).draft
    assert ws.ask(contact_reviews.contacts_to_review) == []
    ws.run("Change", partners.change, citizen, replace(draft, category=PartnerCategory.citizen))
    (row,) = ws.ask(contact_reviews.contacts_to_review)
    assert (row.role, row.review_on) == ("Nachbarin", None)
    with pytest.raises(InvalidInputError) as refused:
        person(ws, citizen, "Pate", legal_basis=LegalBasis.consent)
    assert refused.value.problems[0].field == "review_on"
