"""The page of the publications, through keyboard and mouse."""

import json
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.events import HandOut
from domain.rows.filters import PublicationFilter
from domain.rows.publications import StockEntry
from domain.terms import EventState, StockReason, StockState
from domain.usecases import publication_rows, publications
from gui import theme
from gui.page import ALL_TABLES
from gui.pages.publications import deeds
from gui.pages.publications.booking import BookingDialog
from gui.pages.publications.form import PublicationDialog
from gui.pages.publications.page import PublicationsPage
from gui.pages.publications.panel import fact_lines
from tests.builders import DAY, make_event, make_publication, make_topic
from tests.gui.audit import assert_accessible
from tests.gui.typing import field, problem, type_into, type_text, visible_dialog

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2027, 4, 28)


@pytest.fixture
def opened(qtbot, desk):
    """A function that shows the page."""
    pages = []

    def show():
        page = PublicationsPage(desk)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1158, 704)
        page.refresh(ALL_TABLES)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        desk.changed.connect(page.refresh)
        return page

    return show


def deliver(ws, publication_id, copies, reason=StockReason.delivery, day=TODAY):
    ws.run("Book", publications.enter, StockEntry(publication_id, day, copies, reason))


def stored(ws):
    return {row.draft.name: row for row in ws.ask(publications.list_rows)}


def cells(model, at=0):
    return {column.title: column.cell(model.row_at(at)) for column in model.columns}


def titles(model):
    return [row.draft.title for row in model.rows()]


def test_list_shows_stock_promises_minimum_and_state_as_icon_and_word(opened, ws):
    leaflet = make_publication(ws, edition="3. Auflage", language="pl", minimum=1500)
    deliver(ws, leaflet, 1200)
    make_event(ws, publications=(HandOut(leaflet, 50),))
    found = cells(opened().lists.stock)
    assert (found["Publikation"].words, found["Publikation"].second) == ("Enkeltrick", "3. Auflage · Polnisch")
    assert [found[name].words for name in ("Bestand", "Zugesagt", "Minimum")] == ["1.200", "50", "1.500"]
    assert (found["Zustand"].badge.words, found["Zustand"].badge.icon) == ("Knapp", "warning")


def test_stock_that_runs_out_names_the_day(opened, ws):
    leaflet = make_publication(ws)
    deliver(ws, leaflet, 10)
    make_event(ws, publications=(HandOut(leaflet, 50),))
    assert cells(opened().lists.stock)["Zustand"].badge.words == "Reicht nicht ab 13.05.2027"


def test_negative_stock_stands_out_and_outdated_leftovers_do_not(opened, ws):
    below = make_publication(ws, "A")
    make_publication(ws, "B", valid_until=TODAY - timedelta(days=9))
    deliver(ws, below, 5, StockReason.sent)
    page = opened()
    assert (cells(page.lists.stock)["Bestand"].words, cells(page.lists.stock)["Bestand"].tone) == ("-5", "error")
    badge = cells(page.lists.stock, 1)["Zustand"].badge
    assert (badge.words, badge.mark) == ("Veraltet", theme.tokens().muted)


def test_typed_words_and_filters_narrow_the_list(opened, ws, qtbot):
    topic = make_topic(ws, "Betrug")
    make_publication(ws, "Enkeltrick", topic_id=topic)
    make_publication(ws, "Schulweg", language="uk", minimum=5)
    page = opened()
    qtbot.keyClicks(page.lists.filters.search, "schul")
    qtbot.waitUntil(lambda: titles(page.lists.stock) == ["Schulweg"])
    page.lists.filters.show_all()
    page.lists.filters.topics.set_ticked((topic,))
    page.lists.filters.changed.emit()
    assert titles(page.lists.stock) == ["Enkeltrick"]
    page.lists.filters.topics.set_ticked(())
    page.lists.filters.languages.set_ticked(("uk",))
    page.lists.filters.states.set_ticked((StockState.empty,))
    page.lists.filters.changed.emit()
    assert titles(page.lists.stock) == ["Schulweg"]


