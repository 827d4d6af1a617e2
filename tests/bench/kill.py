"""Kills a writing program again and again: `python -m tests.bench.kill [TIMES]`; nothing acknowledged may be lost."""

import multiprocessing
import random
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from domain.model import Partner
from domain.workspace import Workspace

# One process imports everything once and forks the writers where the system can fork; else each starts anew.
START = multiprocessing.get_context(
    "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
)
START.set_forkserver_preload(["domain.workspace", "domain.store.transactions"])


def clock():
    """One fixed moment; the time is not what is tried here."""
    return datetime(2027, 4, 28, 12, tzinfo=UTC)


def opened(path):
    """The workspace under test, made if it is not there."""
    make = Workspace.open if path.exists() else Workspace.create
    return make(path, clock=clock, author="Anna", device="laptop")


def write_until_killed(path, seed, acknowledge):
    """Imports, edits and undos without end; each step's number and name is acknowledged once it is committed."""
    choice, workspace, known = random.Random(seed), opened(path), []
    number = 0
    while True:
        number += 1
        name = f"{seed}-{number}"
        way = choice.random()
        if way < 0.3 or not known:
            known.append(workspace.run("Import", _import, name, choice.randint(1, 60)))
        elif way < 0.8:
            workspace.run("Rename", _rename, choice.choice(known), name)
        else:
            name = ""
            workspace.run("Rename", _rename, choice.choice(known), f"{seed}-{number}")
            workspace.undo()
        acknowledge.send((workspace.glance(_newest_step), name))


def _import(session, name, count):
    partners = [Partner(name=f"{name}/{place}", town="Köthen (Anhalt)") for place in range(count)]
    session.add_all(partners)
    session.flush()
    return partners[0].id


def _rename(session, partner_id, name):
    session.get_one(Partner, partner_id).name = name


def _newest_step(connection):
    return connection.execute("SELECT max(id) FROM step").fetchone()[0]


@dataclass
class Tally:
    """What was tried and what went wrong."""

    kills: int = 0
    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)


def kill_and_look(path, times, seed=0):
    """Kill a writer `times` times after a random number of acknowledged steps, and examine the file each time."""
    tally, choice = Tally(), random.Random(seed)
    for turn in range(times):
        ours, theirs = START.Pipe(duplex=False)
        writer = START.Process(target=write_until_killed, args=(path, seed * 10_000 + turn, theirs))
        writer.start()
        theirs.close()
        acknowledged = [ours.recv() for _ in range(choice.randint(1, 12))]
        writer.kill()
        acknowledged += _rest(ours)
        writer.join()
        tally.kills += 1
        tally.acknowledged += len(acknowledged)
        tally.wrong += [f"kill {turn}: {problem}" for problem in _examine(path, acknowledged)]
    return tally


def _rest(ours):
    """What was acknowledged between the last look and the kill."""
    with ours:
        while True:
            try:
                yield ours.recv()
            except (EOFError, OSError):  # OSError: killed in the middle of a message
                return


def _examine(path, acknowledged):
    workspace = opened(path)
    try:
        steps = workspace.glance(lambda connection: connection.execute("SELECT id FROM step").fetchall())
        missing = {number for number, _name in acknowledged} - {number for (number,) in steps}
        named = acknowledged[-1][1]
        if missing:
            yield f"steps {sorted(missing)} are lost"
        if named and not workspace.glance(lambda connection: _named(connection, named)):
            yield f"{named} is lost"
        yield from map(str, workspace.check())
    finally:
        workspace.close()


def _named(connection, name):
    """A later step that was not acknowledged any more may have renamed it: then the journal still knows the name."""
    return connection.execute(
        "SELECT EXISTS (SELECT 1 FROM partner WHERE name IN (?1, ?1 || '/0'))"
        " OR EXISTS (SELECT 1 FROM change WHERE was LIKE '%\"' || ?1 || '%')",
        (name,),
    ).fetchone()[0]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        found = kill_and_look(Path(folder) / "a.landauf", int((sys.argv[1:] or ["100"])[0]))
    print(f"{found.kills} kills, {found.acknowledged} acknowledged steps, {len(found.wrong)} problems")
    print(*found.wrong, sep="\n", end="")
    sys.exit(bool(found.wrong))
