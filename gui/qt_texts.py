"""Qt's own words in the window's language: buttons of file dialogs, „Strg“ in menus, the menu of a field."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

_installed: list[QTranslator] = []


def use(app: QApplication, language: str) -> None:
    """Let Qt speak `language` ("de", "en"); English is built in, so a language without a file means English."""
    while _installed:
        app.removeTranslator(_installed.pop())
    words = QTranslator(app)
    if words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
        _installed.append(words)
