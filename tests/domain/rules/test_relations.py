"""Relations read from either side."""

import pytest

from domain.rules.relations import opposite
from domain.terms import RelationKind


@pytest.mark.parametrize("kind", RelationKind)
def test_the_opposite_of_the_opposite_is_the_relation_itself(kind):
    assert opposite(opposite(kind)) is kind


def test_only_working_together_reads_the_same_from_both_sides():
    assert [kind for kind in RelationKind if opposite(kind) is kind] == [RelationKind.works_with]
    assert opposite(RelationKind.funds) is RelationKind.funded_by
