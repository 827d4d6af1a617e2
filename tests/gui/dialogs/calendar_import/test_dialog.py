"""A calendar file is taken over entry by entry, and all of it can be taken back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from domain.rows.tours import StaffDraft
from domain.terms import Audience, CalendarFate, EventKind, ReadAs
from domain.usecases import event_rows, events, people
from gui.dialogs.calendar_import.dialog import CalendarImportDialog
from gui.models.table import Role

LEFT = Qt.MouseButton.LeftButton


def entry(number, title, more="DTSTART:20270514T160000Z\nDTEND:20270514T180000Z"):
    return f"BEGIN:VEVENT\nUID:{number}@x.example\nDTSTAMP:20270101T000000Z\n{more}\nSUMMARY:{title}\nEND:VEVENT\n"


def calendar(*entries):
    return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y\n" + "".join(entries) + "END:VCALENDAR\n").replace(
        "\n", "\r\n"
    )


THREE = calendar(
    entry(1, "Vortrag Netz"),
    entry(2, "Fest", "DTSTART;VALUE=DATE:20270703\nDTEND;VALUE=DATE:20270705"),
    entry(3, "Kein Tag", "DTSTART:gestern"),
)


@pytest.fixture
def read(qtbot, desk, tmp_path, settle):
    """A function that opens the dialog on a calendar of this content and waits for the fates."""

    def show(content, name="kalender.ics", named=()):
        source = tmp_path / name
        source.write_text(content, encoding="utf-8", newline="")
        dialog = CalendarImportDialog(desk, source, list(named))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        settle()
        return dialog

    return show


def fates(dialog):
    return [line.fate for _place, line in dialog.preview.model.rows()]


def titles(ws):
    return [row.title for row in ws.ask(event_rows.list_rows)]


def test_every_entry_is_shown_and_only_what_is_not_left_is_stored(read, qtbot, settle, ws):
    dialog = read(THREE)
    assert fates(dialog) == [CalendarFate.new, CalendarFate.new, CalendarFate.refused]
    assert dialog.preview.model.index(0, 0).data(Role.cell).words == "Fr 14.05.2027, 18:00–20:00"
    assert dialog.primary.text() == "2 Einträge übernehmen"
    qtbot.mouseClick(dialog.preview.toggle, LEFT)
    assert dialog.primary.text() == "1 Eintrag übernehmen"
    assert titles(ws) == []
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert titles(ws) == ["Fest"]
    assert dialog.finish.headline.text() == "1 Eintrag übernommen"


def test_it_goes_by_keyboard_and_can_be_taken_back(read, qtbot, settle, ws):
    dialog = read(THREE)
    dialog.preview.table.setFocus()
    qtbot.keyClick(dialog.preview.table, Qt.Key.Key_Return)  # leaves the entry
    qtbot.keyClick(dialog.preview.table, Qt.Key.Key_Return)  # takes it again
    qtbot.keyClick(dialog.primary, Qt.Key.Key_Space)
    settle()
    assert titles(ws) == ["Vortrag Netz", "Fest"]
    qtbot.keyClick(dialog.finish.undo, Qt.Key.Key_Space)
    settle()
    assert titles(ws) == []
    assert fates(dialog) == [CalendarFate.new, CalendarFate.new, CalendarFate.refused]


def test_kind_and_audience_are_chosen_for_all(read, qtbot, settle, ws):
    dialog = read(THREE)
    for combo, value in ((dialog.preview.kind, EventKind.training), (dialog.preview.audience, Audience.partners)):
        combo.set_value(value)
        combo.activated.emit(combo.currentIndex())
        settle()
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert {(row.kind, row.audience) for row in ws.ask(event_rows.list_rows)} == {
        (EventKind.training, Audience.partners)
    }


def test_in_a_conflict_ours_stays_until_theirs_is_taken(read, qtbot, settle, ws):
    qtbot.mouseClick(read(calendar(entry(1, "Vortrag Netz"))).primary, LEFT)
    settle()
    (row,) = ws.ask(event_rows.list_rows)
    draft = ws.ask(events.detail, row.id).draft
    ws.run("Rename", events.change, row.id, replace(draft, title="Unser Titel"))
    theirs = calendar(entry(1, "Ihr Titel").replace("20270101T000000Z", "20280101T000000Z"))
    dialog = read(theirs, "neu.ics")
    assert fates(dialog) == [CalendarFate.conflict]
    assert not dialog.primary.isEnabled()
    qtbot.mouseClick(dialog.preview.toggle, LEFT)
    settle()
    assert fates(dialog) == [CalendarFate.changed]
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert titles(ws) == ["Ihr Titel"]


def test_a_calendar_becomes_absences_of_a_person(read, qtbot, settle, ws):
    person = ws.run("Add", people.create, StaffDraft("Kim Muster"))
    dialog = read(THREE, named=[(person, "Kim Muster")])
    assert not dialog.preview.person.isVisible()
    dialog.preview.read_as.set_value(ReadAs.absences)
    dialog.preview.read_as.activated.emit(dialog.preview.read_as.currentIndex())
    settle()
    assert dialog.preview.person.isVisible()
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    (row,) = ws.ask(people.list_rows)
    assert date(2027, 7, 3) in {absence.first_day for absence in row.draft.absences}
    assert titles(ws) == []


def test_what_is_no_calendar_is_told_and_another_file_can_be_dropped(read, qtbot, settle, tmp_path):
    dialog = read("Datum;Titel\n", "liste.ics")
    assert "liste.ics" in dialog.preview.problem.words.text()
    assert not dialog.primary.isEnabled()
    good = tmp_path / "gut.ics"
    good.write_text(THREE, encoding="utf-8", newline="")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good))])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(9, 9), action, data, LEFT, none))
    settle()
    assert len(fates(dialog)) == 3
