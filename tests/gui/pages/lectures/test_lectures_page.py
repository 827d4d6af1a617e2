"""The page of lectures, through keyboard and mouse."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.events import AssignmentDraft
from domain.terms import AssignmentRole, EventState
from domain.usecases import catalogue_stock
from gui import theme
from tests.builders import KOETHEN, make_person, make_topic
from tests.gui.audit import assert_accessible
from tests.gui.pages.lectures.deeds import TODAY, cells, lecture, offer


def test_lectures_stand_under_what_is_ahead_held_and_not_held(opened, ws):
    lecture(ws, "kommt")
    lecture(ws, "war", TODAY - timedelta(days=9), state=EventState.held)
    lecture(ws, "fiel aus", TODAY, state=EventState.cancelled, state_reason="krank")
    page = opened()
    for at_, title in enumerate(("kommt", "war", "fiel aus")):
        page.lectures.phases.setCurrentIndex(at_)
        assert [row.event.title for row in page.lectures.model.rows()] == [title]
        assert page.lectures.panel.head.body.count() == 1
    assert page.context() == "1 Vortrag"


def test_a_confidential_speaker_is_marked_and_what_others_read_stands_beside(opened, ws):
    hidden = make_person(ws, "Silke Platzhalter", confidential=True)
    lecture(ws, assignments=(AssignmentDraft(hidden, AssignmentRole.speaker),))
    page = opened()
    cell = cells(page.lectures)["Vortragende"]
    assert (cell.words, cell.second, cell.icon) == ("Silke Platzhalter", "nur intern", "eye-off")
    lines = dict(page.lectures.panel.facts.lines)
    assert lines["Vertraulich"] == "Nach außen steht: „Referentin/Referent der Verfassungsschutzbehörde“"


def test_enter_opens_the_record_of_a_lecture(qtbot, opened, ws):
    event = lecture(ws)
    page = opened()
    page.lectures.table.setFocus()
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(page.lectures.table, Qt.Key.Key_Return)
    assert asked.args == ["events", event]


def test_filters_of_lectures_keep_those_that_fit(qtbot, opened, settle, ws):
    topic = make_topic(ws)
    lecture(ws, "Köthen", ags=KOETHEN, topic_ids=(topic,))
    lecture(ws, "Zerbst")
    page = opened()
    page.lectures.topics.set_ticked([topic])
    page.lectures.topics.picked.emit((topic,))
    settle()
    assert [row.event.title for row in page.lectures.model.rows()] == ["Köthen"]
    page.lectures.topics.set_ticked(())
    with qtbot.waitSignal(page.lectures.search.searched):
        qtbot.keyClicks(page.lectures.search, "zerbst")
    settle()
    assert [row.event.title for row in page.lectures.model.rows()] == ["Zerbst"]


def test_a_record_asked_for_comes_to_the_front_whatever_the_filters_hide(opened, settle, ws):
    person, key = make_person(ws, "Beate"), offer(ws)
    page = opened()
    page.speakers.search.setText("nobody")
    page.show_record(person)
    settle()
    assert (page.views.value(), page.speakers.table.current_id()) == ("speakers", person)
    page.show_record(key)
    settle()
    assert (page.views.value(), page.offers.table.current_id()) == ("offers", key)


@pytest.mark.parametrize(("view", "choice"), [("lectures", "light"), ("offers", "dark"), ("speakers", "light")])
def test_every_view_can_be_used_without_a_mouse_and_heard(opened, ws, view, choice):
    theme.use(QApplication.instance(), choice)
    ws.run("Take over", catalogue_stock.take_stock)
    person = make_person(ws, capacity_per_month=2)
    lecture(ws, assignments=(AssignmentDraft(person, AssignmentRole.speaker),))
    assert_accessible(opened(view))
    theme.use(QApplication.instance(), "light")
