"""Digits on German and US keyboards, with Shift and on the number pad."""

import pytest
from PySide6.QtCore import Qt

from gui.dialogs.tally.keys import Press, digit_of

GERMAN, US = '!"§$%&/()', "!@#$%^&*("


@pytest.mark.parametrize("digit", range(1, 10))
def test_a_digit_counts_one_and_with_shift_five_where_the_key_is_told(digit):
    key = Qt.Key(Qt.Key.Key_0 + digit)
    assert digit_of(Press(key)) == (digit, False)
    assert digit_of(Press(key, is_shifted=True)) == (digit, True)


@pytest.mark.parametrize(("platform", "first"), [("linux", 10), ("win32", 2)])
@pytest.mark.parametrize("layout", [GERMAN, US])
def test_shift_and_a_digit_are_known_by_their_place_in_every_layout(layout, platform, first):
    for digit, sign in enumerate(layout, 1):
        press = Press(ord(sign), sign, first + digit - 1, is_shifted=True)
        assert digit_of(press, platform) == (digit, True)


def test_without_a_place_the_german_sign_counts_and_then_the_american_one():
    for digit, sign in enumerate(GERMAN, 1):
        assert digit_of(Press(ord(sign), sign, is_shifted=True), "darwin") == (digit, True)
    for digit, sign in ((2, "@"), (3, "#"), (6, "^"), (8, "*")):
        assert digit_of(Press(ord(sign), sign, is_shifted=True), "darwin") == (digit, True)


def test_the_number_pad_with_shift_is_known_by_its_place_as_windows_tells_it():
    places = ("End", "Down", "PageDown", "Left", "Clear", "Right", "Home", "Up", "PageUp")
    for digit, name in enumerate(places, 1):
        key = getattr(Qt.Key, f"Key_{name}")
        assert digit_of(Press(key, is_on_pad=True)) == (digit, True)
        assert digit_of(Press(key)) is None
    assert digit_of(Press(Qt.Key.Key_5, is_on_pad=True)) == (5, False)


@pytest.mark.parametrize("press", [Press(Qt.Key.Key_0), Press(Qt.Key.Key_A, "A", 38, is_shifted=True), Press(33, "!")])
def test_other_keys_are_no_digits(press):
    assert digit_of(press, "linux") is None
