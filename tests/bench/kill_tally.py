"""Counts at a stand until it is killed: `python -m tests.bench.kill_tally FILE EVENT GROUP` says each stroke's id."""

import random
import subprocess
import sys
from datetime import UTC, datetime
from uuid import UUID

from domain.usecases import tally
from domain.workspace import Workspace


def count_until_killed(path, event_id, group_id):
    """Strikes without end; each stroke's id is written out once it is in the file."""
    moment = datetime(2027, 4, 28, 9, tzinfo=UTC)
    workspace = Workspace.open(path, clock=lambda: moment, author="Anna", device="Bus")
    while True:
        stroke = workspace.run("Count a visitor", tally.strike, event_id, group_id)
        sys.stdout.write(f"{stroke.id}\n")
        sys.stdout.flush()


def struck_before_the_kill(path, event_id, group_id, choice: random.Random):
    """The ids that a counting program acknowledged before it was killed, at a stroke of `choice`."""
    command = [sys.executable, "-m", "tests.bench.kill_tally", str(path), str(event_id), str(group_id)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        lines = [program.stdout.readline() for _stroke in range(choice.randint(1, 60))]
        program.kill()
        lines += program.stdout.readlines()
    return [UUID(line.strip()) for line in lines if line.endswith("\n")]


if __name__ == "__main__":
    from pathlib import Path

    count_until_killed(Path(sys.argv[1]), UUID(sys.argv[2]), UUID(sys.argv[3]))
