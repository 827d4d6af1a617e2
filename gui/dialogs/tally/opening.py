"""Opens the tally: of the event that is shown, or of the one that takes place today."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rules.tally import can_be_counted
from gui.desk import Desk
from gui.dialogs.tally.window import TallyWindow

if TYPE_CHECKING:
    from gui.shell import Shell


def open_tally(window: "Shell") -> None:
    """The action's handler: the event chosen on the page in front, else today's.

    Raises:
        LandaufError: nothing that could be counted is chosen or takes place today.
    """
    from domain.usecases import tally_today

    page = window.stack.current_page()
    if window.desk is None or page is None:
        return
    choice = page.print_choice()
    if choice is not None and choice.event_id is not None:
        event_id = choice.event_id
    else:
        today = window.desk.ask(tally_today.events_today)
        if not today:
            raise LandaufError(N_("Nothing takes place today that could be counted. Open an event and start there."))
        event_id = today[0].id
    open_for(window, window.desk, event_id)


def open_for(parent: QWidget, desk: Desk, event_id: UUID) -> TallyWindow:
    """Count an event over the whole screen; finishing leads to its review. One that is counted already comes forward.

    Raises:
        LandaufError: the event has no date, or is called off.
    """
    for open_one in parent.window().findChildren(TallyWindow):
        if open_one.counter.event_id == event_id:
            open_one.raise_()
            open_one.activateWindow()
            return open_one
    made = TallyWindow(desk, event_id, parent.window())
    if not can_be_counted(made.counter.board.event):
        made.deleteLater()
        raise LandaufError(N_("Only an event with a date that is not called off can be counted."))
    made.showFullScreen()
    made.activateWindow()
    return made
