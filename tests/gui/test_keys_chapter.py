"""The chapter of the manual on the keyboard, held against the shortcuts of the window."""

import pytest

from domain import assets
from gui import actions

_GERMAN = (("Ctrl", "Strg"), ("Shift", "Umschalt"), ("Del", "Entf"), ("Return", "Eingabe"))
_ENGLISH = (("Return", "Enter"),)


@pytest.mark.parametrize(("language", "names"), [("de", _GERMAN), ("en", _ENGLISH)])
def test_every_shortcut_of_the_window_stands_in_the_chapter(language: str, names: tuple[tuple[str, str], ...]) -> None:
    chapter = assets.resource("manual", language, "keys.md").read_text(encoding="utf-8")
    missing = [keys for spec in actions.all_specs() if (keys := _in_words(spec.shortcut, names)) not in chapter]

    assert not missing


def _in_words(shortcut: str, names: tuple[tuple[str, str], ...]) -> str:
    for key, name in names:
        shortcut = shortcut.replace(key, name)
    return f"**{shortcut}**" if shortcut else ""
