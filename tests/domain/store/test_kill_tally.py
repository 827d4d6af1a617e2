"""A counting program that is killed loses no stroke that it said was stored."""

import random

from domain.rules.tally import by_group
from domain.usecases import tally
from domain.workspace import Workspace
from tests.bench.kill_tally import struck_before_the_kill
from tests.builders import make_event, make_group, open_workspace


def test_three_kills_lose_no_stroke(tmp_path, clock):
    with open_workspace(tmp_path, clock) as workspace:
        path, event, group = workspace.path, make_event(workspace), make_group(workspace)
    choice, acknowledged = random.Random(9), []
    for _turn in range(3):
        acknowledged += struck_before_the_kill(path, event, group, choice)
    with Workspace.open(path, clock=clock, author="Kühne", device="Laptop 7") as workspace:
        stored = workspace.glance(lambda raw: {line[0] for line in raw.execute("select id from tally_stroke")})
        sums = by_group(workspace.ask(tally.counts, event).hours)
        assert workspace.check() == ()
    assert len(acknowledged) >= 3
    assert {stroke.hex for stroke in acknowledged} <= stored
    assert sums == {group: len(stored)}
