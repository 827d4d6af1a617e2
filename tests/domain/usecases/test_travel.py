"""Drives with people's corrections, and where events are."""

from dataclasses import replace

import pytest

from domain.errors import InvalidInputError, NotFoundError
from domain.region.travel import Point, TravelParameters
from domain.rows.settings import Settings
from domain.rows.vocabulary import CorrectionDraft
from domain.terms import PlaceKind
from domain.usecases import settings, travel
from tests.builders import HALLE, KOETHEN, MAGDEBURG, make_event, make_site


def test_a_correction_replaces_the_one_before(ws):
    first = ws.run("Correct", travel.correct, HALLE, KOETHEN, 50)
    second = ws.run("Correct", travel.correct, KOETHEN, HALLE, 45, 38.0)
    table = ws.ask(travel.travel_table)
    assert first == second
    for start, end in ((HALLE, KOETHEN), (KOETHEN, HALLE)):
        assert (table.minutes(start, end), table.kilometres(start, end)) == (45, 38.0)


def test_corrections_without_kilometres_keep_the_estimate(ws):
    estimated = ws.ask(travel.travel_table).kilometres(HALLE, KOETHEN)
    ws.run("Correct", travel.correct, HALLE, KOETHEN, 50)
    assert ws.ask(travel.travel_table).kilometres(HALLE, KOETHEN) == estimated


def test_the_settings_change_the_estimate(ws):
    before = ws.ask(travel.travel_table).minutes(HALLE, MAGDEBURG)
    ws.run("Settings", settings.save, Settings(travel=TravelParameters(bus_factor=2.0)))
    assert ws.ask(travel.travel_table).minutes(HALLE, MAGDEBURG) > before


@pytest.mark.parametrize(
    ("minutes", "kilometres", "field"), [(-1, None, "minutes"), (2000, None, "minutes"), (5, -1.0, "kilometres")]
)
def test_impossible_corrections_are_refused(ws, minutes, kilometres, field):
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Correct", travel.correct, HALLE, KOETHEN, minutes, kilometres)
    assert refusal.value.field == field


def test_a_correction_needs_gemeinden_that_exist(ws):
    with pytest.raises(NotFoundError):
        ws.run("Correct", travel.correct, HALLE, "99999999", 10)


def test_events_are_where_their_site_stands_or_in_their_gemeinde(ws):
    site = make_site(ws, ags=KOETHEN, latitude=51.75, longitude=11.97)
    vague = make_site(ws, ags=KOETHEN)
    exact = make_event(ws, place_kind=PlaceKind.site, site_id=site)
    rough = make_event(ws, place_kind=PlaceKind.site, site_id=vague)
    elsewhere = make_event(ws, ags=HALLE, site_id=site)
    unknown = make_event(ws)
    found = ws.ask(travel.waypoints, [exact, rough, elsewhere, unknown])
    assert (found[exact].ags, found[exact].point) == (KOETHEN, Point(51.75, 11.97))
    assert (found[rough].ags, found[rough].point) == (KOETHEN, None)
    assert (found[elsewhere].ags, found[elsewhere].point) == (HALLE, None)
    assert found[unknown] is None


def corrected(start, end, minutes=40, **fields):
    return CorrectionDraft(start, end, minutes, **fields)


def test_corrected_drives_are_listed_by_their_places(ws):
    ws.run("Correct", travel.correct_drive, corrected(MAGDEBURG, HALLE, kilometres=88.0))
    ws.run("Correct", travel.correct_drive, corrected(HALLE, KOETHEN))
    rows = ws.ask(travel.corrections)
    assert [(row.draft.from_ags, row.draft.to_ags) for row in rows] == [(HALLE, KOETHEN), (HALLE, MAGDEBURG)]
    assert rows[1].draft.kilometres == 88.0


@pytest.mark.parametrize("missing", ["from_ags", "to_ags", "minutes"])
def test_correction_without_places_or_minutes_is_refused(ws, missing):
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Correct", travel.correct_drive, replace(corrected(HALLE, KOETHEN), **{missing: None}))
    assert [problem.field for problem in refusal.value.problems] == [missing]


def test_correction_moved_to_other_places_leaves_nothing_behind(ws):
    first = ws.run("Correct", travel.correct_drive, corrected(HALLE, KOETHEN))
    ws.run("Change", travel.change_correction, first, corrected(HALLE, MAGDEBURG, 75))
    assert [row.draft for row in ws.ask(travel.corrections)] == [corrected(HALLE, MAGDEBURG, 75)]


def test_forgotten_correction_gives_the_estimate_back(ws):
    estimated = ws.ask(travel.travel_table).minutes(HALLE, KOETHEN)
    first = ws.run("Correct", travel.correct_drive, corrected(HALLE, KOETHEN, 5))
    assert ws.run("Forget", travel.forget, [first]) == 1
    assert ws.ask(travel.travel_table).minutes(HALLE, KOETHEN) == estimated
