"""Whose address an e-mail to a partner may use."""

from datetime import date
from uuid import UUID

import pytest

from domain.rows.letters import Addressee
from domain.rows.mail import ReachableContact
from domain.rules.mail_addresses import (
    NO_ADDRESS,
    NO_LEGAL_BASIS,
    NOT_AN_ADDRESS,
    REVIEW_OVERDUE,
    may_be_used,
    recipient,
)
from domain.terms import LegalBasis, PartnerCategory

ID = UUID(int=1)
TOWN = Addressee("Stadt Köthen", "Markt 1", "06366 Köthen", "Köthen")
CITIZEN = Addressee("Frau Ada Frei", contact="Frau Ada Frei")
HEAD = ReachableContact("Frau Muster", "muster@koethen.example", may_be_used=True)
GONE = ReachableContact("Herr Alt", "alt@koethen.example", may_be_used=False)
TODAY = date(2027, 4, 28)


def test_the_institutions_own_mailbox_comes_first_and_greets_nobody_by_name():
    found = recipient(ID, TOWN, "post@koethen.example", [HEAD], is_person=False)
    assert (found.address, found.to.contact, found.problem) == ("post@koethen.example", "", "")


def test_without_one_the_first_person_who_may_be_written_to_is_greeted():
    found = recipient(ID, TOWN, "", [GONE, HEAD], is_person=False)
    assert (found.address, found.to.contact) == ("muster@koethen.example", "Frau Muster")


@pytest.mark.parametrize(
    ("email", "contacts", "why"),
    [
        ("", [], NO_ADDRESS),
        ("nur Telefon", [], NOT_AN_ADDRESS),
        ("", [GONE], REVIEW_OVERDUE),
        ("", [ReachableContact("Ohne", "", may_be_used=True)], NO_ADDRESS),
    ],
)
def test_without_an_address_it_says_why(email, contacts, why):
    found = recipient(ID, TOWN, email, contacts, is_person=False)
    assert (found.address, found.problem) == ("", why)


def test_a_citizen_is_written_to_only_on_a_legal_basis():
    mail = "ada@frei.example"
    assert recipient(ID, CITIZEN, mail, [], is_person=True).problem == NO_LEGAL_BASIS
    assert recipient(ID, CITIZEN, mail, [GONE], is_person=True).problem == REVIEW_OVERDUE
    found = recipient(ID, CITIZEN, mail, [HEAD], is_person=True)
    assert (found.address, found.to.contact) == (mail, "Frau Ada Frei")


@pytest.mark.parametrize(
    ("category", "basis", "review", "may"),
    [
        (PartnerCategory.gemeinde, LegalBasis.public_task, None, True),
        (PartnerCategory.gemeinde, LegalBasis.consent, TODAY, True),
        (PartnerCategory.gemeinde, LegalBasis.public_task, date(2027, 4, 27), False),
        (PartnerCategory.citizen, LegalBasis.consent, None, False),
        (PartnerCategory.citizen, LegalBasis.consent, date(2028, 1, 1), True),
    ],
)
def test_data_may_be_used_until_their_review(category, basis, review, may):
    assert may_be_used(category, basis, review, TODAY) is may
