"""Reading a file in four steps: the fate of every row first, then one step that can be taken back."""

import os
import threading

import pytest
from PySide6.QtCore import Qt

from domain.rows.imports import Fate
from domain.usecases import partners, requests
from domain.usecases.imports import IMPORTS
from gui.dialogs.import_wizard.stage_bar import Stage
from gui.models.table import Role
from tests.builders import dump, make_partner
from tests.domain.exchange import books
from tests.domain.exchange.samples import REQUESTS_OF_EXCEL

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
CARDS = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Stadt Köthen\r\nORG:Stadt Köthen\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jana Kühne\r\nORG:Stadt Köthen\r\nTITLE:Leiterin\r\nEND:VCARD\r\n"
)
HOSTILE = {
    "empty.csv": b"",
    "print.csv": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n",
    "nul.csv": b"na\0me,town\n\0\0\0\0,\0\0\n" * 3,
    "columns.csv": b"x;" * 10_000,
    "bomb.xlsx": books.BOMB,
    "no zip.xlsx": b"PK\x03\x04rubbish",
    "entities.xlsx": books.ENTITIES,
    "locked.xlsx": books.LOCKED,
    "page.xlsx": b"<html><body>Anmelden</body></html>",
    "rubbish.vcf": b"\x00\x01\x02" * 500,
}


def fates(dialog):
    return [(row.line, row.fate) for row in dialog.preview.model.rows()]


def names(ws):
    return {row.name for row in ws.ask(partners.list_rows)}


def second_line(dialog, row):
    return dialog.preview.model.index(row, 1).data(Role.cell).second


def test_every_row_is_shown_with_its_fate_and_the_reason(read, go, ws):
    make_partner(ws, "Stadt Köthen", street="Markt 1", postcode="06366", town="Köthen (Anhalt)", phone="03496 1")
    before = dump(ws)
    dialog = go(read(MIXED), 2)
    assert dialog.stage is Stage.preview
    assert [line for line, _fate in fates(dialog)] == [2, 3, 4, 5, 6]
    assert [fate for _line, fate in fates(dialog)] == [
        Fate.new,
        Fate.changed,
        Fate.duplicate,
        Fate.refused,
        Fate.refused,
    ]
    assert second_line(dialog, 1) == "Kategorie: Sonstiges → Gemeinde"
    assert second_line(dialog, 3).startswith("Name: ")
    assert "5 Zeilen" in dialog.preview.summary.text()
    assert dialog.primary.text() == "2 Zeilen übernehmen"
    assert dump(ws) == before


def test_the_rows_of_one_fate_can_be_looked_at_alone(read, go, qtbot):
    dialog = go(read(MIXED), 2)
    qtbot.mouseClick(dialog.preview.shown._segments[Fate.refused], LEFT)
    assert {fate for _line, fate in fates(dialog)} == {Fate.refused}
    qtbot.mouseClick(dialog.preview.shown._segments["all"], LEFT)
    assert len(fates(dialog)) == 5
    assert dialog.preview.shown._segments[Fate.refused].text() == "Abgelehnt 2"


def test_taking_over_is_one_step_that_the_last_page_takes_back(read, go, ws, qtbot, settle):
    before = dump(ws)
    dialog = go(read(MIXED), 3)
    assert dialog.stage is Stage.done
    assert "Grundschule Radis" in names(ws)
    assert "2 Zeilen wurden abgelehnt" in dialog.finish.refused.headline.text()
    qtbot.mouseClick(dialog.finish.undo, LEFT)
    settle()
    assert dialog.stage is Stage.preview
    assert dump(ws) == before


def test_the_last_page_closes_and_the_window_offers_undo(read, go, desk, qtbot):
    dialog = go(read(MIXED), 3)
    with qtbot.waitSignal(desk.told) as told:
        go(dialog)
    assert told.args == ["2 Zeilen übernommen", True]
    assert not dialog.isVisible()


def test_everything_goes_by_keyboard_alone(read, qtbot, settle, ws):
    dialog = read("Bezeichnung der Stelle;Straße\nVerein Süd;Weg 1\n")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.stage is Stage.columns
    assert not dialog.primary.isEnabled()
    assert "Name" in dialog.columns.problem.words.text()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.columns.problem.isHidden()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert dialog.stage is Stage.preview
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.stage is Stage.preview, "Enter in the list takes nothing over"
    qtbot.keyClick(dialog.primary, Qt.Key.Key_Space)
    settle()
    assert names(ws) == {"Verein Süd"}
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_cancel_stores_nothing(read, go, ws, qtbot):
    before = dump(ws)
    dialog = go(read(MIXED), 2)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert (dump(ws), ws.undo_state().undo) == (before, None)


def test_a_file_with_nothing_new_cannot_be_taken_over(read, go):
    go(read(MIXED), 4)
    again = go(read(MIXED), 2)
    assert not again.primary.isEnabled()
    assert Fate.new not in {fate for _line, fate in fates(again)}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_nothing_is_told_in_one_line_and_changes_nothing(read, ws, name):
    before = dump(ws)
    dialog = read(HOSTILE[name], name)
    told = dialog.file.problem.words.text()
    assert name in told
    assert len(told.splitlines()) == 1
    assert not dialog.primary.isEnabled()
    assert dialog.isVisible()
    assert dump(ws) == before


