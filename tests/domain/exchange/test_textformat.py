"""Escaping, quoting and folding of content lines."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.exchange.textformat import content_line, escape, is_web_address, plain, quoted

TEXT = st.text(max_size=400)
NASTY = st.text(st.sampled_from('ab\\;,"^n \tN\näÜ€😀\u200d\r\x00\x0b\x7f\x85\u2028:='), max_size=300)


def unfolded(octets):
    return octets.replace(b"\r\n ", b"").removesuffix(b"\r\n").decode()


def unescaped(text):
    """The inverse of `escape`, as RFC 5545 states it."""
    result, characters = [], iter(text)
    for character in characters:
        if character == "\\":
            following = next(characters)
            result.append("\n" if following in "nN" else following)
        else:
            result.append(character)
    return "".join(result)


def unquoted(text):
    """The inverse of `quoted`, as RFC 6868 states it."""
    marks = {"^n": "\n", "^'": '"', "^^": "^"}
    return re.sub(r"\^[n'^]", lambda found: marks[found[0]], text[1:-1])


@given(TEXT | NASTY)
def test_escaped_text_stands_on_one_line_and_comes_back(text):
    escaped = escape(text)
    assert not {"\n", "\r", "\x00", "\x0b", "\x7f"} & set(escaped)
    assert unescaped(escaped) == plain(text)


@given(TEXT | NASTY)
def test_plain_text_keeps_everything_but_controls(text):
    clean = plain(text)
    assert plain(clean) == clean
    assert not any(ord(c) < 32 and c not in "\n\t" for c in clean)
    if text.isprintable():
        assert clean == text


@given(TEXT | NASTY)
def test_quoted_parameter_comes_back_but_for_backslashes_at_its_end(text):
    value = quoted(text)
    assert '"' not in value[1:-1]
    assert "\n" not in value
    assert unquoted(value) == plain(text).replace("\t", " ").rstrip("\\")


@given(TEXT | NASTY)
def test_folded_line_comes_back_and_no_part_is_too_long(text):
    line = f"DESCRIPTION:{escape(text)}"
    octets = content_line(line)
    assert unfolded(octets) == line
    assert octets.endswith(b"\r\n")
    for part in octets[:-2].split(b"\r\n"):
        assert len(part) <= 75
        assert part.decode()  # no character is cut apart


@given(TEXT | NASTY)
def test_no_fold_parts_a_backslash_from_what_it_escapes(text):
    for part in content_line(f"SUMMARY:{escape(text)}").split(b"\r\n ")[:-1]:
        assert (len(part) - len(part.rstrip(b"\\"))) % 2 == 0


@pytest.mark.parametrize("character", ["x", "ä", "€", "😀"])
@pytest.mark.parametrize("length", range(15, 80))
def test_lines_of_every_length_around_the_limits_are_right(character, length):
    octets = content_line(character * length)
    assert unfolded(octets) == character * length
    assert max(map(len, octets.split(b"\r\n"))) <= 75
    assert (len(octets.split(b"\r\n ")) > 1) == (length * len(character.encode()) > 75)


def test_web_addresses_without_foreign_characters_can_stand_as_they_are():
    assert is_web_address("https://example.org/a?b=c&d=%20#e")
    for text in ("", "ftp://example.org", "https://", "https://a b", "https://a\nX:y", 'https://a"', "https://ä.de"):
        assert not is_web_address(text)
