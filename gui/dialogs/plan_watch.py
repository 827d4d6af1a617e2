"""Keeps the foot of the navigation true: asks how the plan stands whenever something has changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from gui.desk import Desk
from gui.widgets.navigation import Navigation
from gui.widgets.plan_foot import PlanFoot

if TYPE_CHECKING:
    from domain.rows.releases import PlanStanding
    from domain.workspace import Workspace


class PlanWatch(PlanFoot):
    """The foot over a file; it asks in a pool thread, so that no page waits for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        desk.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self, _tables: frozenset[str] = frozenset()) -> None:
        workspace = self._desk.workspace
        self._desk.tasks.start(lambda _ticket: _standing(workspace), self._on_standing, key="plan-standing")

    def _on_standing(self, standing: "PlanStanding") -> None:
        self.show_standing(standing)


def watch_plan(navigation: Navigation, desk: Desk, prepare: Callable[[], None]) -> PlanWatch:
    """Show at the foot of the navigation how the plan stands; a click calls `prepare`."""
    foot = PlanWatch(desk)
    foot.clicked.connect(prepare)
    navigation.set_foot(foot)
    return foot


def _standing(workspace: "Workspace") -> "PlanStanding":
    """Called in a pool thread, because the first call imports SQLAlchemy."""
    from domain.usecases import releases

    return workspace.ask(releases.standing)
