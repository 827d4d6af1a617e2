"""Reading a table: the fate of every row first, then one step that can be taken back."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from domain.rows.imports import Fate
from domain.usecases import partners
from domain.usecases.imports import IMPORTS
from gui.dialogs.import_table import ImportDialog
from gui.models.table import Role
from tests.builders import dump, make_partner

LEFT = Qt.MouseButton.LeftButton
HEAD = "name,type,street,postcode,town\n"
MIXED = (
    HEAD
    + "Grundschule Radis,Grundschule,Schulstr. 2,06901,Kemberg\n"
    + "Stadt Köthen,Gemeinde,Markt 1,06366,Köthen (Anhalt)\n"
    + "Grundschule Radis,Grundschule,Schulstr. 2,06901,Kemberg\n"
    + ",Verein,Weg 1,06366,Köthen (Anhalt)\n"
    + "Verein Saale,Verein,Weg 3,123,Halle (Saale)\n"
)
HOSTILE = {
    "empty.csv": b"",
    "header.csv": HEAD.encode(),
    "print.csv": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n",
    "columns.csv": b"one,two\n1,2\n",
    "nul.csv": b"name,town\n\0\0\0\0,\0\0\n" * 3,
}


@pytest.fixture
def read(qtbot, desk, tmp_path, settle):
    """A function that opens the dialog on a file with this content and waits for the preview."""
    dialogs = []

    def show(content, name="partner.csv", what="partners"):
        source = content if isinstance(content, Path) else tmp_path / name
        if not isinstance(content, Path):
            source.write_bytes(content if isinstance(content, bytes) else content.encode())
        dialog = ImportDialog(desk, what, source)
        dialogs.append(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        settle()
        return dialog

    return show


def fates(dialog):
    return [(row.line, row.fate) for row in dialog.model.rows()]


def test_every_row_is_shown_with_its_fate_and_the_reason(read, ws):
    make_partner(ws, "Stadt Köthen", street="Markt 1", postcode="06366", town="Köthen (Anhalt)", ags="15082180")
    before = dump(ws)
    dialog = read(MIXED)
    assert [line for line, _fate in fates(dialog)] == [2, 3, 4, 5, 6]
    assert [fate for _line, fate in fates(dialog)][2:4] == [Fate.duplicate, Fate.refused]
    reason = dialog.model.index(3, 1).data(Role.cell).second
    assert "name" in reason.casefold()
    assert len(reason) > 10
    assert "5 Zeilen" in dialog.summary.text()
    assert dump(ws) == before


def test_the_rows_of_one_fate_can_be_looked_at_alone(read, qtbot):
    dialog = read(MIXED)
    qtbot.mouseClick(dialog.shown._segments[Fate.refused], LEFT)
    assert {fate for _line, fate in fates(dialog)} == {Fate.refused}
    qtbot.mouseClick(dialog.shown._segments["all"], LEFT)
    assert len(fates(dialog)) == 5


def test_taking_over_is_one_step_that_undo_takes_back(read, ws, desk, qtbot, settle):
    before = dump(ws)
    dialog = read(MIXED)
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert not dialog.isVisible()
    assert "Grundschule Radis" in {row.name for row in ws.ask(partners.list_rows)}
    desk.undo()
    assert dump(ws) == before


def test_cancel_stores_nothing(read, ws, qtbot):
    before = dump(ws)
    dialog = read(MIXED)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert (dump(ws), ws.undo_state().undo) == (before, None)


def test_a_file_with_nothing_new_cannot_be_taken_over(read, qtbot, settle):
    first = read(MIXED)
    qtbot.mouseClick(first.primary, LEFT)
    settle()
    again = read(MIXED)
    assert not again.primary.isEnabled()
    assert Fate.new not in {fate for _line, fate in fates(again)}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_table_is_told_in_one_line_and_changes_nothing(read, ws, name):
    before = dump(ws)
    dialog = read(HOSTILE[name], name)
    assert len(dialog.summary.text().splitlines()) == 1
    assert not dialog.primary.isEnabled()
    assert dialog.isVisible()
    assert dump(ws) == before


def test_a_file_that_is_gone_is_told(read, tmp_path):
    dialog = read(tmp_path / "gone.csv")
    assert "gone.csv" in dialog.summary.text()
    assert not dialog.primary.isEnabled()


def test_a_long_file_is_read_in_pool_threads_only(read, ws, qtbot, settle, monkeypatch):
    threads = []
    real = IMPORTS["partners"]

    def watched(session, *args, **kwargs):
        threads.append(threading.current_thread())
        return real(session, *args, **kwargs)

    monkeypatch.setitem(IMPORTS, "partners", watched)
    dialog = read(HEAD + "".join(f"Verein {n},Verein,Weg {n},06366,Köthen (Anhalt)\n" for n in range(10_000)))
    assert dialog.model.rowCount() == 10_000
    assert [line for line, _fate in fates(dialog)] == list(range(2, 10_002))
    assert threads
    assert threading.main_thread() not in threads


def test_leaving_while_rows_are_taken_over_stores_none(read, ws, qtbot, settle):
    before = dump(ws)
    dialog = read(HEAD + "".join(f"Verein {n},Verein,Weg {n},06366,Köthen (Anhalt)\n" for n in range(3_000)))
    qtbot.mouseClick(dialog.primary, LEFT)
    dialog.reject()
    settle()
    assert dump(ws) == before
