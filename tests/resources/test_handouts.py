"""The starter texts of the handout library keep the form the program reads and the rules of Leichte Sprache."""

import re
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from domain import assets
from domain.documents.kit import fonts

FOLDER = assets.resource("handouts")
FILES = sorted(FOLDER.glob("*/*.md"))
SIMPLE = [path for path in FILES if path.stem == "de-simple"]
SLUGS = {
    *("einbruchschutz", "enkeltrick", "schulweg", "alkohol", "cyberangriffe"),
    *("netz", "verfassungsschutz", "extremismus", "reichsbuerger", "opferhilfe"),
}
KEYS = ["title", "lead", "topic", "language", "version", "author", "valid_until"]
FACES = ("IBMPlexSans-Light", "IBMPlexSans-Regular", "IBMPlexSans-Medium", "IBMPlexSans-SemiBold")
WORDS = {"de": (350, 600), "de-simple": (150, 290), "en": (250, 600)}
QUOTES = {"en": "“”", "pl": "„”", "uk": "«»", "ru": "«»"}
SHELL = (60, 250)
"""Words of a text in a language that is only begun."""

LINE = re.compile(r"(#{2,3} |- |\d{1,2}\. |> (?![>#]))?(?=[^\s>#|+=`~-]).*\S|>|")
LINK = re.compile(r"\[([^\[\]]+)\]\((https://[a-z0-9./-]+)\)")
EMPHASIS = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*|\*(?=\S)([^*]+)(?<=\S)\*")
MARKUP = re.compile(r"[*_\[\]<>`\\|]|https?:|www\.|&\w+;")
HOSTS = {
    *("polizei-beratung.de", "k-einbruch.de", "weisser-ring.de", "hilfetelefon.de", "hilfe-info.de", "bsi.bund.de"),
    *("nummergegenkummer.de", "klicksafe.de", "deutsche-verkehrswacht.de", "dvr.de", "dhs.de", "bamf.de", "bpb.de"),
    *("allianz-fuer-cybersicherheit.de", "verfassungsschutz.de", "mi.sachsen-anhalt.de"),
}
CONDITIONAL = re.compile(r"\b(würde|könnte|hätte|wäre|müsste|dürfte|sollte)\w*", re.IGNORECASE)
STARRED = re.compile(r"\w[*:_/·]in(nen)?\b|\wIn(nen)?\b")


