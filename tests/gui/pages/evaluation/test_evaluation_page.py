"""The evaluation page by keyboard and mouse: filters, measures, pictures with their tables, the events behind them."""

from datetime import date

from openpyxl import load_workbook
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from domain.rows.events import HandOut, PatrolFacts
from domain.rows.filters import EventFilter
from domain.rows.publications import PublicationDraft
from domain.rules.evaluation.periods import Preset
from domain.terms import Audience, Breakdown, EventKind, EventState, Measure
from domain.usecases import evaluation, publications
from gui.pages.evaluation import deeds
from gui.pages.evaluation.figure_table import figure_rows
from gui.pages.evaluation.page import EvaluationPage
from gui.widgets.bar_chart import BarChart
from gui.widgets.hexagon_map import Fill
from tests.builders import make_event

HELD = (EventState.held, EventState.reviewed)


def lines(card):
    """What a card's table shows: name, done, planned, share."""
    return [(row.name, row.done, row.coming, row.share) for row in card.table.lines.rows()]


def choose(page, measure, settle):
    page.tiles.tiles[measure].click()
    settle()


def test_page_begins_with_this_half_year_and_its_events(opened, year):
    page = opened()
    assert page.context() == "01.01.–30.06.2027"
    assert page.tiles.value() is Measure.events
    assert page.tiles.tiles[Measure.events].figure == "2"
    assert page.tiles.tiles[Measure.people].figure == "65"
    assert lines(page.period)[1:5] == [
        ("Februar 2027", "1", "0", "50 %"),
        ("März 2027", "1", "0", "50 %"),
        ("April 2027", "0", "0", "0 %"),
        ("Mai 2027", "0", "1", "0 %"),
    ]


def test_bars_hold_the_numbers_of_the_table_beside_them(opened, year, settle):
    page = opened()
    for measure in Measure:
        choose(page, measure, settle)
        shown = [(bar.filled, bar.outlined) for bar in page.period.chart.bars()]
        figures = page.figures().months
        assert shown == [(line.sums.amount(measure), line.sums.outlook(measure)) for line in figures]
        assert len(lines(page.period)) == len(shown)


def test_page_shows_the_figures_of_the_query(opened, ws, year, settle):
    page = opened()
    asked = ws.ask(evaluation.figures, page.filters.wanted())
    assert page.figures() == asked
    for breakdown in Breakdown:
        for row, line in zip(figure_rows(asked, breakdown, Measure.people), asked.lines(breakdown), strict=True):
            assert row.done == str(line.sums.reached)


def test_filters_narrow_everything_at_once(opened, year, settle):
    page = opened()
    page.filters.kinds.set_ticked([EventKind.lecture])
    page.filters.kinds.picked.emit((EventKind.lecture,))
    settle()
    assert page.tiles.tiles[Measure.events].figure == "1"
    assert [name for name, *_figures in lines(page.breakdown)] == ["Vortrag"]
    page.filters.reset.click()
    settle()
    assert page.tiles.tiles[Measure.events].figure == "2"
    page.filters.topics.picked.emit(())
    page.filters.topics.set_ticked([year])
    page.filters.show_preset(Preset.all)
    settle()
    assert page.tiles.tiles[Measure.events].figure == "1"


def test_own_days_are_typed_and_read_the_right_way_round(opened, year, settle, qtbot):
    page = opened()
    page.filters.show_preset(Preset.own)
    assert page.filters.first.isVisible()
    assert page.filters.first.day() == date(2027, 1, 1)
    for field, text in ((page.filters.first, "31.12.2026"), (page.filters.last, "01.11.2026")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle()
    assert page.context() == "01.11.–31.12.2026"
    assert page.tiles.tiles[Measure.events].figure == "1"


def test_change_is_told_against_as_many_days_of_the_period_before(opened, year):
    page = opened()
    assert page.compared.text().startswith("Veränderung gegenüber 01.07.–26.10.2026")
    tile = page.tiles.tiles[Measure.events]
    assert tile.second == "davor: 0 · 1 geplant"
    assert "Zeitraum davor: 0 (01.07.–26.10.2026)" in tile.accessibleName()


def test_arrows_move_the_choice_of_the_measure(opened, year, settle):
    page = opened()
    page.first_focus().setFocus()
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Right)
    settle()
    assert page.tiles.value() is Measure.people
    assert page.period.table.lines.columns[1].title == "Erreichte Personen"
    assert lines(page.period)[1][1] == "25"
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Left)
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Left)
    assert page.tiles.value() is Measure.handed_out


