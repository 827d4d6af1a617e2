"""The coverage page, through keyboard and mouse."""

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.terms import EventKind, EventState
from domain.usecases import events, targets
from gui import theme
from gui.kreis_record import kreis_of, kreis_record
from gui.pages.coverage import deeds, words
from gui.widgets.hexagon_map import Fill
from tests.builders import make_event, make_topic
from tests.gui.audit import assert_accessible
from tests.gui.pages.coverage.conftest import DIALOGUE, HALLE, NOW, SALZWEDEL, STENDAL


def order(page):
    return [tile.each.kreis_ags for tile in page.board.grid.tiles]


def tile(page, ags):
    return page.board.grid.tile(ags)


def pick_kind(page, qtbot, settle, key):
    page.filters.kind.set_value(key)
    page.filters.kind.picked.emit(key)
    settle()


def test_tiles_begin_with_the_largest_gap_and_tell_figures(opened, aim, held):
    aim(k15081=2, k15090=1, k15002=3)
    held(STENDAL, date(2027, 4, 9), actual=218)
    page = opened()
    assert order(page)[:2] == ["15002", "15081"]
    assert len(order(page)) == 14
    said = tile(page, "15090").accessibleDescription()
    assert "1 gehalten · 0 geplant · Ziel 1, erfüllt, zuletzt vor 19 Tagen" in said
    assert "je 1.000 Einwohner" in said
    assert tile(page, "15081").accessibleName() == "Altmarkkreis Salzwedel"


def test_key_figures_count_the_whole_state(opened, aim, held, ws):
    aim(k15081=2, k15002=3)
    held(HALLE, date(2027, 3, 1))
    make_event(ws, ags=SALZWEDEL)
    page = opened()
    figures = page.board.figures.accessibleDescription()
    assert figures == "1 gehalten von 5, 1 geplant, 3 fehlen in 2 Kreisen"


def test_map_hexagons_and_table_say_the_same(opened, aim, held):
    aim(k15081=2)
    held(HALLE, date(2027, 3, 1))
    page = opened()
    cells = page.board.map.shapes._cells
    assert cells == page.board.map.hexagons._cells
    assert cells["15081"].fill is Fill.missing
    assert cells["15002"].fill is Fill.plain
    rows = {each.kreis_ags: each for each in page.board.model.rows()}
    for ags, cell in cells.items():
        assert cell.words == words.spoken(rows[ags]) == tile(page, ags).accessibleDescription()


def test_one_choice_moves_map_tiles_table_and_inspector(opened, aim, qtbot):
    aim(k15081=2, k15090=1)
    page = opened()
    page.side.tabs.bar.setCurrentIndex(1)
    qtbot.mouseClick(tile(page, "15090"), Qt.MouseButton.LeftButton)
    page.side.tabs.bar.setCurrentIndex(1)
    assert page.board.map.shapes.current() == page.board.map.hexagons.current() == "15090"
    assert kreis_of(page.board.table.current_id()) == "15090"
    assert page.side.situation.standing.text() == "Stendal: fehlt 1"
    page.board.table.select(kreis_record("15081"))
    assert page.current().kreis_ags == "15081" == page.board.grid.current()
    page.board.map.shapes.set_current("15085")
    assert page.board.grid.current() == "15085"


def test_arrows_move_between_tiles_and_enter_opens_the_finder(opened, aim, qtbot):
    aim(k15081=2, k15090=1)
    page = opened()
    page.activateWindow()
    first = page.first_focus()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert page.current().kreis_ags == order(page)[1]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page.current().kreis_ags == order(page)[3]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert page.current().kreis_ags == order(page)[13]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.side.finder.month.hasFocus()


