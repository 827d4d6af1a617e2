"""The figures of the page, and what it writes into files."""

from zipfile import ZipFile

from PySide6.QtCore import Qt

from domain.terms import Audience, ConcernCategory
from domain.usecases import concern_context
from gui.pages.concerns import exports
from tests.builders import HALLE, KOETHEN, make_concern

LEFT = Qt.MouseButton.LeftButton


def test_figures_are_those_of_the_query_and_lead_into_the_register(opened, ws, qtbot, settle):
    for ags, count in ((KOETHEN, 3), (HALLE, 1)):
        for _number in range(count):
            make_concern(ws, ags=ags, category=ConcernCategory.noise)
    page = opened()
    qtbot.mouseClick(page.view._segments["figures"], LEFT)
    settle()
    expected = ws.ask(concern_context.statistics)
    assert page.figures.counts() == tuple(sorted(expected.kreise, key=lambda line: -line.total))
    qtbot.keyClick(page.figures.by.chosen(), Qt.Key.Key_Right)
    assert page.figures.counts() == expected.categories
    qtbot.keyClick(page.figures.by.chosen(), Qt.Key.Key_Left)
    page.figures.table.select(page.figures.model.id_at(1))
    qtbot.keyClick(page.figures.table, Qt.Key.Key_Return)
    settle()
    assert page.view.value() == "register"
    assert [each.kreis_ags for each in map(page.register.model.row_at, range(page.register.model.rowCount()))] == [
        "15002"
    ]


def test_the_exported_figures_are_those_shown(opened, ws, tmp_path, settle):
    for _number in range(7):
        make_concern(ws, ags=KOETHEN)
    page = opened()
    out = tmp_path / "a.xlsx"
    exports.write_statistics(page, out)
    settle()
    sheet = ZipFile(out).read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<v>7</v>") == 4 * 2  # concerns and waiting, for all, district, category and both


def test_the_register_is_exported_as_the_filter_shows_it(opened, ws, tmp_path, settle, qtbot):
    make_concern(ws, "Geheim formuliert", public_text="Öffentlich")
    page = opened()
    dialog = exports.export_register(page)
    assert dialog.audience.value() == Audience.public
    qtbot.mouseClick(dialog.audience._segments["internal"], LEFT)
    assert dialog.internal.isVisible()
    assert not dialog.public.isVisible()
    dialog.reject()
    for audience, expected in ((Audience.public, "Öffentlich"), (Audience.internal, "Geheim formuliert")):
        out = tmp_path / f"{audience}.csv"
        exports.write_register(page, out, audience)
        settle()
        assert expected in out.read_text("utf-8-sig")
