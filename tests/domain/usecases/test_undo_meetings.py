"""Any sequence of what is done with meetings, concerns, councils and duplicates can be undone and redone."""

from contextlib import suppress
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import LandaufError
from tests.builders import dump
from tests.domain.usecases.drafts import fill
from tests.domain.usecases.test_undo_everything import STEPS
from tests.domain.usecases.undo_meetings import MEETING_STEPS

BEGINNING = ("create_event", "create_event", "capture_concern", "add_item", "invite", "add_task", "join_body")
AROUND = ("create_event", "delete_events", "delete_partner", "delete_person", "move_event", "duplicate_event")
ALL = {**MEETING_STEPS, **{name: STEPS[name] for name in AROUND}}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=6)
@given(names=st.lists(st.sampled_from(sorted(ALL)), min_size=10, max_size=20), random=st.randoms())
def test_undoing_gives_the_file_of_before_and_redoing_that_of_after(ws, names, random):
    undo_all(ws, None)
    known = fill(ws)
    before, floor = dump(ws), ws.undo_state().undo
    for name in (*BEGINNING, *names):
        with suppress(LandaufError):  # refused like any wrong input: nothing was written
            ws.run(name, ALL[name], known, random.randrange)
    after = dump(ws)
    undone = undo_all(ws, floor)
    assert dump(ws) == before
    for _ in range(undone):
        ws.redo()
    assert dump(ws) == after
    assert ws.check() == ()


def test_every_step_can_succeed(ws):
    """The property above would mean nothing if its steps were always refused."""
    known, random = fill(ws), Random(7)
    never = []
    for name in (*BEGINNING, *MEETING_STEPS):
        floor = ws.undo_state().undo
        if not succeeds(ws, name, known, random):
            never.append(name)
        elif name not in BEGINNING:
            undo_all(ws, floor)
    assert never == []


def succeeds(ws, name, known, random):
    for _ in range(60):
        with suppress(LandaufError):
            ws.run(name, ALL[name], known, random.randrange)
            return True
    return False


def undo_all(ws, floor):
    """Undo until `floor` is the step that would be undone next; returns how many steps that took."""
    count = 0
    while ws.undo_state().undo != floor:
        ws.undo()
        count += 1
    return count
