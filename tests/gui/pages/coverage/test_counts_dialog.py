"""Measures by cause and place in a dialog."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from domain.rows.events import TrafficFacts
from domain.terms import AccidentCause, EventKind, EventState, PlaceCategory
from gui.pages.coverage.counts_dialog import CountsDialog
from tests.builders import make_event
from tests.gui.audit import assert_accessible
from tests.gui.pages.coverage.conftest import HALLE, STENDAL

SPEED, ALCOHOL = AccidentCause.speed, AccidentCause.alcohol


@pytest.fixture
def dialog(qtbot, desk, ws, settle):
    for ags, cause, state, day in (
        (HALLE, SPEED, EventState.held, date(2027, 4, 2)),
        (HALLE, SPEED, EventState.confirmed, date(2027, 7, 1)),
        (STENDAL, ALCOHOL, EventState.confirmed, date(2027, 6, 1)),
    ):
        make_event(
            ws, kind=EventKind.mobile_stop, facts=None, ags=ags, day=day, state=state,
            traffic=TrafficFacts(cause, f"B {ags[-1]}"), place_category=PlaceCategory.road,
        )  # fmt: skip
    made = CountsDialog(desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: bool(made.model.rows()))
    return made


def shown(dialog):
    """The lines that have a figure: name, figures by column title."""
    model = dialog.model
    found = {}
    for at, line in enumerate(model.rows()):
        cells = {column.title: column.cell(line).words for column in model.columns[1:]}
        if line.figures:
            name = model.columns[0].cell(model.row_at(at)).words
            found[name] = {title: words for title, words in cells.items() if words not in {"–", "0"}}
    return found


def test_causes_stand_by_district_with_planned_behind_a_plus(dialog):
    assert shown(dialog) == {
        "Geschwindigkeit": {"HAL": "1+1", "Gehalten": "1", "Geplant": "1"},
        "Alkohol": {"SDL": "+1", "Geplant": "1"},
        "Alle": {"HAL": "1+1", "SDL": "+1", "Gehalten": "1", "Geplant": "2"},
    }


def test_a_half_year_is_chosen_and_the_black_spots_follow_the_line(dialog, qtbot):
    dialog.period.set_value(("2027-H1",))
    dialog.period.activated.emit(0)
    assert shown(dialog)["Geschwindigkeit"] == {"HAL": "1", "Gehalten": "1"}
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert dialog.note.text().endswith("Unfallschwerpunkte: B 0")


def test_places_are_counted_in_the_same_way(dialog):
    dialog.by.set_value("places")
    dialog.by.picked.emit("places")
    assert shown(dialog)["Straße oder Kreuzung"] == {"HAL": "1+1", "SDL": "+1", "Gehalten": "1", "Geplant": "2"}


def test_the_dialog_can_be_used_without_eyes_and_mouse(dialog):
    assert_accessible(dialog)
