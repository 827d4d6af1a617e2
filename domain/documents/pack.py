"""The folder (Druckmappe) of an event or a tour day: a cover with contents, then every document in one file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.documents import DOCUMENTS, ONE_AT_A_TIME, maker, parts
from domain.documents import code_of as code_of_document
from domain.documents.inputs import DocumentInput
from domain.documents.kit.binding import Binding, Bound, Leaf, Place, Seen, bind, unseen
from domain.documents.kit.flow import Block, Frame, Row, Stack, Tag
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import items
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MM, Theme
from domain.errors import LandaufError
from domain.i18n import Language
from domain.labels import label
from domain.rows.printing import PrintChoice
from domain.rows.published import PublishedEvent
from domain.rows.settings import OfficeSettings
from domain.rules.pack_order import sheets_of_paper
from domain.terms import PackProblem

_NOTHING_TO_SAY = frozenset({PackProblem.unchanged, PackProblem.stale})
"""Findings that printing settles."""


@dataclass(frozen=True, slots=True)
class PackPart:
    """A document of the folder: its name, what it is made from, copies, and what was found before printing.

    `title` says what it is about where that is not what the folder is about, `choice` what it was asked for.
    """

    name: str
    data: DocumentInput
    copies: int = 1
    title: str = ""
    choice: PrintChoice | None = None
    problems: tuple[PackProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything in a folder; `event` is what the readers of all its documents may see, None without an event.

    `left_out` are the titles (msgid) of documents that could not be made, each with the reason.
    """

    title: str
    parts: tuple[PackPart, ...]
    office: OfficeSettings
    stand: datetime
    day: date | None = None
    event: PublishedEvent | None = None
    version: int | None = None
    has_changed: bool = False
    left_out: tuple[tuple[str, LandaufError], ...] = ()

    @property
    def is_internal(self) -> bool:
        """Whether any document in it is for the house only."""
        return any(DOCUMENTS[part.name].is_internal for part in self.parts)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a folder is set: its theme, and as `PackOrder` says."""

    theme: Theme
    has_cover: bool = True
    is_duplex: bool = True
    repeats: bool = False


def code(pack: Pack) -> str:
    """The short code of the folder; it changes with any document in it."""
    return parts.code_of(
        pack.title, [(part.name, part.title, code_of_document(part.name, part.data)) for part in pack.parts]
    )


def part_title(part: PackPart, language: Language) -> str:
    """What the document is called in contents and bookmarks."""
    name = language.gettext(DOCUMENTS[part.name].title)
    return f"{name}: {one_line(part.title, 80)}" if part.title.strip() else name


def bind_pack(pack: Pack, language: Language, setting: Setting, seen: Seen = unseen) -> Bound:
    """The folder as one tagged PDF; `seen` may raise to break off. Equal input gives equal bytes.

    Raises:
        ValueError: there is nothing in it.
    """
    if not pack.parts:
        raise ValueError("a folder holds a document")
    leaves = [
        Leaf(
            part_title(part, language),
            *maker(part.name, part.data, language, setting.theme),
            part.copies if setting.repeats else 1,
        )
        for part in pack.parts
    ]

    def cover(places: Sequence[Place], look: Theme) -> Sheet:
        return _cover(pack, places, language, look, is_duplex=setting.is_duplex)

    binding = Binding(
        _about(pack, language),
        leaves,
        setting.theme,
        _labeller(language),
        cover if setting.has_cover else None,
        is_duplex=setting.is_duplex,
    )
    with ONE_AT_A_TIME:
        return bind(binding, seen)


def _labeller(language: Language) -> Callable[[str, int, int], str]:
    pattern = language.gettext("{own} · folder {page}/{pages}")
    return lambda own, page, pages: pattern.format(own=own, page=page, pages=pages)


def _about(pack: Pack, language: Language) -> About:
    _ = language.gettext
    return About(
        title=_("Folder: {title}").format(title=_title(pack, language)),
        subject=_when(pack, language),
        author=pack.office.name or "Landauf",
        language=language.tag,
        created=pack.stand,
    )


def _title(pack: Pack, language: Language) -> str:
    """The event or tour; a folder about neither holds sheets that had grown stale."""
    return one_line(pack.title, 160) or language.gettext("Sheets printed anew")


def _when(pack: Pack, language: Language) -> str:
    if pack.event is not None:
        return parts.when(pack.event, language)
    return language.long_day(pack.day) if pack.day else ""


def _cover(pack: Pack, places: Sequence[Place], language: Language, theme: Theme, *, is_duplex: bool) -> Sheet:
    _ = language.gettext
    event = pack.event
    kind = label(event.kind, language) if event else ""
    place = ", ".join(filter(None, (one_line(event.place.name, 80), one_line(event.place.town, 80)))) if event else ""
    return Sheet(
        about=_about(pack, language),
        masthead=Masthead(
            eyebrow=" · ".join(filter(None, (_("Folder"), kind, event.number if event else ""))),
            title=_title(pack, language),
            lead=" – ".join(filter(None, (_when(pack, language), place))),
            figures=_figures(pack, places, language, is_duplex=is_duplex),
            mark=_("Internal only") if pack.is_internal else "",
        ),
        body=_story(pack, places, language, theme),
        footer=parts.footer(pack.stand, pack.version, code(pack), language, has_changed=pack.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=parts.office_card(_("Responsible"), pack.office, [], theme, language),
    )


def _figures(pack: Pack, places: Sequence[Place], language: Language, *, is_duplex: bool) -> tuple[KeyFigure, ...]:
    ngettext = language.ngettext
    documents = len(pack.parts)
    sheets = sheets_of_paper(places[0].first - 1, 1, is_duplex=is_duplex)  # the cover itself
    sheets += sum(
        sheets_of_paper(place.pages, part.copies, is_duplex=is_duplex)
        for part, place in zip(pack.parts, places, strict=True)
    )
    return (
        KeyFigure(language.number(documents), (ngettext("document", "documents", documents),)),
        KeyFigure(language.number(sheets), (ngettext("sheet with all copies", "sheets with all copies", sheets),)),
    )


def _story(pack: Pack, places: Sequence[Place], language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    story: list[Block] = [Paragraph(_("Contents"), theme.section), _contents(pack, places, language, theme)]
    if not pack.is_internal:
        return story
    open_points = [
        f"{part_title(part, language)}: {label(problem, language)}"
        for part in pack.parts
        for problem in part.problems
        if problem not in _NOTHING_TO_SAY
    ]
    if open_points:
        story += [Paragraph(_("Open when this was printed"), theme.section), items(theme, open_points)]
    if pack.left_out:
        lines = [f"{_(name)}: {one_line(language.error(reason), 200)}" for name, reason in pack.left_out]
        story += [Paragraph(_("Left out"), theme.section), items(theme, lines)]
    return story


def _contents(pack: Pack, places: Sequence[Place], language: Language, theme: Theme) -> Stack:
    """The documents with their pages, copies and where they begin, as a table of contents."""
    ngettext = language.ngettext
    rows: list[Block] = []
    for part, place in zip(pack.parts, places, strict=True):
        pages = ngettext("{count} page", "{count} pages", place.pages).format(count=place.pages)
        told = f"{pages} · {part.copies}\u00a0×" if part.copies > 1 else pages
        cells = (
            (part_title(part, language), theme.strong),
            (told, replace(theme.plain, colour=theme.palette.muted)),
            (str(place.first), replace(theme.strong, align="right")),
        )
        rows.append(
            Row(
                [Stack([Paragraph(text, style)], Frame(top=1.2 * MM, bottom=1.2 * MM)) for text, style in cells],
                (None, 40 * MM, 12 * MM),
                3 * MM,
                Tag("TOCI"),
                whole=40 * MM,
                rule=theme.palette.hairline,
            )
        )
    return Stack(rows, tag=Tag("TOC"))
