"""The letter of changes (Änderungsschreiben): what became of the plan since a version, for readers outside."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from domain.documents import letters, parts
from domain.documents.inputs import SheetSubject
from domain.documents.kit.flow import Block
from domain.documents.kit.letter import LEFT, RIGHT
from domain.documents.kit.page import Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import table
from domain.documents.kit.text import Run, b, one_line
from domain.documents.kit.theme import MM, Theme
from domain.i18n import N_, Language
from domain.rows.letters import Addressee, ToldChange, ToldDate
from domain.rows.settings import OfficeSettings
from domain.terms import ChangeKind

_HEADS = {
    ChangeKind.cancelled: N_("Called off"),
    ChangeKind.moved: N_("Other date or place"),
    ChangeKind.added: N_("New in the plan"),
    ChangeKind.changed: N_("Other details"),
}
"""In the order in which a reader must know."""

_COUNTS = {
    ChangeKind.cancelled: N_("{count} called off"),
    ChangeKind.moved: N_("{count} with another date or place"),
    ChangeKind.added: N_("{count} new"),
    ChangeKind.changed: N_("{count} with other details"),
}

_FIELDS = {
    "accessibility": N_("accessibility"),
    "agenda": N_("programme"),
    "coordinates": N_("position on the map"),
    "host": N_("host"),
    "kind": N_("kind of event"),
    "languages": N_("languages"),
    "office": N_("responsible office"),
    "partners": N_("partners"),
    "postponed_to": N_("new date"),
    "speakers": N_("who speaks"),
    "state": N_("status"),
    "target_groups": N_("target groups"),
    "text": N_("description"),
    "title": N_("title"),
    "topics": N_("topics"),
}
"""What may be named of what differs; times and places are told themselves."""

_COLUMNS = {
    ChangeKind.cancelled: (N_("Was planned for"), N_("What becomes of it")),
    ChangeKind.moved: (N_("Until now"), N_("From now on")),
    ChangeKind.added: (N_("When and where"), ""),
    ChangeKind.changed: (N_("When and where"), N_("What is different")),
}
"""The heads of the columns after the event's."""

_GAP = 4 * MM


@dataclass(frozen=True, slots=True)
class ChangeLetter:
    """Everything in the letters; `changes` is what `rules.change_letter.told` lets through.

    The plan is told from version `since` of the moment `since_at`, to `version` of `version_at` or, with
    `has_changed`, to what it is at `stand`, which no version holds yet. `kreis` names the Kreis it is told of, empty
    for the whole state.
    """

    since: int
    since_at: datetime
    changes: tuple[ToldChange, ...]
    addressees: tuple[Addressee, ...]
    office: OfficeSettings
    stand: datetime
    version: int | None = None
    version_at: datetime | None = None
    has_changed: bool = False
    kreis: str = ""

    @property
    def subject(self) -> SheetSubject:
        """The Kreis it is about, or the number of the version it starts from."""
        return SheetSubject(self.kreis or str(self.since))

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """None: the letter names its versions itself."""
        return None


def code(data: ChangeLetter) -> str:
    """The short code of letters made from this; equal codes mean equal letters."""
    return parts.code_of(data.since, data.changes, data.addressees, data.office, data.kreis)


def sheet(data: ChangeLetter, language: Language, theme: Theme) -> Sheet:
    """The letters ready to be set, each beginning a page."""
    foot = parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed)
    writing = letters.Writing(data.office, data.stand, foot, code(data))
    first, *others = data.addressees or (Addressee(),)
    make = partial(_letter, data=data, writing=writing, language=language)
    return replace(make(first, theme), following=[partial(make, to) for to in others])


def _letter(to: Addressee, theme: Theme, *, data: ChangeLetter, writing: letters.Writing, language: Language) -> Sheet:
    _ = language.gettext
    pattern = _("Changes since version {number}: {district}") if data.kreis else _("Changes since version {number}")
    subject = pattern.format(number=data.since, district=data.kreis)
    body = [
        letters.greeted(to, language, theme),
        *letters.said(_opening(data, language), theme),
        *_sections(data.changes, language, theme),
        *_closing(data, language, theme),
    ]
    return letters.letter(to, subject, body, writing, language, theme)


