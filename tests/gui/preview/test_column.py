"""Where pages lie that are shown one below the other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from gui.preview.column import GAP, Fit, PageColumn, fitting
from gui.preview.pdf import PageSize

A4, A5 = PageSize(595, 842), PageSize(420, 595)
EVERYTHING = QRectF(0, 0, 1e6, 1e6)


def test_pages_stand_in_the_middle_one_below_the_other():
    column = PageColumn((A4, A5), 1.0, 1000)
    first, second = column.rect(0), column.rect(1)
    assert (first.width(), first.height()) == (793, 1123)
    assert second.top() == first.bottom() + 1 + GAP
    assert abs(first.center().x() - 500) <= 1
    assert abs(second.center().x() - 500) <= 1


def test_only_pages_that_are_seen_are_in_sight():
    column = PageColumn((A4,) * 500, 1.0, 1000)
    assert list(column.in_sight(0, 600)) == [0]
    assert list(column.in_sight(column.rect(7).top() + 5, column.rect(8).top() + 5)) == [7, 8]
    assert list(column.in_sight(column.rect(7).bottom() + 2, column.rect(8).top() + 5)) == [8]
    assert list(PageColumn((), 1.0, 1000).in_sight(0, 600)) == []


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from([A4, A5]), min_size=1, max_size=9),
    st.floats(0.5, 4.0),
    st.floats(0.5, 4.0),
    st.tuples(st.floats(0, 900), st.floats(0, 3000)),
)
def test_a_place_is_the_same_place_at_every_zoom(sizes, before, after, point):
    one, other = PageColumn(tuple(sizes), before, 900), PageColumn(tuple(sizes), after, 900)
    place = one.place(QPointF(*point))
    again = other.place(other.point(place))
    if 0 <= place.down < 0.99:
        assert again.page == place.page
        assert again.down == pytest.approx(place.down, abs=0.01)
        assert again.across == pytest.approx(place.across, abs=0.01)


def test_a_page_has_a_dot_for_every_dot_of_the_screen():
    column = PageColumn((A4,), 1.0, 1000)
    (piece,) = column.pieces(0, EVERYTHING, 2.0)
    assert (piece.across, piece.down) == (2 * column.rect(0).width(), 2 * column.rect(0).height())


def test_a_huge_page_is_made_of_tiles_that_are_in_sight():
    column = PageColumn((A4,), 4.0, 1000)
    whole = column.pieces(0, EVERYTHING, 2.0)
    assert sum(piece.across * piece.down for piece in whole) == whole[0].width * whole[0].height
    seen = column.pieces(0, QRectF(100, 2000, 900, 600), 2.0)
    assert 0 < sum(piece.across * piece.down for piece in seen) < 12_000_000


def test_the_zoom_fits_the_width_or_the_whole_page():
    wide = fitting((A4, A5), Fit.width, 793 + 2 * GAP, 300)
    whole = fitting((A4, A5), Fit.page, 2000, 1123 + 2 * GAP)
    assert wide == pytest.approx(1.0, abs=0.01)
    assert whole == pytest.approx(1.0, abs=0.01)
