"""Pictures of the chapters on calendars, audiences, papers, handouts, partners, concerns, the stand and reports."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gui import pictured_publishing
from gui.pictured import rest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk
    from gui.shell import Shell


def calendars(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The outlets in several states, then what differs from the newest version, ready to be exported."""
    from domain.terms import CalendarContent
    from gui.dialogs.export import open_export

    for name, _window in pictured_publishing.publishing(window, desk, Path(desk.workspace.path).parent):
        if name == "publishing-published":
            yield "publishing", without_navigation(window)
    export = open_export(window, desk)
    rest(desk)
    content = export.form.calendar.content
    content.choose(CalendarContent.changes.value)
    rest(desk)
    yield "export", export
    export.close()


def without_navigation(window: "Shell") -> "QWidget":
    """Head and page, without menu and navigation, which take a quarter of the room."""
    return window.head.parentWidget() or window
