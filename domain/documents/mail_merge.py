"""One letter to many institutions (Serienbrief): typed once, with what differs from letter to letter put in."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from domain.documents import letters, parts
from domain.documents.inputs import SheetSubject
from domain.documents.kit.page import Sheet
from domain.documents.kit.theme import Theme
from domain.i18n import N_, Language
from domain.rows.letters import Addressee, LetterText
from domain.rows.settings import OfficeSettings
from domain.rules import mail_merge

if TYPE_CHECKING:
    from domain.documents.kit.flow import Block

MOST_LETTERS = 2000
"""More are refused: a file of so many pages is no help to anybody."""

_SAMPLE = N_(
    "Working together in prevention\n\n{salutation}\n\nThis is a sample: the first line of your text becomes the "
    "subject, empty lines divide paragraphs. In each letter the placeholders in braces give way to what is stored "
    "of {institution} in {town}.\n\nWrite the text, choose the partners, and print.\n\n"
    "Enclosure: overview of our offers"
)


@dataclass(frozen=True, slots=True)
class MailMerge:
    """Everything in the letters; without addressees one is set with its address field empty.

    `text` is as it was typed (`rules.mail_merge.letter_text`); without one a sample shows how it works.
    """

    addressees: tuple[Addressee, ...]
    text: str
    office: OfficeSettings
    stand: datetime

    @property
    def subject(self) -> SheetSubject:
        """The subject of the letters."""
        return SheetSubject(mail_merge.letter_text(self.text).subject)

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """None: no part of the plan."""
        return None


def code(data: MailMerge) -> str:
    """The short code of letters made from this; equal codes mean equal letters."""
    return parts.code_of(data.addressees, data.text, data.office)


def sheet(data: MailMerge, language: Language, theme: Theme) -> Sheet:
    """The letters ready to be set, each beginning a page."""
    text = mail_merge.letter_text(data.text if data.text.strip() else language.gettext(_SAMPLE))
    short = code(data)
    writing = letters.Writing(data.office, data.stand, parts.footer(data.stand, None, short, language), short)
    first, *others = data.addressees or (Addressee(),)
    make = partial(_letter, text=text, writing=writing, language=language)
    following = [partial(make, to, number) for number, to in enumerate(others, start=2)]
    return replace(make(first, 1, theme), following=following)


def _letter(
    to: Addressee, number: int, theme: Theme, *, text: LetterText, writing: letters.Writing, language: Language
) -> Sheet:
    values = {"salutation": letters.greeting(to, language), "institution": to.institution, "town": to.town}
    values = {name: value for name, value in values.items() if value}
    told: list[Block] = [] if mail_merge.greets(text) else [letters.greeted(to, language, theme)]
    told += [letters.typed(mail_merge.filled(part, values), language, theme) for part in text.parts]
    if not mail_merge.says_farewell(text):
        told += letters.farewell(writing.office, language, theme)
    told += letters.enclosed([mail_merge.filled(each, values) for each in text.enclosures], language, theme)
    subject = mail_merge.filled(text.subject, values)
    return letters.letter(
        to, subject, told, replace(writing, reference=f"{writing.reference}-{number}"), language, theme
    )
