"""The web page of events from the command line."""


def test_page_is_a_file_of_its_own_for_the_public(filled, tmp_path):
    answer = filled("export", "events", tmp_path / "termine.html")
    assert answer.code == 0, answer.err
    page = (tmp_path / "termine.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Dialog" in page
    assert "Idee" not in page
    assert 'href="landauf.css"' not in page


def test_filters_apply_to_the_page(filled, tmp_path):
    filled("export", "events", tmp_path / "a.HTML", "--kind", "lecture", "--from", "2027-05-01")
    assert "Zurzeit gibt es keine" in (tmp_path / "a.HTML").read_text(encoding="utf-8")


def test_other_endings_name_the_page_among_what_can_be_written(filled, tmp_path):
    answer = filled("export", "events", tmp_path / "termine.htm")
    assert answer.code != 0
    assert ".html" in answer.err
