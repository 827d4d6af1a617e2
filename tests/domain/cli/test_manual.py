"""landauf manual: the manual as a PDF, in either language, without a workspace."""

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


def test_another_ending_is_refused(tmp_path, capsys):
    assert main(["manual", str(tmp_path / "handbuch.docx")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
