"""The test page for labels."""

from domain import documents
from domain.i18n import language
from tests.domain.documents import samples, tagged


def test_every_grid_has_a_page_with_its_measures_and_two_rulers():
    content = documents.render("label_test", samples.label_test(), language("de"))
    first, second = tagged.page_texts(content)
    assert "2 × 5 Etiketten, 90 × 54 mm" in first
    assert "Erstes Etikett: links 15 mm, oben 13,5 mm" in first
    assert "2 × 5 Etiketten, 80 × 50 mm" in second
    assert "Abstand: waagerecht 10 mm, senkrecht 5 mm" in second
    with tagged.opened(content) as pdf:
        rulers = [node.alt for node in tagged.tree(pdf).walk() if node.tag == "Figure"]
    assert (
        rulers
        == ["Lineal in Millimetern ab der oberen Blattkante", "Lineal in Millimetern ab der linken Blattkante"] * 2
    )


def test_mark_of_a_ruler_lies_so_many_millimetres_from_the_edge():
    content = documents.render("label_test", samples.label_test(), language("de"))
    with tagged.opened(content) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    assert f"{50 / 25.4 * 72:.2f} " in drawn
    assert f"{(297 - 100) / 25.4 * 72:.2f} " in drawn
