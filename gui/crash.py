"""What happens to errors nobody caught: trouble goes to the message bar, bugs to a dialog with a harmless report."""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion

from domain.errors import LandaufError

if TYPE_CHECKING:
    from io import TextIOWrapper

    from gui.shell import Shell

_ROOT = Path(__file__).resolve().parent.parent
_NAMED = ("landauf", "PySide6-Essentials", "sqlmodel", "sqlcipher3", "reportlab")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashWatch(QObject):
    """Receives what no one caught, from any thread, and hands it to the GUI thread.

    `complain` shows trouble a person can act on; `show_report` gets the text of a report about a bug.
    """

    _caught = Signal(object)

    def __init__(self, complain: Callable[[LandaufError], None], show_report: Callable[[str], None]) -> None:
        super().__init__()
        self._complain = complain
        self._show_report = show_report
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)
        self._native_log: TextIOWrapper | None = None

    def install(self, folder: Path) -> None:
        """Listen from now on; crashes below Python leave their stack in `folder`."""
        sys.excepthook = self.on_error
        threading.excepthook = self._on_thread_error
        qInstallMessageHandler(_log_qt)
        self._native_log = (folder / "native-crash.txt").open("w", encoding="utf-8")
        faulthandler.enable(self._native_log)

    def uninstall(self) -> None:
        """Put Python's and Qt's own handlers back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._native_log is not None:
            faulthandler.disable()
            self._native_log.close()
            self._native_log = None

    def on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an error as `sys.excepthook` does."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        if not isinstance(error, LandaufError):
            sys.__excepthook__(kind, error, trace)
        self._caught.emit(error)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.on_error(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_caught(self, error: Exception) -> None:
        if isinstance(error, LandaufError):
            self._complain(error)
        else:
            self._show_report(report(error))


def watch(window: Callable[[], "Shell"], folder: Path) -> CrashWatch:
    """Install a watch that shows trouble and reports in the window that is open by then."""

    def show_report(text: str) -> None:
        from gui.dialogs.crash import CrashDialog

        CrashDialog(text, window()).open()

    result = CrashWatch(lambda error: window().complain(error), show_report)
    result.install(folder)
    return result


def report(error: BaseException) -> str:
    """Versions and the way through the code, without messages, values or paths of this machine."""
    lines = [f"{name} {_version(name)}" for name in _NAMED]
    lines.append(f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}")
    seen: BaseException | None = error
    while seen is not None:
        lines += ["", f"{type(seen).__module__}.{type(seen).__qualname__}"]
        lines += [_frame(frame) for frame in traceback.extract_tb(seen.__traceback__)]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def _frame(frame: traceback.FrameSummary) -> str:
    return f"  {_harmless(Path(frame.filename))}:{frame.lineno} in {frame.name}\n    {frame.line or ''}".rstrip()


def _harmless(path: Path) -> str:
    """The file's name from the package on: the rest of its path may hold a person's name."""
    if path.is_relative_to(_ROOT) and "site-packages" not in path.parts:
        return path.relative_to(_ROOT).as_posix()
    parts = path.parts
    start = parts.index("site-packages") + 1 if "site-packages" in parts else len(parts) - 1
    return "/".join(parts[start:])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if "This plugin does not support" not in message:  # the offscreen platform says so of windows' wishes
        logging.getLogger("qt").log(_LEVELS[kind], message)
