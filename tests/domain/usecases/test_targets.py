import pytest

from domain.errors import InvalidInputError
from domain.terms import EventKind
from domain.usecases import targets
from tests.builders import dump

DIALOGUE, STOP = EventKind.citizen_dialogue, EventKind.mobile_stop
SPRING, AUTUMN = "2027-H1", "2027-H2"


def aim(ws, half_year=SPRING, **aims):
    return ws.run("Set targets", targets.put, half_year, {("15081", EventKind(kind)): n for kind, n in aims.items()})


def test_targets_are_set_changed_and_taken_away(ws):
    assert aim(ws, citizen_dialogue=2, mobile_stop=6) == 2
    assert aim(ws, citizen_dialogue=3, mobile_stop=0) == 2
    assert ws.ask(targets.of_half_year, SPRING) == {("15081", DIALOGUE): 3}
    assert ws.ask(targets.all_targets) == {("15081", DIALOGUE, SPRING): 3}


def test_target_that_stays_as_it_is_makes_no_step(ws):
    aim(ws, citizen_dialogue=2)
    before = ws.undo_state()
    assert aim(ws, citizen_dialogue=2, lecture=0) == 0
    assert ws.undo_state() == before


def test_half_year_is_copied_forward_in_one_step_and_taken_back(ws):
    aim(ws, citizen_dialogue=2, mobile_stop=6)
    aim(ws, AUTUMN, citizen_dialogue=1, lecture=9)
    before = dump(ws)
    assert ws.run("Copy targets", targets.copy, SPRING, AUTUMN) == 3
    assert ws.ask(targets.of_half_year, AUTUMN) == ws.ask(targets.of_half_year, SPRING)
    ws.undo()
    assert dump(ws) == before


def test_one_kind_alone_is_copied(ws):
    aim(ws, citizen_dialogue=2, mobile_stop=6)
    ws.run("Copy targets", targets.copy, SPRING, AUTUMN, [STOP])
    assert ws.ask(targets.of_half_year, AUTUMN) == {("15081", STOP): 6}


@pytest.mark.parametrize(
    ("half_year", "kreis", "number"),
    [(SPRING, "15081", -1), (SPRING, "15081", 1000), (SPRING, "99999", 1), ("2027-H3", "15081", 1), ("", "15081", 1)],
)
def test_impossible_target_is_refused(ws, half_year, kreis, number):
    with pytest.raises(InvalidInputError):
        ws.run("Set targets", targets.put, half_year, {(kreis, DIALOGUE): number})
    assert ws.ask(targets.all_targets) == {}
