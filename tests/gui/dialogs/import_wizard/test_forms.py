"""Reading request forms that came back: which files, what each says, then as with every other file."""

import pytest
from PySide6.QtCore import Qt

from domain.rows.imports import Fate
from domain.usecases import requests
from gui.dialogs.import_wizard.dialog import ImportDialog
from gui.dialogs.import_wizard.stage_bar import Stage
from gui.models.table import Role
from gui.widgets import labels
from tests.domain.exchange import forms
from tests.domain.exchange.test_request_forms import FULL, answers


@pytest.fixture
def read_forms(qtbot, desk, tmp_path, settle):
    """A function that opens the dialog on files with these contents and waits until they are read."""

    def show(**contents):
        paths = []
        for name, content in contents.items():
            paths.append(tmp_path / f"{name}.pdf")
            paths[-1].write_bytes(content)
        dialog = ImportDialog(desk, "requests", paths)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        settle()
        return dialog

    return show


def said(dialog):
    """Everything the chosen form says, as it stands on the right."""
    return [each.text() for each in dialog.file.forms.area.widget().findChildren(labels.Text)]


def test_several_forms_are_shown_and_taken_over_as_one_step(read_forms, go, ws, qtbot):
    dialog = read_forms(
        a=forms.filled(**answers(FULL)),
        b=forms.filled(requester="Verein Süd", town="Burg", expected="viele"),
        c=forms.scan(),
    )
    view = dialog.file.forms
    assert (view.isVisible(), dialog.file.card.isVisible()) == (True, False)
    assert dialog.file.kind.text() == "3 zurückgesandte Anfrageformulare (PDF)"
    assert {"Ludwigsgymnasium Köthen", "Mo 03.05.2027, 10:00–11:30", "Beamer, Ton"} <= set(said(dialog))
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert any("„viele“ ist keine ganze Zahl" in text for text in said(dialog))
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert any("c.pdf" in text for text in said(dialog))
    go(dialog)
    assert dialog.stage is Stage.preview
    assert [row.fate for row in dialog.preview.model.rows()] == [Fate.new, Fate.new, Fate.refused]
    assert "„viele“" in dialog.preview.model.index(1, 1).data(Role.cell).second
    go(dialog)
    assert dialog.stage is Stage.done
    assert [row.draft.requester for row in ws.ask(requests.list_rows)] == ["Ludwigsgymnasium Köthen", "Verein Süd"]
    ws.undo()
    assert ws.ask(requests.list_rows) == []


def test_a_file_that_is_no_form_stops_at_the_first_step_with_the_reason(read_forms):
    dialog = read_forms(brief=forms.foreign())
    assert not dialog.primary.isEnabled()
    assert any("brief.pdf" in text for text in said(dialog))


def test_a_form_beside_a_table_is_refused(qtbot, desk, tmp_path, settle):
    (tmp_path / "a.pdf").write_bytes(forms.filled(requester="Verein Süd"))
    (tmp_path / "b.csv").write_text("Anfragende Stelle;Art;Ort\nVerein Süd;Vortrag;Burg\n")
    dialog = ImportDialog(desk, "requests", [tmp_path / "a.pdf", tmp_path / "b.csv"])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    settle()
    assert "Anfrageformulare" in dialog.file.problem.words.text()
    assert not dialog.primary.isEnabled()


def test_a_form_changed_since_the_preview_is_not_taken_over(read_forms, go, ws, tmp_path):
    dialog = go(read_forms(a=forms.filled(**answers(FULL))))
    (tmp_path / "a.pdf").write_bytes(forms.filled(requester="Jemand anderes"))
    go(dialog)
    assert "a.pdf" in dialog.preview.problem.words.text()
    assert ws.ask(requests.list_rows) == []
    go(dialog, 2)
    assert [row.name for row in dialog.preview.model.rows()] == ["Jemand anderes (a.pdf)"]
