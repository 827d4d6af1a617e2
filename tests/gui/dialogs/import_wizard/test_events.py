"""Events come in through the same steps, and each row says how its day and place were understood."""

from PySide6.QtCore import Qt

from domain.rows.imports import Fate
from domain.usecases import event_rows
from gui.dialogs.import_wizard.stage_bar import Stage
from gui.models.table import Role

TABLE = (
    "Datum;Uhrzeit;Titel;Art;Ort;Veranstalter\n"
    "14.5.27;18–20 Uhr;Sicher im Netz;Vortrag;Köthen;\n"
    "3.–4.7.2027;;Fest am Markt;Infostand;Stendal;\n"
    "31.02.2027;;Kein Tag;Vortrag;Burg;\n"
)


def cell(dialog, row, column=1):
    return dialog.preview.model.index(row, column).data(Role.cell)


def test_events_are_read_by_mouse_with_day_and_place_told(read, go, ws):
    dialog = go(read(TABLE, "termine.csv", "events"), 2)
    assert dialog.stage is Stage.preview
    assert [row.fate for row in dialog.preview.model.rows()] == [Fate.new, Fate.new, Fate.refused]
    assert cell(dialog, 0).second.startswith("Fr 14.05.2027, 18:00–20:00 · Köthen")
    assert cell(dialog, 1).second.startswith("Sa 03.07.2027 – So 04.07.2027 · Stendal")
    assert "31.02.2027" in cell(dialog, 2).second
    assert ws.ask(event_rows.list_rows) == []
    go(dialog)
    assert dialog.stage is Stage.done
    assert [row.title for row in ws.ask(event_rows.list_rows)] == ["Sicher im Netz", "Fest am Markt"]


def test_events_are_read_by_keyboard_and_taken_back(read, ws, qtbot, settle):
    dialog = read(TABLE, "termine.csv", "events")
    for _step in range(3):
        dialog.primary.setFocus()
        qtbot.keyClick(dialog.primary, Qt.Key.Key_Return)
        settle()
    assert len(ws.ask(event_rows.list_rows)) == 2
    qtbot.keyClick(dialog.finish.undo, Qt.Key.Key_Space)
    settle()
    assert ws.ask(event_rows.list_rows) == []


def test_what_differs_from_an_event_that_is_there_is_told_as_there_already(read, go):
    go(read(TABLE, "termine.csv", "events"), 3)
    dialog = go(read(TABLE.replace("18–20", "19–21"), "anders.csv", "events"), 2)
    assert cell(dialog, 0, 2).badge.words == "schon vorhanden"
    assert dialog.primary.text() == "0 Zeilen übernehmen"
    assert not dialog.primary.isEnabled()
