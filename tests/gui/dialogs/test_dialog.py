"""The frame of dialogs: it stays on the screen although nobody holds it."""

import gc

import pytest
from PySide6.QtWidgets import QWidget

from gui.dialogs.dialog import Dialog
from gui.dialogs.reason import ReasonDialog
from gui.pages.requests.accepted_dialog import AcceptedDialog
from gui.widgets.chips import ChipField


def accepted(parent):
    return AcceptedDialog("Gymnasium", parent, can_write=True)


def reason(parent):
    return ReasonDialog("Absagen", "Grund", "Absagen", parent)


def with_chips(parent):
    """A field of chips comes first, which looks for the field before it."""
    dialog = Dialog("Filter", "Gut", parent)
    field = ChipField("Themen")
    field.set_choice({1: "Spionage"})
    field.set_values([1])
    dialog.content.insertWidget(0, field)
    return dialog


@pytest.mark.parametrize("make", [accepted, reason, with_chips])
def test_an_open_dialog_outlives_the_collector_of_cycles(qtbot, make):
    parent, gone = QWidget(), []
    qtbot.addWidget(parent)

    def open_one():
        dialog = make(parent)
        dialog.destroyed.connect(lambda: gone.append(make.__name__))
        dialog.open()

    open_one()
    qtbot.wait(1)
    gc.collect()
    assert gone == []
    parent.findChild(Dialog).reject()
