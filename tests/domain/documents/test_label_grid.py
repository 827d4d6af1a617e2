"""Labels on a sheet: where they lie, and that they stay on it."""

import pytest

from domain.documents.kit.theme import MM
from domain.documents.label_grid import BADGE_GRIDS, BADGES_80X50, CARDS_A5, CARDS_A6


@pytest.mark.parametrize("grid", [*BADGE_GRIDS, CARDS_A5, CARDS_A6])
def test_labels_lie_on_the_sheet_and_leave_equal_margins(grid):
    x, top = grid.places[-1]
    assert x / MM + grid.width + grid.left == pytest.approx(210)
    assert top / MM + grid.height + grid.top == pytest.approx(297)
    assert len(set(grid.places)) == grid.count


def test_labels_follow_one_another_row_by_row_with_their_gaps():
    places = [(round(x / MM, 1), round(top / MM, 1)) for x, top in BADGES_80X50.places[:3]]
    assert places == [(20, 13.5), (110, 13.5), (20, 68.5)]
