"""Improves a plan corner by corner: some of its days are planned anew, exactly, while all others stay."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from random import Random

from domain.planning.candidates import Candidates
from domain.planning.chosen import ChosenDay, total
from domain.planning.columns import columns
from domain.planning.columns_groups import Roads, groups
from domain.planning.columns_sets import listed
from domain.planning.exact_ladder import Ladder
from domain.planning.master import Master
from domain.planning.master_choice import Chooser
from domain.planning.problem import Cell
from domain.planning.watch import StoppedError, Watch

SMALLEST, FIRST = 5, 10
"""Cells in a corner: at least, and at first."""

MOST_COLUMNS = 200_000
"""Columns of a corner; with more it becomes smaller."""

SECONDS = 1.5
"""Time for one corner; what takes longer becomes smaller."""

SHARE = 0.15
"""The part of the time left that one corner may take."""

ROUNDS = 60
"""Corners at a time where the clock limits nothing."""

ALWAYS = 10**9
"""As many corners as the time allows."""

HALF = 0.5

Take = Callable[[Sequence[ChosenDay], int], None]


class Corners:
    """Plans corners anew."""

    def __init__(
        self, candidates: Candidates, cells: Mapping[str, Sequence[Cell]], roads: Roads, watch: Watch, seed: int
    ) -> None:
        """`cells` are those of each stop by id; `seed` decides which corners come in which order."""
        self._candidates = candidates
        self._problem = candidates.problem
        self._cells = cells
        self._all = sorted({cell for each in cells.values() for cell in each})
        self._roads = roads
        self._watch = watch
        self._random = Random(seed)  # noqa: S311 - a search, not a secret
        self._seed = seed
        self._size = FIRST

    def search(self, days: Sequence[ChosenDay], take: Take, rounds: int, until: float | None) -> None:
        """Improve `rounds` corners, or until second `until` of the run; `take` is told each better plan and its cost.

        Raises:
            StoppedError: the time is up, or it was cancelled.
        """
        now = {day.cell: day for day in days}
        size = self._size
        for turn in range(rounds if self._watch.timed else min(rounds, ROUNDS)):
            self._watch.pause()
            if self._watch.passed(until):
                return
            self._size = size
            corner = self._corner(now, min(size, len(self._all)), by_day=turn % 2 == 0)
            better, easy = self._planned(now, corner)
            if better:
                now = {cell: day for cell, day in now.items() if cell not in corner}
                now |= {day.cell: day for day in better}
                take(tuple(now.values()), total(self._candidates.days, now.values()))
            elif easy and size >= len(self._all):
                return  # that was the whole plan
            else:
                size = min(len(self._all), size + 1 + size // 8) if easy else max(SMALLEST, size - size // 6)

    def _corner(self, now: Mapping[Cell, ChosenDay], size: int, *, by_day: bool) -> frozenset[Cell]:
        """Cells that may exchange stops: near in time, or near on the map to one day's stops."""
        free = self._all
        seed = free[int(self._random.random() * len(free))]
        if by_day:
            order = sorted(free, key=lambda cell: (abs(cell.day - seed.day), self._random.random()))
        else:
            apart = {cell: self._apart(now, seed, cell) * (HALF + self._random.random()) for cell in free}
            order = sorted(free, key=lambda cell: (cell != seed, apart[cell], cell))
        return frozenset(_with_nights(now, order[:size]))

    def _apart(self, now: Mapping[Cell, ChosenDay], one: Cell, other: Cell) -> float:
        """The fewest drive minutes between stops of two days; from the depot where a day is empty."""
        here, there = self._places(now, one), self._places(now, other)
        return min((self._problem.minutes[a][b] for a in here for b in there), default=0)

    def _places(self, now: Mapping[Cell, ChosenDay], cell: Cell) -> list[int]:
        known = self._problem.stop_of
        if cell not in now:
            return [self._problem.vehicle_of[cell.vehicle].depot]
        return [known[stop].place for stop in now[cell].stops]

    def _planned(self, now: Mapping[Cell, ChosenDay], corner: frozenset[Cell]) -> tuple[list[ChosenDay], bool]:
        """Better days for these cells (none if there are none), and whether it was easy to be sure of that."""
        elsewhere = {stop for cell, day in now.items() if cell not in corner for stop in day.stops}
        cells = {
            stop: tuple(cell for cell in options if cell in corner)
            for stop, options in self._cells.items()
            if stop not in elsewhere
        }
        asked = groups(self._problem, cells, self._roads)
        parts = [(group, *listed(group, MOST_COLUMNS // max(1, len(asked)), self._watch.pause)) for group in asked]
        complete = all(whole for _, _, whole in parts)
        table = columns(self._problem, [(group, sets) for group, sets, _ in parts], complete=complete)
        start = [table.find(now[cell]) for cell in sorted(corner) if cell in now]
        begin = [each for each in start if each is not None]
        if len(begin) < len(start):
            return [], False
        quiet = self._watch.quiet(min(SECONDS, SHARE * self._watch.left))
        covered = frozenset(self._problem.stop_of[stop].district for stop in elsewhere)
        master = Master(table, self._candidates.days, self._forced(elsewhere), quiet, covered)
        chooser = Chooser(table, master.rows, master.slack_cost, quiet, self._seed)
        ladder = Ladder(master, chooser, lambda _chosen, _cost: None)
        try:
            ladder.begin(begin)
            before = ladder.best.columns
            ladder.choose()
        except StoppedError:
            return [], False
        chosen = ladder.best.columns
        return ([] if chosen == before else [table.day(each) for each in chosen]), complete and ladder.proven

    def _forced(self, elsewhere: Set[str]) -> frozenset[int]:
        """The fixed stops, by number, that do not clash and are not served elsewhere."""
        kept = {stop for stops in self._candidates.fixed.values() for stop in stops} - elsewhere
        return frozenset(at for at, stop in enumerate(self._problem.stops) if stop.id in kept)


def _with_nights(now: Mapping[Cell, ChosenDay], cells: Sequence[Cell]) -> Iterator[Cell]:
    """These cells, and the days behind and before their nights away: both halves change together or not at all."""
    open_cells, done = list(cells), set[Cell]()
    while open_cells:
        cell = open_cells.pop()
        if cell in done:
            continue
        done.add(cell)
        yield cell
        if cell in now and now[cell].destination is not None:
            open_cells.append(Cell(cell.vehicle, cell.day + 1))
        if cell in now and now[cell].origin is not None:
            open_cells.append(Cell(cell.vehicle, cell.day - 1))
