"""What stands behind the title of an open event: its state, and the menu of everything that can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from domain.terms import EventState
from gui import icons, theme
from gui.actions import plain
from gui.page_actions import PAGE_ACTIONS
from gui.texts import _
from gui.widgets.badge import Badge, state_badge
from gui.widgets.button import Button, Weight

_FIRST = ("events.confirm", "tally.open", "events.hold", "events.review", "events.tentative")
_THEN = ("events.postpone", "events.cancel", "events.decline")
_OUT = ("events.mail", "events.announce", "events.entry", "events.cancellation")
_LAST = ("print.document", "events.duplicate", "events.template", "events.profile", "events.series", "events.delete")


class RecordHead(QWidget):
    """The state badge and a button with the menu; `ask` does an action by its id, `may` says whether it can be done."""

    def __init__(self, ask: Callable[[str], object], may: Callable[[str], bool]) -> None:
        super().__init__()
        self._ask = ask
        self._may = may
        self._menu: QMenu | None = None
        self.state = Badge(lambda: state_badge(EventState.idea))
        self.more = Button(icon="dots", weight=Weight.quiet, tip=_("Further steps"))
        self.more.clicked.connect(self._on_more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.GAP_SMALL, 0)
        row.setSpacing(theme.GAP_TINY)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.more)

    def show_state(self, state: EventState) -> None:
        """Show a state."""
        self.state.show_look(lambda: state_badge(state))

    def menu_now(self) -> QMenu:
        """The menu as it would open now: only what can be done, in four groups."""
        menu = QMenu(self)
        specs = {spec.id: spec for spec in PAGE_ACTIONS}
        for group in (_FIRST, _THEN, _OUT, _LAST):
            for action_id in (each for each in group if each in specs and (not specs[each].page or self._may(each))):
                spec = specs[action_id]
                entry = menu.addAction(icons.icon(spec.icon or "next"), plain(_(spec.msgid)))
                entry.triggered.connect(lambda _checked=False, wanted=action_id: self._ask(wanted))
            menu.addSeparator()
        return menu

    def _on_more(self) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = self.menu_now()
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + theme.GAP_TINY)))
