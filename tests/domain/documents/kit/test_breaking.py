"""Words keep together whatever looks they are set in, and soft hyphens are read as what they are."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.documents.kit import fonts
from domain.documents.kit.breaking import Line, broken
from domain.documents.kit.fonts import SOFT_HYPHEN
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import Run, b, clean, link, one_line
from domain.documents.kit.theme import Theme
from tests.domain.documents import tagged
from tests.domain.documents.kit.sheets import made

THEME = Theme()


def shown(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def set_in(width: float, *runs: Run, hyphenate: bool = True, language: str = "de") -> list[str]:
    return shown(Paragraph(runs, replace(THEME.body, hyphenate=hyphenate)).lines(width, language))


def width_of(text: str) -> float:
    return fonts.face(THEME.body.face).width(text, THEME.body.size)


mixed = st.lists(
    st.tuples(st.text(alphabet="abcÄß -/\u00ad\n", max_size=40), st.sampled_from(["plain", "bold", "link"])), max_size=8
)
LOOKS = {"plain": Run, "bold": b, "link": lambda text: Run(text, url="https://a.example")}


@settings(max_examples=40)
@given(mixed, st.floats(25, 250), st.booleans())
def test_lines_put_together_give_the_text_back_in_its_looks(parts, width, hyphenate):
    runs = [LOOKS[look](text) for text, look in parts]
    lines = broken(runs, replace(THEME.body, hyphenate=hyphenate), width, "de")

    def letters(text: str) -> str:
        return text.replace(SOFT_HYPHEN, "").replace(" ", "").replace("\n", "")

    assert letters("".join(shown(lines))) == letters("".join(run.text for run in runs))
    for run in runs:
        kept = "".join(piece.text for line in lines for piece in line.pieces if piece.run is run)
        assert letters(kept) == letters(run.text)
    assert all(line.width <= width + 0.1 or len("".join(shown([line]))) == 1 for line in lines)


@settings(max_examples=40)
@given(mixed, st.floats(25, 250))
def test_width_of_a_line_is_that_of_its_pieces(parts, width):
    for line in broken([LOOKS[look](text) for text, look in parts], THEME.body, width, "de"):
        assert line.width == pytest.approx(sum(piece.width for piece in line.pieces))


def test_word_that_begins_bold_is_hyphenated_as_one_word():
    lines = set_in(width_of("Sicherheitspartner") + 4, b("Sicher"), Run("heitspartnerschaft der Gemeinde"))
    assert lines[0].endswith(SOFT_HYPHEN)
    assert lines[0].startswith("Sicherheits")
    assert "".join(lines).replace(SOFT_HYPHEN, "").replace(" ", "") == "SicherheitspartnerschaftderGemeinde"


def test_word_of_two_looks_moves_on_whole_where_nothing_is_hyphenated():
    lines = set_in(width_of("Eine gute Sicher"), Run("Eine gute "), b("Sicher"), Run("heit"), hyphenate=False)
    assert lines == ["Eine gute", "Sicherheit"]


def test_full_stop_behind_a_bold_word_stays_with_it():
    lines = set_in(width_of("Das ist wichtig") + 1, Run("Das ist "), b("wichtig"), Run(". Sehr."), hyphenate=False)
    assert lines[1].startswith("wichtig.")


def test_soft_hyphen_shows_only_at_the_end_of_a_line():
    word = "Blumen\u00adtopf\u00aderde"
    assert set_in(300, Run(word)) == ["Blumentopferde"]
    assert set_in(width_of("Blumentopf-") + 1, Run(word), hyphenate=False) == ["Blumentopf\u00ad", "erde"]


def test_soft_hyphens_come_before_the_dictionary():
    assert set_in(width_of("Urinstinkte") - 3, Run("Ur\u00adinstinkte"))[0] == "Ur\u00ad"


def test_soft_hyphen_works_in_a_word_of_two_looks():
    lines = set_in(width_of("Blumentopf-") + 6, b("Blumen\u00ad"), Run("topf\u00aderde"), hyphenate=False)
    assert lines == ["Blumentopf\u00ad", "erde"]


def test_reader_finds_whole_words_where_looks_and_lines_change():
    runs = []
    for _ in range(30):
        runs += [b("Sicher"), Run("heitspartner\u00adschaften "), Run("Verkehrs"), b("überwachung ")]
    content = made(Paragraph(runs, THEME.body))
    found = tagged.text(content)
    assert found.count("Sicherheitspartnerschaften") == 30
    assert found.count("Verkehrsüberwachung") == 30
    assert tagged.faults(content) == []


def test_space_before_a_link_is_not_part_of_it():
    pieces = Paragraph([Run("siehe "), link("https://a.example")], THEME.body).lines(300, "de")[0].pieces
    assert [piece.text for piece in pieces] == ["siehe ", "a.example"]


def test_fields_keep_soft_hyphens_for_paragraphs_and_lines_do_not():
    assert clean("Haus\u00adtür") == "Haus\u00adtür"
    assert one_line("Haus\u00adtür") == "Haustür"


def test_words_of_a_run_in_another_language_break_by_its_rules():
    word = "responsibilities"
    by_language = {code: fonts.break_points(word, code) for code in ("de", "en-GB", "pl")}
    assert by_language["en-GB"] != by_language["pl"]
    lines = set_in(width_of("responsibili-"), Run(word, language="en-GB"))
    assert len(lines[0]) - 1 in by_language["en-GB"]


@pytest.mark.parametrize(
    "text",
    [
        "x" * 200_000,
        "x-" * 100_000,
        "\u00ad" * 200_000,
        "ab\u00ad" * 60_000,
        "\u202eאבג שלום العربية " * 8_000,
        "".join(map(chr, range(32))) * 4_000,
        "e\u0301" * 60_000,
        "🚓" * 100_000,
    ],
)
def test_no_text_is_too_much_for_a_paragraph(text):
    start = time.process_time()
    lines = Paragraph([b(text), Run(text[:1000])], THEME.body).lines(300, "de")
    assert lines
    assert time.process_time() - start < 15


def test_cost_of_a_word_grows_with_its_length_and_no_faster():
    def cost(length: int) -> float:
        runs = [Run("xyz" * (length // 300), None, f"#{number:06}") for number in range(100)]
        start = time.process_time()
        broken(runs, THEME.body, 300, "de")
        return time.process_time() - start

    cost(20_000)
    # Quadratic cost would be a hundred times; other work on the machine makes single figures unsteady.
    assert cost(400_000) < 40 * max(cost(40_000), 0.005)
