"""How form fields look before anybody fills them in: appearance streams (ISO 32000-1, 12.5.5)."""

from domain.documents.kit import form_font
from domain.documents.kit.drawing import circle_path, rgb
from domain.documents.kit.fields import ChoiceField, FieldLook, TextField
from domain.documents.kit.objects import RawStream

_EDGE = 0.8
_INSET = 1.0
"""Points between the field's edge and what is typed, as fillers set it."""
_ARROW = 14.0
"""Points at the right of a list where viewers draw its arrow."""


def typed(field: TextField | ChoiceField, size: tuple[float, float], look: FieldLook, font: int) -> RawStream:
    """The words the field begins with; the box around it belongs to the page."""
    width, height = size
    words = field.shown if isinstance(field, ChoiceField) else field.value
    room = width - 2 * _INSET - (_ARROW if isinstance(field, ChoiceField) else 0)
    while words and form_font.width(words, look.size) > room:
        words = words[:-1]
    base = height / 2 - look.size * 0.35
    content = "/Tx BMC"
    if words:
        content += (
            f"\nq 0 0 {width:.2f} {height:.2f} re W n BT /{form_font.NAME} {look.size:g} Tf {rgb(look.ink)} rg "
            f"{_INSET:.2f} {base:.2f} Td <{form_font.letters(words).hex()}> Tj ET Q"
        )
    return _stream(f"{content}\nEMC", size, f"/Resources<</Font<</{form_font.NAME} {font} 0 R>>>>")


def tick(size: tuple[float, float], look: FieldLook, *, is_on: bool) -> RawStream:
    """A square, with a tick in it if on."""
    side = size[0]
    content = _box(size, look)
    if is_on:
        points = [(side * x, side * y) for x, y in ((0.22, 0.5), (0.42, 0.27), (0.79, 0.75))]
        path = " l ".join(f"{x:.2f} {y:.2f}" for x, y in points[1:])
        start = f"{points[0][0]:.2f} {points[0][1]:.2f} m"
        content += f"\nq {rgb(look.ink)} RG {side * 0.13:.2f} w 1 J 1 j {start} {path} l S Q"
    return _stream(content, size)


def button(size: tuple[float, float], look: FieldLook, *, is_on: bool) -> RawStream:
    """A circle, with a dot in it if on."""
    middle = size[0] / 2
    edge = circle_path(middle, middle, middle - _EDGE / 2)
    content = f"q {rgb(look.ground)} rg {rgb(look.edge)} RG {_EDGE} w {edge} B Q"
    if is_on:
        content += f"\nq {rgb(look.ink)} rg {circle_path(middle, middle, middle * 0.5)} f Q"
    return _stream(content, size)


def _box(size: tuple[float, float], look: FieldLook) -> str:
    width, height = size
    frame = f"{_EDGE / 2:.2f} {_EDGE / 2:.2f} {width - _EDGE:.2f} {height - _EDGE:.2f} re"
    return f"q {rgb(look.ground)} rg {rgb(look.edge)} RG {_EDGE} w {frame} B Q"


def _stream(content: str, size: tuple[float, float], entries: str = "/Resources<<>>") -> RawStream:
    head = f"/Type/XObject/Subtype/Form/BBox[0 0 {size[0]:.2f} {size[1]:.2f}]{entries}"
    return RawStream(head, content.encode("ascii"))
