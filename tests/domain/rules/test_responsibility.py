"""Who of several is responsible for a Gemeinde."""

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.region.areas import areas, areas_over
from domain.region.gemeinden import gemeinden
from domain.rules.responsibility import narrowest, responsible

AGS = st.sampled_from([each.ags for each in gemeinden()])
AREAS = st.sets(st.sampled_from(sorted(areas())), max_size=4)


def test_the_narrowest_area_wins_whoever_stands_first():
    areas_of = {"kreis": ["15081"], "verband": ["150815051"], "ort": ["15081026"], "fremd": ["15082"]}
    assert responsible("15081026", areas_of, {}) == ("ort", "verband", "kreis")


def test_of_equal_areas_the_one_deepest_in_the_tree_wins():
    areas_of = {"inspektion": ["15082", "15091"], "revier": ["15082"]}
    assert responsible("15082180", areas_of, {"revier": "inspektion"}) == ("revier", "inspektion")


@settings(max_examples=40)
@given(AGS, AREAS)
def test_only_areas_over_the_gemeinde_count(ags, found):
    over = set(areas_over(ags))
    assert (narrowest(ags, found) is None) == found.isdisjoint(over)
    assert bool(responsible(ags, {"one": found}, {})) == bool(found & over)
