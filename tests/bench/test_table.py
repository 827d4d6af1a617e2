"""The table of the measurements."""

from tests.bench.__main__ import modules
from tests.bench.table import Row, lines


def test_a_figure_on_the_bar_meets_it():
    assert Row("paint", 1.5, 1.5, "×").is_met
    assert Row("rate", 12.0, 12.0, "×", at_most=False).is_met


def test_a_figure_beyond_the_bar_misses_it():
    assert not Row("paint", 1.51, 1.5, "×").is_met
    assert not Row("rate", 11.9, 12.0, "×", at_most=False).is_met


def test_the_table_shows_figure_bar_and_verdict():
    head, good, bad = lines([Row("first paint", 1.234, 1.5, "×"), Row("keystroke", 20.0, 15.0, "ms", note="p95")])
    assert head.split() == ["what", "measured", "bar", "met", "note"]
    assert good.split() == ["first", "paint", "1.23", "×", "≤", "1.50", "×", "yes"]
    assert bad.split() == ["keystroke", "20.0", "ms", "≤", "15.0", "ms", "NO", "p95"]


def test_modules_can_be_chosen_by_a_part_of_their_name():
    assert modules(["nothing of this name"]) == []
    assert set(modules([])) >= set(modules(["a"]))
