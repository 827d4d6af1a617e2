"""Minutes hold what is known of a meeting and leave lines for the rest."""

import pytest

from domain import documents
from domain.documents.kit.ruled import Ruled
from domain.documents.kit.theme import MM
from domain.documents.minutes import Minutes
from domain.i18n import language
from tests.domain.documents import samples, tagged


def made(code: str = "de", **changes: object) -> bytes:
    return documents.render("minutes", samples.minutes(**changes), language(code))


@pytest.mark.parametrize(
    "fact",
    [
        "PROTOKOLL · BÜRGERDIALOG · 2027-0147",
        "Nur intern",
        "Leitung P. Muster",
        "Teilnehmende 74",
        "43 Karten: Sehr unsicher 2; Eher unsicher 5; Teils, teils 12",
        "Hansestadt Havelberg, Ordnungsamt Leitung 3",
        "1 Begrüßung",
        "Bürgermeisteramt",
        "Anliegen A-2026-0012: Die Unterführung ist dunkel.",
        "Ergebnis: Ortstermin im Juni",
        "1 Die Stadt beleuchtet die Unterführung. einstimmig",
        "Angebot für Leuchten einholen Bauamt 30.06.2027 offen",
        "Pressemitteilung S. Probe – erledigt am 20.05.2027",
        "A-2026-0031 Der Radweg endet im Nichts.",
    ],
)
def test_fact_stands_in_the_minutes(fact):
    assert fact in tagged.text(made())


def test_public_view_makes_no_minutes():
    with pytest.raises(ValueError, match="own view"):
        Minutes(samples.dialogue(), samples.OFFICE, samples.STAND)


def test_empty_minutes_are_a_form_with_lines():
    def rules(content: bytes) -> int:
        with tagged.opened(content) as pdf:
            return sum(page.Contents.read_bytes().count(b"0.60 w") for page in pdf.pages)

    empty = Minutes(samples.dialogue(samples.Audience.internal), samples.OFFICE, samples.STAND)
    content = documents.render("minutes", empty, language("de"))
    assert tagged.faults(content) == []
    assert "16:15 Drei Tische: Bahnhof, Verkehr, Zusammenleben" in tagged.text(content)
    assert rules(content) > rules(made())


def test_lines_to_write_on_are_split_where_the_page_ends():
    upper, lower = Ruled(5, "#000000").split(100, 17 * MM, "de")
    assert [part.height(100, "de") for part in (upper, lower)] == pytest.approx([16 * MM, 24 * MM])
    assert Ruled(5, "#000000").split(100, 3 * MM, "de")[0] is None
