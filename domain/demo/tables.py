"""Reads the sample texts and tables in resources/demo/."""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from domain import assets
from domain.rules.local import MINUTES_A_DAY
from domain.terms import Audience, EventKind


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `resources/demo/<name>.csv` by column."""
    with assets.resource("demo", f"{name}.csv").open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def document(*parts: str) -> dict[str, Any]:
    """What `resources/demo/<parts>.toml` holds."""
    *folders, name = parts
    with assets.resource("demo", *folders, f"{name}.toml").open("rb") as source:
        return tomllib.load(source)


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a sample event of some kind looks like, before it has a place and a day.

    `place` is `site`, `hall`, `online`, `school:` or `partner:` with forms or categories, or `street:` with a name.
    `host` is `place`, a category of partners, or empty for the office itself. `days` are weekdays (0 = Monday), `hours`
    local times, `all_day` a number of whole days instead. `expected`, `reach` and `checks` are the lowest and highest
    figure. `advice`, `channel`, `place_category` and `cause` are code names. Texts may hold `{ort}`, `{kreis}` and
    `{partner}`.
    """

    kind: EventKind
    title: str
    topics: list[str]
    groups: list[str]
    place: str
    text: str
    notes: str
    host: str = ""
    days: str = "01234"
    hours: str = "09:00-17:00"
    all_day: int = 0
    audience: str = Audience.public.value
    security: str = ""
    agenda: str = ""
    roles: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    vehicle: str = ""
    equipment: tuple[str, ...] = ()
    expected: tuple[int, int] | None = None
    set_up: int = 0
    tear_down: int = 0
    press: bool = False
    school_day: bool = False
    seats: int | None = None
    grade: str = ""
    knowledge: str = ""
    technique: str = ""
    officers: tuple[int, int] | None = None
    focus: str = ""
    aims: str = ""
    qualification: str = ""
    interval: int | None = None
    channel: str = ""
    post: str = ""
    alt: str = ""
    reach: tuple[int, int] = (0, 0)
    account: str = ""
    picture: bool = False
    advice: str = ""
    host_confidential: bool = False
    place_category: str = ""
    cause: str = ""
    black_spot: str = ""
    checks: tuple[int, int] = (0, 0)
    months: int | None = None
    occasion: str = ""
    stands: str = ""
    rain: str = ""

    @property
    def minutes(self) -> tuple[int, int]:
        """Opening and closing in minutes from local midnight; a closing past midnight is above 1440."""
        opening, closing = (minutes(part) for part in self.hours.split("-"))
        return opening, closing if closing > opening else closing + MINUTES_A_DAY

    @property
    def needs_school_day(self) -> bool:
        """Whether schools must be open."""
        return self.school_day or self.place.startswith("school:")


def minutes(clock: str) -> int:
    """Minutes from midnight of "08:30"."""
    hours, rest = clock.split(":")
    return int(hours) * 60 + int(rest)


@cache
def patterns(kind: EventKind) -> tuple[Pattern, ...]:
    """The sample events of a kind."""
    return tuple(Pattern(kind=kind, **entry) for entry in document("events", kind.value)["pattern"])
