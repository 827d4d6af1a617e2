"""A handout (Merkblatt): the text of an edition, in the edition's own language whatever the program's is."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.documents import handout_parts, parts
from domain.documents.inputs import SheetSubject
from domain.documents.kit.flow import Block
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Sheet
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import Theme
from domain.i18n import Language
from domain.rows.handouts import SIMPLE, PublishedHandout
from domain.rows.settings import OfficeSettings


@dataclass(frozen=True, slots=True)
class HandoutSheet:
    """Everything on a handout; `topic` stands above its title."""

    edition: PublishedHandout
    topic: str
    office: OfficeSettings
    stand: datetime

    @property
    def subject(self) -> SheetSubject:
        """The edition."""
        return SheetSubject(self.edition.title)

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """It is no part of the plan."""
        return None


def code(data: HandoutSheet) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.edition, data.topic, data.office)


def paper(theme: Theme, data: HandoutSheet) -> Theme:
    """The sheet it is set on."""
    return handout_parts.paper(theme, data.edition)


def sheet(data: HandoutSheet, language: Language, theme: Theme) -> Sheet:  # noqa: ARG001 - a handout has its own language
    """The document ready to be set."""
    return handout_parts.in_best_size(data.edition, lambda size: _sheet(data, theme, size), theme)


def _sheet(data: HandoutSheet, theme: Theme, size: float) -> Sheet:
    edition, words = data.edition, handout_parts.words_of(data.edition)
    _ = words.gettext
    return Sheet(
        about=About(
            title=handout_parts.title_of(edition, 160),
            subject=one_line(edition.lead, 300) or _("Handout"),
            author=data.office.name or "Landauf",
            language=handout_parts.tag_of(edition),
            created=data.stand,
        ),
        masthead=handout_parts.head(edition, _eyebrow(data, words)),
        body=story(data, theme, size),
        footer=parts.footer(data.stand, None, code(data), words),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
        foot=handout_parts.foot(edition, data.office, theme),
    )


def _eyebrow(data: HandoutSheet, words: Language) -> str:
    """The kind of paper and its topic; the topic's name is German and stands on German sheets only."""
    topic = one_line(data.topic, 60) if words.code == "de" else ""
    is_same = topic.casefold() == data.edition.title.strip().casefold()
    return " · ".join(part for part in (words.gettext("Handout"), "" if is_same else topic) if part)


def story(data: HandoutSheet, theme: Theme, size: float) -> list[Block]:
    """The text, in Leichte Sprache below a head of its own."""
    content = handout_parts.text(data.edition, theme, size)
    if data.edition.language != SIMPLE:
        return content
    return [*handout_parts.easy_head(data.edition, theme), *content]
