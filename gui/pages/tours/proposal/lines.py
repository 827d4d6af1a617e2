"""What a proposal changes, as lines of a table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from typing import TYPE_CHECKING
from uuid import UUID

from domain.planning.compare import Change, Comparison, Figures, Visit
from domain.planning.plan import LeftOut, Relaxation, Sentence
from domain.rows.proposals import ToTell
from gui.pages.tours import words
from gui.texts import _, current

if TYPE_CHECKING:
    from domain.planning.case import PlanningCase


Told = tuple[str, str]
"""A first and a second line."""

NOTHING: Told = ("", "")


class Group(StrEnum):
    """What becomes of a stop."""

    moved = auto()
    added = auto()
    dropped = auto()
    left_out = auto()
    to_tell = auto()
    unchanged = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One stop in a list: who, where, when and with which vehicle before and after; or why not, and what would help."""

    id: UUID
    title: str
    place: str
    kreis_ags: str | None
    before: Told
    after: Told
    relaxations: tuple[Relaxation, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of the plan: before, after, and the difference with its sign; `is_better` None = neither."""

    words: str
    before: str
    after: str
    difference: str
    is_better: bool | None


def change_lines(case: "PlanningCase", comparison: Comparison) -> dict[Group, tuple[Line, ...]]:
    """The stops by what becomes of them."""

    def lines(changes: Sequence[Change]) -> tuple[Line, ...]:
        return tuple(_line(case, each.stop, _when(case, each.before), _when(case, each.after)) for each in changes)

    return {
        Group.moved: lines((*comparison.moved, *comparison.retimed)),
        Group.added: lines(comparison.added),
        Group.dropped: lines(comparison.dropped),
        Group.unchanged: tuple(_line(case, stop, NOTHING, NOTHING) for stop in comparison.unchanged),
    }


def left_out_lines(case: "PlanningCase", left_out: Sequence[LeftOut]) -> tuple[Line, ...]:
    """The stops that are not planned, the reason first, then the nearest way out."""
    return tuple(_left_line(case, each) for each in left_out)


def told_lines(people: Sequence[ToTell]) -> tuple[Line, ...]:
    """Who must hear of a change, with how to reach them."""
    return tuple(
        Line(
            id=each.event_id,
            title=each.title,
            place=each.town,
            kreis_ags=None,
            before=(" · ".join(_reach(each)) or _("no contact known"), each.contact),
            after=(_told_after(each), _("until now {when}").format(when=current().moment(each.before))),
        )
        for each in people
    )


def figure_lines(before: Figures, after: Figures, total: int) -> tuple[FigureLine, ...]:
    """The plan's figures, present and proposed; `total` stops ask to be planned."""
    return (
        _figure(_("Stops planned"), before.planned, after.planned, more_is_better=True),
        _figure(_("Not planned"), total - before.planned, total - after.planned, more_is_better=False),
        _figure(_("Districts with a stop"), len(before.districts), len(after.districts), more_is_better=True),
        _figure(_("Days on the road"), before.used, after.used),
        _hours(_("Driving"), before.drive, after.drive),
        _hours(_("On duty"), before.duty, after.duty),
    )


def sentence(part: Sentence) -> str:
    """A sentence of the planner in the window's language."""
    return current().text(part.msgid, part.params)


def _reach(person: ToTell) -> Iterator[str]:
    return (part for part in (person.phone, person.email) if part)


def _told_after(person: ToTell) -> str:
    if person.after is None:
        return _("no longer planned")
    moment = current().moment(person.after)
    return _("{moment}, other vehicle").format(moment=moment) if person.vehicle_only else moment


def _line(case: "PlanningCase", stop: str, before: Told, after: Told) -> Line:
    subject = case.subjects.get(stop)
    if subject is None:
        return Line(UUID(stop), _("Another appointment"), "", None, before, after)
    return Line(UUID(stop), subject.title, subject.town, subject.kreis_ags, before, after)


def _left_line(case: "PlanningCase", left: LeftOut) -> Line:
    why, help_ = " ".join(map(sentence, left.sentences)), "; ".join(sentence(way.sentence) for way in left.relaxations)
    return replace(_line(case, left.stop, NOTHING, (why, help_)), relaxations=left.relaxations)


def _when(case: "PlanningCase", visit: Visit | None) -> Told:
    """Day and hour at which the stay begins, and the vehicle: "Mo 10. Mai, 09:00", "Präventionsmobil"."""
    if visit is None:
        return NOTHING
    vehicle = case.problem.vehicle_of.get(visit.cell.vehicle)
    day = current().short_day(case.date_of(visit.cell.day))
    return f"{day}, {visit.start // 60:02d}:{visit.start % 60:02d}", vehicle.name if vehicle else ""


def _figure(name: str, before: int, after: int, *, more_is_better: bool | None = None) -> FigureLine:
    """`more_is_better` None: whether more is good depends on what is planned with it."""
    number, difference = current().number, after - before
    verdict = None if difference == 0 or more_is_better is None else (difference > 0) is more_is_better
    return FigureLine(name, number(before), number(after), _signed(number, difference), verdict)


def _hours(name: str, before: int, after: int) -> FigureLine:
    def shown(minutes: int) -> str:
        return _("{hours} h").format(hours=words.hours(minutes))

    return FigureLine(name, shown(before), shown(after), _signed(shown, after - before), None)


def _signed(show: Callable[[int], str], difference: int) -> str:
    sign = "+" if difference > 0 else "−" if difference < 0 else "±"
    return f"{sign}{show(abs(difference))}"