def test_a_publication_is_entered_by_keyboard(opened, ws, qtbot):
    page = opened()
    page.deeds.enter()
    dialog = visible_dialog(qtbot, page, PublicationDialog)
    assert QApplication.focusWidget() is field(dialog, "title")
    type_text(QApplication.focusWidget(), "Sicher zur Schule")
    type_into(field(dialog, "edition"), "2. Auflage")
    type_into(field(dialog, "minimum"), "150")
    type_into(field(dialog, "pack_size"), "50")
    dialog.primary.setFocus()
    qtbot.keyClick(dialog.primary, Qt.Key.Key_Space)
    found = stored(ws)["Sicher zur Schule, 2. Auflage"]
    assert (found.draft.minimum, found.draft.pack_size, found.to_order) == (150, 50, 150)
    assert page.chosen().id == found.id


def test_publication_without_a_title_is_refused_beside_the_field(opened, qtbot):
    page = opened()
    page.deeds.enter()
    dialog = visible_dialog(qtbot, page, PublicationDialog)
    qtbot.mouseClick(dialog.primary, LEFT)
    assert dialog.isVisible()
    assert problem(dialog, "title").isVisible()
    dialog.reject()


def test_enter_opens_the_form_and_delete_is_undone(opened, ws, desk, qtbot):
    make_publication(ws)
    page = opened()
    qtbot.keyClick(page.lists.stock_table, Qt.Key.Key_Return)
    dialog = visible_dialog(qtbot, page, PublicationDialog)
    type_into(field(dialog, "storage"), "Keller")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert stored(ws)["Enkeltrick"].draft.storage == "Keller"
    page.deeds.remove()
    assert titles(page.lists.stock) == []
    desk.undo()
    assert titles(page.lists.stock) == ["Enkeltrick"]


def booking(page, qtbot):
    page.deeds.book()
    return visible_dialog(qtbot, page, BookingDialog)


def test_delivery_is_booked_and_the_dialog_says_what_the_stock_will_be(opened, ws, qtbot):
    deliver(ws, make_publication(ws), 100)
    page = opened()
    dialog = booking(page, qtbot)
    assert dialog.outcome.text() == "Im Bestand: 100 Exemplare"
    type_into(field(dialog, "copies"), "250")
    assert dialog.outcome.text() == "+250, danach im Bestand: 350 Exemplare"
    qtbot.mouseClick(dialog.primary, LEFT)
    assert stored(ws)["Enkeltrick"].stock == 350
    assert [line.quantity for line in page.panel.lines.rows()] == [250, 100]


def test_stock_taking_is_chosen_by_arrow_and_books_the_difference(opened, ws, qtbot):
    deliver(ws, make_publication(ws), 100)
    page = opened()
    dialog = booking(page, qtbot)
    chosen = dialog.reason.chosen()
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Right)
    assert dialog.form.fields["copies"].note.isVisible()
    type_into(field(dialog, "copies"), "93")
    assert dialog.outcome.text() == "Abweichung −7, danach im Bestand: 93 Exemplare"
    qtbot.mouseClick(dialog.primary, LEFT)
    assert stored(ws)["Enkeltrick"].stock == 93
    assert cells(page.panel.lines)["Was"].words == "Inventur"


def test_booking_nothing_is_refused_and_what_was_typed_stays(opened, ws, qtbot):
    make_publication(ws)
    page = opened()
    dialog = booking(page, qtbot)
    type_into(field(dialog, "notes"), "Spedition")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert problem(dialog, "copies").words.text() == "Bitte geben Sie an, wie viele Exemplare es sind."
    assert field(dialog, "notes").text() == "Spedition"
    dialog.reject()


def test_new_edition_begins_with_the_old_facts_and_replaces_it(opened, ws, qtbot):
    make_publication(ws, edition="1. Auflage", minimum=80, valid_until=TODAY)
    page = opened()
    qtbot.mouseClick(page.panel.edition, LEFT)
    dialog = visible_dialog(qtbot, page, PublicationDialog)
    assert (field(dialog, "title").text(), field(dialog, "edition").text()) == ("Enkeltrick", "")
    assert field(dialog, "valid_until").day() is None
    type_into(field(dialog, "edition"), "2. Auflage")
    qtbot.mouseClick(dialog.primary, LEFT)
    found = stored(ws)
    assert found["Enkeltrick, 1. Auflage"].draft.replaced_by_id == found["Enkeltrick, 2. Auflage"].id
    assert found["Enkeltrick, 2. Auflage"].draft.minimum == 80
    page.show_record(found["Enkeltrick, 1. Auflage"].id)
    assert not page.panel.edition.isEnabled()
    assert not page.may("publications.edition")


