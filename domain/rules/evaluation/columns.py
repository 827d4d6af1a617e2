"""Events as columns of figures: one array for each thing that is summed or told apart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum, auto
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from domain.region.kreise import kreise
from domain.rows.evaluation import Sums
from domain.rules.coverage import HELD, PLANNED
from domain.rules.evaluation.requests import CountedRequest
from domain.terms import (
    AccidentCause,
    AdviceField,
    Audience,
    Breakdown,
    EventKind,
    EventState,
    PartnerCategory,
    PlaceCategory,
    Schulform,
)

Whole: TypeAlias = npt.NDArray[np.int64]
Amounts: TypeAlias = npt.NDArray[np.float64]

SCHOOL, OTHER = "school", "other"

SUMMED: tuple[str, ...] = tuple(field.name for field in fields(Sums))
"""The rows of `Columns.amounts`, which are the fields of `Sums`."""

EXPECTED, REACHED = SUMMED.index("expected"), SUMMED.index("reached")


class Linked(StrEnum):
    """What an event can have any number of."""

    topic = auto()
    target_group = auto()
    publication = auto()


class CountedEvent(NamedTuple):
    """What counting needs to know of one event that begins on the local `day`; "" is no value, a figure 0 unknown.

    `minutes` really passed between its times. Ids are hex.
    """

    id: str
    day: date
    kind: str
    state: str
    audience: str = Audience.public.value
    kreis: str = ""
    place_category: str = ""
    accident_cause: str = ""
    advice_field: str = ""
    host_category: str = ""
    schulform: str = ""
    is_school: bool = False
    expected: int = 0
    actual: int = 0
    kilometres: float = 0.0
    minutes: int = 0
    police: int = 0
    ordnungsamt: int = 0
    checks: int = 0
    talks: int = 0
    talk_minutes: int = 0
    reach: int = 0


class CountedLink(NamedTuple):
    """A topic, target group or publication of an event; ids are hex.

    Of a target group so many were `expected` and `came`; of a publication `came` copies were handed out.
    """

    event_id: str
    key: str
    expected: int = 0
    came: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Axis:
    """A breakdown with one value for each event: the place of that value among `keys`."""

    keys: tuple[str, ...]
    codes: Whole


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """A breakdown with any number of values for an event: event `at[i]` has `keys[codes[i]]`, and figures of its own.

    `figures` are two rows: expected and came of a target group, or (0, copies) of a publication.
    """

    keys: tuple[str, ...]
    at: Whole
    codes: Whole
    figures: Amounts


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """All events that count; `amounts` has a row for each field of `Sums`, already 0 where it must not count.

    `days` are ordinals, `names` the names for ids (hex) by which the keys of links are in order.
    """

    days: Whole
    amounts: Amounts
    audiences: Axis
    axes: Mapping[Breakdown, Axis]
    topics: Links
    groups: Links
    publications: Links
    requests: tuple[CountedRequest, ...]
    names: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.days)


_ORDERS: dict[Breakdown, tuple[str, tuple[str, ...]]] = {
    Breakdown.kind: ("kind", tuple(EventKind)),
    Breakdown.kreis: ("kreis", tuple(kreis.ags for kreis in kreise())),
    Breakdown.place_category: ("place_category", tuple(PlaceCategory)),
    Breakdown.accident_cause: ("accident_cause", tuple(AccidentCause)),
    Breakdown.advice_field: ("advice_field", tuple(AdviceField)),
    Breakdown.host_category: ("host_category", tuple(PartnerCategory)),
    Breakdown.schulform: ("schulform", tuple(Schulform)),
}
"""The field of `CountedEvent` and its values in the order of telling; what has none comes last."""

_SIDES = {
    "cancelled": EventState.cancelled,
    "postponed": EventState.postponed,
    "declined": EventState.declined,
}


def columns_of(
    events: Iterable[tuple[Any, ...]],
    links: Mapping[Linked, Sequence[tuple[Any, ...]]] = MappingProxyType({}),
    requests: Iterable[CountedRequest] = (),
    names: Mapping[str, str] = MappingProxyType({}),
) -> Columns:
    """The columns of events like `CountedEvent` and links like `CountedLink`, as they come from the file.

    Ideas and mere requests are left out, as they count nowhere, and so are links of what is left out.
    """
    counted = [event for event in events if event[_STATE] in _COUNTED]
    column = dict(zip(CountedEvent._fields, zip(*counted, strict=True), strict=False)) if counted else {}
    position = {event_id: at for at, event_id in enumerate(column.get("id", ()))}

    def values(name: str) -> Sequence[Any]:
        return column.get(name, ())

    def linked(what: Linked) -> Links:
        return _links([link for link in links.get(what, ()) if link[0] in position], position, names)

    days = values("day")
    axes = {breakdown: _axis(values(name), (*order, "")) for breakdown, (name, order) in _ORDERS.items()}
    axes[Breakdown.month] = _run([day.year * 12 + day.month - 1 for day in days], _month)
    axes[Breakdown.year] = _run([day.year for day in days], str)
    axes[Breakdown.school] = _axis([SCHOOL if found else OTHER for found in values("is_school")], (SCHOOL, OTHER))
    publications = linked(Linked.publication)
    return Columns(
        days=np.array([day.toordinal() for day in days], dtype=np.int64),
        amounts=_amounts(values, publications),
        audiences=_axis(values("audience"), tuple(Audience)),
        axes=axes,
        topics=linked(Linked.topic),
        groups=linked(Linked.target_group),
        publications=publications,
        requests=tuple(requests),
        names=names,
    )


_STATE = CountedEvent._fields.index("state")
_COUNTED = frozenset((*HELD, *PLANNED, *_SIDES.values()))


def _axis(values: Sequence[Any], keys: tuple[str, ...]) -> Axis:
    place = {key: at for at, key in enumerate(keys)}
    return Axis(tuple(map(str, keys)), np.fromiter(map(place.__getitem__, values), np.int64, len(values)))


def _run(numbers: Sequence[int], written: Callable[[int], str]) -> Axis:
    """An axis without gaps from the first number to the last."""
    if not numbers:
        return Axis((), np.array([], dtype=np.int64))
    first, last = min(numbers), max(numbers)
    return Axis(tuple(map(written, range(first, last + 1))), np.array(numbers, dtype=np.int64) - first)


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _amounts(values: Callable[[str], Sequence[Any]], publications: "Links") -> Amounts:
    """A row for each field of `Sums`."""
    states = values("state")
    held = np.array([state in HELD for state in states], dtype=np.float64)
    planned = np.array([state in PLANNED for state in states], dtype=np.float64)

    def figures(name: str) -> Amounts:
        return np.array(values(name), dtype=np.float64)

    found: dict[str, Amounts] = {"held": held, "planned": planned, "awaited": figures("expected") * planned}
    for name, state in _SIDES.items():
        found[name] = np.array([each == state for each in states], dtype=np.float64)
    for name in ("expected", "kilometres", "minutes", "checks", "talks", "talk_minutes", "reach"):
        found[name] = figures(name) * held
    found["reached"] = figures("actual") * held
    found["police_minutes"] = figures("police") * found["minutes"]
    found["ordnungsamt_minutes"] = figures("ordnungsamt") * found["minutes"]
    found["handed_out"] = np.bincount(publications.at, weights=publications.figures[1], minlength=len(states)) * held
    return np.stack([found[name] for name in SUMMED])


def _links(links: Sequence[tuple[Any, ...]], position: Mapping[str, int], names: Mapping[str, str]) -> Links:
    """The links of events that count; keys by name."""
    events, keys_of, expected, came = zip(*links, strict=True) if links else ((), (), (), ())
    keys = sorted(set(keys_of), key=lambda key: (names.get(key, "").casefold(), key))
    place = {key: at for at, key in enumerate(keys)}
    return Links(
        keys=tuple(keys),
        at=np.fromiter(map(position.__getitem__, events), np.int64, len(events)),
        codes=np.fromiter(map(place.__getitem__, keys_of), np.int64, len(keys_of)),
        figures=np.array([expected, came], dtype=np.float64),
    )
