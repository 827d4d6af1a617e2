"""The people on the page of lectures, through keyboard and mouse."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from domain.rows.events import AssignmentDraft, TrainingFacts
from domain.rows.tours import Absence, HeldQualification
from domain.terms import AssignmentRole, EventKind, EventState
from domain.usecases import people, vocabulary
from gui.pages.settings.people import PersonDialog
from tests.builders import make_event, make_person, make_topic
from tests.gui.pages.lectures.deeds import TODAY, cells, dialog_of, field, lecture, type_into


def test_a_person_shows_qualifications_load_and_what_others_read(opened, ws):
    held = ws.run("Add", vocabulary.add_qualification, "Opferschutz")
    person = make_person(
        ws,
        "Silke Platzhalter",
        confidential=True,
        capacity_per_month=1,
        qualifications=(HeldQualification(held, TODAY - timedelta(days=1)),),
    )
    lecture(ws, day=TODAY, assignments=(AssignmentDraft(person, AssignmentRole.speaker),))
    page = opened("speakers")
    found = cells(page.speakers)
    assert (found["Qualifikationen"].words, found["Qualifikationen"].badge.words) == ("Opferschutz", "abgelaufen")
    assert (found["Dieser Monat"].words, found["Dieser Monat"].second, found["Anstehend"].words) == (
        "1 von 1",
        "0 frei",
        "1",
    )
    assert found["Name"].icon == "eye-off"
    notices = page.speakers.panel.facts.findChildren(type(page.speakers.notice))
    assert "Referentin/Referent der Verfassungsschutzbehörde" in notices[0].line.text()


def test_people_are_filtered_by_what_runs_out_and_by_topic(opened, ws):
    held = ws.run("Add", vocabulary.add_qualification, "Opferschutz")
    make_topic(ws, "Opferschutz", qualification_id=held)
    make_person(ws, "Anke", qualifications=(HeldQualification(held, TODAY + timedelta(days=5)),))
    make_person(ws, "Beate")
    make_person(ws, "Uwe", qualifications=(HeldQualification(held),))
    page = opened("speakers")
    page.speakers.urgent.setChecked(True)
    assert [row.staff.draft.name for row in page.speakers.model.rows()] == ["Anke"]
    page.speakers.urgent.setChecked(False)
    page.speakers.topics.set_ticked(["Opferschutz"])
    page.speakers.topics.picked.emit(("Opferschutz",))
    assert [row.staff.draft.name for row in page.speakers.model.rows()] == ["Anke", "Uwe"]


def test_a_qualification_from_a_training_is_entered_with_one_click(opened, settle, ws):
    held = ws.run("Add", vocabulary.add_qualification, "Opferschutz")
    person = make_person(ws, "Beate")
    make_event(
        ws,
        "Auffrischung",
        day=date(2027, 4, 12),
        kind=EventKind.training,
        state=EventState.held,
        assignments=(AssignmentDraft(person, AssignmentRole.crew),),
        facts=TrainingFacts("", held, 24),
    )
    page = opened("speakers")
    assert page.speakers.notice.isVisible()
    assert page.speakers.notice.line.text() == "Für Beate, bis 12.04.2029."
    page.speakers.give.click()
    settle()
    assert not page.speakers.notice.isVisible()
    assert cells(page.speakers)["Qualifikationen"].second == "bis 12.04.2029"


def test_a_person_is_edited_with_the_form_of_the_settings(qtbot, opened, settle, ws):
    person = make_person(ws, "Beate")
    page = opened("speakers")
    page.speakers.panel.edit.click()
    dialog = dialog_of(page, PersonDialog)
    type_into(qtbot, field(dialog, "office"), "Koordinierung")
    dialog.primary.click()
    settle()
    (row,) = ws.ask(people.list_rows)
    assert (row.id, row.draft.office) == (person, "Koordinierung")
    assert cells(page.speakers)["Name"].second == "Koordinierung"


def test_the_month_is_paged_and_read_as_a_list(qtbot, opened, ws):
    person = make_person(ws, absences=(Absence(date(2027, 5, 3), date(2027, 5, 7), "Urlaub"),))
    event = lecture(ws, "Symbole", date(2027, 5, 20), assignments=(AssignmentDraft(person, AssignmentRole.speaker),))
    page = opened("speakers")
    month = page.speakers.panel.month
    page.speakers.panel.tabs.bar.setCurrentIndex(2)
    month.forward.click()
    assert month.title.text() == "Mai 2027"
    assert month.list.lines == [
        ("03.05.–07.05.2027", "abwesend: Urlaub"),
        ("Do 20. Mai", "18:00–20:00 Symbole"),
    ]
    strip = month.strip
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    for _step in range(19):
        qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.accessibleDescription() == "Do 20. Mai: 18:00–20:00 Symbole"
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert asked.args == ["events", event]
    qtbot.keyClick(strip, Qt.Key.Key_Up)
    qtbot.keyClick(strip, Qt.Key.Key_Up)
    assert strip.accessibleDescription() == "Do 6. Mai: abwesend: Urlaub"
