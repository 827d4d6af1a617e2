"""What the keyboard asks on board and list: Alt with an arrow moves a stop, plus and minus change its stay."""

from enum import StrEnum, auto
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.pages.tours.plan import BoardPlan


class Deed(StrEnum):
    """What is asked for the picked stop or day."""

    none = auto()
    earlier = auto()
    later = auto()
    day_before = auto()
    day_after = auto()
    longer = auto()
    shorter = auto()
    remove = auto()
    move_to = auto()


class Wish(StrEnum):
    """What buttons ask for besides."""

    open = auto()
    drive = auto()
    add_stop = auto()
    add_day = auto()
    edit_tour = auto()
    permit = auto()
    tally = auto()


_WITH_ALT = {
    Qt.Key.Key_Left: Deed.earlier,
    Qt.Key.Key_Right: Deed.later,
    Qt.Key.Key_Up: Deed.day_before,
    Qt.Key.Key_Down: Deed.day_after,
}
_WITH_ALT_AND_SHIFT = {Qt.Key.Key_Left: Deed.shorter, Qt.Key.Key_Right: Deed.longer}
_BARE = {
    Qt.Key.Key_Delete: Deed.remove,
    Qt.Key.Key_Plus: Deed.longer,
    Qt.Key.Key_Minus: Deed.shorter,
    Qt.Key.Key_M: Deed.move_to,
}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LANES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ARROWS = frozenset({*_STEPS, *_LANES})


def deed_of(event: QKeyEvent) -> Deed:
    """What a key asks for; arrows go where they would on the board: sideways through a day, up and down by days."""
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if modifiers & Qt.KeyboardModifier.AltModifier:
        shifted = modifiers & Qt.KeyboardModifier.ShiftModifier
        return (_WITH_ALT_AND_SHIFT if shifted else _WITH_ALT).get(key, Deed.none)
    if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier):
        return Deed.none
    return _BARE.get(key, Deed.none)


def step_from(plan: BoardPlan, selected: UUID | None, key: Qt.Key) -> UUID | None:
    """The stop an arrow leads to: beside the selected one in its day, or the nearest in the lane above or below."""
    stops, found = plan.stops(), plan.find(selected)
    if found is None:
        return stops[0] if stops else None
    if key in _STEPS:
        at = stops.index(found[1].id) + _STEPS[key]
        return stops[at] if 0 <= at < len(stops) else None
    return plan.beside(found[0], found[1], _LANES[key])
