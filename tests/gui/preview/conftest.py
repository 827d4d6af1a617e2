"""A pool without a file behind it: the preview needs no more."""

import pytest

from gui.preview.paper import Paper
from gui.tasks import TaskRunner
from tests.gui.preview.sample import pdf


@pytest.fixture
def tasks(qapp):
    """A pool that is closed at the end."""
    made = TaskRunner()
    yield made
    made.close()


@pytest.fixture
def settle(qtbot, tasks):
    """A function that waits until no background work is left."""

    def wait():
        qtbot.waitUntil(lambda: not tasks.is_busy)

    return wait


@pytest.fixture
def paper(qtbot, tasks):
    """An empty preview, wide enough for small pages."""
    made = Paper(tasks)
    qtbot.addWidget(made)
    made.resize(760, 600)
    made.show()
    yield made
    made.clear()


@pytest.fixture
def twelve(paper, settle):
    """The preview on twelve pages."""
    paper.show_document(pdf(12, marked="Nur hier steht das Wort Steckdose."))
    settle()
    return paper
