"""Every action once, as data: menus, head buttons, shortcuts and the command palette are built from it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from domain.i18n import N_
from gui import icons, registry
from gui.action_spec import ActionSpec, When
from gui.texts import _

MENUS: tuple[tuple[str, str], ...] = (
    ("file", N_("&File")),
    ("edit", N_("&Edit")),
    ("view", N_("&View")),
    ("plan", N_("&Plan")),
    ("print", N_("P&rint")),
    ("exchange", N_("E&xchange")),
    ("help", N_("&Help")),
)

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.quit", N_("Quit"), "gui.commands:quit_program", "file", "Ctrl+Q", group=9),
    ActionSpec("edit.undo", N_("Undo"), "gui.commands:undo", "edit", "Ctrl+Z", "undo", when=When.undo),
    ActionSpec("edit.redo", N_("Redo"), "gui.commands:redo", "edit", "Ctrl+Shift+Z", "redo", when=When.redo),
    ActionSpec("edit.find", N_("Search or command"), "gui.commands:open_palette", "edit", "Ctrl+K", "search", group=1),
    ActionSpec("view.light", N_("Light theme"), "gui.commands:use_light_theme", "view", icon="sun", group=8),
    ActionSpec("view.dark", N_("Dark theme"), "gui.commands:use_dark_theme", "view", icon="moon", group=8),
    ActionSpec("view.system", N_("Theme of the desktop"), "gui.commands:use_system_theme", "view", group=8),
    ActionSpec("view.next", N_("Next region"), "gui.commands:next_region", "view", "F6", group=9),
    ActionSpec(
        "view.previous",
        N_("Previous region"),
        "gui.commands:previous_region",
        "view",
        "Shift+F6",
        group=9,
    ),
)
"""Window actions; those of pages follow in `page_actions`, which each page package adds to."""


class Actions(QObject):
    """The window's actions as Qt knows them, each made when first needed.

    `run` does one, `allow` says whether it can be done now.
    """

    def __init__(self, run: Callable[[ActionSpec], None], allow: Callable[[ActionSpec], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._allow = allow
        self.specs = {spec.id: spec for spec in (*all_specs(), *_page_switches())}
        self._made: dict[str, QAction] = {}

    def __getitem__(self, action_id: str) -> QAction:
        if action_id not in self._made:
            self._made[action_id] = self._make(self.specs[action_id])
        return self._made[action_id]

    def all(self) -> list[QAction]:
        """Every action, for the window's shortcuts."""
        return [self[action_id] for action_id in self.specs]

    def trigger(self, action_id: str) -> None:
        """Do an action if it can be done now."""
        self.update_one(action_id)
        self[action_id].trigger()

    def update_all(self) -> None:
        """Ask again for every action that somebody has seen whether it can be done now."""
        for action_id in self._made:
            self.update_one(action_id)

    def update_one(self, action_id: str) -> None:
        """Ask again whether one action can be done now."""
        self[action_id].setEnabled(self._allow(self.specs[action_id]))

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus that have anything in them; their icons are drawn when they open."""
        for key, msgid in MENUS:
            members = sorted((spec for spec in self.specs.values() if spec.menu == key), key=lambda spec: spec.group)
            if members:
                self._fill_menu(bar.addMenu(_(msgid)), members)

    def _fill_menu(self, menu: QMenu, members: list[ActionSpec]) -> None:
        before = members[0].group
        for spec in members:
            if spec.group != before:
                menu.addSeparator()
            before = spec.group
            menu.addAction(self[spec.id])
        menu.aboutToShow.connect(lambda: self._on_menu(members))

    def _on_menu(self, members: list[ActionSpec]) -> None:
        for spec in members:
            self.update_one(spec.id)
            if spec.icon:
                self[spec.id].setIcon(icons.icon(spec.icon))

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(_(spec.msgid), self)
        action.setObjectName(spec.id)
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        action.setEnabled(self._allow(spec))
        action.triggered.connect(lambda _checked=False: self._run(spec))
        return action


def all_specs() -> tuple[ActionSpec, ...]:
    """The window's actions and those of the pages that are there."""
    from gui.page_actions import PAGE_ACTIONS

    there = {spec.id for spec in registry.pages()}
    wanted = [spec for spec in PAGE_ACTIONS if not spec.page or spec.page in there]
    return (*ACTIONS, *(spec for spec in wanted if ":" not in spec.handler or registry.exists(spec.handler)))


def _page_switches() -> list[ActionSpec]:
    """One action a page in the View menu: Ctrl+1 to Ctrl+9 in the order of the navigation."""
    return [
        ActionSpec(f"view.page.{spec.id}", spec.msgid, "", "view", f"Ctrl+{number}", spec.icon, spec.id, When.file_open)
        for number, spec in enumerate(registry.pages(), start=1)
    ]


def plain(words: str) -> str:
    """An action's text without the mark of its access key."""
    return words.replace("&", "")
