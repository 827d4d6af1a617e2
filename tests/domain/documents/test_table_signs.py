"""Table signs on paper."""

from domain import documents
from domain.i18n import language
from domain.rows.guests import Guest
from domain.rules.audience import CONFIDENTIAL_SPEAKER
from tests.domain.documents import samples, tagged


def made(**changes):
    return documents.render("table_signs", samples.table_signs(**changes), language("de"))


def headings(content):
    with tagged.opened(content) as pdf, pdf.open_outline() as outline:
        (first,) = outline.root
        return first.title, [entry.title for entry in first.children]


def test_every_sign_is_drawn_twice_and_read_once():
    content = made(names=(Guest("Erika Beispiel", "Ordnungsamt"), Guest("Max Muster")))
    for page in tagged.page_texts(content):
        assert page.count("Sicher am Bahnhof Havelberg") == 2
    title, signs = headings(content)
    assert title.startswith("Sicher am Bahnhof Havelberg")
    assert signs == ["Erika Beispiel", "Max Muster"]


def test_without_names_those_at_the_event_whom_guests_may_know_have_signs():
    event = samples.dialogue(speakers=("Dr. A. Vorlage", CONFIDENTIAL_SPEAKER), host="Hansestadt Havelberg")
    content = made(names=(), event=event)
    assert headings(content)[1] == [
        "Dr. A. Vorlage",
        "Referentin/Referent der Verfassungsschutzbehörde",
        "Hansestadt Havelberg",
        "Ordnungsamt Havelberg",
        "Stadtseniorenrat",
        "Polizeirevier Stendal",
    ]
    assert "Partner" in tagged.text(content)


def test_event_that_names_nobody_gives_samples():
    event = samples.dialogue(host="", office="", partners=())
    assert headings(made(names=(), event=event))[1][:2] == ["Erika Beispiel", "Max Muster"]