def parts(path: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """The pairs of the front matter and the lines below it."""
    opening, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == ""
    pairs = [tuple(line.split(": ", 1)) for line in front.splitlines()]
    assert all(len(pair) == 2 for pair in pairs), front
    return pairs, body.strip("\n").split("\n")


def words(line: str) -> int:
    """How many words stand in a line; a number of a helpline with a space in it is one."""
    return len(re.findall(r"\w[\w’'-]*", re.sub(r"(?<=\d) (?=\d)", "", LINK.sub(r"\1", line))))


def inline(line: str) -> str:
    """A line without the marks that are allowed in it."""
    plain = re.sub(r"^(#{2,3} |- |\d{1,2}\. |> )|^>$", "", line)
    return EMPHASIS.sub(lambda found: found[1] or found[2], LINK.sub(r"\1", plain))


def named(path: Path) -> str:
    """What a test of one file is called."""
    return f"{path.parent.name}/{path.stem}"


every_text = pytest.mark.parametrize("path", FILES, ids=named)
every_simple_text = pytest.mark.parametrize("path", SIMPLE, ids=named)


def test_every_topic_has_german_and_leichte_sprache():
    assert {path.name for path in FOLDER.iterdir()} == SLUGS
    for tag in ("de", "de-simple"):
        assert {path.parent.name for path in FILES if path.stem == tag} == SLUGS


def test_other_languages_are_there():
    counts = {tag: sum(path.stem == tag for path in FILES) for tag in {path.stem for path in FILES}}
    assert set(counts) == {"de", "de-simple", "en", "pl", "uk", "ru"}
    assert counts["en"] >= 4
    assert min(counts.values()) >= 1


@every_text
def test_front_matter_is_complete(path):
    pairs, _ = parts(path)
    assert [key for key, _ in pairs] == KEYS
    front = dict(pairs)
    assert all(value.strip() == value and value for value in front.values())
    assert (front["language"], front["version"], front["author"]) == (path.stem, "1", "Landauf")
    assert date.fromisoformat(front["valid_until"]) == date(2028, 12, 31)
    assert len(front["title"]) <= 60
    assert len(front["lead"]) <= 150
    assert re.fullmatch(r"[^.!?]+[.!?]", front["lead"])


@every_text
def test_topic_is_one_of_the_starting_vocabulary_and_the_same_in_all_languages(path):
    vocabulary = tomllib.loads(assets.resource("catalogue", "vocabulary.toml").read_text(encoding="utf-8"))
    topic = dict(parts(path)[0])["topic"]
    assert topic in {entry["name"] for entry in vocabulary["topic"]}
    assert topic == dict(parts(path.with_name("de.md"))[0])["topic"]


@every_text
def test_only_the_allowed_markdown_is_used(path):
    pairs, lines = parts(path)
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert [line for line in lines if MARKUP.search(inline(line))] == []
    assert [value for _, value in pairs if MARKUP.search(value)] == []


@every_text
def test_blocks_stand_apart(path):
    def kind(line):
        found = re.match(r"#|- |\d+\. |>", line)
        return re.sub(r"\d+", "1", found[0]) if found else line and "text"

    lines = [*parts(path)[1], ""]
    for above, below in pairwise(lines):
        assert "" in (above, below) or (kind(above) == kind(below) != "#"), (above, below)
        assert above or below, "two empty lines"


@every_text
def test_headings_and_one_box_give_it_its_order(path):
    _, lines = parts(path)
    assert lines[0].startswith("## ")
    boxes = [line for above, line in zip(["", *lines], lines, strict=False) if line[:1] == ">" != above[:1]]
    assert len(boxes) == 1
    assert re.match(r"> \*\*[^*]+\*\*", boxes[0])
    assert "**110**" in "\n".join(lines)


@every_text
def test_links_lead_to_known_addresses_only(path):
    body = "\n".join(parts(path)[1])
    hosts = [re.sub(r"^https://(www\.)?|/.*$", "", found[2]) for found in LINK.finditer(body)]
    assert set(hosts) <= HOSTS
    assert body.count("](") == len(hosts)


@every_text
def test_length_fits_one_to_two_pages(path):
    shortest, longest = WORDS.get(path.stem, SHELL)
    assert shortest <= sum(words(inline(line)) for line in parts(path)[1]) <= longest


@every_text
def test_every_character_has_a_glyph_in_every_weight(path):
    text = path.read_text(encoding="utf-8")
    for name in FACES:
        assert fonts.face(name).shown(text) == text


@every_text
def test_quotes_are_those_of_the_language_and_words_are_written_out(path):
    text = path.read_text(encoding="utf-8")
    assert '"' not in text
    opening, closing = QUOTES.get(path.stem, "„“")
    assert text.count(opening) == text.count(closing)
    assert STARRED.findall(re.sub(r"\*\*", "", text)) == []
    assert not re.search(r"\b(z\. ?B|u\. ?a|d\. ?h|bzw)\.", text)


@every_simple_text
def test_simple_line_holds_one_short_sentence(path):
    pairs, lines = parts(path)
    for line in [dict(pairs)["lead"], *lines]:
        plain = inline(line)
        assert words(plain) <= 12, line
        assert not re.search(r"(?<!\d)[.!?] [A-ZÄÖÜ]", plain), line
        assert line[:2] in ("", "- ") or re.search(r"[.!?:]$|\d$|\*\*$|\)$", line), line


@every_simple_text
def test_simple_headings_are_questions(path):
    headings = [line for line in parts(path)[1] if line.startswith("#")]
    assert [line for line in headings if not line.startswith("## ") or not line.endswith("?")] == []
    assert len(headings) >= 4


@every_simple_text
def test_simple_words_are_short_or_divided(path):
    pairs, lines = parts(path)
    shown = " ".join(
        [value for key, value in pairs if key in ("title", "lead")] + [LINK.sub("", line) for line in lines]
    )
    assert [word for word in re.findall(r"[^\W\d_]+", shown) if len(word) > 14] == []


@every_simple_text
def test_simple_text_says_what_is_and_marks_every_no(path):
    body = "\n".join(parts(path)[1])
    assert not CONDITIONAL.search(body)
    assert not re.search(r"\bdes\b", body)
    assert [
        line for line in body.split("\n") if re.search(r"(?<!\*)\b(nicht|kein|keine|keinen|niemand\w*|niemals)\b", line)
    ] == []


@every_simple_text
def test_simple_thoughts_stay_short(path):
    groups = "\n".join(parts(path)[1]).split("\n\n")
    assert max(len(group.split("\n")) for group in groups) <= 10
