"""What letters have in common: head, information beside the address, greeting, and how they close."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.documents import parts
from domain.documents.kit.flow import Block, Frame, Stack
from domain.documents.kit.letter import LEFT, RIGHT, Letterhead
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import items
from domain.documents.kit.text import b, clean, one_line
from domain.documents.kit.theme import MM, SEMIBOLD, Style, Theme
from domain.i18n import Language
from domain.rows.letters import Addressee
from domain.rows.settings import OfficeSettings
from domain.rules.salutation import salutation

_SUBJECT = 180
"""Characters of a subject: three lines."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What all letters of one file share; `reference` is the sender's, `footer` what stands at their foot."""

    office: OfficeSettings
    stand: datetime
    footer: str
    reference: str = ""


def letter(
    to: Addressee, subject: str, body: Sequence[Block], writing: Writing, language: Language, theme: Theme
) -> Sheet:
    """One letter by DIN 5008, form B; its bookmark is whom it goes to."""
    _ = language.gettext
    office = writing.office
    shown = one_line(subject, _SUBJECT) or _("Letter")
    head = Paragraph(shown, Style(SEMIBOLD, 12, 16, theme.palette.ink, after=5 * MM * theme.air, tag="H1"))
    head.bookmark = one_line(to.institution or to.contact, 120)
    return Sheet(
        about=About(
            title=shown,
            subject=_("Letter"),
            author=office.name or "Landauf",
            language=language.tag,
            created=writing.stand,
        ),
        masthead=Letterhead(
            title=shown,
            sender=tuple(line for line in (office.name, office.unit) if line.strip()),
            back=return_address(office),
            address=to.lines,
            information=information(writing.reference, office, writing.stand, language),
            logo=office.logo,
        ),
        body=[Stack([head, *body], Frame(left=LEFT - theme.margin, right=RIGHT - theme.margin))],
        footer=writing.footer,
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
    )


def return_address(office: OfficeSettings) -> str:
    """The sender in one line above the address."""
    town = "\u00a0".join(part for part in (office.postcode, office.town) if part)
    # A line too long for the window breaks after a dot, never before one or inside the town.
    return "\u00a0· ".join(part for part in (office.name, office.street, town) if part.strip())


def information(
    reference: str, office: OfficeSettings, stand: datetime, language: Language
) -> tuple[tuple[str, str], ...]:
    """The block beside the address: reference, how to reach the office, date; what is empty is left out."""
    _ = language.gettext
    lines = (
        (_("Our reference"), reference),
        (_("Telephone"), office.phone),
        (_("E-mail"), office.email),
        (_("Date"), language.day(parts.local_day(stand))),
    )
    return tuple((name, value) for name, value in lines if value.strip())


def greeting(to: Addressee, language: Language) -> str:
    """Dear Ms Muster, or Dear Sir or Madam where nobody is named."""
    pattern, name = salutation(one_line(to.contact, 100))
    return language.gettext(pattern).format(name=name)


def greeted(to: Addressee, language: Language, theme: Theme) -> Paragraph:
    """The greeting as a line of its own."""
    return Paragraph(greeting(to, language), replace(theme.body, after=3 * MM * theme.air, hyphenate=False))


def said(texts: Sequence[str], theme: Theme) -> list[Block]:
    """Sentences of the program as paragraphs of a letter."""
    return [Paragraph(text, replace(theme.body, after=3 * MM * theme.air)) for text in texts if text]


def typed(part: str, language: Language, theme: Theme) -> Block:
    """A typed part of a letter: a list if each of its lines begins with a dash, else a paragraph with its lines."""
    lines = clean(part, mark=language.gettext("[shortened]")).split("\n")
    if all(line.startswith(("- ", "– ", "* ", "• ")) for line in lines):
        block: Block = items(theme, [line[2:].strip() for line in lines])
        block.after = 2 * MM * theme.air
        return block
    return Paragraph("\n".join(lines), replace(theme.body, after=3 * MM * theme.air))


def farewell(office: OfficeSettings, language: Language, theme: Theme) -> list[Block]:
    """Yours faithfully, room to sign, and who writes."""
    sign = one_line(office.unit or office.name)
    closing = replace(theme.body, before=5 * MM * theme.air, after=9 * MM * theme.air)
    return [
        Paragraph(language.gettext("Yours faithfully"), closing),
        *([Paragraph(sign, theme.plain)] if sign else []),
    ]


def enclosed(names: Sequence[str], language: Language, theme: Theme) -> list[Block]:
    """What lies with the letter, below the signature; nothing for none."""
    lines = [one_line(name, 200) for name in names]
    lines = [line for line in lines if line]
    if not lines:
        return []
    title = language.ngettext("Enclosure", "Enclosures", len(lines))
    head = Paragraph([b(title)], replace(theme.plain, before=6 * MM * theme.air))
    return [head, *(Paragraph(line, theme.plain) for line in lines)]


def reach(office: OfficeSettings) -> str:
    """Telephone and mail of the office, as they stand in a sentence; empty if none is known."""
    return ", ".join(part for part in (one_line(office.phone), one_line(office.email)) if part)
