"""Reads and writes planning problems as files; what is missing or contradictory is refused with its path."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from domain.errors import FileProblemError, InvalidInputError
from domain.i18n import N_
from domain.planning.problem import DEFAULT_MOVE_COST, Problem
from domain.planning.problem_checks import LATEST, Findings, Node, in_one_line, shown
from domain.planning.problem_parts import (
    LAST_DAY,
    Known,
    fixed_document,
    fixed_of,
    nights_of,
    published_of,
    starts_of,
    stop_document,
    stop_of,
    vehicle_document,
    vehicle_of,
)

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read: some 3,000 places; more would fill a laptop's memory."""

LONGEST_DRIVE = 100_000
"""Minutes of the longest drive that is taken; whoever marks a way as barred writes less than this."""


def read_problem(path: Path) -> Problem:
    """The problem in a file as docs/formats.md describes it.

    Raises:
        FileProblemError: there is no such file, it is no JSON, or a value in it is missing or contradictory; the line
            names the first few by their paths.
    """
    try:
        return problem_of(_document(path))
    except InvalidInputError as trouble:
        raise FileProblemError("{file}: {reason}", file=path.name, reason=in_one_line(trouble.problems)) from trouble


def problem_of(document: object) -> Problem:
    """The problem that a document holds.

    Raises:
        InvalidInputError: values are missing or contradictory; `problems` names each with its path.
    """
    findings = Findings()
    problem = _problem(Node(document, "", findings))
    if findings.found:
        raise InvalidInputError(*findings.found)
    return problem


