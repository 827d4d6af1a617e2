"""Councils, regular exchange and good examples, through keyboard and mouse."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from domain.model import Resolution
from domain.rows.meetings import TaskDraft
from domain.rows.memberships import MembershipDraft
from domain.rows.partners import ContactDraft
from domain.terms import EventKind, EventState, MembershipRole, PartnerCategory
from domain.usecases import councils, events, memberships, partners, tasks
from gui.pages.councils.form import IntervalDialog, MembershipDialog, TaskDialog
from gui.pages.councils.new_council import CouncilDialog
from gui.widgets.button import Button
from tests.builders import make_event, make_partner
from tests.gui.pages.councils.rows import lines
from tests.gui.typing import field, problem, type_into, visible_dialog

LEFT = Qt.MouseButton.LeftButton
MEMBERS, SESSIONS, RESOLUTIONS, TASKS = range(4)


@pytest.fixture
def office(ws):
    made = make_partner(ws, "Ordnungsamt Köthen", category=PartnerCategory.ordnungsamt)
    ws.run("Add person", partners.add_contact, ContactDraft(made, "Leitung"))
    return made


def join(ws, body, member, **fields):
    return ws.run("Add member", memberships.add, MembershipDraft(body, member, **fields))


def button(parent, words):
    return next(
        found
        for found in parent.findChildren(Button)
        if found.isVisible() and words in {found.text(), found.accessibleName()}
    )


def show_tab(page, number):
    page.councils.panel.tabs.bar.setCurrentIndex(number)
    return page.councils.panel


def test_councils_are_listed_by_name_and_the_first_is_shown(opened, two):
    page = opened()
    assert lines(page.councils.model) == ["Rat Halle", "Rat Köthen"]
    assert page.detail().row.id == two[1]
    assert page.councils.panel.head.title.text() == "Rat Halle"
    assert (page.context(), page.primary()) == ("2 Gremien", "councils.session")


def test_a_page_without_councils_says_what_to_do(opened, qtbot, desk):
    page = opened()
    qtbot.mouseClick(button(page, "Neues Gremium"), LEFT)
    dialog = visible_dialog(qtbot, page, CouncilDialog)
    type_into(field(dialog, "name"), "Präventionsrat Burg")
    qtbot.mouseClick(dialog.primary, LEFT)
    (row,) = desk.ask(councils.list_rows)
    assert row.name == "Präventionsrat Burg"


def test_typing_and_ticking_leave_the_fitting_councils(opened, two, qtbot):
    page = opened()
    type_into(page.councils.search, "köthen")
    qtbot.waitUntil(lambda: lines(page.councils.model) == ["Rat Köthen"])
    page.show_record(two[1])
    assert page.detail().row.id == two[1]
    assert page.councils.search.text() == ""


def test_how_long_ago_the_last_session_was_turns_red_by_its_interval(opened, two, ws):
    ws.run("Interval", councils.set_interval, two[0], 120)
    session = {"kind": EventKind.council_meeting, "state": EventState.held, "host_id": two[0]}
    make_event(ws, "Sitzung", day=date(2026, 12, 6), **session)
    page = opened()
    row = page.councils.model.rows()[1]
    cell = page.councils.model.columns[3].cell(row)
    assert (cell.words, cell.second, cell.tone) == ("vor 143 Tagen", "keine geplant", "error")


def test_a_club_with_members_is_one_choice_away(opened, two, ws, office, qtbot, settle):
    club = make_partner(ws, "Heimatverein", category=PartnerCategory.club)
    join(ws, club, office)
    page = opened()
    page.councils.bodies.setFocus()
    qtbot.keyClick(page.councils.bodies, Qt.Key.Key_Down)
    page.councils.bodies.activated.emit(1)
    settle()
    assert lines(page.councils.model) == ["Heimatverein"]


def test_a_member_is_taken_in_through_the_form(opened, two, office, qtbot, desk, settle):
    page = opened()
    qtbot.mouseClick(page.councils.panel.add_member, LEFT)
    dialog = visible_dialog(qtbot, page, MembershipDialog)
    qtbot.mouseClick(dialog.primary, LEFT)
    assert problem(dialog, "member_id").words.text() == "Bitte wählen Sie die Einrichtung."
    type_into(dialog.member, "Ordnungsamt")
    qtbot.waitUntil(lambda: bool(dialog.member._offered))
    dialog.member.completer().activated.emit("Ordnungsamt Köthen")
    assert [dialog.contact.itemText(at) for at in range(dialog.contact.count())] == [
        "die Einrichtung selbst",
        "Leitung",
    ]
    qtbot.mouseClick(dialog.primary, LEFT)
    (row,) = desk.ask(memberships.members, two[1])
    assert (row.member, row.draft.first_day) == ("Ordnungsamt Köthen", date(2027, 4, 28))
    settle()
    assert lines(page.councils.panel.members.model) == ["Ordnungsamt Köthen"]


def test_enter_edits_a_member_and_the_term_can_end_today(opened, two, ws, office, qtbot, desk):
    join(ws, two[1], office, first_day=date(2026, 1, 1))
    page = opened()
    table = page.councils.panel.members.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    dialog = visible_dialog(qtbot, page, MembershipDialog)
    qtbot.mouseClick(button(dialog, "Endet heute"), LEFT)
    assert desk.ask(memberships.members, two[1])[0].draft.last_day == date(2027, 4, 28)


def test_a_term_is_renewed_with_one_click_and_cannot_be_renewed_twice(opened, two, office, qtbot, desk, settle):
    join(desk.workspace, two[1], office, first_day=date(2025, 6, 1), last_day=date(2027, 5, 31))
    page = opened()
    panel = page.councils.panel
    assert panel.members.model.columns[1].cell(panel.members.current()).tone == "gold"
    assert page.may("councils.renew")
    qtbot.mouseClick(panel.renew, LEFT)
    settle()
    days = sorted(row.draft.last_day for row in desk.ask(memberships.members, two[1]))
    assert days == [date(2027, 5, 31), date(2029, 5, 31)]
    panel.members.table.select(next(row.id for row in panel.members.model.rows() if row.is_followed))
    assert not panel.renew.isEnabled()


def test_former_members_are_shown_when_asked_for(opened, two, ws, office, qtbot):
    join(ws, two[1], office, first_day=date(2020, 1, 1), last_day=date(2022, 12, 31))
    page = opened()
    members = page.councils.panel.members
    assert lines(members.model) == []
    page.councils.panel.former.setFocus()
    qtbot.keyClick(page.councils.panel.former, Qt.Key.Key_Space)
    assert lines(members.model) == ["Ordnungsamt Köthen"]


def test_a_second_chair_is_hinted_at(opened, two, ws, office):
    join(ws, two[1], office, role=MembershipRole.chair)
    join(ws, two[1], make_partner(ws, "Revier"), role=MembershipRole.chair)
    page = opened()
    words = [text.text() for text in page.councils.panel.head.findChildren(type(page.councils.panel.head.title))]
    assert "Mehrere Einrichtungen haben zugleich den Vorsitz." in words


def test_the_primary_button_plans_the_next_session_and_opens_it(opened, two, qtbot, desk):
    page = opened()
    with qtbot.waitSignal(page.asked_for) as asked:
        page.plan_session()
    where, event = asked.args
    assert where == "events"
    assert desk.ask(events.detail, event).draft.title == "1. Sitzung: Rat Halle"


def test_resolutions_are_found_by_their_words_and_lead_to_the_session(opened, two, ws, qtbot):
    event = make_event(
        ws, "Sitzung", kind=EventKind.council_meeting, day=date(2027, 1, 12), state=EventState.held, host_id=two[1]
    )

    def decide(session):
        session.add(Resolution(event_id=event, position=1, wording="Mehr Licht am Bahnhof"))
        session.add(Resolution(event_id=event, position=2, wording="Streife am Wochenende"))
        session.flush()

    ws.run("Minutes", decide)
    page = opened()
    panel = show_tab(page, RESOLUTIONS)
    assert len(lines(panel.resolutions.model)) == 2
    type_into(panel.search, "licht")
    qtbot.waitUntil(lambda: lines(panel.resolutions.model) == ["Mehr Licht am Bahnhof"])
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.mouseClick(button(panel, "Sitzung öffnen"), LEFT)
    assert asked.args == ["events", event]


def test_a_task_is_written_ticked_off_by_the_space_bar_and_opened_again(opened, two, qtbot, desk, settle):
    page = opened()
    panel = show_tab(page, TASKS)
    qtbot.mouseClick(panel.add_task, LEFT)
    dialog = visible_dialog(qtbot, page, TaskDialog)
    type_into(field(dialog, "title"), "Saal reservieren")
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    panel.tasks.table.setFocus()
    qtbot.keyClick(panel.tasks.table, Qt.Key.Key_Space)
    settle()
    (row,) = desk.ask(councils.detail, two[1]).tasks
    assert row.draft.done_on == date(2027, 4, 28)
    qtbot.mouseClick(panel.done, LEFT)
    assert desk.ask(councils.detail, two[1]).tasks[0].draft.done_on is None


def test_an_overdue_task_is_red_and_counted(opened, two, ws):
    ws.run("Add", tasks.add, TaskDraft("Spät", council_id=two[1], due=date(2027, 4, 16)))
    page = opened()
    panel = show_tab(page, TASKS)
    cell = panel.tasks.model.columns[1].cell(panel.tasks.model.rows()[0])
    assert (cell.words, cell.second, cell.tone) == ("16.04.2027", "12 Tage überfällig", "error")
    assert page.councils.model.columns[4].cell(page.councils.model.rows()[0]).words == "1 überfällig"


def test_a_task_is_edited_and_deleted_by_keyboard(opened, two, ws, qtbot, desk):
    ws.run("Add", tasks.add, TaskDraft("Saal", council_id=two[1]))
    page = opened()
    panel = show_tab(page, TASKS)
    panel.tasks.table.setFocus()
    qtbot.keyClick(panel.tasks.table, Qt.Key.Key_Return)
    qtbot.mouseClick(button(visible_dialog(qtbot, page, TaskDialog), "Löschen"), LEFT)
    assert desk.ask(councils.detail, two[1]).tasks == ()


def test_the_interval_is_set_in_a_dialog(opened, two, qtbot, desk):
    page = opened()
    qtbot.mouseClick(button(page.councils.panel, "Turnus …"), LEFT)
    dialog = visible_dialog(qtbot, page, IntervalDialog)
    type_into(field(dialog, "interval_days"), "120")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert desk.ask(councils.detail, two[1]).row.interval_days == 120
