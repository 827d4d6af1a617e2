"""The program: the only place where clock, language, file, theme and window are put together."""

import os
import sys
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from domain import i18n, surroundings
from domain.errors import LandaufError
from domain.i18n import N_
from gui import drawn_icons, local_state, qt_texts, registry, texts, theme
from gui.local_state import LocalState
from gui.shell import Shell
from gui.texts import _

if TYPE_CHECKING:
    from domain.rows.settings import Settings
    from domain.workspace import Workspace
    from gui.crash import CrashWatch
    from gui.desk import Desk
    from gui.single_instance import SingleInstance
    from gui.tasks import Ticket
    from gui.welcome.window import WelcomeWindow


def main(file: Path | None) -> int:
    """Open the window on `file`, or on the last or usual one; gives the exit code when it was closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Landauf")
    app.setDesktopFileName("landauf")
    local = LocalState(local_state.config_folder())
    program = Program(app, local, os.environ.get("LANDAUF_QUIT_AFTER", ""))
    begin(program, file)
    return app.exec()


def begin(program: "Program", file: Path | None) -> "WelcomeWindow | None":
    """Show the window on the file given, the last or the usual one; without any, the welcome window."""
    places = (program.local.last_file, surroundings.usual_file())
    known = file or next((path for path in places if path is not None and path.exists()), None)
    if known is not None:
        program.start(known)
        return None
    from gui.welcome.window import WelcomeWindow

    theme.load_fonts("Medium")
    qt_texts.use(program.app, program.local.language)
    program.app.setWindowIcon(logo())
    lost = program.local.last_file
    welcome = WelcomeWindow(program.local, program.clock, missing=lost.name if lost else "")
    welcome.chosen.connect(program.start)
    welcome.show()
    program.welcome = welcome  # nothing else holds a window without a parent
    return welcome


def logo() -> QIcon:
    """What task bars show; drawn after the first page, because nobody waits for it."""
    return QIcon(drawn_icons.pixmap("logo", 64, theme.tokens().fill))


class Program(QObject):
    """Opens files and windows one after the other; `quit_after` ends the process at a moment, for measuring."""

    def __init__(self, app: QApplication, local: LocalState, quit_after: str = "") -> None:
        super().__init__()
        self.app = app
        self.local = local
        self.quit_after = quit_after
        self.clock = surroundings.clock()
        self.desk: Desk | None = None
        self.welcome: WelcomeWindow | None = None
        self._instance: SingleInstance | None = None
        self._crashes: CrashWatch | None = None
        self._file, self._passphrase = Path(), ""
        texts.use(i18n.language(local.language))
        theme.install(app, local.theme)
        self.window = self._make_window()

    def start(self, file: Path, passphrase: str = "") -> None:
        """Show the window at once; the file is opened behind it."""
        self._file, self._passphrase = file, passphrase
        self.window.show_file(file)
        self.window.painted.connect(self._on_painted)
        self.window.show()

    def open_file(self, path: Path, passphrase: str | None = None) -> None:
        """Open another file in the window; trouble goes to the message bar, and the present file stays open."""
        from domain.workspace import Workspace
        from gui.desk import Desk
        from gui.widgets.notice import Tone

        try:
            workspace = Workspace.open(
                path,
                clock=self.clock,
                author=surroundings.author(),
                device=surroundings.device(),
                passphrase=passphrase,
            )
        except LandaufError as error:
            if passphrase is None and _may_be_encrypted(path):
                self._ask_passphrase(path)
            else:
                self.window.complain(error)
            return
        if self.desk is not None:
            self.window.stack.close_pages()
            self.desk.close()
        self.desk = Desk(workspace, self.clock, self)
        self.desk.local = self.local
        self.desk.changed.connect(self._on_changed)
        self.local.last_file = path
        self._show_desk()
        if workspace.former is not None:
            self.window.messages.show_message(Tone.hint, _brought_up(workspace.former))

    def close(self) -> None:
        """Close the file and stop listening for errors and second starts."""
        self.local.geometry = self.window.saveGeometry()
        if (focused := self.window.focusWidget()) is not None:
            focused.clearFocus()  # a field that is being typed into is finished while the file is still open
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        if self._instance is not None:
            self._instance.close()
        if self._crashes is not None:
            self._crashes.uninstall()

    def _make_window(self) -> Shell:
        window = Shell()
        window.closing.connect(self.close)
        window.theme_picked.connect(self._on_theme_picked)
        window.file_picked.connect(self.open_file)
        if not self.local.geometry.isEmpty():
            window.restoreGeometry(self.local.geometry)
        return window

    def _show_desk(self, page_id: str = "") -> None:
        if self.desk is None:
            return
        self.window.attach(self.desk, finish=False)
        pages = registry.pages()
        if pages:
            page = self.window.show_page(page_id or pages[0].id)
            from gui.first_paint import FirstPaint

            FirstPaint(page).happened.connect(self._on_first_data)
        else:
            QTimer.singleShot(0, self._on_first_data)

    def _on_painted(self) -> None:
        if self.quit_after == "first-paint":
            os._exit(0)
        if not self.quit_after and not self._is_first_instance():
            self.window.close()
            return
        theme.load_fonts("Medium")
        qt_texts.use(self.app, self.local.language)
        self.window.complete()
        self.open_file(self._file, self._passphrase or None)
        self._passphrase = ""
        if self.desk is None:
            self.window.finish()

    def _on_first_data(self) -> None:
        if self.quit_after == "first-data":
            os._exit(0)
        from gui import crash, rubbish

        self.window.finish()
        self.app.setWindowIcon(logo())
        rubbish.resume()  # `gui.__main__` keeps the collector off until here
        if self._crashes is None:
            self._crashes = crash.watch(lambda: self.window, local_state.config_folder())
        if self._instance is not None:
            self._instance.listen()
        self._read_settings()

    def _is_first_instance(self) -> bool:
        from gui.single_instance import SingleInstance

        self._instance = SingleInstance(local_state.config_folder())
        self._instance.file_received.connect(self._on_second_start)
        return self._instance.claim_or_hand_over(self._file)

    def _on_second_start(self, file: str) -> None:
        self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()
        if self.desk is not None and Path(file) != self.desk.path:
            self.open_file(Path(file))

    def _ask_passphrase(self, path: Path) -> None:
        from gui.dialogs.passphrase import PassphraseDialog

        dialog = PassphraseDialog(path, self.window)
        dialog.given.connect(lambda passphrase: self.open_file(path, passphrase))
        dialog.open()

    def _on_changed(self, tables: frozenset[str]) -> None:
        if "setting" in tables:
            self._read_settings()

    def _read_settings(self) -> None:
        if self.desk is not None:
            workspace = self.desk.workspace
            self.desk.tasks.start(lambda _ticket: _settings(workspace), self._apply, key="settings")

    def _apply(self, settings: "Settings") -> None:
        """Follow the theme and language that the file asks for, and keep them for the next start."""
        self.local.theme = settings.theme
        theme.use(self.app, settings.theme)
        if settings.language == self.local.language:
            return
        self.local.language = settings.language
        texts.use(i18n.language(settings.language))
        qt_texts.use(self.app, settings.language)
        old, page_id = self.window, self.window.stack.current_id()
        old.closing.disconnect(self.close)
        self.local.geometry = old.saveGeometry()
        self.window = self._make_window()
        self._show_desk(page_id)
        self.window.show()
        old.close()
        old.deleteLater()

    def _on_theme_picked(self, choice: str) -> None:
        self.local.theme = choice
        theme.use(self.app, choice)
        if self.desk is not None:
            self.desk.tasks.start(partial(_keep_theme, self.desk.workspace, choice), lambda _done: None)


def _settings(workspace: "Workspace") -> "Settings":
    """The file's settings; called in a pool thread, because the first call imports SQLAlchemy."""
    from domain.usecases import settings

    return workspace.ask(settings.load)


def _keep_theme(workspace: "Workspace", choice: str, _ticket: "Ticket") -> None:
    """Keep the picked theme in the file; called in a pool thread."""
    from domain.usecases import settings

    kept = workspace.ask(settings.load)
    if kept.theme != choice:
        workspace.run(N_("Theme changed"), settings.save, replace(kept, theme=choice))


def _brought_up(former: Path) -> str:
    """That an older file was brought up to date, and where it lies as it was."""
    words = _("This file came from an older Landauf and was brought up to date. A copy as it was: {folder}/{file}")
    return words.format(folder=former.parent.name, file=former.name)


def _may_be_encrypted(path: Path) -> bool:
    """Whether a file is there that does not begin like an open SQLite file."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(16) != b"SQLite format 3\0"
    return False
