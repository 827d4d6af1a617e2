"""landauf manual: the manual as a PDF, in either language, without a workspace."""

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from domain.cli.main import main
from domain.documents.manual_text import chapters


@pytest.mark.parametrize("code", ["de", "en"])
def test_the_manual_is_written_in_the_language_asked_for(tmp_path, capsys, code):
    title = next(chapter.title for chapter in chapters(code) if chapter.id == "tour")
    out = tmp_path / "handbuch.pdf"
    assert main(["manual", str(out), "--language", code]) == 0
    assert str(out) in capsys.readouterr().out
    with PdfDocument(out) as pdf:
        assert title in pdf[0].get_textpage().get_text_range()
        assert [mark.get_title() for mark in pdf.get_toc() if mark.level == 0 or title in mark.get_title()]


@pytest.mark.parametrize("code", ["de", "en"])
def test_contents_and_links_lead_to_the_page_they_name(tmp_path, code):
    out = tmp_path / "handbuch.pdf"
    assert main(["manual", str(out), "--language", code]) == 0
    with pikepdf.open(out) as pdf, PdfDocument(out) as read:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        names = pdf.Root.Names.Dests.Names
        places = {str(name): pages[place[0].objgen] for name, place in zip(names[::2], names[1::2], strict=True)}
        titles = {chapter.title for chapter in chapters(code)}
        assert set(places) == titles
        for title, number in places.items():
            assert title in read[number - 1].get_textpage().get_text_range()
        aims = [(number, str(note.Dest)) for page, number in zip(pdf.pages, pages.values(), strict=True)
                for note in page.get("/Annots", []) if "/Dest" in note]  # fmt: skip
        assert {aim for number, aim in aims if number == 1} == titles
        lines = read[0].get_textpage().get_text_range()
        assert all(f"{title} {places[title]}" in " ".join(lines.split()) for title in titles)
        for number, aim in aims[len(titles) :]:
            text = " ".join(read[number - 1].get_textpage().get_text_range().split())
            assert f"({'Seite' if code == 'de' else 'page'} {places[aim]})" in text


def test_another_ending_is_refused(tmp_path, capsys):
    assert main(["manual", str(tmp_path / "handbuch.docx")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
