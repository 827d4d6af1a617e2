"""The page of the sites, through keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.filters import SiteFilter
from domain.terms import EventKind, PermitState, PlaceKind, Surface
from domain.usecases import events, sites
from gui import theme
from gui.page import ALL_TABLES
from gui.pages.sites.form import SiteDialog
from gui.pages.sites.page import SitesPage
from gui.pages.sites.panel import fact_lines
from tests.builders import KOETHEN, make_event, make_site
from tests.gui.audit import assert_accessible


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


def dialog_of(page):
    return page.window().findChild(SiteDialog)


def field(dialog, attribute):
    form = next(found for found in dialog.forms if attribute in found.fields)
    return form.fields[attribute].binding.widget


def type_into(qtbot, widget, text):
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, text)
    widget.editingFinished.emit()


def names(page):
    return [row.name for row in page.model.rows()]


def test_sites_are_listed_by_town(opened, ws):
    make_site(ws, "Markt", town="Zerbst")
    make_site(ws, "Holzmarkt", town="Köthen", ags=KOETHEN)
    page = opened()
    assert names(page) == ["Holzmarkt", "Markt"]
    assert page.context() == "2 Stellplätze"


def test_space_power_and_permit_stand_in_the_list(opened, ws):
    make_site(ws, length_m=18.0, width_m=6.5, cee_16a=1, sockets_230v=2, permit_state=PermitState.granted)
    page = opened()
    cells = {column.title: column.cell(page.model.row_at(0)) for column in page.model.columns}
    assert cells["Fläche"].words == "18 × 6,5 m"
    assert (cells["Strom"].words, cells["Strom"].second) == ("CEE 16 A", "2 × 230 V")
    assert cells["Genehmigung"].badge.words == "Erteilt"


def test_typed_words_narrow_the_list(opened, ws, qtbot):
    make_site(ws, "Holzmarkt", town="Köthen")
    make_site(ws, "Domplatz", town="Halberstadt")
    page = opened()
    qtbot.keyClicks(page.search, "koethen")
    qtbot.waitUntil(lambda: names(page) == ["Holzmarkt"])


def test_list_is_filtered_by_kreis_and_permit(ws):
    make_site(ws, "Holzmarkt", ags=KOETHEN, permit_state=PermitState.granted)
    make_site(ws, "Domplatz", ags="15003000")
    assert [row.name for row in ws.ask(sites.list_rows, SiteFilter(kreise=("15082",)))] == ["Holzmarkt"]
    assert [row.name for row in ws.ask(sites.list_rows, SiteFilter(permits=(PermitState.missing,)))] == ["Domplatz"]


def test_new_site_is_entered_with_lengths_in_german_and_undone(opened, ws, desk, qtbot):
    page = opened()
    page.enter()
    dialog = dialog_of(page)
    type_into(qtbot, field(dialog, "name"), "Schlossplatz")
    type_into(qtbot, field(dialog, "length_m"), "18,5")
    type_into(qtbot, field(dialog, "width_m"), "6.25")
    type_into(qtbot, field(dialog, "cee_32a"), "1")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    row = page.current()
    assert (row.name, row.draft.length_m, row.draft.width_m, row.draft.cee_32a) == ("Schlossplatz", 18.5, 6.25, 1)
    desk.undo_state()
    desk.undo()
    assert names(page) == []


def test_site_without_a_name_is_refused_beside_the_field(opened, qtbot):
    page = opened()
    page.enter()
    dialog = dialog_of(page)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.forms[0].fields["name"].problem.isVisible()
    dialog.reject()


def test_enter_opens_the_form_and_a_change_is_kept(opened, ws, qtbot):
    site_id = make_site(ws, "Holzmarkt", sockets_230v=2, permit_lead_days=21)
    page = opened()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = dialog_of(page)
    type_into(qtbot, field(dialog, "key_holder"), "Hausmeister")
    field(dialog, "sockets_230v").clear()
    field(dialog, "sockets_230v").editingFinished.emit()
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    draft = ws.ask(sites.detail, site_id).draft
    assert (draft.key_holder, draft.sockets_230v, draft.permit_lead_days) == ("Hausmeister", 0, 21)


def test_deleted_site_comes_back_by_undo(opened, ws, desk):
    make_site(ws, "Holzmarkt")
    page = opened()
    page.remove()
    assert names(page) == []
    desk.undo_state()
    desk.undo()
    assert names(page) == ["Holzmarkt"]


def test_events_at_the_site_are_listed_and_opened(opened, ws, qtbot):
    site_id = make_site(ws)
    event_id = make_event(ws, "Halt Köthen", place_kind=PlaceKind.site, site_id=site_id)
    page = opened()
    assert [row.event.title for row in page.panel.events.rows()] == ["Halt Köthen"]
    page.panel.tabs.bar.setCurrentIndex(3)
    page.panel.event_table.setFocus()
    page.panel.event_table.select(event_id)
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(page.panel.event_table, Qt.Key.Key_Return)
    assert asked.args == ["events", event_id]


def test_new_event_begins_at_the_site(opened, ws, qtbot):
    site_id = make_site(ws, "Holzmarkt", town="Köthen", ags=KOETHEN)
    page = opened()
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.mouseClick(page.panel.new_event, Qt.MouseButton.LeftButton)
    draft = ws.ask(events.detail, asked.args[1]).draft
    assert (draft.kind, draft.site_id, draft.ags) == (EventKind.mobile_stop, site_id, KOETHEN)


def test_unknown_facts_are_left_out(ws):
    site_id = make_site(ws, surface=Surface.gravel, slope_percent=2.5)
    lines = dict(fact_lines(ws.ask(sites.detail, site_id).draft))
    assert lines["Gefälle"] == "2,5 %"
    assert lines["Untergrund"] == "Schotter"
    assert "Traglast" not in lines


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_page_can_be_used_by_keyboard_and_screen_reader(opened, ws, choice):
    make_site(ws, "Holzmarkt", town="Köthen", ags=KOETHEN)
    theme.use(QApplication.instance(), choice)
    page = opened()
    page.activateWindow()
    assert_accessible(page)
    theme.use(QApplication.instance(), "light")