def test_map_is_shaded_and_says_the_same_as_its_table(opened, year, settle):
    page = opened()
    choose(page, Measure.people, settle)
    cells = page.kreise.map._cells
    assert (cells["15082"].figures, cells["15002"].figures, cells["15001"].figures) == ("40", "25", "0")
    assert cells["15001"].fill is Fill.none
    assert cells["15082"].fill is Fill.much
    assert {name: done for name, done, *_rest in lines(page.kreise)}["Anhalt-Bitterfeld"] == "40"
    page.kreise.map.set_current("15002")
    assert page.kreise.table.lines.rows()[page.kreise.table.currentIndex().row()].key == "15002"
    assert page.kreise.map.accessibleDescription() == "Halle (Saale): 25 erreicht, 60 erwartet bei Geplantem"


def test_enter_on_a_bar_and_a_line_shows_the_events_behind_them(opened, year, qtbot):
    page = opened()
    with qtbot.waitSignal(page.list_asked) as asked:
        chart = page.period.chart
        chart.setFocus()
        QTest.keyClick(chart, Qt.Key.Key_Home)
        QTest.keyClick(chart, Qt.Key.Key_Right)
        QTest.keyClick(chart, Qt.Key.Key_Return)
    page_id, wanted = asked.args
    assert page_id == "events"
    assert (wanted.first, wanted.last) == (date(2027, 2, 1), date(2027, 2, 28))
    assert set(HELD) < set(wanted.states)
    with qtbot.waitSignal(page.list_asked) as asked:
        page.breakdown.table.select_key("lecture")
        QTest.keyClick(page.breakdown.table, Qt.Key.Key_Return)
    assert asked.args[1].kinds == (EventKind.lecture,)
    with qtbot.waitSignal(page.list_asked) as asked:
        page.kreise.map.picked.emit("15082")
    assert asked.args[1].kreise == ("15082",)


def test_what_the_list_cannot_filter_by_is_said(opened, year, settle, qtbot, desk):
    page = opened()
    page.breakdown.choice.set_value(Breakdown.host_category)
    page.breakdown.choice.activated.emit(0)
    with qtbot.waitSignal(desk.told) as told:
        page.breakdown.table.line_opened.emit("other")
    assert "nicht filtern" in told.args[0]


def test_other_breakdowns_are_one_choice_away(opened, year, settle):
    page = opened()
    page.breakdown.choice.set_value(Breakdown.topic)
    page.breakdown.choice.activated.emit(0)
    assert lines(page.breakdown) == [("Einbruch", "1", "0", "50 %")]
    assert page.breakdown.table.lines.columns[0].title == "Thema"


