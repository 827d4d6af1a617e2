"""Taking over the starting stocks from the window."""

from types import SimpleNamespace

from domain.usecases import catalogue, partners
from gui.dialogs.stock import take_catalogue, take_stock


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


def test_the_catalogue_comes_in_one_step_and_says_how_much_was_new(desk, ws, settle, qtbot):
    window = SimpleNamespace(desk=desk)
    for words, is_undoable in (
        ("61 Einträge hinzugefügt, 0 schon vorhanden", True),
        ("0 Einträge hinzugefügt, 61 schon vorhanden", False),
    ):
        with qtbot.waitSignal(desk.told) as told:
            take_catalogue(window)
        settle()
        assert told.args == [words, is_undoable]
    ws.undo()
    assert ws.ask(catalogue.list_rows) == []
