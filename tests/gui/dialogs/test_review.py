"""The review through the keyboard: prefilled, few strokes, one undo step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from domain.rows.events import ConsultationFacts, Count, HandOut
from domain.terms import EventKind, EventState
from domain.usecases import events, tally
from gui.dialogs.review import open_review
from tests.builders import change_event, make_event
from tests.gui.dialogs.tally_rows import make_planned, make_stand

FEW = 25
"""So many key strokes a review may take."""


class Keyboard:
    """Types into whatever has the keyboard, and counts the strokes."""

    def __init__(self):
        self.strokes = 0

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self.strokes += 1
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def type(self, words):
        for letter in words:
            self.press(letter)


@pytest.fixture
def opened(qtbot, desk):
    """Opens the review of an event in a shown window."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1366, 768)
    parent.show()

    def open_dialog(event):
        dialog = open_review(parent, desk, event)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return dialog

    return open_dialog


def stored(desk, event):
    return desk.ask(events.detail, event)


def test_after_a_tally_a_review_takes_few_key_strokes(opened, desk, ws):
    planned = make_planned(ws, 50, 20)
    event, (young, *_others) = make_stand(ws, publications=planned, start="09:00", end="13:00")
    desk.run("Count", tally.strike, event, young, 5)
    dialog = opened(event)
    keys = Keyboard()
    for _group in range(4):
        keys.press(Qt.Key.Key_Tab)
    keys.type("64")
    keys.press(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    dialog.right.fields["lessons"].binding.widget.setFocus()
    keys.type("Zelt!")
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert keys.strokes <= FEW
    found = stored(desk, event)
    assert found.row.state is EventState.reviewed
    assert (found.draft.actual, found.draft.kilometres, found.draft.lessons) == (5, 64.0, "Zelt!")
    assert found.draft.publications == tuple(
        HandOut(item.publication_id, item.planned, item.planned) for item in planned
    )


def test_without_a_tally_numbers_and_tab_and_enter_do(opened, desk, ws):
    event, (young, children, old) = make_stand(ws)
    opened(event)
    keys = Keyboard()
    for number in ("46", "118", "9"):
        keys.type(number)
        keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Tab)
    keys.type("38,5")
    before = ws.undo_state().undo
    keys.press(Qt.Key.Key_Return)
    assert keys.strokes <= FEW
    draft = stored(desk, event).draft
    assert set(draft.counts) == {Count(young, 40, 46), Count(children, None, 118), Count(old, None, 9)}
    assert (draft.actual, draft.kilometres) == (173, 38.5)
    desk.undo()
    assert ws.undo_state().undo == before
    assert stored(desk, event).row.state is EventState.confirmed


def test_another_number_in_all_stays_when_a_group_changes(opened, ws):
    event, _groups = make_stand(ws)
    change_event(ws, event, actual=200)
    dialog = opened(event)
    came = dialog.left.fields["counts"].binding.widget
    field = next(iter(came.numbers.values()))
    field.setFocus()
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert dialog.draft().actual == 200


def test_only_reporting_leaves_the_review_open(opened, desk, ws, qtbot):
    event, _groups = make_stand(ws)
    dialog = opened(event)
    qtbot.mouseClick(dialog.only_held, Qt.MouseButton.LeftButton)
    assert stored(desk, event).row.state is EventState.held
    assert not dialog.isVisible()


def test_the_figures_of_the_kind_are_asked_for(opened, desk, ws):
    event = make_event(
        ws, "Beratung", kind=EventKind.consultation, facts=ConsultationFacts(), day=ws.ask(lambda s: s.today),
        start="09:00", end="12:00",
    )  # fmt: skip
    dialog = opened(event)
    talks = dialog.left.fields["facts.talks"].binding.widget
    talks.setFocus()
    QTest.keyClicks(talks, "7")
    QTest.keyClick(talks, Qt.Key.Key_Return)
    assert stored(desk, event).draft.facts == ConsultationFacts(talks=7)


def test_what_is_refused_stays_in_the_dialog_with_its_reason(opened, desk, ws):
    event, _groups = make_stand(ws)
    dialog = opened(event)
    change_event(ws, event, title="Anders")
    dialog.primary.click()
    assert dialog.isVisible()
    assert dialog.trouble.words.text()
    assert stored(desk, event).row.state is EventState.confirmed