def _document(path: Path) -> object:
    name = path.name
    try:
        if path.is_dir():
            raise FileProblemError(N_("“{file}” is a folder, not a file."), file=name)
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise FileProblemError(N_("There is no file {file}."), file=path) from None
    except (OSError, ValueError) as trouble:  # ValueError: a name that no system takes
        reason = getattr(trouble, "strerror", None) or trouble
        raise FileProblemError(N_("“{file}” cannot be read: {reason}."), file=shown(name), reason=reason) from trouble
    if len(content) > LARGEST:
        raise FileProblemError(N_("{file} is larger than {count} MB."), file=name, count=LARGEST // 1024**2)
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise FileProblemError(N_("{file} is not UTF-8 text."), file=name) from None
    except json.JSONDecodeError as trouble:
        raise FileProblemError(
            N_("{file} is not JSON: line {line}, column {column}."),
            file=name,
            line=trouble.lineno,
            column=trouble.colno,
        ) from None
    except (RecursionError, ValueError):  # ValueError: a figure of thousands of digits, NaN or Infinity
        raise FileProblemError(N_("{file} holds figures or nesting that no planning problem has."), file=name) from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _problem(root: Node) -> Problem:
    if not isinstance(root.value, dict):
        root.findings.add("", N_("The file holds no object with a planning problem"))
        return Problem("", (), (), (), (), 0)
    dates = _dates(root.at("days"))
    places = tuple(_place(each) for each in root.at("places").items())
    known = Known(frozenset(dates), len(places))
    return Problem(
        name=root.at("name").text(),
        vehicles=tuple(vehicle_of(each, known) for each in root.at("vehicles").items()),
        stops=tuple(stop_of(each, known) for each in root.at("stops").items()),
        places=places,
        minutes=_minutes(root.at("minutes"), len(places)),
        day_cost=root.at("day_cost").whole(),
        fixed=fixed_of(root.maybe("fixed"), known),
        published=published_of(root.maybe("published"), known),
        published_starts=starts_of(root.maybe("published_starts"), known),
        move_cost=_optional(root, "move_cost", DEFAULT_MOVE_COST),
        breaks=_breaks(root.maybe("breaks")),
        coverage=_optional(root, "coverage"),
        crew_cost=_optional(root, "crew_cost"),
        preferred_cost=_optional(root, "preferred_cost"),
        nights=nights_of(root.maybe("overnight"), known),
        dates={day: date for day, date in dates.items() if date},
    )


def _optional(root: Node, key: str, default: int = 0) -> int:
    node = root.maybe(key)
    return default if node is None else node.whole()


def _dates(node: Node) -> dict[int, str]:
    """The days there are, each with its date or ""."""
    dates: dict[int, str] = {}
    for entry in node.items():
        number = entry.at("day")
        day = number.whole(0, LAST_DAY)
        if day in dates:
            number.refuse(N_("{path}: {value} stands twice"), value=day)
        dates[day] = _date(entry.maybe("date"))
    return dates


def _date(node: Node | None) -> str:
    text = "" if node is None else node.text()
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        if node is not None:
            node.refuse(N_("{path}: {value} is not a date"), value=shown(text))
        return ""


def _place(node: Node) -> tuple[float, float]:
    """Latitude and longitude."""
    pair = node.tuple_of(2, "[lat, lon]")
    return (pair[0].degrees(90), pair[1].degrees(180)) if pair else (0.0, 0.0)


def _minutes(node: Node, places: int) -> tuple[tuple[int, ...], ...]:
    """The square matrix of drive minutes; looked at value by value only in a row that is not sound."""
    rows = node.items()
    if isinstance(node.value, list) and len(rows) != places:
        node.refuse(N_("{path}: {count} rows for {places} places"), count=len(rows), places=places)
    return tuple(_row(each, places) for each in rows)


def _row(node: Node, places: int) -> tuple[int, ...]:
    values = node.value
    if (
        isinstance(values, list)
        and len(values) == places
        and all(type(value) is int and 0 <= value <= LONGEST_DRIVE for value in values)
    ):
        return tuple(values)
    read = tuple(each.whole(0, LONGEST_DRIVE) for each in node.items())
    if isinstance(values, list) and len(values) != places:
        node.refuse(N_("{path}: {count} values for {places} places"), count=len(values), places=places)
    return read


def _breaks(node: Node | None) -> tuple[tuple[int, int], ...]:
    """Minutes worked and the minutes of break due beyond them, by rising work."""
    breaks: list[tuple[int, int]] = []
    for entry in node.items() if node else []:
        pair = entry.tuple_of(2, "[worked, break]")
        if pair is None:
            continue
        breaks.append((pair[0].whole(0, LATEST), pair[1].whole(0, LATEST)))
        if breaks[:-1] and (breaks[-1][0] <= breaks[-2][0] or breaks[-1][1] < breaks[-2][1]):
            entry.refuse(N_("{path}: breaks do not rise with the minutes worked"))
    return tuple(breaks)


def _optional_keys(problem: Problem) -> dict[str, object]:
    """What is switched on; what is off stays out of the file."""
    keys: dict[str, object] = {
        "published_starts": dict(problem.published_starts),
        "breaks": [list(each) for each in problem.breaks],
        "coverage": problem.coverage,
        "crew_cost": problem.crew_cost,
        "preferred_cost": problem.preferred_cost,
        "overnight": [
            {"vehicle": night.vehicle, "day": night.day, "place": night.place, "cost": night.cost}
            for night in problem.nights
        ],
    }
    return {key: value for key, value in keys.items() if value}


def document_of(problem: Problem) -> dict[str, object]:
    """The problem as a document that `problem_of` reads back as the same problem."""
    return {
        "name": problem.name,
        "days": [_day_document(problem, day) for day in _all_days(problem)],
        "vehicles": [vehicle_document(vehicle) for vehicle in problem.vehicles],
        "stops": [stop_document(stop) for stop in problem.stops],
        "places": [list(place) for place in problem.places],
        "minutes": [list(row) for row in problem.minutes],
        "day_cost": problem.day_cost,
        "fixed": [fixed_document(fixed) for fixed in problem.fixed],
        "published": {stop: list(cell) for stop, cell in problem.published.items()},
        "move_cost": problem.move_cost,
        **_optional_keys(problem),
    }


def _all_days(problem: Problem) -> list[int]:
    days = set(problem.dates)
    days.update(day for vehicle in problem.vehicles for day in vehicle.days)
    days.update(fixed.cell.day for fixed in problem.fixed)
    days.update(night.day for night in problem.nights)
    return sorted(days)


def _day_document(problem: Problem, day: int) -> dict[str, object]:
    named = problem.dates.get(day)
    return {"day": day, "date": named} if named else {"day": day}
