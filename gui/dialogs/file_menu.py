"""What the File and Help menus do with whole files: new, open, back up, restore, check."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from domain.terms import BERLIN
from gui.dialogs import files
from gui.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from domain.errors import Problem
    from gui.desk import Desk
    from gui.shell import Shell


def new_file(window: "Shell") -> None:
    """Ask for a passphrase or none and a place, make an empty file and open it."""
    from gui.dialogs.new_file import NewFileDialog

    if window.desk is not None:
        dialog = NewFileDialog(window.desk.clock, window)
        dialog.made.connect(lambda path, _passphrase: window.file_picked.emit(path))
        dialog.open()


def open_file(window: "Shell") -> None:
    """Open another file instead of this one; an encrypted one asks for its passphrase."""
    choose_workspace(window, window.file_picked.emit)


def choose_workspace(parent: "QWidget", on_chosen: "Callable[[Path], None]") -> None:
    """Let the person choose a workspace or a backup of one."""
    files.choose_file(parent, _("Open file"), _kinds(), on_chosen)


def back_up(window: "Shell") -> None:
    """Write a complete copy to a place the person chooses."""
    desk = window.desk
    if desk is None:
        return
    day = desk.clock().astimezone(BERLIN).date().isoformat()
    suggested = f"{desk.path.stem}-{day}.landauf-backup"
    kind = _("Landauf backup (*.landauf-backup)")
    files.save_as(window, _("Write backup"), suggested, kind, partial(_back_up, desk))


def restore(window: "Shell") -> None:
    """Take the content of a backup back, after saying what becomes of the present one."""
    from gui.dialogs.restore import RestoreDialog

    desk = window.desk
    if desk is not None:
        opened = partial(_ask_restore, RestoreDialog, desk, window)
        files.choose_file(window, _("Restore backup"), _kinds(), opened)


def check_file(window: "Shell") -> None:
    """Look the whole file over and say what is wrong with it, or that all is well."""
    desk = window.desk
    if desk is None:
        return
    workspace = desk.workspace
    desk.tasks.start(
        lambda _ticket: workspace.check(),
        partial(_show_check, window, desk.path),
        key="check-file",
        progress=_("Checking {file}").format(file=desk.path.name),
    )


def _back_up(desk: "Desk", out: Path) -> None:
    workspace = desk.workspace
    desk.tasks.start(
        lambda _ticket: workspace.backup(out),
        lambda _done: desk.tell(_("Backup written to {file}").format(file=out.name)),
        progress=_("Writing {file}").format(file=out.name),
    )


def _ask_restore(dialog: type, desk: "Desk", window: "Shell", source: Path) -> None:
    dialog(desk, source, window).open()


def _show_check(window: "Shell", path: Path, problems: "tuple[Problem, ...]") -> None:
    from gui.dialogs.check_result import CheckDialog

    CheckDialog(path, problems, window).open()


def _kinds() -> str:
    return _("Landauf files (*.landauf *.landauf-backup);;All files (*)")
