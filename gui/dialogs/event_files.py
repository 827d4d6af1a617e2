"""One event as a file for calendars: an entry to keep, or a cancellation that takes it out again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from domain.terms import Audience
from gui.desk import Desk
from gui.dialogs import files
from gui.texts import _, current

if TYPE_CHECKING:
    from gui.shell import Shell
    from gui.tasks import Ticket


def save_entry(window: "Shell") -> QFileDialog | None:
    """The action's handler: the event in front as the public may see it, as a file for calendars."""
    return _ask(window, _("Save as calendar file"), "", write_entry)


def save_cancellation(window: "Shell") -> QFileDialog | None:
    """The action's handler: a file that takes the event in front out of calendars."""
    return _ask(window, _("Save cancellation file"), _("cancellation"), write_cancellation)


def _ask(window: "Shell", title: str, behind: str, write: Callable[[Desk, UUID, Path], None]) -> QFileDialog | None:
    page = window.stack.current_page()
    choice = page.print_choice() if page is not None else None
    desk = window.desk
    if desk is None or choice is None or choice.event_id is None:
        if desk is not None:
            desk.tell(_("Please choose an event first."))
        return None
    return _save_as(window, desk, choice.event_id, (title, behind), write)


def _save_as(
    parent: QWidget, desk: Desk, event_id: UUID, words: tuple[str, str], write: Callable[[Desk, UUID, Path], None]
) -> QFileDialog:
    from domain.outgoing.packs import file_stem
    from domain.usecases import names

    title, behind = words
    stem = file_stem(desk.ask(names.of_ids, [event_id]).get(event_id, _("Event")))
    name = f"{stem} {behind}".strip() + ".ics"
    return files.save_as(parent, title, name, _("Calendar file") + " (*.ics)", partial(write, desk, event_id))


def write_entry(desk: Desk, event_id: UUID, path: Path) -> None:
    """Write the event for the public beside the window's thread."""

    def work(_ticket: "Ticket") -> None:
        from domain.outgoing.invitations import export_entry

        export_entry(desk.workspace, path, event_id, Audience.public, language)

    language = current()
    _start(desk, path, work)


def write_cancellation(desk: Desk, event_id: UUID, path: Path) -> None:
    """Write the cancellation of the event beside the window's thread."""

    def work(_ticket: "Ticket") -> None:
        from domain.outgoing.invitations import export_cancellation

        export_cancellation(desk.workspace, path, event_id, None, language)

    language = current()
    _start(desk, path, work)


def _start(desk: Desk, path: Path, work: "Callable[[Ticket], None]") -> None:
    words = _("Written to {file}").format(file=path.name)
    desk.tasks.start(work, lambda _nothing: desk.tell(words), lambda trouble: desk.tell(current().error(trouble)))
