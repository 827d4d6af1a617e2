"""Work beside the GUI thread comes back on it, or is dropped."""

import threading
import weakref

import pytest
from PySide6.QtCore import QThread

from domain.errors import NotFoundError
from gui.tasks import TaskRunner


@pytest.fixture
def tasks(qapp):
    runner = TaskRunner()
    yield runner
    runner.close()


def test_work_runs_beside_and_answers_on_the_gui_thread(tasks, qtbot):
    seen = []
    tasks.start(lambda _ticket: threading.get_ident(), lambda worker: seen.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    worker, receiver = seen[0]
    assert worker != threading.get_ident()
    assert receiver == threading.get_ident()
    assert QThread.currentThread() is not None


def test_trouble_arrives_where_somebody_listens_for_it(tasks, qtbot):
    def fail(_ticket):
        raise NotFoundError("gone")

    failed = []
    tasks.start(fail, lambda _answer: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert str(failed[0]) == "gone"


def test_trouble_nobody_listens_for_reaches_the_excepthook(tasks, qtbot):
    def fail(_ticket):
        raise NotFoundError("gone")

    with qtbot.captureExceptions() as caught:
        tasks.start(fail, lambda _answer: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is NotFoundError


def test_a_bug_in_the_work_reaches_the_excepthook_and_ends_the_task(tasks, qtbot):
    def fail(_ticket):
        return 1 / 0

    answers = []
    with qtbot.captureExceptions() as caught:
        tasks.start(fail, answers.append)
        qtbot.waitUntil(lambda: bool(caught) and not tasks.is_busy)
    assert caught[0][0] is ZeroDivisionError
    assert answers == []


def test_a_newer_task_with_the_same_key_drops_the_older_answer(tasks, qtbot):
    hold = threading.Event()
    answers = []
    tasks.start(lambda _ticket: hold.wait(5) and "old", answers.append, key="search")
    tasks.start(lambda _ticket: "new", answers.append, key="search")
    hold.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert answers == ["new"]


def test_a_cancelled_task_sees_it_and_is_not_answered(tasks, qtbot):
    begun, seen, answers = threading.Event(), [], []

    def work(ticket):
        begun.set()
        while not ticket.is_cancelled:
            threading.Event().wait(0.001)
        seen.append(True)

    ticket = tasks.start(work, answers.append)
    qtbot.waitUntil(begun.is_set)
    ticket.cancel()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert seen == [True]
    assert answers == []


def test_progress_is_told_with_its_ticket(tasks, qtbot):
    told = []
    tasks.progressed.connect(lambda ticket, done, total: told.append((ticket.label, done, total)))

    def work(ticket):
        ticket.report(1, 2)
        ticket.report(2, 2)

    tasks.start(work, lambda _answer: None, progress="Printing")
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert told == [("Printing", 1, 2), ("Printing", 2, 2)]


def test_closing_waits_for_running_work(tasks, qtbot):
    ended = []

    def work(ticket):
        while not ticket.is_cancelled:
            threading.Event().wait(0.001)
        ended.append(True)

    tasks.start(work, lambda _answer: None)
    qtbot.wait(5)
    tasks.close()
    assert ended == [True]
    assert not tasks.is_busy


def test_an_answer_for_a_widget_that_is_gone_is_dropped(tasks, qtbot):
    from PySide6.QtCore import QObject
    from shiboken6 import delete

    answers = []

    class Receiver(QObject):
        def take(self, answer):
            answers.append(answer)

    receiver = Receiver()
    tasks.start(lambda _ticket: 1, receiver.take)
    delete(receiver)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert answers == []


def test_cycles_with_qt_objects_are_never_collected_in_a_pool_thread(tasks, qtbot):
    from PySide6.QtCore import QObject

    collected_in = []
    for _number in range(200):
        lost = QObject()
        lost.itself = lost
        weakref.finalize(lost, lambda: collected_in.append(threading.get_ident()))
    del lost
    tasks.start(lambda _ticket: len([[number] for number in range(200_000)]), lambda _answer: None)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    qtbot.waitUntil(lambda: len(collected_in) == 200)
    assert set(collected_in) == {threading.get_ident()}


def test_who_waited_is_forgotten_on_the_gui_thread(tasks, qtbot):
    answers = []

    class Receiver:
        def take(self, answer):
            answers.append(answer)

    receiver = Receiver()
    gone = weakref.ref(receiver)
    tasks.start(lambda _ticket: 1, receiver.take)
    del receiver
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert answers == [1]
    assert gone() is None
