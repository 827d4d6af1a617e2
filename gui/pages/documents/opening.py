"""Opens the folder of what is in front on another page."""

from typing import TYPE_CHECKING

from domain.rows.printing import PrintChoice

if TYPE_CHECKING:
    from gui.shell import Shell


def open_pack(window: "Shell") -> None:
    """The action's handler: the folder of the event or tour in front, else the one shown last."""
    page = window.stack.current_page()
    choice = page.print_choice() if page is not None else None
    documents = window.show_page("documents")
    show = getattr(documents, "show_choice", None)
    if show is not None and choice is not None and (choice.event_id or choice.tour_id):
        show(PrintChoice(event_id=choice.event_id, tour_id=choice.tour_id, day=choice.day))


def open_stale(window: "Shell") -> None:
    """The action's handler: all printed sheets that a change has made stale."""
    show = getattr(window.show_page("documents"), "show_choice", None)
    if show is not None:
        show(PrintChoice())
