"""What the window tells of a frozen report: its figures, and beside them what is different today."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from domain.i18n import N_
from domain.terms import ChangeKind
from gui.texts import _, current

if TYPE_CHECKING:
    from domain.rows.annual_report import AnnualReport
    from domain.rows.parliament import AnswerDifferences, AnswerRow, ParliamentAnswer, RowChange

_FIELDS = {
    "kind": N_("Kind"),
    "day": N_("Date"),
    "days": N_("Duration"),
    "participants": N_("People counted"),
    "schulform": N_("School type"),
    "host": N_("Organiser"),
    "host_category": N_("Organiser"),
    "place": N_("Place"),
    "minutes": N_("Duration"),
    "title": N_("Title"),
    "topics": N_("Topics"),
    "occasion": N_("Occasion"),
    "guest_office": N_("Guest speaker’s office"),
    "part": N_("School or not"),
}
"""How the fields of a line are called where they changed."""


@dataclass(frozen=True, slots=True)
class FrozenLine:
    """One line: what, how it was frozen, and what stands beside it: how it would be today, or the year before."""

    key: UUID
    what: str
    then: str
    now: str = ""
    is_head: bool = False


def lines_of(found: "ParliamentAnswer", differences: "AnswerDifferences | None" = None) -> tuple[FrozenLine, ...]:
    """The figures of an answer, then the lines of events that are different today."""
    return tuple(_numbered(_told(found, differences)))


def lines_of_year(report: "AnnualReport") -> tuple[FrozenLine, ...]:
    """The key figures of an annual report, those of the year before beside them."""
    number = current().number
    return tuple(_numbered((_(each.msgid), number(each.now), number(each.before), False) for each in report.key))


def _numbered(lines: Iterator[tuple[str, str, str, bool]]) -> Iterator[FrozenLine]:
    for number, (what, then, now, is_head) in enumerate(lines):
        yield FrozenLine(UUID(int=number), what, then, now, is_head)


def _told(found: "ParliamentAnswer", differences: "AnswerDifferences | None") -> Iterator[tuple[str, str, str, bool]]:
    from domain.rules.parliament import figures

    language = current()
    today = {each.msgid: each.now for each in differences.figures} if differences else {}
    for msgid, value in figures(found):
        now = language.number(today[msgid]) if msgid in today else ""
        yield _(msgid), language.number(value), now, bool(now)
    for change in differences.rows if differences else ():
        yield _change(change)


def _change(change: "RowChange") -> tuple[str, str, str, bool]:
    shown = change.then or change.now
    what = f"{current().day(shown.day)} {shown.title}" if shown else ""
    if change.change is ChangeKind.changed:
        names = ", ".join(dict.fromkeys(_(_FIELDS[name]) for name in change.fields if name in _FIELDS))
        return (
            what,
            _people(change.then),
            _("{people} ({fields})").format(people=_people(change.now), fields=names),
            True,
        )
    then = _people(change.then) if change.then else "–"
    return what, then, _people(change.now) if change.now else _("gone"), True


def _people(row: "AnswerRow | None") -> str:
    if row is None or row.participants is None:
        return _("not counted")
    return current().number(row.participants)
