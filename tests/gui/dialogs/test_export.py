"""The export dialog: safe by default, counted before it is written."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from domain.rows.filters import EventFilter
from domain.terms import Audience, EventKind
from domain.usecases import draft_text, events, filters, releases
from gui.dialogs.export import open_export
from gui.dialogs.export_choice import ExportChoice, What
from gui.models.table import Role
from tests.builders import HALLE, KOETHEN, make_event, make_partner, make_person


@pytest.fixture
def opened(qtbot, desk, ws, settle):
    """A function that opens the dialog over three events and waits for its preview."""
    make_event(ws, "Offen", ags=KOETHEN)
    make_event(ws, "Partner", audience=Audience.partners, ags=HALLE)
    make_event(ws, "Intern", audience=Audience.internal, kind=EventKind.lecture)
    made = []

    def show(what=None):
        dialog = open_export(None, desk, what)
        made.append(dialog)
        follow(qtbot, dialog)
        return dialog

    yield show
    for dialog in filter(isValid, made):
        dialog.close()
    settle()


def follow(qtbot, dialog):
    """Wait until the preview shows what is chosen."""
    qtbot.waitUntil(lambda: not dialog._rest.isActive() and not dialog._desk.tasks.is_busy)


def titles(dialog):
    return [row.title for row in dialog.preview.events.rows()]


def test_begins_with_what_the_public_may_see(opened):
    dialog = opened()
    assert dialog.form.choice() == ExportChoice(What.calendar, Audience.public)
    assert titles(dialog) == ["Offen"]
    assert dialog.preview.note.text() == "Öffentlich 1 · Partner 2 · Intern 3 · 2 bleiben im Haus"
    assert not dialog.warning.isVisible()
    assert dialog.help.isVisible()


def test_internal_must_be_chosen_and_warns(opened, qtbot):
    dialog = opened("events")
    segments = dialog.form.audience
    for _step in range(2):
        qtbot.keyClick(segments, Qt.Key.Key_Right)
    follow(qtbot, dialog)
    assert dialog.form.choice().audience is Audience.internal
    assert titles(dialog) == ["Offen", "Partner", "Intern"]
    assert dialog.warning.isVisible()


def test_kreis_and_kind_narrow_the_preview(opened, qtbot):
    dialog = opened("events")
    dialog.form.audience.set_value("internal")
    qtbot.keyClicks(dialog.form.kinds.adder, "Vortrag")
    qtbot.keyClick(dialog.form.kinds.adder, Qt.Key.Key_Return)
    follow(qtbot, dialog)
    assert titles(dialog) == ["Intern"]


def test_period_the_wrong_way_round_cannot_be_exported(opened, qtbot):
    dialog = opened()
    dialog.form.first.pick(date(2027, 6, 1))
    dialog.form.last.pick(date(2027, 5, 1))
    assert not dialog.primary.isEnabled()
    assert dialog.form.problem.words.text()
    dialog.form.last.pick(None)
    assert dialog.primary.isEnabled()
    follow(qtbot, dialog)


def test_partners_have_no_period_and_are_previewed(opened, ws, qtbot):
    make_partner(ws, "Stadt Köthen")
    dialog = opened("partners")
    assert not dialog.form.first.isVisible()
    assert dialog.form.partner_format.isVisible()
    assert [row.name for row in dialog.preview.partners.rows()] == ["Stadt Köthen"]


def test_partners_go_out_as_contacts(opened, ws, desk, tmp_path, qtbot):
    make_partner(ws, "Stadt Köthen")
    dialog = opened("partners")
    qtbot.mouseClick(dialog.form.partner_format._segments["vcf"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog)
    assert chooser.defaultSuffix() == "vcf"
    with qtbot.waitSignal(desk.told) as told:
        chooser.fileSelected.emit(str(tmp_path / "partner.vcf"))
    assert "FN:Stadt Köthen\n" in (tmp_path / "partner.vcf").read_text(encoding="utf-8")
    assert told.args[0] == "1 Partner nach partner.vcf geschrieben"


def test_events_are_no_contacts(opened, qtbot):
    dialog = opened("events")
    assert "vcf" not in dialog.form.format._segments
    assert not dialog.form.partner_format.isVisible()
    follow(qtbot, dialog)


def test_preview_follows_what_others_change(opened, ws, qtbot):
    dialog = opened()
    make_event(ws, "Dazu")
    follow(qtbot, dialog)
    assert "Dazu" in titles(dialog)


def test_file_is_written_and_told(opened, desk, tmp_path, qtbot):
    dialog = opened()
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog)
    assert chooser.defaultSuffix() == "ics"
    out = tmp_path / "kalender.ics"
    with qtbot.waitSignal(desk.told) as told:
        chooser.fileSelected.emit(str(out))
    assert "BEGIN:VEVENT" in out.read_text(encoding="utf-8")
    assert told.args[0] == "1 Termin nach kalender.ics geschrieben"


def test_suggested_name_bears_the_audience():
    assert ExportChoice(What.events, Audience.internal, ending="csv").file_name() == "Termine-intern.csv"
    assert ExportChoice(What.calendar, Audience.partners).file_name() == "Kalender-für-Partner.ics"


def test_changes_are_offered_with_the_versions_there_are(opened, qtbot, ws):
    moved = make_event(ws, "Verschoben", ags=KOETHEN)
    ws.run(releases.RELEASED, releases.release)
    ws.run("Move", events.move, moved, date(2027, 6, 1))
    dialog = opened()
    fields = dialog.form.calendar
    qtbot.waitUntil(lambda: fields.version.count() == 1)
    qtbot.keyClick(fields.content, Qt.Key.Key_Right)
    follow(qtbot, dialog)
    assert dialog.form.choice().calendar().since == 1
    assert titles(dialog) == ["Verschoben"]
    assert dialog.preview.events.index(0, 1).data(Role.cell).second.startswith("bisher: ")
    assert dialog.form.choice().file_name() == "Kalender-öffentlich-Änderungen-seit-1.ics"


def test_without_a_released_version_nothing_can_have_changed(opened, qtbot):
    dialog = opened()
    qtbot.keyClick(dialog.form.calendar.content, Qt.Key.Key_Right)
    assert not dialog.primary.isEnabled()
    assert dialog.form.problem.isVisible()


def test_own_appointments_are_offered_to_the_house_alone(opened, qtbot, ws):
    person = make_person(ws, "Jana Kühne")
    dialog = opened()
    fields = dialog.form.calendar
    qtbot.waitUntil(lambda: fields.person.count() == 2)
    assert not fields.person.isVisible()
    for _step in range(2):
        qtbot.keyClick(dialog.form.audience, Qt.Key.Key_Right)
    fields.person.set_value(person)
    follow(qtbot, dialog)
    assert fields.reminder.isVisible()
    assert dialog.form.choice().calendar().person_id == person
    assert titles(dialog) == []


def test_a_saved_filter_chooses_what_goes_out(opened, qtbot, ws):
    ws.run("Filter", filters.save, "events", "Nur Offenes", draft_text.to_text(EventFilter(text="Offen")))
    dialog = opened()
    fields = dialog.form.calendar
    qtbot.waitUntil(lambda: fields.saved.count() == 2)
    fields.saved.setCurrentIndex(1)
    follow(qtbot, dialog)
    assert titles(dialog) == ["Offen"]


def test_every_program_has_its_help_and_the_choice_stays(opened):
    dialog = opened()
    seen = set()
    for place in range(dialog.help.program.count()):
        dialog.help.program.setCurrentIndex(place)
        seen.add(dialog.help.notice.accessibleName() or dialog.help.notice.accessibleDescription() or place)
    assert len(seen) == dialog.help.program.count() > 5
    assert opened().help.program.currentIndex() == dialog.help.program.currentIndex()


def test_every_event_can_get_a_file_of_its_own(opened, qtbot, tmp_path, settle):
    dialog = opened()
    dialog.form.calendar.each.click()
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.close()
    settle()
    assert [path.name for path in tmp_path.glob("*.ics")] == ["2027-05-13-2027-0001-offen.ics"]