def _opening(data: ChangeLetter, language: Language) -> list[str]:
    """From which version to which, and how much of what."""
    _ = language.gettext
    since = {"since": data.since, "since_day": language.day(parts.local_day(data.since_at))}
    if data.version is not None and data.version_at is not None and not data.has_changed:
        to = {"number": data.version, "day": language.day(parts.local_day(data.version_at))}
        span = _(
            "This letter takes you from version {since} of our plan ({since_day}) to version {number} ({day})."
        ).format(**since, **to)
    else:
        span = _(
            "This letter takes you from version {since} of our plan ({since_day}) to its state of {day}, which has "
            "no number yet."
        ).format(**since, day=language.day(parts.local_day(data.stand)))
    if not data.changes:
        return [span, _("Nothing in it has changed for you.")]
    numbers = [(told, sum(change.kind is kind for change in data.changes)) for kind, told in _COUNTS.items()]
    counts = [_(told).format(count=language.number(count)) for told, count in numbers if count]
    return [span, _("Please correct your calendars: {counts}.").format(counts=", ".join(counts))]


def _sections(changes: Sequence[ToldChange], language: Language, theme: Theme) -> list[Block]:
    blocks: list[Block] = []
    for kind, head in _HEADS.items():
        rows = [change for change in changes if change.kind is kind]
        if rows:
            blocks += parts.section(language.gettext(head), theme, [_table(kind, rows, language, theme)])
    return blocks


def _table(kind: ChangeKind, rows: Sequence[ToldChange], language: Language, theme: Theme) -> Block:
    """Events as rows; what was moved has its old and its new date side by side, under heads that say so."""
    _ = language.gettext
    rest = theme.page_width - LEFT - RIGHT - 2 * _GAP
    middle, last = _COLUMNS[kind]
    heads = [_("Event"), _(middle), *([_(last)] if last else [])]
    widths = [rest * 0.36, *([rest * (0.32 if kind is ChangeKind.moved else 0.36)] if last else []), None]
    return table(theme, widths, heads, [_row(kind, change, language, theme) for change in rows], gap=_GAP)


def _row(kind: ChangeKind, change: ToldChange, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    event: Block = Paragraph(
        [b(one_line(change.title, 140)), Run(f"\n{change.number}", colour=theme.palette.muted)], theme.plain
    )
    if kind is ChangeKind.added:
        return [event, _date(change.now, language, theme)]
    if kind is ChangeKind.changed:
        names = [_(_FIELDS[name]) for name in change.fields if name in _FIELDS]
        return [event, _date(change.now, language, theme), Paragraph(language.listing(names), theme.plain)]
    if kind is ChangeKind.cancelled:
        fate = _("It is postponed.") if change.is_postponed else _("It does not take place.")
        return [event, _date(change.before, language, theme), Paragraph(fate, theme.plain)]
    return [event, _date(change.before, language, theme), _date(change.now, language, theme)]


def _date(told: ToldDate | None, language: Language, theme: Theme) -> Block:
    if told is None:
        return Paragraph("–", theme.plain)
    lines = [part for part in (*_when(told, language), one_line(told.place, 160)) if part]
    return Paragraph("\n".join(lines) or "–", theme.plain)


def _when(told: ToldDate, language: Language) -> list[str]:
    """Day and time on lines of their own where it begins and ends on one day."""
    start, end = told.starts_at, told.ends_at
    if told.all_day or start is None or (end is not None and parts.local_day(end) != parts.local_day(start)):
        return [parts.when(told, language)]
    return [language.long_day(parts.local_day(start)), parts.time_span(start, end, language)]


def _closing(data: ChangeLetter, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    reach = letters.reach(data.office)
    ask = _("If you have questions, please call or write to us: {reach}.").format(reach=reach) if reach else ""
    asked: list[Block] = [Paragraph(ask, replace(theme.body, before=5 * MM * theme.air))] if ask else []
    return [*asked, *letters.farewell(data.office, language, theme)]
