"""The letter of invitation tells institutions what they need, and nothing of the house."""

from datetime import date

import pytest

from domain import documents
from domain.i18n import language
from domain.terms import Audience, EventState
from tests.domain.documents import samples, tagged
from tests.domain.documents.posting_samples import SCHULE, STADT


def made(code: str = "de", **changes: object) -> bytes:
    return documents.render("invitation_letter", samples.invitation_letter(**changes), language(code))


@pytest.mark.parametrize(
    "fact",
    [
        "Hansestadt Havelberg, Ordnungsamt Markt 1 39539 Hansestadt Havelberg",
        "Unser Zeichen 2027-0147",
        "Einladung: Sicher am Bahnhof Havelberg",
        "wir laden Sie herzlich",
        "Freitag, 14. Mai 2027, 15:30–17:30 Uhr",
        "Stadthaus, Großer Saal, Markt 1, 39539 Hansestadt Havelberg",
        "15:45 Was aus den Anliegen vom November wurde",
        "bis Freitag, 7. Mai 2027 mit, ob und mit wie vielen Personen",
        "Sie erreichen uns unter 0391 000-0000, tour@example.org.",
        "Mehr dazu: praevention.example.org/havelberg",
        "Fassung 8",
        "Seite 1 von 1",
    ],
)
def test_fact_stands_in_the_letter(fact):
    assert fact in tagged.text(made())


def test_each_institution_gets_a_letter():
    pages = tagged.page_texts(made(addressees=(STADT, SCHULE)))
    assert [to.institution in page for to, page in zip((STADT, SCHULE), pages, strict=True)] == [True, True]


def test_tentative_date_is_only_to_be_saved():
    found = tagged.text(made(event=samples.dialogue(Audience.partners, state=EventState.tentative)))
    assert "Bitte vormerken: Sicher am Bahnhof" in found
    assert "laden Sie herzlich" not in found


def test_without_day_address_and_code_nothing_is_left_empty():
    event = samples.dialogue(Audience.partners, text="", agenda="", accessibility="", host="", topics=())
    content = made(event=event, answer_by=None, calendar="", url="", addressees=(), office=samples.OfficeSettings())
    assert tagged.faults(content) == []
    found = tagged.text(content)
    assert "Bitte teilen Sie uns mit, ob" in found
    for head in ("Ablauf", "Worum es geht", "Barrierefreiheit", "Mehr dazu", "Termin mitnehmen"):
        assert head not in found


@pytest.mark.parametrize("audience", [Audience.public, Audience.internal])
def test_only_the_partners_view_makes_a_letter(audience):
    with pytest.raises(ValueError, match="partners' view"):
        samples.invitation_letter(event=samples.dialogue(audience))


def test_nobody_is_invited_to_what_is_called_off():
    event = samples.dialogue(Audience.partners, state=EventState.postponed, postponed_to=date(2027, 6, 1))
    with pytest.raises(ValueError, match="called off"):
        samples.invitation_letter(event=event)
