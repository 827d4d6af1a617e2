from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.region.kreise import kreise
from domain.rows.coverage import CoverageFilter, CoverageRow, Standing
from domain.rules import coverage as rules
from domain.rules.coverage import Counts, coverage, half_year_days, half_year_of, half_years_of, shifted, view
from domain.terms import DaySpan, EventKind

DIALOGUE, LECTURE = EventKind.citizen_dialogue, EventKind.lecture
TODAY = date(2027, 4, 28)
NOW = "2027-H1"
SPRING = CoverageFilter((DIALOGUE,), (NOW,))


def row(kreis="15090", kind=DIALOGUE, half_year=NOW, **figures):
    return CoverageRow(kreis, kind, half_year, **({"target": 0, "planned": 0, "held": 0} | figures))


def tile(rows, kreis="15090", wanted=SPRING):
    return next(each for each in view(rows, wanted, TODAY).kreise if each.kreis_ags == kreis)


def test_planned_and_held_are_set_against_the_target():
    key = ("15090", DIALOGUE, NOW)
    (found,) = coverage({key: Counts(planned=2, held=2, reached=40)}, {key: 6})
    assert found == CoverageRow("15090", DIALOGUE, NOW, target=6, planned=2, held=2, reached=40)
    assert found.missing == 2


def test_target_without_an_event_has_a_row_and_a_target_of_none_has_not():
    keys = {("15090", DIALOGUE, NOW): 2, ("15081", DIALOGUE, NOW): 0}
    assert [(each.kreis_ags, each.target, each.missing) for each in coverage({}, keys)] == [("15090", 2, 2)]


def test_wanted_rows_are_there_even_when_empty():
    assert [found.missing for found in coverage({}, {}, [("15001", DIALOGUE, NOW)])] == [0]


def test_rows_are_sorted_by_kreis_half_year_and_kind():
    keys = [("15090", DIALOGUE, "2027-H2"), ("15090", LECTURE, NOW), ("15090", DIALOGUE, NOW), ("15001", LECTURE, NOW)]
    rows = coverage(dict.fromkeys(keys, Counts(1)), {})
    assert [(each.kreis_ags, each.kind, each.half_year) for each in rows] == [keys[3], keys[2], keys[1], keys[0]]


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_day_lies_in_its_half_year(day):
    assert day in half_year_days(half_year_of(day))


def test_half_year_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="month"):
        half_year_days("2027-H3")


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(-40, 40))
def test_shifting_half_years_can_be_taken_back_and_keeps_their_order(day, steps):
    name = half_year_of(day)
    there = shifted(name, steps)
    assert shifted(there, -steps) == name
    assert (there > name, there < name) == (steps > 0, steps < 0)


def test_stretch_of_days_touches_half_years_in_order():
    assert half_years_of(DaySpan(date(2026, 12, 31), date(2027, 7, 1))) == ("2026-H2", "2027-H1", "2027-H2")


def test_tile_tells_target_counts_people_and_days_since_the_last():
    rows = [
        row(target=3, planned=1, held=1, reached=218, last=date(2027, 4, 9)),
        row(half_year="2026-H2", held=1, reached=90, last=date(2026, 11, 1)),
        row(kind=LECTURE, held=5, last=date(2027, 4, 27)),
    ]
    found = tile(rows)
    assert (found.target, found.planned, found.held, found.missing) == (3, 1, 1, 1)
    assert (found.last, found.days_since, found.standing) == (date(2027, 4, 9), 19, Standing.begun)
    stendal = next(kreis for kreis in kreise() if kreis.ags == "15090")
    assert found.per_thousand == pytest.approx(218 * 1000 / stendal.population)


def test_last_event_counts_from_earlier_half_years_and_never_is_never():
    found = tile([row(half_year="2026-H2", held=1, last=date(2026, 12, 6))])
    assert (found.held, found.days_since) == (0, 143)
    assert tile([]).days_since is None


def test_surplus_of_one_kind_does_not_make_up_for_another():
    rows = [row(target=1), row(kind=LECTURE, target=1, held=4)]
    assert tile(rows, wanted=CoverageFilter((), (NOW,))).missing == 1


def test_trend_shows_earlier_half_years_the_oldest_first():
    found = tile([row(held=1), row(half_year="2025-H1", held=3, target=2), row(half_year="2020-H1", held=9)])
    assert [(point.half_year, point.held) for point in found.trend] == [
        ("2024-H2", 0), ("2025-H1", 3), ("2025-H2", 0), ("2026-H1", 0), ("2026-H2", 0), (NOW, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("counts", "standing"),
    [
        ({"target": 2}, Standing.missing),
        ({"target": 2, "planned": 1}, Standing.begun),
        ({"target": 2, "held": 1, "planned": 1}, Standing.covered),
        ({"target": 2, "held": 2, "planned": 1}, Standing.held),
        ({"held": 1}, Standing.free),
    ],
)
def test_standing_follows_from_target_held_and_planned(counts, standing):
    assert tile([row(**counts)]).standing is standing


def test_largest_gap_comes_first_then_the_longest_wait():
    rows = [
        row("15081", target=1),
        row("15085", target=2),
        row("15084", target=1, half_year=NOW, last=None),
        row("15084", half_year="2026-H2", held=1, last=date(2026, 12, 1)),
    ]
    assert [each.kreis_ags for each in view(rows, SPRING, TODAY).kreise][:3] == ["15085", "15081", "15084"]


KEYS = st.tuples(
    st.sampled_from([kreis.ags for kreis in kreise()]), st.sampled_from(EventKind), st.sampled_from([NOW, "2026-H2"])
)


@settings(max_examples=40)
@given(st.dictionaries(KEYS, st.tuples(*[st.integers(0, 5)] * 3), max_size=40), st.sampled_from([(), (DIALOGUE,)]))
def test_sums_of_the_view_are_those_of_its_rows(cells, kinds):
    rows = [CoverageRow(*key, *figures) for key, figures in cells.items()]
    wanted = CoverageFilter(kinds, (NOW,))
    inside = rules.chosen(rows, wanted)
    shown = view(rows, wanted, TODAY)
    assert len(shown.kreise) == 14
    for name in ("target", "planned", "held", "missing"):
        assert getattr(shown, name) == sum(getattr(each, name) for each in inside)
    gaps = [each.missing for each in shown.kreise]
    assert gaps == sorted(gaps, reverse=True)
    assert shown.lacking == sum(1 for gap in gaps if gap)
