"""Ways into reading files of other programs: from the menu and from pages."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gui.desk import Desk
from gui.dialogs.import_wizard.dialog import ImportDialog, ask_for_files
from gui.texts import _

if TYPE_CHECKING:
    from gui.shell import Shell


def open_import(parent: QWidget, desk: Desk, what: str = "partners") -> None:
    """Ask for a file and open the dialog on it; `what` is partners, requests, vehicles or events."""
    ask_for_files(parent, what, _("Read file"), lambda chosen: ImportDialog(desk, what, chosen, parent).open())


def read_partners(window: "Shell") -> None:
    """The menu's way to take over partners."""
    _open(window, "partners")


def read_requests(window: "Shell") -> None:
    """The menu's way to take over requests."""
    _open(window, "requests")


def read_vehicles(window: "Shell") -> None:
    """The menu's way to take over vehicles."""
    _open(window, "vehicles")


def read_events(window: "Shell") -> None:
    """The menu's way to take over events."""
    _open(window, "events")


def read_calendar(window: "Shell") -> None:
    """The menu's way to take over a calendar file."""
    from gui.dialogs.calendar_import.dialog import open_import as open_calendar

    if window.desk is not None:
        open_calendar(window, window.desk)


def _open(window: "Shell", what: str) -> None:
    if window.desk is not None:
        open_import(window, window.desk, what)
