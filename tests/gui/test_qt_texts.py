"""Qt's own words follow the language of the window."""

import pytest
from PySide6.QtGui import QKeySequence

from gui import qt_texts


@pytest.fixture(autouse=True)
def _english_afterwards(qapp):
    yield
    qt_texts.use(qapp, "en")


@pytest.mark.parametrize(("language", "shown"), [("de", "Strg+S"), ("en", "Ctrl+S")])
def test_shortcuts_are_named_as_on_the_keyboard(qapp, language, shown):
    qt_texts.use(qapp, language)
    assert QKeySequence("Ctrl+S").toString(QKeySequence.SequenceFormat.NativeText) == shown


def test_the_language_can_be_switched_back_and_forth(qapp):
    for language in ("de", "en", "de"):
        qt_texts.use(qapp, language)
    assert qapp.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    qt_texts.use(qapp, "en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
