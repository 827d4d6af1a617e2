"""Handouts as Markdown files with front matter."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import FileProblemError
from domain.exchange.handout_file import read, write
from domain.rows.handouts import EditionDraft, HandoutFile

lines = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30)
files = st.builds(
    HandoutFile,
    key=st.sampled_from(["enkeltrick", "netz"]),
    topic=lines,
    version=st.integers(1, 900),
    draft=st.builds(
        EditionDraft,
        language=st.sampled_from(["de", "de-simple", "uk"]),
        title=lines,
        lead=lines,
        text=st.lists(lines, max_size=5).map("\n\n".join),
        author=lines,
        valid_until=st.none() | st.dates(date(2027, 1, 1), date(2090, 1, 1)),
    ),
)


@settings(max_examples=40)
@given(files)
def test_what_is_written_is_read_again(file):
    assert read(write(file), "x.md") == file


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Ohne Kopf",
        b"---\ntitle: X\n",
        b"---\nlanguage: de\n---\n",
        b"---\ntitle: X\nkein Wert\n---\n",
        b"---\ntitle: X\nvalid_until: morgen\n---\n",
        b"---\ntitle: X\nversion: -3\n---\n",
        b"\xff\xfe\x00",
        b"x" * 500_000,
    ],
)
def test_a_file_that_is_none_is_refused_in_one_line(content):
    with pytest.raises(FileProblemError):
        read(content, "x.md")


def test_the_key_of_a_file_without_one_is_given():
    assert read(b"---\ntitle: X\n---\n\nText\n", "x.md", "ordner").key == "ordner"
