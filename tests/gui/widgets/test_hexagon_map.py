"""The 14 hexagons: arrows reach every Kreis, a click picks one."""

import pytest
from PySide6.QtCore import QPoint, Qt

from domain.region.kreise import kreise
from gui.widgets.hexagon_map import Cell, Fill, HexagonMap, neighbour

SAW, SDL, MD = "15081", "15090", "15003"
STEPS = [(-1, 0), (1, 0), (0, -1), (0, 1)]


@pytest.fixture
def hexagons(qtbot):
    made = HexagonMap("Bürgerdialoge je Kreis")
    made.set_cells({SAW: Cell(Fill.missing, "0/2", "noch ohne Termin"), SDL: Cell(Fill.reached, "2/2", "erreicht")})
    made.resize(280, made.heightForWidth(280))
    qtbot.addWidget(made)
    made.show()
    return made


def test_arrows_reach_every_kreis_from_every_other():
    for start in kreise():
        seen, waiting = set(), [start.ags]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                waiting += [neighbour(here, *step) for step in STEPS]
        assert seen == {kreis.ags for kreis in kreise()}


def test_right_and_left_stay_in_the_row():
    assert neighbour(SAW, 1, 0) == SDL
    assert neighbour(SDL, -1, 0) == SAW
    assert neighbour(SDL, 1, 0) == SDL


def test_arrow_keys_move_and_enter_picks(hexagons, qtbot):
    hexagons.set_current(SAW)
    with qtbot.waitSignal(hexagons.current_changed) as moved:
        qtbot.keyClick(hexagons, Qt.Key.Key_Right)
    assert moved.args == [SDL]
    with qtbot.waitSignal(hexagons.picked) as picked:
        qtbot.keyClick(hexagons, Qt.Key.Key_Return)
    assert picked.args == [SDL]


@pytest.mark.parametrize("kreis", kreise(), ids=lambda kreis: kreis.code)
def test_a_click_on_a_hexagon_picks_its_kreis(hexagons, qtbot, kreis):
    with qtbot.waitSignal(hexagons.picked) as picked:
        qtbot.mouseClick(hexagons, Qt.MouseButton.LeftButton, pos=hexagons._centre(kreis).toPoint())
    assert picked.args == [kreis.ags]


def test_a_click_beside_the_hexagons_picks_nothing(hexagons, qtbot):
    with qtbot.assertNotEmitted(hexagons.picked):
        qtbot.mouseClick(hexagons, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_the_current_kreis_is_described_in_words(hexagons):
    hexagons.set_current(SAW)
    assert hexagons.accessibleDescription() == "Altmarkkreis Salzwedel: noch ohne Termin"


def test_hexagons_keep_their_shape_in_any_width(hexagons):
    hexagons.resize(600, 200)
    centres = [hexagons._centre(kreis) for kreis in kreise()]
    assert all(hexagons.rect().contains(centre.toPoint()) for centre in centres)


def test_figures_that_would_be_cut_are_left_to_the_words(hexagons):
    hexagons.set_cells({SAW: Cell(Fill.missing, "10 + 10 / 20", "noch ohne Termin")})
    hexagons.resize(150, 160)
    shown = hexagons.grab().toImage()
    hexagons.set_cells({SAW: Cell(Fill.missing, "", "noch ohne Termin")})
    assert hexagons.grab().toImage() == shown