def test_history_opens_the_event_that_handed_copies_out(opened, ws, qtbot):
    leaflet = make_publication(ws)
    deliver(ws, leaflet, 100, day=TODAY - timedelta(days=30))
    past = TODAY - timedelta(days=9)
    event = make_event(ws, "Markttag", day=past, state=EventState.held, publications=(HandOut(leaflet, 50, 35),))
    page = opened()
    asked = []
    page.asked_for.connect(lambda page_id, record: asked.append((page_id, record)))
    assert [line.stock for line in page.panel.lines.rows()] == [65, 100]
    page.panel.line_table.selectRow(1)
    qtbot.keyClick(page.panel.line_table, Qt.Key.Key_Return)
    page.panel.line_table.selectRow(0)
    qtbot.keyClick(page.panel.line_table, Qt.Key.Key_Return)
    assert asked == [("events", event)]
    assert "19.04.2027: 65" in page.panel.chart.accessibleDescription()


def test_promised_copies_and_events_that_have_not_reported_stand_in_their_tab(opened, ws):
    leaflet = make_publication(ws)
    make_event(ws, "Kommt", publications=(HandOut(leaflet, 50),))
    make_event(ws, "War", day=TODAY - timedelta(days=9), state=EventState.held, publications=(HandOut(leaflet, 20),))
    page = opened()
    found = [cells(page.panel.promises, at) for at in (0, 1)]
    assert [(each["Termin"].words, each["Exemplare"].words) for each in found] == [("War", "20"), ("Kommt", "50")]
    assert found[0]["Termin"].badge.words == "nicht gemeldet"
    assert page.panel.tabs.bar.tabData(1) == 2


def test_reorder_list_proposes_whole_packs_and_is_counted_in_the_navigation(opened, ws, qtbot):
    leaflet = make_publication(ws, minimum=120, pack_size=50)
    make_publication(ws, "Genug davon")
    deliver(ws, leaflet, 5)
    page = opened()
    assert page.badges() == {"publications": 1}
    assert page.context() == "2 Publikationen, 1 zu bestellen"
    chosen = page.view.chosen()
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Right)
    assert page.lists.is_ordering()
    found = cells(page.lists.orders)
    assert (found["Bestellen"].words, found["Pakete"].words) == ("150", "3 × 50")
    assert page.lists.sum.text() == "1 Publikation, 150 Exemplare"
    assert page.chosen().id == leaflet
    assert page.lists.wanted() == PublicationFilter(to_order=True)


def test_list_in_front_is_written_to_a_file(opened, ws, tmp_path, settle):
    make_publication(ws, minimum=120, storage="Keller")
    make_publication(ws, "Genug davon")
    page = opened()
    page.show_view("order")
    out = tmp_path / "bestellen.json"
    deeds.write(page, out, page.lists.wanted())
    settle()
    (row,) = json.loads(out.read_text(encoding="utf-8"))
    assert (row["title"], row["to_order"]) == ("Enkeltrick", 120)
    assert "Keller" not in out.read_text(encoding="utf-8")


def test_what_is_not_known_is_left_out_of_the_facts(opened, ws):
    make_publication(ws, storage="Keller", pack_size=50)
    page = opened()
    found = ws.ask(publication_rows.detail, page.chosen().id)
    assert fact_lines(found) == [("Sprache", "Deutsch"), ("Je Paket", "50 Exemplare"), ("Lagerort", "Keller")]


def test_page_and_dialogs_have_names_for_everything(opened, ws, qtbot):
    page = opened()
    assert_accessible(page)
    leaflet = make_publication(ws)
    deliver(ws, leaflet, 10)
    make_event(ws, day=DAY, publications=(HandOut(leaflet, 5),))
    assert_accessible(page)
    page.show_view("order")
    assert_accessible(page)
    page.show_view("stock")
    page.deeds.edit()
    form = visible_dialog(qtbot, page, PublicationDialog)
    assert_accessible(form)
    form.reject()
    dialog = booking(page, qtbot)
    assert_accessible(dialog)
    dialog.reject()
