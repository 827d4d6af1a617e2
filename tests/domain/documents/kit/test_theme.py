"""Paper can be read: contrast, smallest size, grid."""

import pytest

from domain.documents.kit.theme import MM, Palette, Style, Theme, print_saver

PLAIN, SAVER = Theme().palette, print_saver().palette


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_pairs(palette: Palette) -> list[tuple[str, str]]:
    grounds = [palette.band or palette.white, palette.band_shape]
    pairs = [(ink, ground) for ground in grounds for ink in (palette.band_ink, palette.band_soft)]
    for ground in (palette.white, palette.paper):
        pairs += [(ink, ground) for ink in (palette.ink, palette.muted, palette.primary)]
    return [
        *pairs,
        (palette.warning, palette.warning_ground),
        (palette.warning, palette.white),
        (palette.ink, palette.warning_ground),
        (palette.white, palette.primary),
        (palette.tint, palette.primary),
        (palette.primary, palette.tint),
        (palette.muted, palette.tint),
    ]


@pytest.mark.parametrize(("ink", "ground"), [*text_pairs(PLAIN), *text_pairs(SAVER)])
def test_text_stands_out_from_its_ground(ink, ground):
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("mark", [PLAIN.primary, PLAIN.muted, PLAIN.warning])
def test_marks_stand_out_from_paper(mark):
    assert contrast(mark, PLAIN.white) >= 3


def test_no_style_is_smaller_than_can_be_read():
    styles = [getattr(Theme(), name) for name in dir(Theme) if isinstance(getattr(Theme, name), property)]
    sizes = [style.size for style in styles if isinstance(style, Style)]
    assert len(sizes) > 8
    assert min(sizes) >= 8.5


def test_twelve_columns_fill_the_page_between_its_margins():
    theme = Theme()
    assert theme.span(12) == pytest.approx(theme.width) == pytest.approx(174 * MM)
    assert theme.span(7) + theme.gutter + theme.span(5) == pytest.approx(theme.width)