def test_a_header_without_rows_is_told_before_anything_is_taken_over(read, go):
    dialog = go(read(HEAD), 2)
    assert (
        dialog.preview.problem.words.text()
        == "Die Datei hat eine Kopfzeile, aber keine Zeilen; es wurde nichts übernommen."
    )
    assert not dialog.primary.isEnabled()


def test_what_is_no_file_at_all_is_told(read, tmp_path):
    (tmp_path / "schleife.csv").symlink_to(tmp_path / "schleife.csv")
    os.mkfifo(tmp_path / "rohr.csv")
    for name in ("weg.csv", "schleife.csv", "rohr.csv"):
        dialog = read(tmp_path / name)
        assert name in dialog.file.problem.words.text()
        dialog.reject()
    assert "Ordner" in read(tmp_path).file.problem.words.text()


def test_another_file_can_be_chosen_in_the_same_dialog(read, tmp_path, settle):
    dialog = read(HOSTILE["empty.csv"], "empty.csv")
    (tmp_path / "gut.csv").write_text(MIXED)
    dialog.read(tmp_path / "gut.csv")
    settle()
    assert dialog.primary.isEnabled()
    assert dialog.file.problem.isHidden()


def test_a_file_changed_since_the_preview_is_not_taken_over(read, go, ws, tmp_path):
    before = dump(ws)
    dialog = go(read(MIXED), 2)
    (tmp_path / "partner.csv").write_text(MIXED.replace("Radis", "Anger"))
    go(dialog)
    assert dialog.stage is Stage.preview
    assert "geändert" in dialog.preview.problem.words.text()
    assert dump(ws) == before
    go(dialog)
    assert dialog.stage is Stage.file
    go(dialog, 3)
    assert "Grundschule Anger" in names(ws)


def test_a_file_gone_since_the_preview_is_taken_over_as_it_was_shown(read, go, ws, tmp_path):
    dialog = go(read(MIXED), 2)
    (tmp_path / "partner.csv").unlink()
    go(dialog)
    assert dialog.stage is Stage.done
    assert not dialog.finish.gone.isHidden()
    assert "Grundschule Radis" in names(ws)


def test_long_files_are_read_in_pool_threads_only(read, go, monkeypatch):
    threads = []
    real = IMPORTS["partners"]

    def watched(session, *args, **kwargs):
        threads.append(threading.current_thread())
        return real(session, *args, **kwargs)

    monkeypatch.setitem(IMPORTS, "partners", watched)
    rows = "".join(f"Verein {n},Verein,Weg {n},06366,Köthen (Anhalt)\n" for n in range(1_200))
    dialog = go(read(HEAD + rows), 2)
    assert [line for line, _fate in fates(dialog)] == list(range(2, 1_202))
    assert threads
    assert threading.main_thread() not in threads


def test_leaving_while_rows_are_taken_over_stores_none(read, go, ws, qtbot, settle):
    before = dump(ws)
    rows = "".join(f"Verein {n},Verein,Weg {n},06366,Köthen (Anhalt)\n" for n in range(1_200))
    dialog = go(read(HEAD + rows), 2)
    qtbot.mouseClick(dialog.primary, LEFT)
    dialog.reject()
    settle()
    assert not dialog.isVisible()
    assert dump(ws) == before


def test_breaking_off_leads_back_to_the_preview(read, go, ws, qtbot, settle):
    before = dump(ws)
    rows = "".join(f"Verein {n},Verein,Weg {n},06366,Köthen (Anhalt)\n" for n in range(1_200))
    dialog = go(read(HEAD + rows), 2)
    qtbot.mouseClick(dialog.primary, LEFT)
    qtbot.mouseClick(dialog.cancel, LEFT)
    settle()
    assert dialog.stage is Stage.preview
    assert dialog.preview.problem.words.text() == "Abgebrochen; es wurde nichts übernommen."
    assert dialog.primary.isEnabled()
    assert dump(ws) == before


def test_contacts_have_no_columns_and_become_partners_with_people(read, go, ws):
    dialog = read(CARDS, "kontakte.vcf")
    assert "2 Karten" in dialog.file.kind.text()
    go(dialog)
    assert dialog.stage is Stage.preview
    go(dialog)
    (row,) = ws.ask(partners.list_rows)
    (contact,) = ws.ask(partners.detail, row.id).contacts
    assert (contact.draft.name, contact.draft.role, contact.draft.source) == ("Jana Kühne", "Leiterin", "kontakte.vcf")


def test_requests_come_through_the_same_dialog(read, go, ws):
    dialog = go(read(REQUESTS_OF_EXCEL.encode("cp1252"), "anfragen.csv", "requests"), 3)
    assert dialog.stage is Stage.done
    assert len(ws.ask(requests.list_rows)) == 2


def test_contacts_are_not_for_requests(read):
    assert "vCard" in read(CARDS, "kontakte.vcf", "requests").file.problem.words.text()
