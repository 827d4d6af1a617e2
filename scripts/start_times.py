"""Times of the bundle to its first data on screen, beside the source run: python -m scripts.start_times BUNDLE."""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

_ROUNDS = 7


def main(arguments: list[str]) -> int:
    """Start both in turn on the same sample workspace and print the medians in seconds and their ratio."""
    [bundle] = arguments
    ways = {"bundle": [bundle], "source": [sys.executable, "-m", "gui"]}
    with TemporaryDirectory() as folder:
        made = [*ways["source"], "demo", "--out", folder]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - nothing in it comes from outside
        [workspace] = Path(folder).glob("*.landauf")
        for moment in ("first-paint", "first-data"):
            taken: dict[str, list[float]] = {way: [] for way in ways}
            for _round in range(_ROUNDS + 1):
                for way, command in ways.items():
                    taken[way].append(_seconds([*command, str(workspace)], moment, folder))
            medians = {way: median(times[1:]) for way, times in taken.items()}  # the first of each fills the caches
            ratio = medians["bundle"] / medians["source"]
            print(f"{moment:12} bundle {medians['bundle']:.2f} s   source {medians['source']:.2f} s   {ratio:.2f} x")
    return 0


def _seconds(command: list[str], moment: str, folder: str) -> float:
    surroundings = {"QT_QPA_PLATFORM": "offscreen", "LANDAUF_QUIT_AFTER": moment, "XDG_CONFIG_HOME": folder}
    started = time.perf_counter()
    whole = {**os.environ, **surroundings}
    subprocess.run(command, check=True, env=whole)  # noqa: S603 - nothing in it comes from outside
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
