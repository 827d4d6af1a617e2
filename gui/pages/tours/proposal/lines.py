"""What a proposal changes, as lines of a table."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum, auto
from typing import TYPE_CHECKING
from uuid import UUID

from domain.planning.compare import Change, Figures, Visit, detours
from domain.planning.plan import LeftOut, Relaxation, Route, Sentence
from domain.rows.proposals import ToTell
from gui.pages.tours import words
from gui.texts import _, current

if TYPE_CHECKING:
    from domain.planning.case import PlanningCase
    from gui.pages.tours.proposal.work import Proposal


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
    outside = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One stop in a list: who, where, when and with which vehicle before and after; or why not, and what would help.

    `drive` are the minutes at the wheel that the change adds.
    """

    id: UUID
    title: str
    place: str
    kreis_ags: str | None
    before: Told
    after: Told
    drive: str = ""
    why: Told = NOTHING
    relaxations: tuple[Relaxation, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of the plan: before, after, and the difference with its sign; `is_better` None = neither."""

    words: str
    before: str
    after: str
    difference: str
    is_better: bool | None


def of_proposal(proposal: "Proposal") -> dict[Group, tuple[Line, ...]]:
    """All lists of a proposal."""
    case, held = proposal.case, proposal.comparison
    now, then = (detours(case.problem, routes) for routes in (proposal.present, proposal.plan.routes))
    left_out = tuple(_left_line(case, each) for each in proposal.left_out)
    reasons = {str(line.id): line.why for line in left_out}

    def lines(changes: Sequence[Change]) -> tuple[Line, ...]:
        return tuple(
            replace(
                _line(case, each.stop, _when(case, each.stop, each.before), _when(case, each.stop, each.after)),
                drive=_minutes(then.get(each.stop, 0) - now.get(each.stop, 0)),
                why=reasons.get(each.stop, NOTHING),
            )
            for each in changes
        )

    visits = {stop: Visit(route.cell, start) for route in proposal.plan.routes for stop, start in _calls(route)}
    return {
        Group.moved: lines((*held.moved, *held.retimed)),
        Group.added: lines(held.added),
        Group.dropped: lines(held.dropped),
        Group.left_out: left_out,
        Group.to_tell: told_lines(proposal.to_tell),
        Group.unchanged: tuple(
            _line(case, stop, NOTHING, _when(case, stop, visits.get(stop))) for stop in held.unchanged
        ),
        Group.outside: tuple(_left_line(case, each) for each in proposal.outside),
    }


def group_name(group: Group) -> str:
    """What a list is called."""
    return {
        Group.moved: _("Moved"),
        Group.added: _("New"),
        Group.dropped: _("Dropped"),
        Group.left_out: _("Not planned"),
        Group.to_tell: _("To be told"),
        Group.unchanged: _("As before"),
        Group.outside: _("Other period"),
    }[group]


def counted(groups: Iterable[Group], counts: Mapping[Group, int]) -> str:
    """The lists that hold something, with how much: "New 3 · Moved 2"."""
    return " · ".join(f"{group_name(group)} {current().number(counts[group])}" for group in groups if counts[group])


def as_text(lines: Iterable[Line]) -> str:
    """A list to be pasted into a letter or mail: a line for each stop, its parts set apart by tabs."""
    parts = ((line.title, line.place, *line.before, *line.after, *line.why, line.drive) for line in lines)
    return "\n".join("\t".join(" ".join(part.split()) for part in each if part) for each in parts)


def told_lines(people: Sequence[ToTell]) -> tuple[Line, ...]:
    """Who must hear of a change, with how to reach them."""
    return tuple(
        Line(
            id=each.event_id,
            title=each.title,
            place=each.town,
            kreis_ags=None,
            before=(" · ".join(_reach(each)) or _("no contact known"), each.contact),
            after=(_told_after(each), _("until now {when}").format(when=_moment(each.before))),
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
    moment = _moment(person.after)
    return _("{moment}, other vehicle").format(moment=moment) if person.vehicle_only else moment


def _line(case: "PlanningCase", stop: str, before: Told, after: Told) -> Line:
    subject = case.subjects.get(stop)
    if subject is None:
        return Line(UUID(stop), _("Another appointment"), "", None, before, after)
    place = " · ".join(part for part in (subject.town, subject.topic if subject.host else "") if part)
    return Line(UUID(stop), subject.host or subject.title, place, subject.kreis_ags, before, after)


def _left_line(case: "PlanningCase", left: LeftOut) -> Line:
    why, help_ = " ".join(map(sentence, left.sentences)), "; ".join(sentence(way.sentence) for way in left.relaxations)
    return replace(_line(case, left.stop, NOTHING, NOTHING), why=(why, help_), relaxations=left.relaxations)


def _calls(route: Route) -> Iterator[tuple[str, int]]:
    return zip(route.stops, route.starts, strict=True)


def _minutes(added: int) -> str:
    return _("{minutes} min").format(minutes=_signed(current().number, added))


def _when(case: "PlanningCase", stop: str, visit: Visit | None) -> Told:
    """Day and hour at which the stop opens, and the vehicle: "Mo 10. Mai, 09:00", "Präventionsmobil"."""
    if visit is None:
        return NOTHING
    vehicle, subject = case.problem.vehicle_of.get(visit.cell.vehicle), case.subjects.get(stop)
    hour, minute = divmod(visit.start + (subject.set_up if subject else 0), 60)
    day = current().short_day(case.date_of(visit.cell.day))
    return f"{day}, {hour:02d}:{minute:02d}", vehicle.name if vehicle else ""


def _moment(when: datetime) -> str:
    return f"{current().short_day(when.date())}, {current().clock(when)}"


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
