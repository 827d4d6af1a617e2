"""What the catalog of a file points to besides pages and structure: bookmarks, info dictionary, colour profile."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from domain.documents.kit import metadata
from domain.documents.kit.objects import Raw, RawStream, pdf_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


@dataclass(eq=False)
class Bookmark:
    """A heading: its title, the page (from 0) and height it stands at, and the headings below it."""

    title: str
    page: int
    top: float
    kids: list["Bookmark"] = field(default_factory=list)
    aims: set[str] = field(default_factory=set)  # of the root: the titles that links in the document lead to

    def add(self, title: str, level: int, page: int, top: float) -> None:
        """Append a heading; `level` 0 goes directly below this one, deeper ones below the last of each level."""
        above = self
        while level and above.kids:
            above, level = above.kids[-1], level - 1
        above.kids.append(Bookmark(title, page, top))

    def wanted(self, title: str) -> str:
        """Note that a link leads to the heading of this title, and give the title."""
        self.aims.add(title)
        return title

    def walk(self) -> "Iterator[Bookmark]":
        """This heading and all below it, in their order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def count(self) -> int:
        """How many headings lie below."""
        return len(self.kids) + sum(kid.count() for kid in self.kids)


class Outlines(Raw):
    """The bookmarks as ReportLab asks for them: already prepared."""

    ready = 1

    def prepare(self, document: Any, canvas: Any) -> None:  # noqa: ANN401 - ReportLab's signature
        """Nothing is left to do."""


class Info(Raw):
    """The info dictionary; titles are hexadecimal, so that no word in them looks like PDF syntax."""

    def __init__(self, about: metadata.About) -> None:
        moment = about.created_utc.strftime("D:%Y%m%d%H%M%S+00'00'")
        entries = {
            "Title": about.title,
            "Author": about.author,
            "Subject": about.subject,
            "Keywords": about.keywords,
            "Creator": metadata.CREATOR,
            "Producer": metadata.PRODUCER,
        }
        parts = [b"/" + key.encode("ascii") + pdf_text(metadata.metadata_text(text)) for key, text in entries.items()]
        dates = f"/CreationDate({moment})/ModDate({moment})/Trapped/False".encode("ascii")
        super().__init__(b"<<" + b"".join(parts) + dates + b">>")

    def digest(self, signature: Any) -> None:  # noqa: ANN401 - ReportLab's signature
        """Part of the file's ID."""
        signature.update(self.body)


def outlines(root: Bookmark, number: "Callable[[Raw], int]", page: "Callable[[int], int]") -> Outlines:
    """The bookmark tree as PDF objects (ISO 32000-1, 12.3.3), all of it open."""
    top = Outlines()
    ends = _siblings(root, number(top), number, page)
    top.body = f"<</Type/Outlines{ends}/Count {root.count()}>>".encode("ascii")
    return top


def _siblings(above: Bookmark, parent: int, number: "Callable[[Raw], int]", page: "Callable[[int], int]") -> str:
    """Write the headings below one; gives the entries that name the first and the last of them."""
    raws = [Raw() for _ in above.kids]
    numbers = [number(raw) for raw in raws]
    for at, (raw, kid) in enumerate(zip(raws, above.kids, strict=True)):
        entries = f"/Parent {parent} 0 R/Dest[{page(kid.page)} 0 R/XYZ 0 {kid.top:.1f} 0]"
        entries += f"/Prev {numbers[at - 1]} 0 R" if at else ""
        entries += f"/Next {numbers[at + 1]} 0 R" if at + 1 < len(numbers) else ""
        if kid.kids:
            entries += _siblings(kid, numbers[at], number, page) + f"/Count {kid.count()}"
        title = pdf_text(metadata.metadata_text(kid.title) or "–")
        raw.body = b"<</Title" + title + entries.encode("ascii") + b">>"
    return f"/First {numbers[0]} 0 R/Last {numbers[-1]} 0 R" if numbers else ""


def destinations(root: Bookmark, page: "Callable[[int], int]") -> Raw:
    """Where the links inside the document lead: a name tree of titles (ISO 32000-1, 12.3.2.3).

    Raises:
        LookupError: a link leads to a title that no heading has.
    """
    places: dict[str, str] = {}
    for heading in root.walk():
        places.setdefault(heading.title, f"[{page(heading.page)} 0 R/XYZ 0 {heading.top:.1f} 0]")
    if lost := sorted(root.aims - places.keys()):
        raise LookupError(f"links lead nowhere: {lost}")
    entries = sorted((pdf_text(title), places[title].encode("ascii")) for title in root.aims)
    return Raw(b"<</Dests<</Names[" + b" ".join(part for entry in entries for part in entry) + b"]>>>>")


def page_labels(parts: "Sequence[int]") -> Raw:
    """Labels of the pages of a file whose parts begin at these pages (ISO 32000-1, 12.4.2): 1-1, 1-2, 2-1."""
    entries = " ".join(f"{page}<</S/D/P({number}-)>>" for number, page in enumerate(parts, start=1))
    return Raw(f"<</Nums[{entries}]>>".encode("ascii"))


def describe(catalog: Any, about: metadata.About, number: "Callable[[Raw], int]") -> None:  # noqa: ANN401 - untyped
    """Write into the catalog what PDF/UA-1 and PDF/A-2a ask of a whole file."""
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = _output_intent(number)
    catalog.MarkInfo = Raw(b"<</Marked true>>")
    catalog.ViewerPreferences = Raw(b"<</DisplayDocTitle true>>")
    catalog.Metadata = RawStream("/Type/Metadata/Subtype/XML", metadata.xmp(about))


def _output_intent(number: "Callable[[Raw], int]") -> Raw:
    """The sRGB output intent (ISO 19005-2, 6.2.3)."""
    profile = number(RawStream("/N 3", metadata.srgb_profile()))
    intent = "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
    return Raw(f"[<<{intent}/DestOutputProfile {profile} 0 R>>]".encode("ascii"))
