"""F1: the manual at the chapter about the page or dialog that is in front."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from domain.documents.manual_text import chapter_for
from gui import local_state
from gui.manual.window import ManualWindow
from gui.texts import current

if TYPE_CHECKING:
    from gui.shell import Shell

_open: list[ManualWindow] = []
"""The one manual that is open; a second F1 brings it to the front."""


def open_manual(*names: str) -> ManualWindow:
    """Bring the manual to the front, at the chapter about the first of these pages or dialogs that has one."""
    if _open and _open[0].language != current().code:
        _open[0].close()
    if not _open:
        made = ManualWindow(local_state.LocalState(local_state.config_folder()))
        _open.append(made)
        made.closed.connect(_open.clear)
    window = _open[0]
    window.show_chapter(chapter_for(*names))
    window.show()
    window.raise_()
    window.activateWindow()
    return window


def open_for_page(window: "Shell") -> None:
    """The manual at the chapter about the page in front."""
    open_manual(window.stack.current_id())


def open_for(widget: QWidget) -> None:
    """The manual at the chapter about a dialog or, if it has none, about what it lies over."""
    open_manual(*names_of(widget))


def names_of(widget: QObject) -> Iterator[str]:
    """What chapters may know a widget by: its module and packages from the inside out, then those of its parents."""
    at: QObject | None = widget
    while at is not None:
        yield from reversed(type(at).__module__.split("."))
        pages = getattr(at, "stack", at)
        if hasattr(pages, "current_id"):  # the window, or what holds its pages: the page in front
            yield pages.current_id()
        at = at.parent()
