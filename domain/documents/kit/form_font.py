"""The face people type in: embedded with every Western European letter, because nobody knows what will be typed."""

import zlib
from collections.abc import Callable
from functools import cache
from struct import pack, unpack_from

from reportlab.pdfbase.ttfonts import TTFontMaker

from domain.documents.kit import fonts
from domain.documents.kit.objects import Raw, RawStream
from domain.documents.kit.theme import REGULAR

NAME = "Plex"
"""What field appearances call the face."""
ENCODING = "cp1252"
"""WinAnsiEncoding: the one encoding all form fillers can type in (ISO 32000-1, annex D.2)."""

_FIRST, _LAST = 32, 255
_NON_SYMBOLIC = 32
_GLYPH_IDS = 10
"""Where the glyph numbers stand in a format 6 character map (OpenType, cmap)."""


def letters(text: str) -> bytes:
    """`text` in the face's encoding; what it cannot show becomes a question mark."""
    return text.encode(ENCODING, "replace")


def width(text: str, size: float) -> float:
    """The width of `text` at `size` points."""
    widths = _widths()
    return sum(widths[code - _FIRST] for code in letters(text) if code >= _FIRST) * size / 1000


def font_object(number: Callable[[Raw], int]) -> int:
    """Write the face as a simple TrueType font (ISO 32000-1, 9.6.3); gives its object number."""
    face = fonts.face(REGULAR).font.face
    program, length = _program()
    file = number(RawStream(f"/Filter/FlateDecode/Length1 {length}", program))
    box = " ".join(f"{edge:.0f}" for edge in face.bbox)
    name = f"AAAAAA+{REGULAR.replace('-Regular', '')}"
    descriptor = number(
        Raw(
            f"<</Type/FontDescriptor/FontName/{name}/Flags {_NON_SYMBOLIC}/FontBBox[{box}]/ItalicAngle 0"
            f"/Ascent {face.ascent:.0f}/Descent {face.descent:.0f}/CapHeight {face.capHeight:.0f}"
            f"/StemV {face.stemV:.0f}/FontFile2 {file} 0 R>>".encode("ascii")
        )
    )
    meanings = number(RawStream("", _to_unicode()))
    widths = " ".join(str(one) for one in _widths())
    return number(
        Raw(
            f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar {_FIRST}/LastChar {_LAST}/Widths[{widths}]"
            f"/Encoding/WinAnsiEncoding/FontDescriptor {descriptor} 0 R/ToUnicode {meanings} 0 R>>".encode("ascii")
        )
    )


@cache
def _codes() -> dict[int, int]:
    """The Unicode character of every code that has one and a glyph."""
    glyphs = fonts.face(REGULAR).glyphs
    found = {code: bytes((code,)).decode(ENCODING, "ignore") for code in range(_FIRST, _LAST + 1)}
    return {code: ord(letter) for code, letter in found.items() if letter and ord(letter) in glyphs}


@cache
def _widths() -> tuple[int, ...]:
    face, codes = fonts.face(REGULAR), _codes()
    return tuple(round(face.width(chr(codes[code]), 1000)) if code in codes else 0 for code in range(_FIRST, _LAST + 1))


@cache
def _program() -> tuple[bytes, int]:
    """The packed font program with only these letters and a Unicode character map, and its unpacked length."""
    wanted = sorted(_codes().values())
    subset = fonts.face(REGULAR).font.face.makeSubset(wanted)
    tables = _tables(subset)
    glyphs = unpack_from(f">{len(wanted)}H", tables["cmap"], 12 + _GLYPH_IDS)
    tables["cmap"] = _unicode_map(dict(zip(wanted, glyphs, strict=True)))
    maker = TTFontMaker()
    for tag, data in tables.items():
        maker.add(tag, data)
    whole = maker.makeStream()
    return zlib.compress(whole, 9), len(whole)


def _tables(program: bytes) -> dict[str, bytes]:
    """The tables of a TrueType program by tag."""
    (count,) = unpack_from(">H", program, 4)
    found = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, _sum, start, length = unpack_from(">4sLLL", program, at)
        found[tag.decode("ascii")] = program[start : start + length]
    return found


def _unicode_map(glyphs: dict[int, int]) -> bytes:
    """A character map for Windows, Unicode (3, 1) in format 4, a segment for each character."""
    codes = [*sorted(glyphs), 0xFFFF]
    deltas = [(glyphs.get(code, 0) - code) % 65536 if code in glyphs else 1 for code in codes]
    count = len(codes)
    power = count.bit_length() - 1
    words = [2 * count, 2 << power, power, 2 * count - (2 << power), *codes, 0, *codes, *deltas, *([0] * count)]
    body = pack(f">{len(words)}H", *words)
    return pack(">HHHHLHHH", 0, 1, 3, 1, 12, 4, 6 + len(body), 0) + body


def _to_unicode() -> bytes:
    """The map from codes back to characters (9.10.3)."""
    pairs = [f"<{code:02X}> <{letter:04X}>" for code, letter in sorted(_codes().items())]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    maps = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{maps}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")
