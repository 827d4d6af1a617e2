"""Reads a tagged PDF on its own terms: structure, content and fonts, and what is wrong with them."""

import re
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

from gui.preview.pdf import ONE_AT_A_TIME

PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"'}
ROWS_OF = {"Table": {"TR"}, "TR": {"TH", "TD"}, "L": {"LI"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOC", "TOCI"}}
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
PARENTS = {
    "TR": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
    "Lbl": {"LI", "Note"},
    "TOCI": {"TOC"},
    "Reference": {"P", "H1", "H2", "H3", "H4", "TD", "TH", "Lbl"},
}


@dataclass
class Node:
    """One structure element with the types below it and its marked content."""

    tag: str
    kids: list["Node"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    links: int = 0
    alt: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    language: str = ""
    identifier: str = ""

    def attribute(self, name: str) -> str:
        return self.attributes.get(name, "")

    def walk(self):
        yield self
        for kid in self.kids:
            yield from kid.walk()


def opened(content: bytes) -> pikepdf.Pdf:
    """The document."""
    return pikepdf.open(BytesIO(content))


def tree(pdf: pikepdf.Pdf) -> Node:
    """The structure tree below its Document element."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    (root,) = pdf.Root.StructTreeRoot.K
    return _node(root, pages)


def _node(element: pikepdf.Object, pages: dict[tuple[int, int], int]) -> Node:
    node = Node(
        str(element.S)[1:],
        alt=str(element.get("/Alt", "")),
        attributes={key[1:]: str(value) for key, value in element.get("/A", {}).items()},
        language=str(element.get("/Lang", "")),
        identifier=str(element.get("/ID", "")),
    )
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            node.marks.append((pages[kid.Pg.objgen], int(kid.MCID)))
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            assert kid.Obj.Subtype == {"Link": "/Link", "Form": "/Widget"}[node.tag]
            node.links += 1
        elif isinstance(kid, pikepdf.Dictionary):
            assert kid.P.objgen == element.objgen
            node.kids.append(_node(kid, pages))
        else:
            node.marks.append((pages[element.Pg.objgen], int(kid)))
    return node


def faults(content: bytes) -> list[str]:
    """Everything that makes the file no tagged PDF/UA document, as sentences."""
    with opened(content) as pdf:
        root = tree(pdf)
        marks = [mark for node in root.walk() for mark in node.marks]
        found = [*_catalog(pdf), *_structure(root), *_headings(root)]
        on_pages = [(number, mark) for number, page in enumerate(pdf.pages) for mark in _page(number, page, found)]
        if len(set(marks)) != len(marks):
            found.append("content belongs to two elements")
        if sorted(marks) != sorted(on_pages):
            found.append("content and structure name different marks")
        found += _fonts(pdf)
    return found


def _catalog(pdf: pikepdf.Pdf) -> list[str]:
    root, found = pdf.Root, []
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(root.get("/Lang", ""))):
        found.append("no language")
    if root.MarkInfo.get("/Marked") is not True:
        found.append("not marked")
    if root.ViewerPreferences.get("/DisplayDocTitle") is not True:
        found.append("the title is not shown")
    packet = root.Metadata.read_bytes().decode()
    found += [f"no {name}" for name in ("<pdfuaid:part>1<", "<pdfaid:part>2<", ":conformance>A<") if name not in packet]
    if "/DestOutputProfile" not in root.OutputIntents[0]:
        found.append("no colour profile")
    return found


def _structure(root: Node) -> list[str]:
    identifiers = [node.identifier for node in root.walk() if node.identifier]
    found = ["two elements bear one ID"] if len(set(identifiers)) != len(identifiers) else []
    for node in root.walk():
        found += [*_kids(node), *_attributes(node)]
        if node.tag == "Table":
            found += _grid(node)
    return found


def _kids(node: Node) -> list[str]:
    """Kids that must not stand below an element, or none at all."""
    found = [f"{kid.tag} inside {node.tag}" for kid in node.kids if node.tag not in PARENTS.get(kid.tag, {node.tag})]
    allowed = ROWS_OF.get(node.tag)
    if allowed and (node.marks or not {kid.tag for kid in node.kids} <= allowed):
        found.append(f"{node.tag} holds {[kid.tag for kid in node.kids]}")
    if not (node.kids or node.marks or node.links) and node.tag not in {"TD", "TH"}:
        found.append(f"empty {node.tag}")
    return found


def _attributes(node: Node) -> list[str]:
    """What an element must say about itself and does not."""
    complaints = {
        "figure without text or box": node.tag == "Figure" and not (node.alt and node.attribute("BBox")),
        "TH without scope": node.tag == "TH" and not node.attribute("Scope"),
        "note without ID": node.tag == "Note" and not node.identifier,
        "list that does not say how it is numbered": node.tag == "L" and not node.attribute("ListNumbering"),
        f"{node.tag} in the language {node.language}": node.language and not LANGUAGE.fullmatch(node.language),
    }
    return [complaint for complaint, holds in complaints.items() if holds]


def _grid(table: Node) -> list[str]:
    """What keeps a table from being a regular grid, its spans counted."""
    taken: set[tuple[int, int]] = set()
    found = []
    for row, cells in enumerate(table.kids):
        column = 0
        for cell in cells.kids:
            while (row, column) in taken:
                column += 1
            rows, columns = (int(cell.attribute(name) or 1) for name in ("RowSpan", "ColSpan"))
            over = {(row + y, column + x) for y in range(rows) for x in range(columns)}
            found += ["table cells overlap"] if over & taken else []
            taken |= over
            column += columns
    widths = {sum(1 for at, _column in taken if at == row) for row in range(len(table.kids))}
    found += ["rows differ in width"] if len(widths) != 1 else []
    found += ["a cell reaches below the table"] if any(row >= len(table.kids) for row, _column in taken) else []
    heads = sum(1 for row in table.kids for cell in row.kids if cell.tag == "TH")
    return found + ([] if heads else ["table without heads"])


def _headings(root: Node) -> list[str]:
    levels = [int(node.tag[1]) for node in root.walk() if re.fullmatch(r"H[1-6]", node.tag)]
    jumps = [f"H{two} after H{one}" for one, two in zip([0, *levels], levels, strict=False) if two > one + 1]
    wanted = max(1, sum(node.tag == "Part" for node in root.walk()))
    return jumps + ([] if levels.count(1) == wanted else [f"{levels.count(1)} titles"])


def _page(number: int, page: pikepdf.Page, found: list[str]) -> list[int]:
    """The marks of a page's content; faults are added to `found`."""
    if page.obj.get("/Tabs") != "/S" or int(page.obj.StructParents) != number:
        found.append(f"page {number + 1} is not tied to the structure")
    marks, is_open, where = [], False, f"page {number + 1}"
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BMC", "BDC"}:
            found += [f"{where}: nested marked content"] if is_open else []
            marks += [int(operands[1].MCID)] if name == "BDC" and "/MCID" in operands[1] else []
        elif name in PAINTS and not is_open:
            found.append(f"{where}: {name} outside all marked content")
        is_open = name in {"BMC", "BDC"} or (is_open and name != "EMC")
    found += [f"{where}: marked content stays open"] if is_open else []
    return marks


def _fonts(pdf: pikepdf.Pdf) -> list[str]:
    found = []
    for page in pdf.pages:
        for font in page.obj.Resources.get("/Font", {}).values():
            if "/FontFile2" not in font.FontDescriptor:
                found.append(f"{font.BaseFont} is not embedded")
            if "/ToUnicode" not in font:
                found.append(f"{font.BaseFont} has no way back to letters")
    return found


def page_texts(content: bytes) -> list[str]:
    """What a reader finds on each page, white space made single; soft hyphens at line ends are taken out.

    Waits until the window's threads have left PDFium, which must not be entered by two at once.
    """
    import pypdfium2

    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(content)
        try:
            pages = []
            for page in document:
                words = page.get_textpage()
                pages.append(words.get_text_range())
                words.close()
                page.close()
        finally:
            document.close()
    return [re.sub(r"\s+", " ", re.sub("[\u00ad\ufffe\u0002]\\s*", "", page)) for page in pages]


def text(content: bytes) -> str:
    """What a reader finds on all pages together."""
    return " ".join(page_texts(content))
