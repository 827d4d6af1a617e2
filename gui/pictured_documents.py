"""The folder of the next citizen dialogue, for the pictures of the window."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk
    from gui.shell import Shell


def documents(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The folder of a dialogue that is not confirmed yet, with its problem in front."""
    from domain.rows.filters import EventFilter
    from domain.rows.printing import PrintChoice
    from domain.terms import EventKind, EventState
    from domain.usecases import event_rows
    from gui.pages.documents.page import DocumentsPage
    from gui.pictured import settle

    page = window.show_page("documents")
    wanted = EventFilter(kinds=(EventKind.citizen_dialogue,), states=(EventState.tentative,), dated=True)
    found = desk.ask(event_rows.list_ids, wanted)
    if not isinstance(page, DocumentsPage) or not found:
        return
    page.show_choice(PrintChoice(event_id=found[0]))
    for _again in range(4):  # proposal, file, sizes and thumbnails come one after the other
        settle(desk)
    yield "documents-dialogue", window
