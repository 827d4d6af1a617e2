"""The list of the invited on paper."""

import pytest

from domain import documents
from domain.i18n import language
from tests.domain.documents import samples, tagged


def text(**changes):
    return tagged.text(documents.render("invitee_list", samples.invitee_list(**changes), language("de")))


@pytest.mark.parametrize(
    "fact",
    [
        "EINGELADENE",
        "Hansestadt Havelberg, Ordnungsamt Leitung 3 zugesagt 22.04.2027",
        "Seniorenbeirat",
        "eingeladen",
        "Feuerwehr Elbaue (Beispiel), Havelberg Wehrleitung 1 abgesagt 22.04.2027",
        "einzuladen",
        "57",
    ],
)
def test_fact_stands_on_the_list(fact):
    assert fact in text()


def test_list_of_nobody_says_so():
    assert "Noch niemand ist eingeladen." in text(invitees=())
