"""What a screen reader meets in a document: its structure tree in reading order, with its texts, as lines."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from domain import documents
from domain.documents.kit.theme import theme_of
from domain.i18n import language
from domain.terms import PaperLook
from tests.domain.documents import samples, tagged

GOLDEN = Path(__file__).parent / "golden"
GATE_GOLDEN = Path(__file__).resolve().parents[2] / "gates" / "golden"
_ROWS, _POPPLER_LINES = 12, 250
"""What a golden file holds of a long table, and of a long document as another program reads it."""
SAID = {"Scope", "ColSpan", "RowSpan", "ListNumbering"}
_LETTER = re.compile(r"<(\w+)> <(\w+)>\n")


def made(name: str, look: PaperLook = PaperLook.normal) -> bytes:
    """The sample of a document type in German."""
    return documents.render(name, getattr(samples, name)(), language("de"), theme=theme_of(look))


def told(content: bytes, rows: int = _ROWS) -> str:
    """The structure tree as indented lines: type, attributes that are read out, alternative text, and text.

    Of every table the first `rows` rows.
    """
    with tagged.opened(content) as pdf:
        root = tagged.tree(pdf)
        said = {(number, mark): text for number, page in enumerate(pdf.pages) for mark, text in _marked(page).items()}
    return "\n".join(_lines(root, said, 0, rows)) + "\n"


def _line(node: tagged.Node, said: dict[tuple[int, int], str]) -> str:
    """One element, without what lies below it."""
    notes = [f"{name}={value.removeprefix('/')}" for name, value in sorted(node.attributes.items()) if name in SAID]
    notes += [f"Lang={node.language}"] if node.language else []
    notes += [f"ID={node.identifier}"] if node.identifier else []
    notes += [f"Alt={node.alt!r}"] if node.alt else []
    text = re.sub("\u00ad", "", "".join(said[mark] for mark in node.marks))
    return " ".join([node.tag, *notes, *([f"“{' '.join(text.split())}”"] if text.strip() else [])])


def _lines(node: tagged.Node, said: dict[tuple[int, int], str], depth: int, rows: int) -> Iterator[str]:
    """An element and all below it; what holds only one other shares its line."""
    line = _line(node, said)
    kids = node.kids
    while len(kids) == 1 and not node.marks:
        line, node = f"{line} > {_line(kids[0], said)}", kids[0]
        kids = node.kids
    yield "  " * depth + line
    shown = kids[:rows] if node.tag == "Table" else kids
    for kid in shown:
        yield from _lines(kid, said, depth + 1, rows)
    if len(kids) > len(shown):
        yield "  " * (depth + 1) + f"… {len(kids) - len(shown)} more rows"


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """What each marked-content sequence of a page says."""
    letters = {name: _letters(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    mark, font = None, ""
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            mark = int(operands[1].MCID) if "/MCID" in operands[1] else None
        elif name in {"BMC", "EMC"}:
            mark = None
        elif name == "Tf":
            font = str(operands[0])
        elif name == "Tj" and mark is not None:
            found[mark] = found.get(mark, "") + "".join(letters[font][code] for code in bytes(operands[0]))
        if name == "BDC" and mark is not None:
            found.setdefault(mark, "")
    return found


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """The letters that a font's codes stand for."""
    (table,) = re.findall(r"beginbfchar(.*)endbfchar", font.ToUnicode.read_bytes().decode("latin-1"), re.DOTALL)
    return {int(code, 16): chr(int(letter, 16)) for code, letter in _LETTER.findall(table)}


def golden(folder: Path, name: str) -> Path:
    """The file that holds what a document type must say."""
    return folder / f"{name}.txt"


def as_poppler_reads(pdfinfo: str, path: Path) -> str:
    """The structure tree as another program reads it, without the blanks it aligns with."""
    read = subprocess.run([pdfinfo, "-struct-text", path], capture_output=True, text=True, check=True).stdout
    lines = [line.rstrip() for line in read.replace("\u00ad", "").splitlines()]
    return "\n".join(lines[:_POPPLER_LINES]) + "\n"
