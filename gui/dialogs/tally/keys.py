"""Which digit a key press means on German and US keyboards, with Shift, and on the number pad."""

import sys
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_SHIFTED = dict(zip('!"§$%&/()@#^*', (1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 6, 8), strict=True))
"""Signs of the digits with Shift: nine of the German layout, then those that only the US layout has.

Where both have a sign, its German place counts; that is only asked where the scan code is not known.
"""
_PAD = {
    Qt.Key.Key_End: 1,
    Qt.Key.Key_Down: 2,
    Qt.Key.Key_PageDown: 3,
    Qt.Key.Key_Left: 4,
    Qt.Key.Key_Clear: 5,
    Qt.Key.Key_Right: 6,
    Qt.Key.Key_Home: 7,
    Qt.Key.Key_Up: 8,
    Qt.Key.Key_PageUp: 9,
}
_FIRST_CODE = {"linux": 10, "win32": 2}
"""The scan code of the key 1 in the upper row, whatever is printed on it: evdev's 2 plus 8 on Linux, set 1 on Windows.

Those of the keys 2 to 9 follow.
"""
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Press:
    """What is known of a key press: Qt's key, its text, the scan code (0 = unknown), and its modifiers."""

    key: int
    text: str = ""
    scan_code: int = 0
    is_shifted: bool = False
    is_on_pad: bool = False


def press_of(event: QKeyEvent) -> Press:
    """The facts of Qt's event."""
    modifiers = event.modifiers()
    return Press(
        event.key(),
        event.text(),
        event.nativeScanCode(),
        bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
        bool(modifiers & Qt.KeyboardModifier.KeypadModifier),
    )


def digit_of(press: Press, platform: str = sys.platform) -> tuple[int, bool] | None:
    """The digit from 1 to 9 that was pressed and whether with Shift; None for any other key.

    Shift and 1 give “!”: then the place of the key counts, and where that is not known, its sign. On the number pad
    Windows sends “End” for Shift and 1, without the Shift.
    """
    if Qt.Key.Key_1 <= press.key <= Qt.Key.Key_9:
        return press.key - Qt.Key.Key_0, press.is_shifted
    if press.is_on_pad:
        pad = next((digit for key, digit in _PAD.items() if key == press.key), None)
        return None if pad is None else (pad, True)
    if not press.is_shifted:
        return None
    place = press.scan_code - _FIRST_CODE.get(platform, press.scan_code) + 1 if press.scan_code else 0
    if platform in _FIRST_CODE and 1 <= place <= _DIGITS:
        return place, True
    sign = _SHIFTED.get(press.text)
    return None if sign is None else (sign, True)
