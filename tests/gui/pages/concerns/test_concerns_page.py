"""The page of concerns, through keyboard and mouse."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from domain.rows.concerns import AnswerDraft
from domain.terms import ConcernCategory, ConcernState, EventState, PartnerCategory
from domain.usecases import concerns
from gui.dialogs.reason import ReasonDialog
from gui.pages.concerns import deeds
from gui.pages.concerns.forms import AnswerDialog, ConcernDialog, ForwardDialog
from gui.widgets import labels
from gui.widgets.button import Button
from tests.builders import HALLE, KOETHEN, make_concern, make_event, make_partner
from tests.gui.typing import field, problem, type_into, visible_dialog

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2027, 4, 28)


def wordings(page):
    register = page.register
    return [register.model.row_at(at).draft.wording for at in range(register.model.rowCount())]


def panel_texts(page):
    return " | ".join(label.text() for label in page.register.panel.findChildren(labels.Text) if label.text())


def button(page, name):
    return page.register.panel.buttons[name]


def row(ws, concern):
    return ws.ask(concerns.detail, concern)


def test_open_ones_are_listed_by_due_day_and_the_late_ones_counted(opened, ws):
    make_concern(ws, "Später")
    make_concern(ws, "Zu spät", raised_on=TODAY - timedelta(days=60))
    ws.run("Settle", concerns.settle, make_concern(ws, "Fertig"))
    page = opened()
    assert wordings(page) == ["Zu spät", "Später"]
    assert page.context() == "2 offen, 1 überfällig"
    assert page.badges() == {"concerns": 1}
    assert page.chosen().draft.wording == "Zu spät"
    assert "18 Tage überfällig" in panel_texts(page)


def test_an_empty_page_says_what_to_do_first(opened, qtbot):
    page = opened()
    with qtbot.waitSignal(page.action_asked) as asked:
        empty = page.register.table._empty
        qtbot.mouseClick(empty.findChildren(Button)[0], LEFT)
    assert asked.args == ["concerns.capture"]
    assert not page.may("concerns.answer")


def test_a_concern_is_forwarded_to_the_office_that_is_proposed(opened, ws, qtbot, settle):
    office = make_partner(ws, "Ordnungsamt Köthen", category=PartnerCategory.ordnungsamt, ags=KOETHEN)
    concern = make_concern(ws, ags=KOETHEN, category=ConcernCategory.traffic)
    page = opened()
    qtbot.mouseClick(button(page, "forward"), LEFT)
    dialog = visible_dialog(qtbot, page, ForwardDialog)
    assert field(dialog, "office_id,office_name").text() == "Ordnungsamt Köthen"
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    found = row(ws, concern)
    assert (found.state, found.draft.office_id, found.due) == (ConcernState.forwarded, office, date(2027, 6, 9))


def test_forwarding_without_an_office_says_so_beside_the_field(opened, ws, qtbot):
    concern = make_concern(ws)
    page = opened()
    qtbot.mouseClick(button(page, "forward"), LEFT)
    dialog = visible_dialog(qtbot, page, ForwardDialog)
    qtbot.mouseClick(dialog.primary, LEFT)
    assert dialog.isVisible()
    assert row(ws, concern).state is ConcernState.open
    type_into(field(dialog, "office_id,office_name"), "Bauhof")
    qtbot.keyClick(field(dialog, "office_id,office_name"), Qt.Key.Key_Return)
    assert (row(ws, concern).office, dialog.isVisible()) == ("Bauhof", False)


def test_an_answer_is_noted_with_what_the_public_reads(opened, ws, qtbot, settle):
    concern = make_concern(ws, ags=KOETHEN)
    make_event(ws, "Bürgerdialog im Mai", day=date(2027, 5, 20), ags=KOETHEN)
    page = opened()
    page.deeds.answer()
    dialog = visible_dialog(qtbot, page, AnswerDialog)
    type_into(field(dialog, "answer"), "Lampen bestellt")
    type_into(field(dialog, "public_text").area, "Unterführung dunkel")
    type_into(field(dialog, "public_answer").area, "Neue Lampen im Juni")
    assert field(dialog, "public_text").count.text() == "19 von 500 Zeichen"
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    found = row(ws, concern)
    assert (found.answer, found.draft.public_text, found.public_answer) == (
        *("Lampen bestellt", "Unterführung dunkel", "Neue Lampen im Juni"),
    )
    page.show_record(concern)
    settle()
    assert "beantwortet am 28.04.2027, im nächsten Dialog vorstellen" in panel_texts(page)
    links = [each.text() for each in page.register.panel.findChildren(Button)]
    assert "Auf der Tagesordnung am 20.05.2027: Bürgerdialog im Mai" in links


def test_an_answer_with_a_file_number_is_refused_beside_its_field(opened, ws, qtbot):
    make_concern(ws)
    page = opened()
    page.deeds.answer()
    dialog = visible_dialog(qtbot, page, AnswerDialog)
    type_into(field(dialog, "answer"), "Siehe 123 Js 4567/26")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert problem(dialog, "answer").isVisible()
    assert "123 Js 4567/26" in problem(dialog, "answer").words.text()


def test_dropping_asks_for_a_reason_and_reopening_brings_it_back(opened, ws, qtbot, settle):
    concern = make_concern(ws)
    page = opened()
    qtbot.mouseClick(button(page, "drop"), LEFT)
    dialog = visible_dialog(qtbot, page, ReasonDialog)
    qtbot.keyClicks(dialog.field, "doppelt")
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert wordings(page) == []
    page.show_record(concern)
    settle()
    assert "doppelt" in panel_texts(page)
    assert not page.may("concerns.forward")
    qtbot.mouseClick(button(page, "reopen"), LEFT)
    assert row(ws, concern).state is ConcernState.open


def test_enter_on_a_row_opens_the_form_and_undo_takes_the_change_back(opened, ws, desk, qtbot, settle):
    concern = make_concern(ws, "Es ist dunkel")
    page = opened()
    qtbot.keyClick(page.register.table, Qt.Key.Key_Return)
    dialog = visible_dialog(qtbot, page, ConcernDialog)
    type_into(dialog.wording.area, "Am Bahnhof ist es dunkel")
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert wordings(page) == ["Am Bahnhof ist es dunkel"]
    desk.undo()
    assert row(ws, concern).draft.wording == "Es ist dunkel"


def test_one_press_blacks_a_finding_out_in_the_form(opened, ws, qtbot):
    make_concern(ws)
    page = opened()
    page.deeds.edit()
    dialog = visible_dialog(qtbot, page, ConcernDialog)
    type_into(dialog.wording.area, "Herr Muster, 0391 567-1234")
    first, _second = dialog.wording.findings.buttons
    qtbot.mouseClick(first, LEFT)
    assert dialog.wording.text() == "Herr Muster, […]"
    qtbot.mouseClick(dialog.wording.findings.buttons[0], LEFT)
    assert dialog.wording.text() == "Herr N. N., […]"
    qtbot.mouseClick(dialog.primary, LEFT)
    assert not dialog.isVisible()
    assert [each.draft.wording for each in ws.ask(concerns.list_rows)] == ["Herr N. N., […]"]


def test_filters_narrow_the_register(opened, ws, qtbot, settle):
    office = make_partner(ws, "Bauhof")
    make_concern(ws, "In Köthen", ags=KOETHEN)
    make_concern(ws, "In Halle", ags=HALLE, office_id=office)
    ws.run("Answer", concerns.answer, make_concern(ws, "Beantwortet"), AnswerDraft("Ja"))
    page = opened()
    filters = page.register.filters
    qtbot.keyClicks(filters.search, "koethen")
    qtbot.waitUntil(lambda: wordings(page) == ["In Köthen"])
    filters.search.clear()
    qtbot.waitUntil(lambda: len(wordings(page)) == 2)
    filters.office.setCurrentIndex(1)
    filters.office.activated.emit(1)
    settle()
    assert wordings(page) == ["In Halle"]
    filters.office.setCurrentIndex(0)
    qtbot.mouseClick(filters.states._segments["answered"], LEFT)
    settle()
    assert wordings(page) == ["Beantwortet"]


def test_a_concern_that_the_filter_hides_is_shown_all_the_same(opened, ws, settle):
    concern = make_concern(ws, "Fertig")
    ws.run("Settle", concerns.settle, concern)
    make_concern(ws, "Offen")
    page = opened()
    page.show_record(concern)
    settle()
    assert page.chosen().id == concern


def test_the_history_tab_tells_the_steps(opened, ws):
    concern = make_concern(ws)
    ws.run("Settle concern", concerns.settle, concern)
    page = opened()
    page.register.history.show_record(concern)
    assert len(page.register.history.timeline.entries) == 2


def test_deleting_is_undone_from_the_toast(opened, ws, desk, qtbot, settle):
    make_concern(ws, "Weg")
    page = opened()
    with qtbot.waitSignal(desk.told) as told:
        page.deeds.remove()
    assert told.args == ["1 Anliegen gelöscht", True]
    settle()
    assert wordings(page) == []
    desk.undo()
    settle()
    assert wordings(page) == ["Weg"]


def test_the_result_sheet_is_offered_for_the_district_of_the_chosen_one(opened, ws, monkeypatch):
    evening = make_event(ws, "Dialog", day=date(2027, 4, 15), state=EventState.held, ags=KOETHEN)
    make_concern(ws, event_id=evening)
    asked = []
    monkeypatch.setattr(deeds.registry, "resolve", lambda _target: lambda *arguments: asked.append(arguments))
    page = opened()
    page.deeds.print()
    assert asked[0][2:] == ("result_sheet", page.print_choice())
    assert page.print_choice().kreis_ags == "15082"


def test_a_narrow_page_brings_the_concern_in_a_drawer(opened, ws, qtbot):
    make_concern(ws)
    page = opened()
    page.resize(900, 560)
    assert not page.register.inspector.isVisible()
    qtbot.mouseClick(page.register.drawer.button, LEFT)
    assert page.register.inspector.isVisible()
