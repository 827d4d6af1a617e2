"""The single steps: how text is read, which column feeds which field, and that it is remembered."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from domain.rows.imports import Fate, ImportReport, RowFate
from domain.usecases import partners
from gui.dialogs.import_wizard.preview_step import PreviewStep
from gui.dialogs.import_wizard.source_list import MIME
from gui.dialogs.import_wizard.stage_bar import Stage
from gui.models.table import Role
from tests.domain.exchange.books import book

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def pick(combo, value, settle):
    """Choose as a person does."""
    combo.set_value(value)
    combo.activated.emit(combo.currentIndex())
    settle()


def drop(target, data):
    """Carry something over a widget and let it go there."""
    target.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE))
    event = QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE, QEvent.Type.Drop)
    target.dropEvent(event)


def first_cells(dialog):
    model = dialog.file._rows.rows
    return [model.index(0, column).data() for column in range(model.columnCount())]


def test_a_wrong_encoding_or_delimiter_can_be_put_right(read, settle):
    dialog = read("Name;Ort\nGrundschule Süd;Köthen\n".encode("cp850"))
    assert "nicht lesbar" in dialog.file.problem.words.text()
    pick(dialog.file.encoding, "cp850", settle)
    assert first_cells(dialog) == ["Grundschule Süd", "Köthen"]
    pick(dialog.file.delimiter, "|", settle)
    assert first_cells(dialog) == ["Grundschule Süd;Köthen"]
    pick(dialog.file.encoding, "utf-8", settle)
    assert "utf-8" in dialog.file.problem.words.text()
    assert not dialog.primary.isEnabled()
    pick(dialog.file.encoding, "cp850", settle)
    assert dialog.primary.isEnabled()


def test_another_sheet_of_a_workbook_can_be_read(read, settle):
    content = book(["Name"], ["Verein A"], title="Erste", more=["Zweite"])
    dialog = read(content, "liste.xlsx")
    assert dialog.file.encoding.isHidden()
    assert dialog.file.sheet.value() == "Erste"
    pick(dialog.file.sheet, "Zweite", settle)
    assert "leer" in dialog.file.problem.words.text()


def test_a_file_dropped_on_the_first_step_is_read(read, tmp_path, settle):
    dialog = read("Name\nA\n")
    (tmp_path / "andere.csv").write_text("Name\nVerein B\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "andere.csv"))])
    drop(dialog.file, data)
    settle()
    assert first_cells(dialog) == ["Verein B"]


def test_a_column_dragged_onto_a_field_feeds_it(read, go):
    dialog = go(read("Bezeichnung der Stelle;Stadt\nVerein Süd;Köthen\n"))
    source, row = dialog.columns.source, dialog.columns.rows["name"]
    assert source.flags(source.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    drop(row, source.mimeData([source.index(0, 0)]))
    assert row.place() == 0
    assert row.sample.text() == "Verein Süd"
    assert source.index(0, 1).data(Role.cell).badge.words == "Name"
    assert dialog.primary.isEnabled()


def test_tab_goes_through_the_fields_and_then_to_the_buttons(read, go, qtbot):
    dialog = go(read("Name;Stadt\nVerein Süd;Köthen\n"))
    combos = [row.combo for row in dialog.columns.rows.values()]
    assert dialog.focusWidget() is combos[0]
    passed = []
    for _press in range(len(combos) + 2):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget())
    assert passed[: len(combos) - 1] == combos[1:]
    assert passed[len(combos) - 1 :] == [dialog.back, dialog.cancel, dialog.primary]


def test_what_is_no_column_is_not_taken(read, go):
    dialog = go(read("Bezeichnung der Stelle;Stadt\nVerein Süd;Köthen\n"))
    for word in (b"7", b"rubbish", b"\xff"):
        data = QMimeData()
        data.setData(MIME, word)
        drop(dialog.columns.rows["name"], data)
    assert dialog.columns.rows["name"].place() is None


def test_columns_are_remembered_for_the_next_file_with_this_header(read, go, ws):
    dialog = go(read("Stelle;Stadt\nVerein Süd;Köthen\n"))
    dialog.columns.rows["name"].set_place(0)
    go(dialog, 3)
    again = go(read("Stelle;Stadt\nVerein Nord;Burg\n", "naechste.csv"))
    assert again.columns.rows["name"].place() == 0
    assert "letzten Mal" in again.columns.told.text()
    other = go(read("Amt;Stadt\nVerein Nord;Burg\n", "andere.csv"))
    assert other.columns.rows["name"].place() is None
    assert {row.name for row in ws.ask(partners.list_rows)} == {"Verein Süd"}


def test_going_back_keeps_what_was_chosen(read, go, qtbot):
    dialog = go(read("Stelle;Stadt\nVerein Süd;Köthen\n"))
    dialog.columns.rows["name"].set_place(0)
    go(dialog)
    qtbot.mouseClick(dialog.back, LEFT)
    assert dialog.stage is Stage.columns
    assert dialog.columns.rows["name"].place() == 0
    qtbot.mouseClick(dialog.back, LEFT)
    assert dialog.stage is Stage.file
    go(dialog)
    assert dialog.columns.rows["name"].place() == 0


def test_duplicate_and_missing_headings_are_columns_of_their_own(read, go):
    dialog = go(read("Name;Name;\nA;B;C\n"))
    combo = dialog.columns.rows["name"].combo
    assert [combo.itemText(index) for index in range(combo.count())] == ["– keine –", "Name", "Name", "Spalte 3"]
    dialog.columns.rows["name"].set_place(2)
    go(dialog)
    assert [row.name for row in dialog.preview.model.rows()] == ["C"]


def test_a_hundred_thousand_rows_are_shown_and_filtered_at_once(qtbot):
    step = PreviewStep()
    qtbot.addWidget(step)
    fates = list(Fate)
    rows = tuple(RowFate(line, f"Verein {line}", fates[line % 5]) for line in range(2, 100_002))
    step.resize(900, 600)
    step.show()
    step.show_report(ImportReport(rows, "utf-8", ";"))
    assert step.model.rowCount() == 100_000
    step.table.select(step.model.id_at(90_000))
    assert step.model.position_of(step.model.id_at(90_000)) == 90_000
    step.shown.set_value(Fate.refused)
    step._show_rows()
    assert step.model.rowCount() == 20_000


def test_each_step_says_where_it_stands(read, go):
    dialog = read("Name\nA\n")
    assert dialog.stages.accessibleName() == "Schritt 1 von 4: Datei"
    assert go(dialog).stages.accessibleName() == "Schritt 2 von 4: Spalten"
    assert go(dialog).stages.accessibleName() == "Schritt 3 von 4: Vorschau"