def test_arrows_on_the_map_reach_every_kreis():
    from domain.region.kreise import kreise
    from gui.widgets.kreis_map import next_kreis

    reached, waiting = set(), ["15003"]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting += [next_kreis(here, *step) for step in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    assert reached == {kreis.ags for kreis in kreise()}
    assert next_kreis("15090", -1, 0) == "15081"


def test_kind_period_and_topic_narrow_what_is_shown(opened, aim, held, ws, qtbot, settle):
    topic = make_topic(ws, "Einbruch")
    aim(k15002=1)
    held(HALLE, date(2027, 3, 1), topic_ids=(topic,))
    held(HALLE, date(2026, 9, 1))
    make_event(ws, "Halt", kind=EventKind.mobile_stop, ags=HALLE)
    page = opened()
    assert (page.current() and tile(page, "15002").each.held, tile(page, "15002").each.planned) == (1, 0)
    pick_kind(page, qtbot, settle, "all")
    assert (tile(page, "15002").each.held, tile(page, "15002").each.planned) == (1, 1)
    pick_kind(page, qtbot, settle, "mobile_stop")
    assert (tile(page, "15002").each.held, tile(page, "15002").each.planned) == (0, 1)
    pick_kind(page, qtbot, settle, "citizen_dialogue")
    page.filters.period.set_value(("2026-H2",))
    page.filters.period.activated.emit(0)
    assert tile(page, "15002").each.held == 1
    page.filters.period.set_value((NOW,))
    page.filters.topic.set_value(topic)
    page.filters.topic.activated.emit(0)
    settle()
    qtbot.waitUntil(lambda: tile(page, "15002").each.target == 0)
    assert tile(page, "15002").each.held == 1
    assert "Themen" in page.board.head.order.text()


def test_year_adds_its_half_years_up(opened, held):
    held(HALLE, date(2026, 3, 1))
    held(HALLE, date(2026, 9, 1))
    page = opened()
    page.filters.period.set_value(("2026-H1", "2026-H2"))
    page.filters.period.activated.emit(0)
    assert tile(page, "15002").each.held == 2


def test_new_event_shows_at_once(opened, ws, settle, qtbot):
    page = opened()
    make_event(ws, ags=HALLE)
    settle()
    qtbot.waitUntil(lambda: tile(page, "15002").each.planned == 1)


def test_story_tells_of_the_last_event_and_opens_it(opened, aim, held, qtbot):
    aim(k15081=2)
    event_id = held(SALZWEDEL, date(2026, 12, 6))
    page = opened()
    page.choose("15081")
    qtbot.waitUntil(lambda: "vor 143 Tagen" in page.board.map.story.text())
    page.side.tabs.bar.setCurrentIndex(1)
    assert "Es ist keiner geplant." in page.side.situation.sentences.text()
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.mouseClick(page.side.situation.last, Qt.MouseButton.LeftButton)
    assert asked.args == ["events", event_id]


def test_page_opens_at_a_kreis_that_was_asked_for(opened, aim, qtbot, settle):
    aim(k15081=2)
    page = opened()
    pick_kind(page, qtbot, settle, "lecture")
    page.show_record(kreis_record("15090"))
    assert page.current().kreis_ags == "15090"
    assert page.filters.kinds() == (DIALOGUE,)


def test_targets_are_copied_to_the_next_half_year_and_taken_back(opened, aim, ws, desk):
    aim(k15081=2)
    page = opened()
    page.copy_targets()
    assert ws.ask(targets.of_half_year, "2027-H2") == {("15081", DIALOGUE): 2}
    desk.undo_state()
    desk.undo()
    assert ws.ask(targets.of_half_year, "2027-H2") == {}


def test_draft_event_closes_the_gap_and_is_gone_to(opened, aim, ws, qtbot, settle):
    aim(k15081=1)
    page = opened()
    page.open_kreis("15081")
    qtbot.waitUntil(page.side.finder.make.isEnabled)
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.mouseClick(page.side.finder.make, Qt.MouseButton.LeftButton)
    draft = ws.ask(events.detail, asked.args[1]).draft
    assert (draft.kind, draft.state, draft.title) == (DIALOGUE, EventState.tentative, "Bürgerdialog Salzwedel")
    settle()
    qtbot.waitUntil(lambda: tile(page, "15081").each.missing == 0)


def test_table_of_what_is_shown_is_written(opened, aim, desk, tmp_path, settle):
    aim(k15081=2)
    aim(half_year="2027-H2", k15081=3)
    page = opened()
    deeds.write_table(desk, tmp_path / "c.json", page.filters.wanted())
    settle()
    rows = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert [(row["half_year"], row["target"], row["missing"]) for row in rows] == [(NOW, 2, 2)]


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_page_can_be_used_by_keyboard_and_screen_reader(opened, aim, choice):
    aim(k15081=2)
    theme.use(QApplication.instance(), choice)
    page = opened()
    page.activateWindow()
    page.side.finder.form.more.click()
    assert_accessible(page)
    theme.use(QApplication.instance(), "light")
