"""The page of the projects: list, inspector, form with stages, extract."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.projects import ProjectDraft, StageDraft
from domain.terms import ProjectKind, ProjectState
from domain.usecases import projects
from gui.page import ALL_TABLES
from gui.pages.projects import deeds
from gui.pages.projects.form import ProjectDialog
from gui.pages.projects.page import ProjectsPage
from gui.widgets.button import Button
from tests.builders import DAY, make_partner, make_person
from tests.gui.audit import assert_accessible

FIRST = date(2027, 3, 2)
ADVICE = ProjectDraft(
    ProjectKind.advisory, "Willkommensbehörde", "15085", first_day=FIRST,
    stages=(StageDraft("Auftakt", FIRST, FIRST), StageDraft("Leitfaden", DAY + timedelta(days=60))),
)  # fmt: skip
ANALYSIS = ProjectDraft(
    ProjectKind.regional_analysis, "Fahrräder", "15089", student="Bachelorarbeit", student_until=date(2028, 1, 1)
)


@pytest.fixture
def opened(qtbot, desk):
    """A function that shows the page."""

    def show():
        page = ProjectsPage(desk)
        qtbot.addWidget(page)
        page.refresh(ALL_TABLES)
        page.resize(1158, 704)
        with qtbot.waitExposed(page):
            page.show()
        desk.changed.connect(page.refresh)
        return page

    return show


@pytest.fixture
def filled(ws):
    office = make_partner(ws, "Ausländerbehörde Harz")
    adviser = make_person(ws, "Jana Kühne")
    advice = replace(ADVICE, partner_id=office, adviser_id=adviser)
    return [ws.run("Add", projects.create, draft) for draft in (advice, ANALYSIS)]


def test_an_empty_page_says_what_to_do(opened):
    page = opened()
    (button,) = [found for found in page.findChildren(Button) if found.text() == "Projekt anlegen"]
    assert button.isVisible()
    assert_accessible(page)


def test_the_list_can_be_narrowed_to_a_kind(opened, filled):
    page = opened()
    assert page.model.rowCount() == 2
    assert page.context() == "1 läuft"
    page.kinds.set_value(ProjectKind.regional_analysis.value)
    page.kinds.picked.emit(ProjectKind.regional_analysis.value)
    assert [row.draft.title for row in page.model.rows()] == ["Fahrräder"]
    page.show_record(filled[0])
    assert page.chosen().id == filled[0]
    assert_accessible(page)


def test_a_long_stage_does_not_make_the_panel_wider_than_its_place(opened, filled):
    page = opened()
    page.show_record(filled[0])
    content = page.panel._area.widget()
    for tick in page.panel.ticks:
        tick.setText("Vorstellung der Ergebnisse im Kriminalpräventiven Rat der Stadt und im Kreistag")
    assert content.minimumSizeHint().width() <= page.panel._area.viewport().width()


def test_a_stage_is_ticked_off_by_keyboard_and_undone(opened, filled, qtbot, ws):
    page = opened()
    page.show_record(filled[0])
    qtbot.keyClick(page.panel.ticks[1], Qt.Key.Key_Space)
    assert ws.ask(projects.detail, filled[0]).state is ProjectState.done
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.panel.ticks[1], timeout=2_000)
    page.desk.workspace.undo()
    assert ws.ask(projects.detail, filled[0]).draft.stages[1].done_on is None


def test_the_form_shows_what_the_kind_has(opened, filled):
    page = opened()
    page.show_record(filled[0])
    dialog = deeds.edit(page)
    assert isinstance(dialog, ProjectDialog)
    assert dialog.left.fields["partner_id"].is_shown
    assert not dialog.left.fields["student"].is_shown
    dialog.close()
    page.show_record(filled[1])
    dialog = deeds.edit(page)
    assert dialog.left.fields["student"].is_shown
    assert not dialog.left.fields["adviser_id"].is_shown
    dialog.close()


@pytest.mark.parametrize("draft", [ADVICE, ANALYSIS])
def test_every_field_of_the_form_is_reached_by_keyboard(qtbot, desk, draft):
    dialog = ProjectDialog("Projekt", draft, desk, (), lambda: DAY, None)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert_accessible(dialog)


def test_a_new_project_is_typed_with_two_stages(opened, qtbot, ws):
    page = opened()
    dialog = deeds.enter(page)
    title = dialog.left.fields["title"].binding.widget
    qtbot.keyClicks(title, "Sprechzeiten")
    title.editingFinished.emit()
    stages = dialog.right.fields["stages"].binding.widget
    for words in ("Auftakt", "Abschluss"):
        qtbot.keyClicks(stages.adder, words)
        qtbot.keyClick(stages.adder, Qt.Key.Key_Return)
    dialog.primary.click()
    (row,) = ws.ask(projects.list_rows)
    assert row.draft.title == "Sprechzeiten"
    assert [stage.title for stage in row.draft.stages] == ["Auftakt", "Abschluss"]
    assert page.chosen().id == row.id


def test_a_name_without_an_end_stays_in_the_form_with_its_reason(opened, filled, ws):
    page = opened()
    page.show_record(filled[1])
    dialog = deeds.edit(page)
    dialog.left.set_draft(replace(dialog.left.draft(), student_until=None))
    dialog.primary.click()
    assert dialog.isVisible()
    assert dialog.left.fields["student_until"].problem.isVisible()
    assert ws.ask(projects.detail, filled[1]).draft == ANALYSIS
    dialog.close()


def test_the_extract_is_written_beside_the_window(opened, filled, qtbot, tmp_path):
    page = opened()
    page.show_record(filled[1])
    assert page.may("projects.extract")
    deeds.write_extract(page, page.chosen(), tmp_path / "auszug.csv")
    qtbot.waitUntil((tmp_path / "auszug-codebuch.csv").exists, timeout=10_000)
    page.show_record(filled[0])
    assert not page.may("projects.extract")


def test_deleted_projects_come_back(opened, filled, ws):
    page = opened()
    page.table.select(filled[0])
    page.remove()
    assert [row.id for row in ws.ask(projects.list_rows)] == [filled[1]]
    ws.undo()
    assert len(ws.ask(projects.list_rows)) == 2
