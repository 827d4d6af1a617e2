"""The settings, through keyboard and mouse."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage

from domain.errors import FileProblemError
from domain.rows.settings import Settings
from domain.usecases import settings, vocabulary
from gui.page import ALL_TABLES
from gui.pages.settings.page import SettingsPage


@pytest.fixture
def page(qtbot, desk, settle):
    """The page as it is first shown."""
    made = SettingsPage(desk)
    qtbot.addWidget(made)
    made.refresh(ALL_TABLES)
    made.resize(1158, 704)
    with qtbot.waitExposed(made):
        made.show()
    desk.changed.connect(made.refresh)
    yield made
    settle()


def stored(page):
    return page.desk.ask(settings.load)


def widget(form, attribute):
    return form.fields[attribute].binding.widget


def type_into(qtbot, field, words):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def png(width=40, height=20):
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(content)


def test_finished_field_is_kept_as_one_undo_step(page, qtbot):
    type_into(qtbot, widget(page.office, "office.name"), "Koordinierungsstelle")
    assert stored(page).office.name == "Koordinierungsstelle"
    page.desk.undo_state()
    page.desk.undo()
    assert stored(page) == Settings()
    assert widget(page.office, "office.name").text() == ""


def test_impossible_value_says_why_and_keeps_what_was_typed(page, qtbot):
    field = widget(page.office, "office.email")
    type_into(qtbot, field, "keine Adresse")
    assert stored(page).office.email == ""
    assert field.text() == "keine Adresse"
    assert page.office.fields["office.email"].problem.words.text()
    assert page.has_draft()


def test_change_from_elsewhere_does_not_take_what_was_typed(page, qtbot, desk):
    type_into(qtbot, widget(page.office, "office.email"), "keine Adresse")
    desk.run("Andere", settings.save, Settings(author="Kühne"))
    assert widget(page.office, "office.email").text() == "keine Adresse"


def test_theme_is_chosen_by_arrow_keys(page, qtbot):
    page.tabs.bar.setCurrentIndex(1)
    choice = widget(page.program, "theme")
    qtbot.keyClick(choice, Qt.Key.Key_Right)
    assert stored(page).theme == "light"


def test_travel_factors_change_the_example_at_once(page, qtbot):
    page.tabs.bar.setCurrentIndex(2)
    before = page.duty.example.text()
    type_into(qtbot, widget(page.duty, "travel.bus_factor"), "2,5")
    assert "Magdeburg – Stendal" in before
    assert page.duty.example.text() != before
    assert stored(page).travel.bus_factor == 2.5


def test_empty_factor_is_refused_beside_the_field(page, qtbot):
    page.tabs.bar.setCurrentIndex(2)
    field = widget(page.duty, "travel.road_factor")
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.duty.fields["travel.road_factor"].problem.words.text()
    assert stored(page).travel.road_factor == Settings().travel.road_factor


def test_third_break_is_kept_once_both_parts_are_there(page, qtbot):
    page.tabs.bar.setCurrentIndex(2)
    worked, pause = widget(page.duty, "duty.breaks").steps[2]
    type_into(qtbot, worked, "10,5")
    assert stored(page).duty.breaks == ((360, 30), (540, 45))
    type_into(qtbot, pause, "60")
    assert stored(page).duty.breaks == ((360, 30), (540, 45), (630, 60))


def test_logo_is_kept_and_shown(page, tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(png())
    widget(page.office, "office.logo").read(path)
    assert stored(page).office.logo == png()
    assert "40 × 20" in widget(page.office, "office.logo").facts.text()


def test_removed_logo_is_gone(page, tmp_path, qtbot):
    path = tmp_path / "logo.png"
    path.write_bytes(png())
    field = widget(page.office, "office.logo")
    field.read(path)
    qtbot.mouseClick(field.remove, Qt.MouseButton.LeftButton)
    assert stored(page).office.logo is None


@pytest.mark.parametrize("content", [b"%PDF-1.7", png() + b"\0" * 2_100_000])
def test_logo_that_cannot_be_taken_says_why(page, tmp_path, content):
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    widget(page.office, "office.logo").read(path)
    assert stored(page).office.logo is None
    assert page.office.fields["office.logo"].problem.words.text()


def test_missing_logo_file_is_said_in_one_line(page, tmp_path):
    with pytest.raises(FileProblemError):
        widget(page.office, "office.logo").read(tmp_path / "none.png")


def test_qualification_for_advice_is_chosen_from_the_list(page, ws):
    wanted = ws.run("Qualification", vocabulary.add_qualification, "Fachberatung Einbruchschutz")
    page.refresh(frozenset({"qualification"}))
    choice = widget(page.duty, "advice.security_technology_id")
    choice.set_value(wanted)
    choice.activated.emit(choice.currentIndex())
    assert stored(page).advice.security_technology_id == wanted
    assert choice.currentText() == "Fachberatung Einbruchschutz"
