"""Contrast after WCAG 2.2 of every pair of tokens that meet on screen."""

import re

import pytest

from gui import palettes, stylesheet

THEMES = [palettes.light(), palettes.dark()]
GROUNDS = ["window", "base", "nav", "alt", "hover", "off", "selection"]
TEXT_ON = [
    *[("text", ground) for ground in GROUNDS],
    *[("muted", ground) for ground in (*GROUNDS, "error_ground", "warning_ground", "hint_ground", "done_ground")],
    *[("strong", ground) for ground in ("window", "base", "selection", "hint_ground", "nav")],
    *[("text", ground) for ground in ("error_ground", "warning_ground", "hint_ground", "done_ground")],
    *[(tone, ground) for tone in ("error", "warning", "done") for ground in ("window", "base", f"{tone}_ground")],
    *[("accent", ground) for ground in ("window", "base", "alt")],
    *[("gold", ground) for ground in ("base", "alt")],  # gold words stand on cards only
    ("on_accent", "accent"),
    ("on_fill", "fill"),
    ("toast_text", "toast"),
    ("toast_action", "toast"),
]
MARKS_ON = [
    *[(mark, ground) for mark in ("outline", "accent") for ground in ("window", "base", "nav", "alt")],
    ("accent", "selection"),
    ("accent", "hint_ground"),
    ("gold", "off"),
    ("error", "off"),
    ("accent", "off"),
    ("fill", "base"),
    ("text", "off"),
]


def luminance(colour):
    def linear(channel):
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white_is_the_largest_there_is():
    from PySide6.QtGui import QColor

    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read(theme, text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("mark", "ground"), MARKS_ON)
def test_marks_and_edges_can_be_seen(theme, mark, ground):
    assert contrast(getattr(theme, mark), getattr(theme, ground)) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_kinds_are_marked_visibly_and_their_text_can_be_read(theme):
    assert len(theme.kinds) == 11
    for colours in theme.kinds.values():
        assert contrast(colours.mark, colours.tint) >= 3
        assert contrast(colours.mark, theme.base) >= 3
        assert contrast(theme.text, colours.tint) >= 4.5
        assert contrast(theme.muted, colours.tint) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_style_sheet_names_colours_only_as_rgba(theme):
    sheet = stylesheet.build(theme)
    assert not re.search(r"#[0-9a-f]{3,8}\b", sheet)
    assert "rgba(" in sheet
    assert "{" in sheet
    assert "{{" not in sheet


def test_dark_theme_knows_that_it_is_dark():
    assert [theme.is_dark for theme in THEMES] == [False, True]
