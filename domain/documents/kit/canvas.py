"""A canvas that writes tagged PDF: nothing reaches a page outside structure or artifact."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2b
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from domain.documents.kit import fonts
from domain.documents.kit.catalog import Bookmark, Info, describe, destinations, outlines, page_labels
from domain.documents.kit.drawing import DrawingCanvas
from domain.documents.kit.metadata import About
from domain.documents.kit.objects import Raw, pdf_text, pdf_uri
from domain.documents.kit.structure import Element, Structure
from domain.documents.kit.text import HERE, language_tag
from domain.documents.kit.theme import REGULAR
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.acroform import Form
    from domain.documents.kit.fields import Field, FieldLook


class TaggedCanvas(DrawingCanvas):
    """Draws one document into `out` and keeps its structure tree.

    One invariant carries it: at any moment exactly one flat marked-content sequence is open. `mark` closes it and
    opens the next; a page begins inside an artifact. So untagged content cannot come about, and sequences never nest.
    `parent` is the element new ones belong to, `language` the two-letter code words are broken by; `is_silent` says
    that everything drawn just now is decoration, `depth` how many levels of bookmarks lie above a first heading. All
    is drawn `zoom` times as large as told; `size` is the paper's.
    """

    _annotationrefs: list[Any]

    def __init__(self, out: BytesIO, size: tuple[float, float], about: About, zoom: float = 1) -> None:
        fonts.face(REGULAR)
        self._structure = Structure()
        self.parent = self._structure.root
        self.language = about.letters
        self.is_silent = False
        self.depth = 0
        self._about = about
        self._owner: Element | None = None
        self._opener = 0
        self._bookmarks = Bookmark("", 0, 0)
        self._digest = blake2b(digest_size=16)
        self._form: Form | None = None
        self._parts: list[int] = []
        # The font is named at once: the preamble of every page would otherwise call for Helvetica, not embedded.
        options: dict[str, Any] = {"initialFontName": REGULAR, "pdfVersion": (1, 7), "lang": about.language}
        super().__init__(out, size, pageCompression=1, invariant=1, **options)
        self._zoom = zoom
        self._enlarge()
        self._open_artifact()

    def add(self, tag: str, attributes: str = "", alt: str = "", *, language: str = "") -> Element:
        """A new element below `parent`, or one that stays outside the tree while all is decoration."""
        spoken = language_tag(language) if language else ""
        return Element(tag, None if self.is_silent else self.parent, attributes, alt, spoken)

    @contextmanager
    def speaking(self, language: str) -> Iterator[None]:
        """What is drawn is in another language, if one is given."""
        before, self.language = self.language, language or self.language
        yield
        self.language = before

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """New elements become kids of `element`."""
        before, self.parent = self.parent, element
        yield
        self.parent = before

    @contextmanager
    def silence(self) -> Iterator[None]:
        """Everything drawn is an artifact: table heads repeated on a following page."""
        before, self.is_silent = self.is_silent, True
        yield
        self.is_silent = before

    def mark(self, element: Element) -> None:
        """What is drawn from here on is content of `element`."""
        if self.is_silent or self._owner is element:
            return
        self._close()
        self._opener = len(self._code)
        self._code.append(f"/{element.tag}<</MCID {self._structure.add_mark(element)}>>BDC")
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
            self._structure.drop_mark(self._owner)

    def add_link(self, element: Element, url: str, box: tuple[float, float, float, float], text: str) -> None:
        """Make `box` (x1, y1, x2, y2) on this page a link to `url`; `text` is what assistive technology says.

        A `url` that begins with # leads to the first heading of that title in this document.
        """
        if self.is_silent:
            return
        rect = self.on_paper(box)
        head = f"<</Type/Annot/Subtype/Link/Rect[{rect}]/Border[0 0 0]/F 4".encode("ascii")
        if url.startswith(HERE):
            leads = b"/Dest" + pdf_text(self._bookmarks.wanted(url.removeprefix(HERE)))
        else:
            leads = b"/A<</S/URI/URI" + pdf_uri(url) + b">>"
        body = head + leads + b"/Contents" + pdf_text(text)
        annotation = Raw()
        self._structure.add_annotation(element, annotation, self._number(annotation), body)
        self._annotationrefs.append(self._doc.Reference(annotation))

    def add_field(
        self, element: Element, field: "Field", box: tuple[float, float, float, float], look: "FieldLook"
    ) -> None:
        """Put a form field into `box` (x1, y1, x2, y2) on this page; `element` is its Form element.

        Raises:
            ValueError: there is a field of that name already.
        """
        if self.is_silent:
            return
        if self._form is None:
            from domain.documents.kit.acroform import Form

            self._form = Form(self._number)
        x1, y1, x2, y2 = (edge * self._zoom for edge in box)
        look = replace(look, size=look.size * self._zoom)
        annotation, number, body = self._form.widget(field, (x1, y1, x2, y2), look)
        self._structure.add_annotation(element, annotation, number, body)
        self._annotationrefs.append(self._doc.Reference(annotation))
        self._digest.update(body)

    def add_outline(self, title: str, level: int, top: float) -> None:
        """Enter a heading in the bookmarks; the first level is 0."""
        if not self.is_silent:
            self._bookmarks.add(title, self.depth + level, self._structure.page, top * self._zoom)

    def begin_part(self) -> None:
        """From this page on readers count pages anew, as 2-1, 2-2 in the second part."""
        self._parts.append(self._structure.page)

    @override
    def showPage(self) -> None:
        """End the page; the next begins inside an artifact."""
        self._close()
        self._digest.update("\n".join(self._code).encode())
        super().showPage()
        self._enlarge()
        self._structure.add_page()
        self._open_artifact()

    def _setAnnotations(self, page: Any) -> None:  # noqa: ANN401, N802 - ReportLab's hook while it ends a page
        page.Annots = self._annotationrefs
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self._structure.page
        page.Tabs = pdfdoc.PDFName("S")

    @override
    def save(self) -> None:
        """Write the file: structure, bookmarks and metadata after the pages."""
        self._code.clear()  # the artifact opened for a page that never came
        document, objects = self._doc, self._doc.idToObjectNumberAndVersion

        def page(index: int) -> int:
            return int(objects[f"Page{index + 1}"][0])

        document.signature = self._digest  # becomes the file's ID; ReportLab's own depends on the environment
        document.info = Info(self._about)
        document.Outlines = document.Catalog.Outlines = outlines(self._bookmarks, self._number, page)
        if self._bookmarks.aims:
            document.Catalog.Names = destinations(self._bookmarks, page)
        describe(document.Catalog, self._about, self._number)
        if self._parts:
            document.Catalog.PageLabels = page_labels(self._parts)
        if self._form is not None:
            document.Catalog.AcroForm = self._form.write()
        document.Catalog.StructTreeRoot = self._structure.write(self._number, page)
        super().save()

    def _number(self, thing: Raw) -> int:
        """The object number of `thing`, registering it."""
        return int(self._doc.idToObjectNumberAndVersion[self._doc.Reference(thing).name][0])
