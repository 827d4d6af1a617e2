"""What the window's own actions do, and how any action is done."""

from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from domain.errors import LandaufError
from domain.rows.steps import UndoState
from gui import registry
from gui.action_spec import ActionSpec, When
from gui.desk import step_text
from gui.texts import _

if TYPE_CHECKING:
    from gui.actions import Actions
    from gui.shell import Shell


def run(window: "Shell", spec: ActionSpec) -> None:
    """Do an action: on its page, which is shown first, or by its function. Trouble goes to the message bar."""
    try:
        if spec.page:
            page = window.show_page(spec.page)
            if spec.handler:
                attrgetter(spec.handler)(page)()
        else:
            registry.resolve(spec.handler)(window)
    except LandaufError as error:
        window.complain(error)


def allows(window: "Shell", spec: ActionSpec) -> bool:
    """Whether an action can be done now."""
    match spec.when:
        case When.always:
            return not spec.page or window.desk is not None
        case When.file_open:
            return window.desk is not None
        case When.undo:
            return window.undo_state is not None and window.undo_state.undo is not None
        case When.redo:
            return window.undo_state is not None and window.undo_state.redo is not None
        case When.page:
            page = window.stack.current_page()
            return page is not None and window.stack.current_id() == spec.page and page.may(spec.id)


def undo(window: "Shell") -> None:
    """Take the last step back."""
    if window.desk is not None:
        window.desk.undo()


def redo(window: "Shell") -> None:
    """Do the step again that was taken back last."""
    if window.desk is not None:
        window.desk.redo()


def name_undo(actions: "Actions", state: UndoState) -> None:
    """Put the names of the steps into the texts of undo and redo."""
    for action_id, plain, sentence, step in (
        ("edit.undo", _("Undo"), _("Undo: {step}"), state.undo),
        ("edit.redo", _("Redo"), _("Redo: {step}"), state.redo),
    ):
        actions[action_id].setText(sentence.format(step=step_text(step)) if step else plain)
        actions.update_one(action_id)


def open_palette(window: "Shell") -> None:
    """Let the person find records and commands."""
    from gui.widgets.command_palette import CommandPalette

    if window.palette_box is None:
        window.palette_box = CommandPalette(window)
        window.palette_box.hit_picked.connect(window.show_hit)
        window.palette_box.action_picked.connect(window.actions_.trigger)
    window.palette_box.open_for(window.actions_, window.desk)


def use_light_theme(window: "Shell") -> None:
    """Light, whatever the desktop says."""
    window.theme_picked.emit("light")


def use_dark_theme(window: "Shell") -> None:
    """Dark, whatever the desktop says."""
    window.theme_picked.emit("dark")


def use_system_theme(window: "Shell") -> None:
    """Light or dark as the desktop is."""
    window.theme_picked.emit("system")


def quit_program(window: "Shell") -> None:
    """Close the window, which ends the program."""
    window.close()


def next_region(window: "Shell") -> None:
    """Move the keyboard to the next of: navigation, page, head."""
    _move_region(window, 1)


def previous_region(window: "Shell") -> None:
    """Move the keyboard to the region before."""
    _move_region(window, -1)


def _move_region(window: "Shell", step: int) -> None:
    page = window.stack.current_page()
    regions: list[tuple[QWidget, QWidget]] = [(window.navigation, window.navigation.first_focus())]
    if page is not None:
        regions.append((page, page.first_focus()))
    regions.append((window.head, window.head.search))
    focused = QApplication.focusWidget()
    at = next((i for i, (area, _first) in enumerate(regions) if _holds(area, focused)), -step % len(regions))
    regions[(at + step) % len(regions)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _holds(area: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (focused is area or area.isAncestorOf(focused))
