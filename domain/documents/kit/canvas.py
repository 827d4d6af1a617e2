"""A canvas that writes tagged PDF: nothing reaches a page outside structure or artifact.

One invariant carries it: at any moment exactly one flat marked-content sequence is open. `mark` closes it and opens
the next; a page begins inside an artifact. So untagged content cannot come about, and sequences never nest.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc
from typing_extensions import override

from domain.documents.kit import fonts, metadata
from domain.documents.kit.catalog import Bookmark, Info, outlines, output_intent
from domain.documents.kit.drawing import DrawingCanvas
from domain.documents.kit.objects import Raw, RawStream, pdf_text, pdf_uri
from domain.documents.kit.structure import Annotation, Element, Mark, element_object, parent_tree
from domain.documents.kit.theme import REGULAR


class TaggedCanvas(DrawingCanvas):
    """Draws one document into `out` and keeps its structure tree.

    `parent` is the element new ones belong to.
    """

    _annotationrefs: list[Any]

    def __init__(self, out: BytesIO, size: tuple[float, float], about: metadata.About) -> None:
        fonts.face(REGULAR)
        self.about = about
        self.parent = self._tree = Element("Document")
        self._pages: list[list[Element]] = [[]]
        self._links: list[tuple[Raw, bytes, Element]] = []
        self._owner: Element | None = None
        self._opener = 0
        self._is_silent = False
        self._digest = blake2b(digest_size=16)
        self._bookmarks = Bookmark("", 0, 0)
        # The font is named at once: the preamble of every page would otherwise call for Helvetica, not embedded.
        options: dict[str, Any] = {"initialFontName": REGULAR, "pdfVersion": (1, 7), "lang": about.language}
        super().__init__(out, size, pageCompression=1, invariant=1, **options)
        self._open_artifact()

    @property
    def language(self) -> str:
        """The two-letter code of the document's language."""
        return self.about.language[:2]

    @property
    def is_silent(self) -> bool:
        """Whether everything drawn is decoration just now."""
        return self._is_silent

    def add(self, tag: str, attributes: str = "", alt: str = "") -> Element:
        """A new element below `parent`, or one that stays outside the tree while all is decoration."""
        return Element(tag, None if self._is_silent else self.parent, attributes, alt)

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """New elements become kids of `element`."""
        before, self.parent = self.parent, element
        yield
        self.parent = before

    @contextmanager
    def silence(self) -> Iterator[None]:
        """Everything drawn is an artifact: table heads repeated on a following page."""
        before, self._is_silent = self._is_silent, True
        yield
        self._is_silent = before

    def mark(self, element: Element) -> None:
        """What is drawn from here on is content of `element`."""
        if self._is_silent or self._owner is element:
            return
        self._close()
        owners = self._pages[-1]
        self._opener = len(self._code)
        self._code.append(f"/{element.tag}<</MCID {len(owners)}>>BDC")
        element.kids.append(Mark(len(self._pages) - 1, len(owners)))
        owners.append(element)
        self._owner = element

    def artifact(self, properties: str = "") -> None:
        """What is drawn from here on is decoration; `properties` may say which, e.g. a footer."""
        if self._owner is not None or properties:
            self._close()
            self._open_artifact(properties)

    def _open_artifact(self, properties: str = "") -> None:
        self._opener = len(self._code)
        self._code.append(f"/Artifact<<{properties}>>BDC" if properties else "/Artifact BMC")
        self._owner = None

    def _close(self) -> None:
        if len(self._code) > self._opener + 1:
            self._code.append("EMC")
            return
        self._code.pop()  # nothing was drawn: no trace of the sequence is left
        if self._owner is not None:
            self._owner.kids.pop()
            self._pages[-1].pop()

    def add_link(self, element: Element, url: str, box: tuple[float, float, float, float], text: str) -> None:
        """Make `box` (x1, y1, x2, y2) on this page a link to `url`; `text` is what assistive technology says."""
        if self._is_silent:
            return
        rect = " ".join(f"{edge:.2f}" for edge in box)
        head = f"<</Type/Annot/Subtype/Link/Rect[{rect}]/Border[0 0 0]/F 4".encode("ascii")
        body = head + b"/A<</S/URI/URI" + pdf_uri(url) + b">>/Contents" + pdf_text(text)
        annotation = Raw()
        element.kids.append(Annotation(len(self._pages) - 1, self._number(annotation)))
        self._annotationrefs.append(self._doc.Reference(annotation))
        self._links.append((annotation, body, element))

    def add_outline(self, title: str, level: int, top: float) -> None:
        """Enter a heading in the bookmarks; the first level is 0, and a level may rise by one only."""
        if self._is_silent:
            return
        self._bookmarks.add(title, level, len(self._pages) - 1, top)

    @override
    def showPage(self) -> None:
        """End the page; the next begins inside an artifact."""
        self._close()
        self._digest.update("\n".join(self._code).encode())
        super().showPage()
        self._pages.append([])
        self._open_artifact()

    def _setAnnotations(self, page: Any) -> None:  # noqa: ANN401, N802 - ReportLab's hook while it ends a page
        page.Annots = self._annotationrefs
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._pages) - 1
        page.Tabs = pdfdoc.PDFName("S")

    @override
    def save(self) -> None:
        """Write the file: structure and metadata after the pages."""
        self._code.clear()  # the artifact opened for a page that never came
        self._pages.pop()
        self._describe()
        self._write_structure()
        super().save()

    def _number(self, thing: pdfdoc.PDFObject) -> int:
        """The object number of `thing`, registering it."""
        return int(self._doc.idToObjectNumberAndVersion[self._doc.Reference(thing).name][0])

    def _page_number(self, page: int) -> int:
        """The object number of a page, counted from 0."""
        return int(self._doc.idToObjectNumberAndVersion[f"Page{page + 1}"][0])

    def _describe(self) -> None:
        document, catalog = self._doc, self._doc.Catalog
        document.signature = self._digest  # becomes the file's ID; ReportLab's own depends on the environment
        document.info = Info(self.about)
        document.Outlines = catalog.Outlines = outlines(self._bookmarks, self._number, self._page_number)
        self.setViewerPreference("DisplayDocTitle", "true")
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = output_intent(self._number)
        catalog.MarkInfo = Raw(b"<</Marked true>>")
        catalog.Metadata = RawStream("/Type/Metadata/Subtype/XML", metadata.xmp(self.about))

    def _write_structure(self) -> None:
        self._tree.prune()
        root = Raw()
        raws = {element: Raw() for element in self._tree.walk()}
        top = self._number(root)
        numbers = {element: self._number(raw) for element, raw in raws.items()}
        for element, raw in raws.items():
            raw.body = element_object(element, numbers.__getitem__, top, self._page_number)
        links = []
        for key, (annotation, body, element) in enumerate(self._links, len(self._pages)):
            annotation.body = body + b"/StructParent %d>>" % key
            links.append((key, element))
        parents = self._number(Raw(parent_tree(self._pages, links, numbers.__getitem__)))
        kids = f"<</Type/StructTreeRoot/K[{numbers[self._tree]} 0 R]/ParentTree {parents} 0 R"
        root.body = f"{kids}/ParentTreeNextKey {len(self._pages) + len(links)}>>".encode("ascii")
        self._doc.Catalog.StructTreeRoot = root
