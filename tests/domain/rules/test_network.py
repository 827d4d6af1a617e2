"""Strength, columns and gaps of the network of a Kreis."""

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.region.areas import areas
from domain.region.kreise import kreise
from domain.rows.network import Gap, Tie
from domain.rules.network import Circle, circle_of, gaps, strength
from domain.terms import NetworkGap, PartnerCategory, RelationKind

ONE, OTHER = UUID(int=1), UUID(int=2)
COMPLETE = frozenset(PartnerCategory)
EVERYWHERE = frozenset(areas())


def kinds(found):
    return [gap.kind for gap in found]


def test_lasting_ties_weigh_more_than_an_event_and_events_do_not_pile_up():
    assert strength(Tie(ONE, OTHER, events=1)) < strength(Tie(ONE, OTHER, (RelationKind.funds,)))
    assert strength(Tie(ONE, OTHER, events=500)) == strength(Tie(ONE, OTHER, events=6))
    assert strength(Tie(ONE, OTHER, (RelationKind.funds,), is_membership=True, is_tree=True, events=1)) == 10


def test_every_category_has_its_column():
    assert {circle_of(category) for category in PartnerCategory} == set(Circle)
    assert circle_of(PartnerCategory.jugendamt) is Circle.offices


@pytest.mark.parametrize("ags", [each.ags for each in kreise()])
def test_a_kreis_with_everything_has_no_gap_and_an_empty_one_has_all(ags):
    assert gaps(ags, COMPLETE, EVERYWHERE, EVERYWHERE) == ()
    assert set(kinds(gaps(ags, (), (), ()))) == set(NetworkGap)
    assert all(gap.names == () for gap in gaps(ags, (), (), ()))


def test_what_is_missing_in_parts_is_named():
    inside = [area.key for area in areas().values() if area.kreis_ags == "15082"]
    covered = [key for key in inside if key not in {"15082", "15082430"}]
    assert gaps("15082", COMPLETE, EVERYWHERE, covered) == (Gap(NetworkGap.rbb, ("Zerbst/Anhalt",)),)


def test_a_verbandsgemeinde_is_named_once_for_all_its_gemeinden():
    towns = [key for key in areas() if key.startswith("15081") and len(key) == 8]
    inside = {"15081026", "15081030"}
    (gap,) = gaps("15081", COMPLETE, EVERYWHERE, [key for key in towns if key not in inside])
    assert gap.names.count("Verbandsgemeinde Beetzendorf-Diesdorf") == 1
    assert gaps("15081", COMPLETE, EVERYWHERE, [*towns, "150815051"]) == ()


def test_the_ordnungsamt_of_a_landkreis_does_not_stand_in_for_those_of_its_gemeinden():
    assert kinds(gaps("15082", COMPLETE, ["15082"], EVERYWHERE)) == [NetworkGap.ordnungsamt]
    assert gaps("15002", COMPLETE, ["15002"], EVERYWHERE) == ()


@settings(max_examples=30)
@given(st.sampled_from([each.ags for each in kreise()]), st.sets(st.sampled_from(sorted(areas())), max_size=30))
def test_more_officers_never_make_more_gaps(ags, some):
    def missing(found):
        return sum(len(gap.names) or 999 for gap in gaps(ags, COMPLETE, EVERYWHERE, found))

    assert missing(some | {ags}) == 0
    assert missing(some) <= missing(())
