"""Reads a tagged PDF on its own terms: structure, content and fonts, and what is wrong with them."""

import re
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"'}
ROWS_OF = {"Table": {"TR"}, "TR": {"TH", "TD"}, "L": {"LI"}, "LI": {"Lbl", "LBody"}}


@dataclass
class Node:
    """One structure element with the types below it and its marked content."""

    tag: str
    kids: list["Node"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    links: int = 0
    alt: str = ""
    attributes: str = ""

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
    attributes = str({key: str(value) for key, value in element.get("/A", {}).items()})
    node = Node(str(element.S)[1:], alt=str(element.get("/Alt", "")), attributes=attributes)
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
    found = []
    for node in root.walk():
        allowed = ROWS_OF.get(node.tag)
        if allowed and (node.marks or not {kid.tag for kid in node.kids} <= allowed):
            found.append(f"{node.tag} holds {[kid.tag for kid in node.kids]}")
        if node.tag == "Figure" and not (node.alt and "BBox" in node.attributes):
            found.append("figure without text or box")
        if node.tag == "TH" and "Scope" not in node.attributes:
            found.append("TH without scope")
        if node.tag == "Table" and len({len(row.kids) for row in node.kids}) != 1:
            found.append("rows differ in width")
        if not (node.kids or node.marks or node.links) and node.tag not in {"TD", "TH"}:
            found.append(f"empty {node.tag}")
    return found


def _headings(root: Node) -> list[str]:
    levels = [int(node.tag[1]) for node in root.walk() if re.fullmatch(r"H[1-6]", node.tag)]
    jumps = [f"H{two} after H{one}" for one, two in zip([0, *levels], levels, strict=False) if two > one + 1]
    return jumps + ([] if levels.count(1) == 1 else [f"{levels.count(1)} titles"])


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
    """What a reader finds on each page, white space made single; soft hyphens at line ends are taken out."""
    import pypdfium2

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
