"""The manual: every chapter in both languages, with the same pictures and links, and buttons by their real names."""

import re

import pytest
from babel.messages.pofile import read_po
from PIL import Image

from domain import assets
from domain.documents.manual_text import LINK, Picture, chapter_for, chapters
from domain.documents.markdown import Callout, Heading, Listing, Prose, parse
from domain.i18n import AVAILABLE
from gui import registry

LANGUAGES = sorted(AVAILABLE)
KEYS = re.compile(
    r"\b(Strg|Ctrl|Alt|Umschalt|Shift|Esc|Tab|Entf|Del|Eingabe|Enter|F\d+)\b"
    r"|^(.|Pfeiltasten|Arrow keys|Pos1|Home|Bild (auf|ab)|Page (up|down))$"
    r"|^(Leertaste|Space|Rücktaste|Backspace|Auf|Ab|Up|Down)$"
)
LARGEST = 130_000
"""Bytes of a picture; all of them travel in every package."""


def spans(nodes):
    for node in nodes:
        match node:
            case Heading(_, found) | Prose(found):
                yield from found
            case Listing(items):
                for item in items:
                    yield from spans(item)
            case Callout(content):
                yield from spans(content)


def outline(chapter):
    """What must be alike in both languages: pictures, links, levels of headings, lengths of lists."""
    shape = []
    for part in chapter.parts:
        if isinstance(part, Picture):
            shape.append(part.path.name)
            continue
        nodes = parse(part)
        shape += [node.level for node in nodes if isinstance(node, Heading)]
        shape += [len(node.items) for node in nodes if isinstance(node, Listing)]
        shape += sorted(span.url for span in spans(nodes) if span.url)
    return shape


def test_both_languages_tell_the_same_in_the_same_order():
    assert [outline(chapter) for chapter in chapters("de")] == [outline(chapter) for chapter in chapters("en")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_link_leads_to_a_chapter_or_a_web_page(code):
    known = {f"{LINK}{chapter.id}" for chapter in chapters(code)} | {""}
    found = {span.url for chapter in chapters(code) for span in spans(parse(chapter.text))}
    assert {url for url in found if not url.startswith("https://")} <= known


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_picture_is_there_small_enough_and_described(code):
    pictures = [part for chapter in chapters(code) for part in chapter.parts if isinstance(part, Picture)]
    assert len(pictures) > 15
    for picture in pictures:
        assert picture.path.stat().st_size < LARGEST, picture.path.name
        assert len(picture.alt) > 30, picture.path.name
        with Image.open(picture.path) as opened:
            assert opened.width >= 350, picture.path.name


def test_no_picture_lies_there_for_nothing():
    parts = [part for code in LANGUAGES for chapter in chapters(code) for part in chapter.parts]
    shown = {part.path for part in parts if isinstance(part, Picture)}
    assert set(assets.resource("manual", "pictures").rglob("*.png")) == shown


@pytest.mark.parametrize("code", LANGUAGES)
def test_buttons_and_fields_bear_their_real_names(code):
    with (assets.locales() / code / "LC_MESSAGES" / "landauf.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    known = set()
    for message in catalogue:
        texts = message.string if code == "de" else message.id
        known |= {bare(text) for text in ((texts,) if isinstance(texts, str) else texts)}
    pattern = re.compile(r"\\\{\w+\\\}")
    with_fields = [re.escape(text) for text in known if re.search(r"\w \{|\} \w", text)]
    filled = re.compile("|".join(pattern.sub(".+", text) for text in with_fields))
    unknown = [
        (chapter.id, part)
        for chapter in chapters(code)
        for span in spans(parse(chapter.text))
        if span.is_strong and not KEYS.search(span.text)
        for part in span.text.split(" › ")
        if bare(part) not in known and not filled.fullmatch(bare(part))
    ]
    assert unknown == []


def bare(text):
    """A name without access key, dots and what stands in brackets behind it."""
    return re.sub(r"\s*\(.*?\)$", "", text.replace("&", "")).rstrip(" …").strip()


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_chapter_is_thin(code):
    assert min(len(chapter.text.split()) for chapter in chapters(code)) > 120


def test_every_page_of_the_window_has_a_chapter():
    first = chapters("de")[0]
    helped = {page for chapter in chapters("de") for page in chapter.pages}
    assert {spec.id for spec in registry.PAGES} - helped == set()
    assert chapter_for("tours") == "tour"
    assert chapter_for("unknown", "publishing") == "calendars"
    assert chapter_for("unknown") == first.id


def test_a_language_without_a_manual_gets_the_german_one():
    assert chapters("pl") == chapters("de")
