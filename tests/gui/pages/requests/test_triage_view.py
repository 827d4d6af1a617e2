"""Triage of a request, through keyboard and mouse."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.catalogue import OfferDraft
from domain.rows.events import AssignmentDraft
from domain.rows.printing import PrintChoice
from domain.rows.requests import Wish
from domain.rows.tours import HeldQualification
from domain.terms import AssignmentRole, EventKind, EventState, RequestState
from domain.usecases import catalogue, event_rows, events, requests, vocabulary
from gui.page import ALL_TABLES
from gui.pages.requests.accepted_dialog import AcceptedDialog
from gui.pages.requests.page import RequestsPage
from tests.builders import DAY, KOETHEN, at, make_event, make_person, make_request, make_topic
from tests.gui.typing import type_into, visible_dialog

LEFT = Qt.MouseButton.LeftButton
NEXT = DAY + timedelta(days=1)


@pytest.fixture
def house(ws):
    """A lecture asked for, an offer on its topic, one person who may hold it and one who may not."""
    licence = ws.run("Add", vocabulary.add_qualification, "Vortragsrecht")
    topic = make_topic(ws, "Extremismus", qualification_id=licence)
    draft = OfferDraft("Extremismus erkennen", topic_id=topic, duration_minutes=90)
    return {
        "offer": ws.run("Add", catalogue.create, draft),
        "jana": make_person(ws, "Jana Kühne", qualifications=(HeldQualification(licence),)),
        "uwe": make_person(ws, "Uwe Groß"),
        "request": make_request(
            ws,
            "Sekundarschule Köthen",
            EventKind.lecture,
            topic="Extremismus",
            town="Köthen",
            postcode="06366",
            ags=KOETHEN,
            wishes=(Wish(DAY, DAY, 600), Wish(NEXT, NEXT, 480)),
        ),
    }


@pytest.fixture
def sorting(qtbot, desk, house):
    """The page with the request in triage, its suggestions shown."""
    page = RequestsPage(desk)
    qtbot.addWidget(page)
    page.resize(1158, 704)
    page.refresh(ALL_TABLES)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    desk.changed.connect(page.refresh)
    page.triage()
    qtbot.waitUntil(lambda: bool(page.sorting.people.lines))
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    return page


def titles(found):
    return [line.suggestion.title for line in found.lines]


def test_offer_and_first_wish_are_chosen_and_people_ranked_with_reasons(sorting, house):
    view = sorting.sorting
    assert view.offers.chosen() == (house["offer"],)
    assert titles(view.days)[:2] == ["Do 13.05.2027, 10:00", "Fr 14.05.2027, 08:00"]
    assert view.days.chosen() == (DAY,)
    assert titles(view.people) == ["Jana Kühne", "Uwe Groß"]
    assert view.people.lines[1].accessibleDescription() == "Nicht qualifiziert: Vortragsrecht"
    assert view.summary.text() == "Do 13.05.2027, 10:00 · noch niemand"
    assert (sorting.title(), sorting.primary()) == ("Sichtung", "")


def test_everything_is_chosen_by_keyboard_and_accepting_makes_the_event(sorting, house, ws, desk, qtbot):
    view = sorting.sorting
    view.days.lines[0].setFocus()
    qtbot.keyClick(view.days.lines[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is view.days.lines[1]
    qtbot.keyClick(view.days.lines[1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    view.people.lines[0].setFocus()
    qtbot.keyClick(view.people.lines[0], Qt.Key.Key_Space)
    assert view.summary.text() == "Fr 14.05.2027, 08:00 · Jana Kühne"
    qtbot.mouseClick(view.accept, LEFT)
    dialog = visible_dialog(qtbot, sorting, AcceptedDialog)
    (row,) = ws.ask(event_rows.list_rows)
    draft = ws.ask(events.detail, row.id).draft
    assert (draft.starts_at, draft.state, draft.offer_id) == (at(NEXT, "08:00"), EventState.tentative, house["offer"])
    assert draft.assignments == (AssignmentDraft(house["jana"], AssignmentRole.speaker),)
    assert not sorting.is_sorting()
    dialog.reject()
    desk.undo()
    assert ws.ask(event_rows.list_rows) == []
    assert ws.ask(requests.detail, house["request"]).state is RequestState.open


def test_after_accepting_the_letter_and_the_event_are_offered(sorting, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr("gui.dialogs.print_preview.open_print", lambda *arguments: asked.append(arguments[2:]))
    qtbot.mouseClick(sorting.sorting.accept, LEFT)
    dialog = visible_dialog(qtbot, sorting, AcceptedDialog)
    qtbot.mouseClick(dialog.primary, LEFT)
    ((document, choice),) = asked
    assert document == "lecture_confirmation"
    assert isinstance(choice, PrintChoice)


def test_another_day_or_time_ranks_people_anew(sorting, house, ws, desk, qtbot):
    busy = (AssignmentDraft(house["jana"], AssignmentRole.lead),)
    make_event(ws, "Dialog", day=NEXT, start="13:00", end="15:00", assignments=busy)
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    view = sorting.sorting
    type_into(view.day, f"{NEXT:%d.%m.%Y}")
    type_into(view.time, "13:30")
    qtbot.keyClick(view.time, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.people.lines[0].suggestion.note == "kann nicht")
    assert view.days.chosen() == (NEXT,)
    qtbot.mouseClick(view.people.lines[0], LEFT)
    assert view.summary.text() == "Fr 14.05.2027, 13:30 · Jana Kühne (kann nicht: Jana Kühne)"


def test_escape_leads_back_to_the_list_and_changes_nothing(sorting, ws, house, qtbot):
    qtbot.keyClick(sorting.sorting.days.lines[0], Qt.Key.Key_Escape)
    assert not sorting.is_sorting()
    assert sorting.table.isVisible()
    assert sorting.primary() == "requests.new"
    assert ws.ask(requests.detail, house["request"]).state is RequestState.open


def test_the_waiting_list_is_reached_from_triage(sorting, ws, house, qtbot):
    qtbot.mouseClick(sorting.sorting.wait, LEFT)
    assert ws.ask(requests.detail, house["request"]).state is RequestState.waiting
    assert not sorting.is_sorting()


def test_a_request_that_is_decided_elsewhere_leaves_triage(sorting, ws, house):
    ws.run("Elsewhere", requests.decline, house["request"], "zu weit")
    assert not sorting.is_sorting()


def test_a_past_wish_is_told_and_cannot_be_chosen(sorting, ws, house, desk, qtbot):
    past = make_request(ws, "Verein", EventKind.lecture, wishes=(Wish(DAY.replace(month=3), DAY.replace(month=3)),))
    sorting.leave_triage()
    sorting.show_record(past)
    sorting.triage()
    qtbot.waitUntil(lambda: bool(sorting.sorting.days.lines) and not desk.tasks.is_busy)
    line = sorting.sorting.days.lines[0]
    assert line.accessibleDescription() == "Schon vorbei"
    qtbot.mouseClick(line, LEFT)
    assert DAY.replace(month=3) not in sorting.sorting.days.chosen()


def test_other_wishes_are_suggested_as_soon_as_the_request_is_changed(sorting, ws, house, desk, qtbot):
    row = ws.ask(requests.detail, house["request"])
    later = DAY + timedelta(days=25)
    ws.run("Change", requests.change, row.id, replace(row.draft, wishes=(Wish(later, later, 600),)), row.version)
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    assert titles(sorting.sorting.days)[0] == f"Mo {later:%d.%m.%Y}, 10:00"
    assert sorting.sorting.offers.chosen() == (house["offer"],)
