"""How one partner looks in the network diagram: icon, name in at most two lines, a clock when contact is long ago."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from domain.rows.network import Node
from domain.rules.ages import CONTACT_GOLD, CONTACT_RED, Urgency, age_in_days, urgency_of_age
from gui import icons, theme
from gui.widgets import paint

_ICON, _PADDING, _LINE = 13, 7, 15


@dataclass(frozen=True, slots=True)
class Marks:
    """How a node stands to the current one: it is it, it is tied to it, and whether the picture has the keyboard."""

    is_current: bool = False
    is_tied: bool = False
    has_focus: bool = False


def draw_node(painter: QPainter, box: QRectF, node: Node, today: date, marks: Marks) -> None:
    """Paint a node into `box`; the current one is filled, those tied to it have a strong edge."""
    look = theme.tokens()
    quiet = look.outline if node.ties else look.hairline
    edge = paint.pen(look.accent if marks.is_current or marks.is_tied else quiet)
    if marks.has_focus:
        edge = paint.pen(look.accent, theme.FOCUS_LINE)
    paint.box(painter, box, theme.RADIUS, look.selection if marks.is_current else look.base, edge)
    words = box.adjusted(_PADDING, 0, -_PADDING, 0)
    clock = _clock(node, today)
    font = theme.small_font(theme.MEDIUM)
    lines = two_lines(node.partner.name, font, int(words.width()), int(words.width()) - (_ICON + 2 if clock else 0))
    top = words.center().y() - _LINE * len(lines) / 2
    for number, line in enumerate(lines):
        colour = look.strong if marks.is_current else look.text
        paint.text(painter, QRectF(words.x(), top + number * _LINE, words.width(), _LINE), line, font, colour)
    if clock is not None:
        mark = QRectF(box.right() - _ICON - 5, box.bottom() - _ICON - 4, _ICON, _ICON)
        icons.draw(painter, "clock", mark, look.error if clock is Urgency.red else look.gold)


def _clock(node: Node, today: date) -> Urgency | None:
    """How long contact is missing; None while it is fresh. A partner never spoken to has no clock."""
    if node.last_contact is None:
        return None
    urgency = urgency_of_age(age_in_days(node.last_contact, today), CONTACT_GOLD, CONTACT_RED)
    return None if urgency is Urgency.calm else urgency


def two_lines(words: str, font: QFont, width: int, last_width: int | None = None) -> list[str]:
    """The words in one line of `width` pixels, else broken once; what is still too long ends in an ellipsis.

    `last_width` is what the last line has. A word too long for its line is broken at its last letter that fits.
    """
    metrics = QFontMetrics(font)
    room = width if last_width is None else last_width
    if metrics.horizontalAdvance(words) <= room:
        return [words]
    first, rest = "", words.split(" ")
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    second = " ".join(rest)
    if not first:
        fitting = next(end for end in range(len(words), 0, -1) if metrics.horizontalAdvance(f"{words[:end]}-") <= width)
        first, second = f"{words[:fitting]}-", words[fitting:]
    return [first, metrics.elidedText(second, Qt.TextElideMode.ElideRight, room)]
