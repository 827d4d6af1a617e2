"""Another file is opened while pages still wait for answers about the old one: nothing comes of them."""

import pytest
from PySide6.QtWidgets import QApplication

from domain.workspace import Workspace
from gui import registry, theme
from gui.desk import Desk
from gui.shell import Shell
from tests.builders import make_concern, make_event, make_partner, open_workspace

ASKING = {"partners", "dialogues", "councils", "concerns", "coverage", "overview"}
"""Pages that read in pool threads when they are shown."""


@pytest.fixture
def path(tmp_path, clock):
    with open_workspace(tmp_path, clock) as ws:
        for town in ("Köthen", "Zerbst", "Halle"):
            make_partner(ws, f"Verein {town}", town=town, ags="15082180")
        make_concern(ws, event_id=make_event(ws, ags="15082180"))
        return ws.path


def test_file_can_be_switched_on_every_page_before_its_answers_come(qapp, path, clock, qtbot):
    theme.install(qapp, "light")
    window = Shell()
    qtbot.addWidget(window)
    window.show()
    with qtbot.captureExceptions() as exceptions:
        for page in (each for each in registry.pages() if each.id in ASKING):
            with Workspace.open(path, clock=clock, author="Kühne", device="Laptop 7") as workspace:
                desk = Desk(workspace, clock)
                window.attach(desk)
                window.show_page(page.id)
                window.stack.close_pages()
                desk.close()
            QApplication.processEvents()
    assert exceptions == []
    assert not desk.tasks.is_busy
