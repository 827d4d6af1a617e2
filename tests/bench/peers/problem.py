"""A planning problem as classic routers see it: cells become vehicles, stops with several hours alternatives.

Runs in the environment of the peers: imports nothing of ours.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

CLOSED = 10_000
"""Minutes to a stop on a day on which it is not open: more than any vehicle may drive."""


@dataclass(frozen=True)
class Alternative:
    """A stop in one of its hours, and the days on which these are its hours."""

    stop: int
    place: int
    opens: int
    latest: int
    duration: int
    prize: int
    need: frozenset
    days: frozenset


@dataclass(frozen=True)
class Case:
    """What a router is told: `cells` are pairs of vehicle and day."""

    document: dict
    cells: list
    alternatives: list

    @property
    def minutes(self):
        """Drive minutes between places."""
        return self.document["minutes"]

    def may(self, cell, alternative):
        """Whether this vehicle can be at this alternative on this day."""
        vehicle, day = cell
        return day in alternative.days and alternative.need <= set(vehicle["equipment"])


def read(path):
    """The case in a problem file."""
    document = json.loads(Path(path).read_text(encoding="utf-8"))
    cells = [(vehicle, day) for vehicle in document["vehicles"] for day in vehicle["days"]]
    alternatives = []
    for number, stop in enumerate(document["stops"]):
        hours = {}
        for day, opens, closes in stop["windows"]:
            if opens + stop["duration"] <= closes:
                hours.setdefault((opens, closes - stop["duration"]), set()).add(day)
        for (opens, latest), days in sorted(hours.items()):
            alternatives.append(
                Alternative(
                    number, stop["place"], opens, latest, stop["duration"], stop["prize"], frozenset(stop["need"]),
                    frozenset(days),
                )
            )  # fmt: skip
    return Case(document, cells, alternatives)


def answer(case, routes):
    """Print the routes: for each cell the alternatives in order."""
    stops = case.document["stops"]
    told = [
        {"vehicle": vehicle["id"], "day": day, "stops": [stops[case.alternatives[each].stop]["id"] for each in visits]}
        for (vehicle, day), visits in routes
        if visits
    ]
    json.dump({"routes": told}, sys.stdout)
