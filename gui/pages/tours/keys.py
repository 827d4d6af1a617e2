"""What the keyboard asks on board and list: Alt with an arrow moves a stop, Delete takes it out."""

from enum import StrEnum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Deed(StrEnum):
    """What is asked for the picked stop or day."""

    none = auto()
    earlier = auto()
    later = auto()
    day_before = auto()
    day_after = auto()
    remove = auto()


class Wish(StrEnum):
    """What buttons ask for besides."""

    open = auto()
    drive = auto()
    to_day = auto()
    add_stop = auto()
    add_day = auto()
    edit_tour = auto()


_WITH_ALT = {
    Qt.Key.Key_Up: Deed.earlier,
    Qt.Key.Key_Down: Deed.later,
    Qt.Key.Key_Left: Deed.day_before,
    Qt.Key.Key_Right: Deed.day_after,
}


def deed_of(event: QKeyEvent) -> Deed:
    """What a key asks for."""
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return _WITH_ALT.get(Qt.Key(event.key()), Deed.none)
    return Deed.remove if event.key() == Qt.Key.Key_Delete else Deed.none
