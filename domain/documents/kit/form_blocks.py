"""Form fields as blocks: a label in words, and below or beside it where to write."""

from typing import TYPE_CHECKING

from domain.documents.kit.fields import ChoiceField, Field, FieldLook, RadioField, TextField, TickField
from domain.documents.kit.flow import Block, Frame, Row, Stack
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.theme import MM, Theme
from domain.overriding import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.documents.kit.canvas import TaggedCanvas

_LINE = 6.6 * MM
_FURTHER_LINE = 4.2 * MM
_SIDE = 4.4 * MM
_BESIDE = 2 * MM
_EDGE, _INSET = 0.8, 3.0


def look(theme: Theme) -> FieldLook:
    """How fields look in a theme: an edge of at least 3:1 on a faint ground."""
    palette = theme.palette
    return FieldLook(ink=palette.ink, edge=palette.muted, ground=palette.paper)


class FieldBox(Block):
    """A field as wide as it is let, one line or more high; boxes to tick and buttons are small squares."""

    def __init__(self, field: Field, style: FieldLook) -> None:
        self._field = field
        self._style = style

    @override
    def height(self, width: float, language: str) -> float:
        if isinstance(self._field, TickField | RadioField):
            return _SIDE
        lines = self._field.lines if isinstance(self._field, TextField) else 1
        return _LINE + (lines - 1) * _FURTHER_LINE

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        height = self.height(width, canvas.language)
        canvas.artifact()
        box = (x, top - height, x + height, top)
        if isinstance(self._field, TextField | ChoiceField):
            # The box belongs to the page and the field lies within: fillers that draw a field anew set what is typed
            # hard to its edge, each with a border of its own.
            canvas.box((x, top - height, width, height), fill=self._style.ground, stroke=self._style.edge, width=_EDGE)
            box = (x + _INSET, top - height + _EDGE, x + width - _INSET, top - _EDGE)
        element = canvas.add("Form", alt=self._field.title)
        canvas.add_field(element, self._field, box, self._style)


def labelled(theme: Theme, label: str, field: TextField | ChoiceField, further: str = "") -> Stack:
    """A field with its label above it; `further` says in small words what to write."""
    parts: list[Block] = [Paragraph(label, theme.field_label)]
    if further:
        parts.append(Paragraph(further, theme.field_hint))
    return Stack([*parts, FieldBox(field, look(theme))])


def beside(theme: Theme, label: str, field: TickField | RadioField) -> Row:
    """A box to tick or a button with its label at the right."""
    style = theme.plain
    lower = (style.leading - _SIDE) / 2
    box = Stack([FieldBox(field, look(theme))], Frame(top=max(0, lower)))
    return Row([box, Stack([Paragraph(label, style)], Frame(top=max(0, -lower)))], (_SIDE + _BESIDE, None))


def line(cells: "Sequence[Block]", widths: "Sequence[float | None]", gap: float = 5 * MM) -> Row:
    """Fields side by side with their boxes in one line at the bottom."""
    row = Row([cell if isinstance(cell, Stack) else Stack([cell]) for cell in cells], widths, gap, whole=120 * MM)
    row.after = 2.6 * MM
    return row
