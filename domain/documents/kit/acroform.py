"""The interactive form of a document (ISO 32000-1, 12.7): fields as objects, named in a tree."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from domain.documents.kit import appearance, form_font
from domain.documents.kit.drawing import rgb
from domain.documents.kit.fields import ChoiceField, Field, FieldLook, RadioField, TextField, TickField
from domain.documents.kit.objects import Raw, RawStream, pdf_text

_FIXED, _REQUIRED, _MULTILINE, _RADIO, _COMBO = 1, 2, 1 << 12, 1 << 15, 1 << 17
"""Field flags (tables 221, 226, 228, 230)."""


@dataclass(eq=False)
class _Group:
    """A field that has others below it: its part of the name, its number, further entries, the numbers below."""

    raw: Raw
    number: int
    head: bytes
    kids: list[int] = field(default_factory=list)


class Form:
    """Gathers the fields while a document is drawn; `number` registers an object and gives its number."""

    def __init__(self, number: Callable[[Raw], int]) -> None:
        self._number = number
        self._groups: dict[str, _Group] = {}
        self._tops: list[int] = []
        self._names: set[str] = set()
        self._font = form_font.font_object(number)

    def widget(self, what: Field, box: tuple[float, float, float, float], look: FieldLook) -> tuple[Raw, int, bytes]:
        """The annotation of a field in `box` (x1, y1, x2, y2): object, number, and body, left open.

        Raises:
            ValueError: there is a field of that name already.
        """
        key = f"{what.name}\x00{what.option}" if isinstance(what, RadioField) else what.name
        if key in self._names:
            raise ValueError(f"two fields are called {what.name}")
        self._names.add(key)
        above, _dot, last = what.name.rpartition(".")
        raw = Raw()
        number = self._number(raw)
        size = (box[2] - box[0], box[3] - box[1])
        rect = " ".join(f"{edge:.2f}" for edge in box)
        head = f"<</Type/Annot/Subtype/Widget/F 4/Rect[{rect}]/BS<</W 0/S/S>>"
        body = head.encode("ascii") + b"/TU" + pdf_text(what.title)
        if isinstance(what, RadioField):
            group = self._group(what.name, b"/FT/Btn/Ff %d/TU%s/V/Off" % (_RADIO, pdf_text(what.group_title)))
            group.kids.append(number)
            body += b"/Parent %d 0 R" % group.number + self._states(what, size, look)
            return raw, number, body
        body += b"/T" + pdf_text(last) + self._below(above, number)
        if isinstance(what, TickField):
            return raw, number, body + b"/FT/Btn/V/Off" + self._states(what, size, look)
        return raw, number, body + _entries(what, look) + self._typed(what, size, look)

    def write(self) -> Raw:
        """The form as the catalog points to it; no viewer is asked to make appearances anew (ISO 19005-2, 6.4.1)."""
        for group in self._groups.values():
            group.raw.body = group.head + b"/Kids[" + _references(group.kids) + b"]>>"
        resources = b"/DR<</Font<</%s %d 0 R>>>>" % (form_font.NAME.encode("ascii"), self._font)
        usual = b"/DA(/%s 10 Tf 0 g)" % form_font.NAME.encode("ascii")
        return Raw(b"<</Fields[" + _references(self._tops) + b"]" + resources + usual + b">>")

    def _group(self, name: str, entries: bytes = b"") -> _Group:
        if name not in self._groups:
            above, _dot, last = name.rpartition(".")
            raw = Raw()
            number = self._number(raw)
            head = b"<</T" + pdf_text(last) + self._below(above, number) + entries
            self._groups[name] = _Group(raw, number, head)
        return self._groups[name]

    def _below(self, above: str, number: int) -> bytes:
        """Enter a field below the group of a name, or at the top; gives the entry that says so."""
        if not above:
            self._tops.append(number)
            return b""
        group = self._group(above)
        group.kids.append(number)
        return b"/Parent %d 0 R" % group.number

    def _typed(self, what: TextField | ChoiceField, size: tuple[float, float], look: FieldLook) -> bytes:
        return b"/AP<</N %d 0 R>>" % self._number(appearance.typed(what, size, look, self._font))

    def _states(self, what: TickField | RadioField, size: tuple[float, float], look: FieldLook) -> bytes:
        """Both looks of a box or button, off at the beginning."""
        draw: Callable[..., RawStream] = appearance.tick if isinstance(what, TickField) else appearance.button
        name = "Yes" if isinstance(what, TickField) else what.option
        on, off = (self._number(draw(size, look, is_on=is_on)) for is_on in (True, False))
        return f"/AS/Off/AP<</N<</{name} {on} 0 R/Off {off} 0 R>>>>".encode("ascii")


def _entries(what: TextField | ChoiceField, look: FieldLook) -> bytes:
    """What a field for text or a list says of itself."""
    flags = (_REQUIRED if what.is_required else 0) | (_COMBO if isinstance(what, ChoiceField) else 0)
    font = f"/DA(/{form_font.NAME} {look.size:g} Tf {rgb(look.ink)} rg)/V".encode("ascii")
    words = font + pdf_text(what.value) + b"/DV" + pdf_text(what.value)
    if isinstance(what, ChoiceField):
        options = b"".join(b"[" + pdf_text(value) + pdf_text(shown) + b"]" for value, shown in what.options)
        return b"/FT/Ch/Ff %d/Opt[%s]" % (flags, options) + words
    flags |= (_MULTILINE if what.lines > 1 else 0) | (_FIXED if what.is_fixed else 0)
    return b"/FT/Tx/Ff %d" % flags + (b"/MaxLen %d" % what.limit if what.limit else b"") + words


def _references(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)
