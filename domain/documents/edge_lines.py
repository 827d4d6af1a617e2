"""Small print in the margin that is cut away: what the sheet is, which page, as of when."""

from dataclasses import replace

from domain.documents.kit.leaves import Placed
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme

_TOP, _BOTTOM, _LINE = 5.2 * MM, 8.6 * MM, 11.5
_LABEL = 32 * MM
_BESIDE_MARKS = 3 * MM


def edge_lines(theme: Theme, title: str, foot: str, label: str, *, inset: float, is_first: bool) -> list[Placed]:
    """The title above the labels, heading of the document on its first page; `foot` and page `label` below them.

    `inset` is how far both stay off the left and right edges, in points.
    """
    small = replace(theme.caption, size=8.5, leading=_LINE)
    inset += _BESIDE_MARKS
    width = theme.page_width - 2 * inset
    head = replace(small, tag="H1") if is_first else small
    bottom = theme.page_height - _BOTTOM
    return [
        Placed(Paragraph(one_line(title, 110), head), inset, _TOP, width, is_repeat=not is_first),
        Placed(Paragraph(one_line(foot, 110), small), inset, bottom, width - _LABEL, is_repeat=True),
        Placed(Paragraph(label, replace(small, align="right")), inset + width - _LABEL, bottom, _LABEL, is_repeat=True),
    ]
