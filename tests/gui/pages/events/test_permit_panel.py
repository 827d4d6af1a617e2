"""The permit beside an event's form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from domain.terms import PermitState, PlaceKind
from domain.usecases import permits
from gui.dialogs.permit import PermitDialog
from gui.pages.events.permit_panel import PermitPanel
from tests.builders import make_event, make_site


def texts(panel):
    return [label.text() for label in panel.findChildren(QLabel)]


def test_light_and_words_follow_the_permit(desk, ws, qtbot, settle):
    site = make_site(ws, "Holzmarkt", permit_authority="Stadt Köthen")
    stop = make_event(ws, "Halt", place_kind=PlaceKind.site, site_id=site)
    panel = PermitPanel(desk)
    qtbot.addWidget(panel)
    panel.show_record(stop)
    settle()
    assert panel.light.accessibleName() == "Fehlt"
    assert {"Bis 29.04.2027 beantragen", "Holzmarkt", "Stadt Köthen", "14 Tage"} <= set(texts(panel))
    ws.run("Grant", permits.set_state, stop, PermitState.granted)
    settle()
    assert panel.light.accessibleName() == "Erteilt"
    assert "für diesen Termin" in texts(panel)


def test_event_without_site_may_get_a_permit(desk, ws, qtbot, settle):
    talk = make_event(ws, "Infostand")
    panel = PermitPanel(desk)
    qtbot.addWidget(panel)
    panel.show_record(talk)
    settle()
    assert panel.light.isHidden()
    qtbot.mouseClick(panel.change, Qt.MouseButton.LeftButton)
    dialog = panel.findChild(PermitDialog)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    settle()
    assert ws.ask(permits.own_permit, talk).permit_state is PermitState.missing
    assert not panel.light.isHidden()


def test_new_event_has_no_permit_yet(desk, qtbot):
    panel = PermitPanel(desk)
    qtbot.addWidget(panel)
    panel.show_record(None)
    assert not panel.change.isEnabled()
    assert panel.light.isHidden()
