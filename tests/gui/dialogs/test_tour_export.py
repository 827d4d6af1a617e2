"""Sending a tour out of the window."""

import json
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from domain.errors import NotFoundError
from domain.terms import EventKind
from domain.usecases import tours
from gui.dialogs.tour_export import open_tour_export
from tests.builders import DAY, make_event, make_tour, make_vehicle
from tests.gui.audit import assert_accessible


@pytest.fixture
def tour(ws):
    tour_id, (first, second) = make_tour(ws, make_vehicle(ws), days=2)
    for day_id, offset, title in ((first, 0, "Markt"), (second, 1, "Schule")):
        event = make_event(ws, title, day=DAY + timedelta(days=offset), kind=EventKind.mobile_stop)
        ws.run("Stop", tours.place_stop, day_id, event)
    return tour_id


@pytest.fixture
def dialog(desk, tour, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    yield open_tour_export(window, desk)
    window.close()


def titles(path):
    return [row["title"] for row in json.loads(path.read_text(encoding="utf-8"))]


def test_next_tour_with_all_days_for_the_public_as_gpx_is_offered(dialog, tour):
    assert (dialog.wanted().tour_id, dialog.wanted().first) == (tour, None)
    assert (dialog.audience.value(), dialog.format.value()) == ("public", "gpx")
    assert dialog.warning.isHidden()


def test_one_day_is_written(dialog, tmp_path, settle):
    dialog.day.set_value(DAY + timedelta(days=1))
    dialog.write(tmp_path / "tag.json")
    settle()
    assert titles(tmp_path / "tag.json") == ["Schule"]


def test_whole_tour_is_written(dialog, tmp_path, settle):
    dialog.write(tmp_path / "tour.json")
    settle()
    assert titles(tmp_path / "tour.json") == ["Markt", "Schule"]


def test_internal_warns(dialog, qtbot):
    segment = dialog.audience._segments["internal"]
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert not dialog.warning.isHidden()


def test_without_a_tour_it_says_so(desk):
    with pytest.raises(NotFoundError, match="no tour with a day"):
        open_tour_export(None, desk)


def test_everything_has_a_name(dialog):
    assert_accessible(dialog)
