"""Pass, photo and permits on the page of the sites."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel

from domain.terms import Criterion, Fit, PermitState, PlaceKind
from domain.usecases import permits, photos, sites
from gui.dialogs.permit import PermitDialog
from gui.page import ALL_TABLES
from gui.pages.sites.page import SitesPage
from gui.widgets.badge import Badge
from tests.builders import make_event, make_site, make_vehicle
from tests.gui.audit import assert_accessible

PASS, PHOTO, EVENTS = 0, 2, 3


@pytest.fixture
def opened(qtbot, desk):
    """A function that shows the page."""

    def show():
        page = SitesPage(desk)
        qtbot.addWidget(page)
        page.refresh(ALL_TABLES)
        page.resize(1158, 704)
        with qtbot.waitExposed(page):
            page.show()
        desk.changed.connect(page.refresh)
        return page

    return show


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "Platz von Süden.PNG"
    Image.new("RGB", (400, 300), "#336699").save(path, "PNG")
    return path


def drop(widget, *paths):
    """Drag files onto a widget and let go; whether it wanted them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), actions, mime, button, keys)
    enter.ignore()
    widget.dragEnterEvent(enter)
    if enter.isAccepted():
        widget.dropEvent(QDropEvent(QPoint(5, 5), actions, mime, button, keys))
    return enter.isAccepted()


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def badges(widget):
    return [badge.accessibleName() for badge in widget.findChildren(Badge)]


def test_pass_tells_how_each_vehicle_fits(opened, ws):
    make_site(ws, "Hof", length_m=18.0, width_m=6.0, height_m=3.8)
    make_vehicle(ws, "Mobil", length_m=9.0, width_m=2.5, height_m=3.95)
    page = opened()
    shown = texts(page.panel.fit)
    assert "Mobil" in shown
    assert "Platz 3,8 m, Fahrzeug 3,95 m: 15 cm fehlen" in shown
    assert "5 Angaben fehlen" in shown
    assert badges(page.panel.fit)[:4] == ["Passt nicht", "Passt", "Passt", "Passt nicht"]
    assert len(badges(page.panel.fit)) == 1 + len(Criterion) - 1  # no cable without a known socket
    assert len(Fit) == 4


def test_without_vehicles_the_pass_says_so(opened, ws):
    make_site(ws)
    assert "Noch ist kein Fahrzeug angelegt." in texts(opened().panel.fit)


def test_photo_is_dropped_described_removed_and_brought_back(opened, ws, qtbot, picture, settle):
    site = make_site(ws)
    page = opened()
    page.panel.tabs.bar.setCurrentIndex(PHOTO)
    view = page.panel.photo
    assert drop(view.slot, picture)
    settle()
    key = ws.ask(sites.detail, site).draft.photo
    assert ws.ask(photos.photo, key)
    view.alt.setFocus()
    view.alt.setText("Blick von Süden")
    view.alt.editingFinished.emit()
    assert ws.ask(sites.detail, site).draft.photo_alt == "Blick von Süden"
    assert view.slot.accessibleName() == "Blick von Süden"
    qtbot.mouseClick(view.remove, Qt.MouseButton.LeftButton)
    assert ws.ask(sites.detail, site).draft.photo == ""
    assert view.slot.accessibleName() == "Noch kein Foto"
    page.desk.undo()
    assert ws.ask(sites.detail, site).draft.photo == key


def test_what_is_no_picture_is_not_taken(opened, ws, tmp_path, picture, settle):
    site = make_site(ws)
    page = opened()
    slot = page.panel.photo.slot
    assert not drop(slot, tmp_path / "brief.pdf")
    assert not drop(slot, picture, picture)
    broken = tmp_path / "kaputt.jpg"
    broken.write_bytes(b"no picture")
    told = []
    page.desk.told.connect(lambda *words: told.append(words[0]))
    assert drop(slot, broken)
    settle()
    assert ws.ask(sites.detail, site).draft.photo == ""
    assert any("kaputt.jpg" in str(words) for words in told)


def test_events_show_the_light_of_their_permit_and_it_can_be_changed(opened, ws, qtbot):
    site = make_site(ws, permit_authority="Stadt Köthen")
    stop = make_event(ws, "Halt", place_kind=PlaceKind.site, site_id=site)
    page = opened()
    qtbot.mouseClick(page.panel.permit, Qt.MouseButton.LeftButton)
    assert page.panel.tabs.bar.currentIndex() == EVENTS
    dialog = page.window().findChild(PermitDialog)
    form = dialog.forms[0]
    form.fields["permit_state"].binding.write(PermitState.granted)
    form.fields["permit_state"].binding.widget.activated.emit(0)
    reference = form.fields["permit_reference"].binding.widget
    reference.setText("SN 1")
    reference.editingFinished.emit()
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    view = ws.ask(permits.row, stop).view
    assert (view.state, view.reference, view.authority) == (PermitState.granted, "SN 1", "Stadt Köthen")
    assert page.panel.events.rows()[0].permit.state is PermitState.granted


def test_every_tab_has_names_for_everything(opened, ws, picture):
    site = make_site(ws)
    make_vehicle(ws, length_m=9.0)
    ws.run("Photo", photos.set_photo, site, photos.read_photo(Path(picture)))
    page = opened()
    for tab in (PASS, PHOTO, EVENTS):
        page.panel.tabs.bar.setCurrentIndex(tab)
        assert_accessible(page)
