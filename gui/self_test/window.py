"""What the self-test looks at in the window: fonts, catalogues, resources, and every page painted."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from domain.i18n import N_
from gui.self_test.check import BLANK, Check, expect
from gui.self_test.commands import WORKSPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from gui.desk import Desk

_SAMPLES = 40
"""Points across and down at which a picture is looked at."""


def _resources(_folder: Path) -> str:
    from domain import assets, i18n
    from domain.region.gemeinden import gemeinden
    from domain.region.kreise import kreise

    expect(len(kreise()) == 14, BLANK, name="resources/region")  # noqa: PLR2004 - the Kreise of the state
    expect(len(gemeinden()) > 200, BLANK, name="resources/region")  # noqa: PLR2004 - 218 Gemeinden
    for code, word in (("de", "Übersicht"), ("en", "Overview")):
        expect(i18n.language(code).gettext("Overview") == word, N_("The catalogue {code} is missing."), code=code)
    for part in ("fonts", "icons", "handouts", "NOTICES.md"):
        expect(assets.resource(part).exists(), N_("resources/{part} is missing."), part=part)
    return ""


def _fonts(_folder: Path) -> str:
    from PySide6.QtGui import QFontDatabase

    from gui import theme

    theme.load_fonts("Medium")
    expect("IBM Plex Sans" in QFontDatabase.families(), N_("The font IBM Plex Sans is missing."))
    return ""


def _pages(folder: Path) -> str:
    from PySide6.QtWidgets import QApplication

    from domain import surroundings
    from domain.workspace import Workspace
    from gui import registry, theme
    from gui.desk import Desk
    from gui.shell import Shell

    clock = surroundings.clock()
    file = folder / "demo" / WORKSPACE
    workspace = Workspace.open(file, clock=clock, author=surroundings.author(), device=surroundings.device())
    desk, window = Desk(workspace, clock), Shell()
    window.attach(desk)
    window.show()
    count = 0
    for choice in ("light", "dark"):
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.use(app, choice)
        for spec in registry.pages():
            window.show_page(spec.id)
            _settle(desk)
            expect(_has_marks(window.grab().toImage()), BLANK, name=spec.id)
            count += 1
    window.close()
    desk.close()
    window.deleteLater()
    _let_go()
    return str(count)


def _first_and_manual(folder: Path) -> str:
    """Paint the welcome window and every chapter of the manual."""
    from domain import surroundings
    from domain.documents.manual_text import chapter_for, chapters
    from gui import registry
    from gui.local_state import LocalState
    from gui.manual.window import ManualWindow
    from gui.texts import current
    from gui.welcome.window import WelcomeWindow

    welcome = WelcomeWindow(LocalState(folder), surroundings.clock())
    manual = ManualWindow()
    for shown in (welcome, manual):
        shown.show()
    expect(_has_marks(welcome.grab().toImage()), BLANK, name="welcome")
    for spec in registry.pages():
        manual.show_chapter(chapter_for(spec.id))
        _let_go()
        expect(_has_marks(manual.grab().toImage()), BLANK, name=spec.id)
    for shown in (welcome, manual):
        shown.close()
    _let_go()
    return str(len(chapters(current().code)))


def _let_go() -> None:
    """Let Qt delete what was closed, and Python what Qt held."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()


def _settle(desk: "Desk") -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    while desk.tasks.is_busy:
        QApplication.processEvents()
    QApplication.processEvents()


def _has_marks(picture: "QImage") -> bool:
    """Whether a picture shows more than areas: a page with nothing on it has two or three colours."""
    across, down = max(1, picture.width() // _SAMPLES), max(1, picture.height() // _SAMPLES)
    points = ((x, y) for x in range(0, picture.width(), across) for y in range(0, picture.height(), down))
    return len({picture.pixel(x, y) for x, y in points}) > 5  # noqa: PLR2004 - see above


CHECKS = (
    Check(N_("Resources and catalogues"), _resources),
    Check(N_("Fonts"), _fonts),
    Check(N_("Welcome window and every chapter of the manual"), _first_and_manual),
)
PAGES = Check(N_("Every page of the window, light and dark"), _pages)
"""Needs the sample workspace, so it comes last."""
