"""Letters, posters and flyers on the command line."""

import pytest

from tests.domain.documents import tagged

TEXT = "Angebot für {institution}\n\n{anrede}\n\nwir kommen nach {ort}. {wetter}\n"


def partner_ids(filled, count):
    return [row["id"] for row in filled("list", "partners", "--json").json][:count]


def test_letters_to_partners_are_made_from_a_typed_text(filled, tmp_path):
    typed, out = tmp_path / "brief.txt", tmp_path / "o.pdf"
    typed.write_text(TEXT, encoding="utf-8")
    named = [part for each in partner_ids(filled, 1) for part in ("--partner", each)]
    answer = filled("print", "mail_merge", out, *named, "--text", typed)
    assert answer.code == 0
    assert "{wetter}" in answer.out
    assert "{wetter}" in tagged.text(out.read_bytes())


def test_the_text_may_be_typed_in(filled, tmp_path, monkeypatch):
    from io import StringIO

    monkeypatch.setattr("sys.stdin", StringIO("Betreff aus der Eingabe\nText\n"))
    assert filled("print", "mail_merge", tmp_path / "o.pdf", "--text", "-").code == 0
    assert "Betreff aus der Eingabe" in tagged.text((tmp_path / "o.pdf").read_bytes())


@pytest.mark.parametrize(("content", "words"), [(None, "brief.txt"), (b"\xff\xfe\x00", "UTF-8")])
def test_a_text_that_cannot_be_read_is_refused_in_one_line(filled, tmp_path, content, words):
    typed = tmp_path / "brief.txt"
    if content is not None:
        typed.write_bytes(content)
    answer = filled("print", "mail_merge", tmp_path / "o.pdf", "--text", typed)
    assert answer.code == 1
    assert words in answer.err
    assert len(answer.err.strip().splitlines()) == 1


def test_a_poster_has_the_size_that_was_asked_for(filled, tmp_path):
    out = tmp_path / "o.pdf"
    example = next(row["example"] for row in filled("list", "documents", "--json").json if row["name"] == "poster")
    assert filled("print", "poster", out, *example, "--size", "a4").code == 0
    with tagged.opened(out.read_bytes()) as pdf:
        assert round(float(pdf.pages[0].MediaBox[2])) == 595


def test_changes_before_the_first_release_are_refused(filled, tmp_path):
    answer = filled("print", "change_letter", tmp_path / "o.pdf", "--kreis", "15082")
    assert answer.code == 1
    assert len(answer.err.strip().splitlines()) == 1
