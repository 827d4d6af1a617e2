"""Taking over the starting stock from the window."""

from types import SimpleNamespace

from domain.usecases import partners
from gui.dialogs.stock import take_stock


def test_it_comes_in_one_step_and_says_what_became_of_it(desk, ws, settle, qtbot):
    window = SimpleNamespace(desk=desk)
    with qtbot.waitSignal(desk.told) as told:
        take_stock(window)
    settle()
    assert told.args == ["151 angelegt, 0 ergänzt, 0 schon vorhanden", True]
    assert ws.ask(partners.count) == 151
    with qtbot.waitSignal(desk.told) as told:
        take_stock(window)
    settle()
    assert told.args == ["0 angelegt, 0 ergänzt, 151 schon vorhanden", False]
    ws.undo()
    assert ws.ask(partners.count) == 0
