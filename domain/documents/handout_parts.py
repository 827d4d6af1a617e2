"""What handouts and handouts of lectures have in common: words, the text in its look, the card at the foot."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from domain.documents import parts
from domain.documents.kit.columns import Columns, Kept
from domain.documents.kit.flow import Block, Frame, Stack
from domain.documents.kit.heads import Bare
from domain.documents.kit.page import Masthead, Sheet, pages_of
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import Run, b, link, one_line
from domain.documents.kit.theme import LIGHT, MM, REGULAR, SEMIBOLD, Style, Theme
from domain.documents.markdown_blocks import blocks, easy, usual
from domain.i18n import Language, language
from domain.labels.languages import language_name
from domain.rows.handouts import SIMPLE, PublishedHandout
from domain.rows.settings import OfficeSettings

SIZES = (11, 10.25, 9.5, 9)
"""Points of running text, the largest first."""

_FEW = 900
"""Characters of a text that is set over the whole width; longer ones fill two columns."""

_EASY_MARGIN = 27 * MM


def words_of(edition: PublishedHandout) -> Language:
    """The language of the few words that are not the edition's own: German or, for all others, English."""
    return language("de" if edition.language.partition("-")[0] == "de" else "en")


def tag_of(edition: PublishedHandout) -> str:
    """The language tag of a document in the edition's language; readers know Leichte Sprache as German."""
    return {"de": "de-DE", SIMPLE: "de-DE", "en": "en-GB"}.get(edition.language, edition.language)


def title_of(edition: PublishedHandout, limit: int = 180) -> str:
    """The title in a line, or what it is if nothing of it can be shown."""
    return one_line(edition.title, limit) or words_of(edition).gettext("Handout")


def head(edition: PublishedHandout, eyebrow: str) -> Masthead | Bare:
    """The band with title and lead; in Leichte Sprache the sheet carries its own, in large type."""
    if edition.language == SIMPLE:
        return Bare(title_of(edition))
    return Masthead(eyebrow, title_of(edition), edition.lead)


def paper(theme: Theme, edition: PublishedHandout) -> Theme:
    """The sheet: in Leichte Sprache with margins that leave lines of about sixty large characters."""
    return replace(theme, margin=_EASY_MARGIN) if edition.language == SIMPLE else theme


def text(edition: PublishedHandout, theme: Theme, size: float) -> list[Block]:
    """The text in type of `size` points: in two columns, a short one over the whole width, Leichte Sprache by lines."""
    if edition.language == SIMPLE:
        return blocks(edition.text, easy(theme))
    content = blocks(edition.text, usual(theme, size))
    if len(edition.text) <= _FEW or theme.plain.size > SIZES[0]:
        return content
    first = content[0]
    if isinstance(first, Paragraph):  # what heads the columns begins at their upper edge
        first.before = 0
    return [Columns(Stack(content), 8 * MM)]


def in_best_size(edition: PublishedHandout, make: Callable[[float], Sheet], theme: Theme) -> Sheet:
    """The sheet in the largest type that needs no page more than the smallest; `make` gets the size in points."""
    sheet = make(SIZES[0])
    if edition.language == SIMPLE or (most := len(pages_of(sheet, theme))) == 1:
        return sheet
    smallest = make(SIZES[-1])
    least = len(pages_of(smallest, theme))
    if least == most:
        return sheet
    for size in SIZES[1:-1]:
        sheet = make(size)
        if len(pages_of(sheet, theme)) == least:
            return sheet
    return smallest


def easy_head(edition: PublishedHandout, theme: Theme) -> list[Block]:
    """Title and lead of a sheet in Leichte Sprache."""
    palette = theme.palette
    ink = palette.band_ink if palette.band else palette.primary
    mark = Style(REGULAR, 14, 21, ink, after=4)
    title = Style(SEMIBOLD, 26, 34, ink, after=6, tag="H1", whole_words=True)
    lead = Style(LIGHT, 15, 22.5, ink, whole_words=True)
    content: list[Block] = [
        Paragraph(language_name(SIMPLE, words_of(edition)), mark),
        Paragraph(title_of(edition), title),
    ]
    if edition.lead.strip():
        content.append(Paragraph(one_line(edition.lead, 320), lead))
    edge = None if palette.band else palette.primary
    band = Kept(content, Frame(9 * MM, 7 * MM, 9 * MM, 8 * MM, palette.band or palette.white, edge, 3 * MM))
    band.after = 8 * MM
    return [band]


def foot(edition: PublishedHandout, office: OfficeSettings, theme: Theme, *, title: str = "") -> Stack | None:
    """Who answers questions, and which version it is until when."""
    words = words_of(edition)
    _ = words.gettext
    lines = [_("Version {number}").format(number=edition.revision)]
    if edition.valid_until is not None:
        lines.append(_("Valid until {day}").format(day=words.day(edition.valid_until)))
    if author := one_line(edition.author, 120):
        lines.append(_("Text: {author}").format(author=author))
    if edition.language == SIMPLE:
        return _easy_foot(lines, office, words, theme)
    about = parts.card_note(_("This handout"), "\n".join(lines), theme)
    return parts.office_card(title or _("Questions?"), office, [about], theme, words)


def _easy_foot(lines: Sequence[str], office: OfficeSettings, words: Language, theme: Theme) -> Stack:
    _ = words.gettext
    palette = theme.palette
    line = replace(easy(theme).body, after=2)
    small = replace(line, colour=palette.muted, before=9)
    content: list[Block] = []
    reach = [one_line(each) for each in (office.name, office.unit) if each.strip()]
    if any((office.name.strip(), office.phone.strip(), office.email.strip())):
        content.append(Paragraph(_("Do you have questions?"), replace(easy(theme).section, before=0, after=6)))
        content += [Paragraph(b(each) if at == 0 else Run(each), line) for at, each in enumerate(reach)]
    if office.phone.strip():
        content.append(Paragraph(_("Telephone {number}").format(number=one_line(office.phone)), line))
    if office.email.strip():
        content.append(Paragraph(link("mailto:" + office.email.strip()), line))
    content.append(Paragraph("\n".join(lines), small))
    card = Kept(content, Frame(7 * MM, 5 * MM, 7 * MM, 5 * MM, palette.paper, radius=2 * MM))
    card.before = 8 * MM
    return card
