"""Icons: one coherent set, tinted when drawn."""

import re

import pytest
from PySide6.QtGui import QColor

from domain import assets
from domain.terms import EventKind, EventState, Grade
from gui import icons, registry
from gui.actions import all_specs

FILES = sorted(assets.resource("icons").glob("*.svg"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_icon_is_drawn_on_the_24_grid_in_one_colour(path):
    source = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in source
    if path.stem == "logo":
        return
    assert 'stroke="currentColor"' in source
    assert 'fill="none"' in source
    assert re.search(r'stroke-width="(1\.75|2\.25)"', source)
    assert not re.search(r"#[0-9a-f]{3,6}", source)


def test_icon_takes_the_colour_it_is_given(qapp):
    picture = icons.pixmap("close", 24, QColor("#ff0000")).toImage()
    assert picture.pixelColor(picture.rect().center()).red() > 200
    assert picture.pixelColor(0, 0).alpha() == 0


def test_icon_of_another_colour_is_another_picture(qapp):
    red, blue = (icons.pixmap("home", 18, QColor(name)).toImage() for name in ("#ff0000", "#0000ff"))
    assert red != blue


def test_unknown_icon_is_a_mistake(qapp):
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", 16, QColor("black"))


def test_every_kind_state_grade_action_and_page_has_an_icon_that_exists():
    assert set(icons.KIND_ICONS) == set(EventKind)
    assert set(icons.STATE_ICONS) == set(EventState)
    assert set(icons.GRADE_ICONS) == set(Grade)
    named = {
        *icons.KIND_ICONS.values(),
        *icons.STATE_ICONS.values(),
        *icons.GRADE_ICONS.values(),
        *icons.TABLE_ICONS.values(),
        *(spec.icon for spec in registry.PAGES),
        *(spec.icon for spec in all_specs() if spec.icon),
    }
    assert named <= {path.stem for path in FILES}
