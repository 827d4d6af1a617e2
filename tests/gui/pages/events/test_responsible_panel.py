"""Who is responsible, beside the event's form."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from domain.usecases import events
from gui.widgets.button import Button
from tests.builders import KOETHEN, ZERBST, make_event
from tests.domain.usecases.network_of import make_office, make_officer, make_police
from tests.gui.typing import type_into


def words(panel):
    return [label.text() for label in panel.findChildren(QLabel) if not label.isHidden()]


def press(qtbot, panel, begin):
    button = next(found for found in panel.findChildren(Button) if begin in found.accessibleName())
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_office_police_and_officer_of_the_place_are_shown(record, ws, settle):
    make_office(ws, areas=(KOETHEN,))
    make_officer(ws, make_police(ws, areas=("15082",)), KOETHEN)
    panel = record(make_event(ws, ags=KOETHEN)).side.responsible
    settle()
    assert panel.isVisible()
    assert panel.title.text() == "Zuständig in Köthen (Anhalt)"
    shown = words(panel)
    assert {"Stadt Köthen (Anhalt), Ordnungsamt", "Polizeirevier Anhalt-Bitterfeld", "Regionalbereichsbeamtin"} <= set(
        shown
    )


def test_a_click_adds_the_partner_and_another_makes_it_the_office(record, ws, qtbot, settle):
    office = make_office(ws, areas=(KOETHEN,))
    event = make_event(ws, ags=KOETHEN)
    opened = record(event)
    settle()
    type_into(opened.tabs.details.fields["title"].binding.widget, "Neuer Titel")
    press(qtbot, opened.side.responsible, "zu den Partnern")
    assert opened.side.responsible.isAncestorOf(QApplication.focusWidget())
    press(qtbot, opened.side.responsible, "als zuständige Stelle")
    assert opened.has_changes()
    assert opened.save()
    settle()
    draft = ws.ask(events.detail, event).draft
    assert (draft.partner_ids, draft.office_id, draft.title) == ((office,), office, "Neuer Titel")
    names = [button.accessibleName() for button in opened.side.responsible.findChildren(Button) if button.isVisible()]
    assert any("ist schon beteiligt" in name for name in names)


def test_what_is_missing_is_a_hint(record, ws, settle):
    panel = record(make_event(ws, ags=ZERBST)).side.responsible
    settle()
    assert "Nicht erfasst: Ordnungsamt Zerbst/Anhalt, Stadt" in words(panel)
    assert "Hinweis: Kein RBB erfasst" in words(panel)


def test_the_panel_follows_the_place_and_hides_without_one(record, ws, settle):
    make_office(ws, areas=(KOETHEN,))
    opened = record(make_event(ws))
    settle()
    panel = opened.side.responsible
    assert panel.isHidden()
    opened.tabs.forms.change(replace(opened.draft(), ags=KOETHEN))
    settle()
    assert panel.title.text() == "Zuständig in Köthen (Anhalt)"


def test_a_new_office_in_the_file_appears_at_once(record, ws, settle):
    panel = record(make_event(ws, ags=KOETHEN)).side.responsible
    settle()
    make_office(ws, "Amt für Ordnung", areas=(KOETHEN,))
    settle()
    assert "Amt für Ordnung" in words(panel)
