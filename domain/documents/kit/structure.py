"""The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): elements, marks, and their form as PDF objects."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from domain.documents.kit.objects import Raw, pdf_text


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked-content sequence: the page (from 0) and its number on that page (MCID)."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link or form field on a page, held by object number."""

    page: int
    number: int


Kid: TypeAlias = "Element | Mark | Annotation"


class Element:
    """One structure element: its standard type, what it holds in reading order, attributes and replacement texts.

    `attributes` is the body of one PDF attribute dictionary, e.g. `/O/Table/Scope/Row`; `language` is the tag of
    its language where it is not that of what surrounds it; `identifier` is set for notes when the tree is written.
    """

    __slots__ = ("alt", "attributes", "identifier", "kids", "language", "parent", "tag")

    def __init__(
        self, tag: str, parent: "Element | None" = None, attributes: str = "", alt: str = "", language: str = ""
    ) -> None:
        self.language = language
        self.identifier = ""
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.alt = alt
        self.kids: list[Kid] = []
        if parent is not None:
            parent.kids.append(self)

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in reading order."""
        pending = [self]
        while pending:
            element = pending.pop()
            yield element
            pending.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))

    def prune(self) -> None:
        """Drop elements below this one that hold nothing, save for table cells: an empty paragraph is a fault."""
        for kid in list(self.kids):
            if isinstance(kid, Element):
                kid.prune()
                if not kid.kids and kid.tag not in ("TD", "TH"):
                    self.kids.remove(kid)


def element_object(element: Element, number: Callable[[Element], int], root: int, page: Callable[[int], int]) -> bytes:
    """The element as a StructElem dictionary (14.7.2).

    `number` gives an element's object number, `page` that of a page counted from 0, `root` is the tree root's.
    """
    above = root if element.parent is None else number(element.parent)
    parts = [f"<</Type/StructElem/S/{element.tag}/P {above} 0 R"]
    first = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
    if first is not None:
        parts.append(f"/Pg {page(first)} 0 R")
    parts.append("/K[" + " ".join(_kid(kid, first, number, page) for kid in element.kids) + "]")
    if element.attributes:
        parts.append(f"/A<<{element.attributes}>>")
    if element.language:
        parts.append(f"/Lang({element.language})")
    if element.identifier:
        parts.append(f"/ID({element.identifier})")
    head = "".join(parts).encode("ascii")
    return head + (b"/Alt" + pdf_text(element.alt) if element.alt else b"") + b">>"


def _kid(kid: Kid, first: int | None, number: Callable[[Element], int], page: Callable[[int], int]) -> str:
    if isinstance(kid, Element):
        return f"{number(kid)} 0 R"
    if isinstance(kid, Annotation):
        return f"<</Type/OBJR/Obj {kid.number} 0 R/Pg {page(kid.page)} 0 R>>"
    if kid.page == first:
        return str(kid.number)
    return f"<</Type/MCR/Pg {page(kid.page)} 0 R/MCID {kid.number}>>"


class Structure:
    """The tree of one document while it is drawn, with the owners of every page's marks."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._pages: list[list[Element]] = [[]]
        self._annotations: list[tuple[Raw, bytes, int, Element]] = []

    @property
    def page(self) -> int:
        """The page being drawn, counted from 0."""
        return len(self._pages) - 1

    def add_page(self) -> None:
        """Begin the next page."""
        self._pages.append([])

    def add_mark(self, element: Element) -> int:
        """The number of a new marked-content sequence on this page, owned by `element`."""
        owners = self._pages[-1]
        element.kids.append(Mark(self.page, len(owners)))
        owners.append(element)
        return len(owners) - 1

    def drop_mark(self, element: Element) -> None:
        """Take back the last mark, which was `element`'s: nothing was drawn in it."""
        element.kids.pop()
        self._pages[-1].pop()

    def add_annotation(self, element: Element, annotation: Raw, number: int, body: bytes) -> None:
        """An annotation of this page, written as `body` (left open) under object `number`, belongs to `element`."""
        element.kids.append(Annotation(self.page, number))
        self._annotations.append((annotation, body, self.page, element))

    def write(self, number: Callable[[Raw], int], page: Callable[[int], int]) -> Raw:
        """The tree root (14.7.2) after all elements are written; `number` registers an object, `page` is a page's.

        The page drawn last was begun but never used and does not count.
        """
        self.root.prune()
        top, pages = Raw(), self._pages[:-1]
        raws = {element: Raw() for element in self.root.walk()}
        root = number(top)
        notes = [element for element in raws if element.tag == "Note"]
        for at, note in enumerate(notes, 1):
            note.identifier = f"note-{at:05}"  # of one length, so that they are in order as the name tree needs them
        numbers = {element: number(raw) for element, raw in raws.items()}
        for element, raw in raws.items():
            raw.body = element_object(element, numbers.__getitem__, root, page)
        owners = []
        for key, (annotation, body, at, element) in enumerate(self._annotations, len(pages)):
            annotation.body = body + b"/P %d 0 R/StructParent %d>>" % (page(at), key)
            owners.append((key, element))
        parents = number(Raw(_parent_tree(pages, owners, numbers.__getitem__)))
        kids = f"<</Type/StructTreeRoot/K[{numbers[self.root]} 0 R]/ParentTree {parents} 0 R"
        if notes:
            names = " ".join(f"({note.identifier}) {numbers[note]} 0 R" for note in notes)
            kids += f"/IDTree<</Names[{names}]>>"
        top.body = f"{kids}/ParentTreeNextKey {len(pages) + len(owners)}>>".encode("ascii")
        return top


def _parent_tree(
    pages: list[list[Element]], links: list[tuple[int, Element]], number: Callable[[Element], int]
) -> bytes:
    """The number tree from a page's or annotation's key to the elements that own its content (14.7.4.4).

    Page n has key n; `links` are (key, element) with keys after the last page.
    """
    entries = [
        f"{key} [{' '.join(f'{number(element)} 0 R' for element in owners)}]" for key, owners in enumerate(pages)
    ]
    entries += [f"{key} {number(element)} 0 R" for key, element in links]
    return f"<</Nums[{' '.join(entries)}]>>".encode("ascii")
