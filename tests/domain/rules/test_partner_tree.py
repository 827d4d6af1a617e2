"""The tree of institutions never runs in a circle."""

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.rules.partner_tree import path_above, would_circle

NODES = st.integers(0, 9)
MOVES = st.lists(st.tuples(NODES, NODES), max_size=40)


def test_the_path_goes_from_the_nearest_up():
    assert path_above("c", {"c": "b", "b": "a", "a": None}) == ("b", "a")
    assert path_above("x", {}) == ()


def test_nothing_goes_under_itself_or_under_what_is_below_it():
    parents = {"revier": "inspektion", "kommissariat": "revier"}
    assert would_circle("inspektion", "inspektion", parents)
    assert would_circle("inspektion", "kommissariat", parents)
    assert not would_circle("kommissariat", "inspektion", parents)
    assert not would_circle("inspektion", None, parents)


@settings(max_examples=40)
@given(MOVES)
def test_whatever_is_moved_every_path_comes_to_an_end(moves):
    parents: dict[int, int | None] = {}
    for child, parent in moves:
        if not would_circle(child, parent, parents):
            parents[child] = parent
    for node in parents:
        path = path_above(node, parents)
        assert node not in path
        assert parents.get(path[-1]) is None


def test_a_circle_written_by_another_program_does_not_hang():
    assert path_above("a", {"a": "b", "b": "a"}) == ("b",)
    assert path_above("x", {"x": "a", "a": "b", "b": "a"}) == ("a", "b")
