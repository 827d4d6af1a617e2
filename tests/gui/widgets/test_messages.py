"""Toast, notices, progress and history."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.tasks import TaskRunner
from gui.widgets.meter import Meter, TargetMeter, meter_colour
from gui.widgets.notice import Notice, Tone
from gui.widgets.progress_row import ProgressRow
from gui.widgets.timeline import Moment, Timeline
from gui.widgets.toast import Toast


@pytest.fixture
def area(qtbot):
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def test_toast_lies_at_the_bottom_centre_and_moves_with_the_page(area):
    toast = Toast(area)
    toast.show_message("Halt 8 auf 08:00 verschoben")
    assert abs(toast.geometry().center().x() - area.rect().center().x()) <= 1
    area.resize(500, 400)
    assert abs(toast.geometry().center().x() - area.rect().center().x()) <= 1
    assert toast.geometry().bottom() < 400


def test_toast_goes_by_itself_after_six_seconds(area, qtbot):
    toast = Toast(area)
    toast.show_message("Gesichert")
    assert toast._timer.interval() == 6000
    toast._timer.setInterval(1)
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_toast_does_its_action_once_and_goes(area, qtbot):
    done = []
    toast = Toast(area)
    toast.show_message("Verschoben", "Rückgängig", lambda: done.append(True))
    qtbot.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert not toast.isVisible()


def test_notice_says_its_tone_and_offers_repairs(qtbot):
    notice = Notice(Tone.error, "Dienstzeit 10 h 45 min", "45 min über der Grenze")
    qtbot.addWidget(notice)
    repair = notice.add_repair("Auf Fr 14. Mai", "−6 km")
    assert notice.accessibleName() == "Fehler: Dienstzeit 10 h 45 min"
    with qtbot.waitSignal(repair.clicked):
        qtbot.mouseClick(repair, Qt.MouseButton.LeftButton)


def test_long_work_shows_a_row_that_cancels_it(area, qtbot):
    tasks, row = TaskRunner(), ProgressRow(area)
    row.follow(tasks)
    answers = []

    def work(ticket):
        while not ticket.is_cancelled:
            ticket.report(1, 4)
            threading.Event().wait(0.002)

    tasks.start(work, answers.append, progress="Mappe drucken")
    assert not row.isVisible()
    row._patience.setInterval(1)
    row._patience.start()
    qtbot.waitUntil(row.isVisible)
    assert row.words.text() == "Mappe drucken"
    qtbot.waitUntil(lambda: row.accessibleDescription() == "25%")
    qtbot.mouseClick(row.cancel_button, Qt.MouseButton.LeftButton)
    assert not row.isVisible()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert answers == []
    tasks.close()


def test_short_work_shows_nothing(area, qtbot):
    tasks, row = TaskRunner(), ProgressRow(area)
    row.follow(tasks)
    tasks.start(lambda _ticket: 1, lambda _answer: None, progress="Kurz")
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert not row.isVisible()
    assert not row._patience.isActive()
    tasks.close()


def test_history_gives_the_key_of_what_is_to_be_taken_back(qtbot):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.set_moments(
        [
            Moment("Heute", "Uhrzeit", "14:31 · Laptop", "18:30", "15:30", "key"),
            Moment("Heute", "Angelegt", "09:02 · Laptop"),
        ]
    )
    assert len(timeline.entries) == 2
    with qtbot.waitSignal(timeline.revert_asked) as asked:
        timeline.entries[0].revert.click()
    assert asked.args == ["key"]
    timeline.set_moments([])
    assert timeline.entries == []


@pytest.mark.parametrize(("share", "words"), [(0.5, ""), (0.949, ""), (0.95, "nahe"), (1.0, "nahe"), (1.01, "über")])
def test_meter_says_when_a_limit_is_near_or_passed(qtbot, share, words):
    meter = Meter("Dienstzeit")
    qtbot.addWidget(meter)
    meter.set_value("9:34 h", share)
    assert words in meter.accessibleName()
    assert ("Grenze" in meter.accessibleName()) == bool(words)


def test_meter_is_gold_near_the_limit_and_red_above(qapp):
    from gui import theme

    look = theme.tokens()
    assert [meter_colour(share) for share in (0.9, 0.96, 1.2)] == [look.accent, look.gold, look.error]


def test_target_is_told_in_words(qtbot):
    target = TargetMeter("Bürgerdialoge")
    qtbot.addWidget(target)
    target.set_counts(1, 1, 3)
    assert target.accessibleName() == "Bürgerdialoge: 1 gehalten, 1 geplant, Ziel 3"