def test_table_is_copied_as_tabs_with_its_heads(opened, year, settle):
    page = opened()
    page.kreise.table.setFocus()
    page.kreise.table.select_key("15002")
    QTest.keyClick(page.kreise.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert rows[0] == ["Kreis", "Gehalten", "Geplant", "Anteil"]
    assert ["Halle (Saale)", "1", "1", "50 %"] in rows
    assert len(rows) == 15
    page.breakdown.copy_button.click()
    assert QGuiApplication.clipboard().text().startswith("Art\tGehalten")


def test_empty_period_says_what_to_do_and_leads_to_all_times(opened, held, settle):
    held(date(2020, 5, 5))
    page = opened()
    assert page.stack.currentWidget() is page.empty
    page.empty.findChildren(type(page.filters.reset))[0].click()
    settle()
    assert page.filters.period.value() is Preset.all
    assert page.stack.currentWidget() is page.area


def test_many_months_are_shown_as_years(opened, held, settle):
    for number in range(3):
        held(date(2023 + number, 3, 1))
    page = opened()
    page.filters.show_preset(Preset.all)
    settle()
    assert [bar.key for bar in page.period.chart.bars()] == ["2023", "2024", "2025"]
    assert page.period.title.text() == "Nach Jahr"


def test_a_change_in_the_file_is_counted_at_once(opened, year, ws, settle, qtbot):
    page = opened()
    make_event(ws, day=date(2027, 4, 1), state=EventState.held, host_name="Stadt")
    qtbot.waitUntil(lambda: page.tiles.tiles[Measure.events].figure == "3")


def test_key_figures_say_what_else_there_is(opened, year, held, settle):
    facts = PatrolFacts(police_officers=2, ordnungsamt_officers=1)
    held(kind=EventKind.joint_patrol, facts=facts)
    page = opened()
    assert page.tiles.tiles[Measure.events].second == "davor: 0 · 1 geplant"
    assert page.tiles.tiles[Measure.patrol_hours].second == "davor: 0 · Polizei 4, Ordnungsamt 2"


def test_publications_stand_there_once_some_were_handed_out(opened, year, held, ws, settle):
    page = opened()
    assert page.publications.isHidden()
    paper = ws.run("Add", publications.create, PublicationDraft("Sicher wohnen"))
    held(publications=(HandOut(paper, 20, 12),))
    settle()
    assert [row[1:4] for row in page.publications.model.rows()] == [("Sicher wohnen (de)", 12, 1)]
    assert page.publications.isVisible()


def test_requests_and_how_it_is_counted_stand_below(opened, year):
    page = opened()
    assert [row[1] for row in page.requests.model.rows()] == ["Alle Anfragen", "Mobil-Halt", "Alle anderen"]
    assert page.requests.causes.text() == "Keine wurde abgelehnt."


def test_files_of_what_is_shown_are_written_beside_the_window(opened, year, tmp_path, desk, qtbot):
    page = opened()
    out = tmp_path / "alles.xlsx"
    with qtbot.waitSignal(desk.told):
        deeds.write_book(desk, out, page.filters.wanted(), Audience.public)
    held = {row[0]: row[1] for row in load_workbook(out)["Kennzahlen"].values}["Gehalten"]
    assert str(held) == page.tiles.tiles[Measure.events].figure
    with qtbot.waitSignal(desk.told):
        deeds.write_table(desk, tmp_path / "s.csv", page.filters.wanted())
    assert (tmp_path / "s.csv").stat().st_size > 1_000
    assert deeds.file_name(page.filters.wanted(), "xlsx") == "auswertung-2027-01-01-2027-06-30.xlsx"


def test_narrow_page_puts_tables_below_their_pictures(opened, year, qtbot):
    page = opened(width=620)
    qtbot.waitUntil(lambda: page.period.table.mapTo(page, page.period.table.rect().topLeft()).x() < 40)
    assert page.minimumSizeHint().width() <= 904


def test_list_of_events_shows_the_filter_of_the_evaluation(shell_with, year, qtbot):
    window, desk = shell_with()
    page = window.show_page("evaluation")
    qtbot.waitUntil(lambda: page.figures() is not None and not desk.tasks.is_busy)
    page.breakdown.choice.set_value(Breakdown.topic)
    page.breakdown.choice.activated.emit(0)
    page.open_line(Breakdown.topic, year.hex)
    listed = window.stack.current_page()
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    assert window.stack.current_id() == "events"
    assert len(listed.list.model.ids()) == 1
    assert listed.list.bar.further.isVisible()
    listed.list.bar.further.click()
    qtbot.waitUntil(lambda: len(listed.list.model.ids()) == 3)
    assert not listed.list.bar.further.isVisible()
    listed.list.bar.clear()
    assert listed.list.bar.wanted() == EventFilter()


def test_page_watches_every_table_that_counts():
    assert EvaluationPage.watches == evaluation.TABLES


def test_new_figures_are_painted_once_where_they_belong(opened, year, held, settle, qtbot, monkeypatch):
    painted = []
    paint = BarChart.paintEvent
    monkeypatch.setattr(
        BarChart, "paintEvent", lambda chart, event: (painted.append(chart.height()), paint(chart, event))
    )
    held(date(2025, 12, 1))
    page = opened(1600, 1000)

    def look():
        settle()
        qtbot.waitUntil(page.area.updatesEnabled)
        for _turn in range(5):  # layout requests and painting take turns
            QCoreApplication.processEvents()

    look()
    before = page.period.chart.height()
    painted.clear()
    page.filters.show_preset(Preset.all)
    look()
    assert page.period.chart.height() != before
    assert painted == [page.period.chart.height()]
