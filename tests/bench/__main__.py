"""Runs every `bench_*.py` beside it and prints one table: `python -m tests.bench [--full] [part of a name]…`."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from tests.bench.table import FULL, Row, lines

HERE = Path(__file__).parent


def modules(wanted: list[str]) -> list[str]:
    """The names of the measuring modules, all of them or those that contain one of `wanted`."""
    names = sorted(path.stem for path in HERE.glob("bench_*.py"))
    return [name for name in names if not wanted or any(part in name for part in wanted)]


def measured(names: list[str]) -> Iterator[Row]:
    """Every row of every module; each module is a function `measure() -> list[Row]`."""
    for name in names:
        print(f"measuring {name.removeprefix('bench_')} …", file=sys.stderr, flush=True)
        yield from import_module(f"tests.bench.{name}").measure()


def main() -> int:
    """Print the table; 1 when a bar is missed, 2 when there is nothing of that name."""
    names = modules([name for name in sys.argv[1:] if name != FULL])
    if not names:
        print("there is no measurement of that name", file=sys.stderr)
        return 2
    rows = list(measured(names))
    print("\n".join(lines(rows)))
    return 0 if all(row.is_met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
