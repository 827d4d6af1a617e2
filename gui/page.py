"""What a page is: the part of the window right of the navigation, built on first visit."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.desk import Desk

if TYPE_CHECKING:
    from domain.rows.printing import PrintChoice

ALL_TABLES: frozenset[str] = frozenset({"*"})
"""Given to `refresh` when a page is filled for the first time."""


class Page(QWidget):
    """One page of the window: `gui/pages/<id>/page.py` holds a subclass, `gui.registry.PAGES` a line that names it.

    `_build()` makes the widgets into `self.body`, `refresh(tables)` fills them from `self.desk`; both run when the
    page is first shown. Later `refresh` comes with the tables that changed, while the page is visible or as soon as
    it is shown again.

    `watches` names the tables whose changes concern the page; empty means all.
    """

    head_changed = Signal()  # title, context, buttons or what `may` says are different now
    asked_for = Signal(str, object)  # page id and record id (UUID or None): go there
    list_asked = Signal(str, object)  # page id and a filter of that page's list: go there and show what passes
    new_event_asked = Signal(object)  # date: go to the events page and begin a new event on that day
    action_asked = Signal(str)  # id of an action of the window or of any page: do it
    watches: frozenset[str] = frozenset()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.MARGIN, 0, theme.MARGIN, 20)
        self.body.setSpacing(theme.GAP)
        self._build()

    def _build(self) -> None:
        """Make the widgets; data come with `refresh`."""
        raise NotImplementedError

    def title(self) -> str:
        """The page's title in the head."""
        raise NotImplementedError

    def context(self) -> str:
        """What stands muted behind the title: a date, a count, a number."""
        return ""

    def primary(self) -> str:
        """The id of the action on the far right, "" for none."""
        return ""

    def secondary(self) -> tuple[str, ...]:
        """The ids of the actions left of it."""
        return ()

    def head_widget(self) -> QWidget | None:
        """A widget of the page's own behind the title, e.g. the calendar's paging; made once by the page."""
        return None

    def badges(self) -> Mapping[str, int]:
        """Counts for the navigation by page id, as far as the page knows them."""
        return {}

    def may(self, action_id: str) -> bool:
        """Whether an action of this page can be done now."""
        del action_id
        return True

    def refresh(self, tables: frozenset[str]) -> None:
        """Show what is in the file now; `tables` changed since the last time."""
        raise NotImplementedError

    def show_record(self, record: UUID) -> None:
        """Bring one record of this page to the front."""
        del record

    def show_filter(self, wanted: object) -> None:
        """Show the page's list with a filter of its own kind, as another page asked for."""
        del wanted

    def new_event(self, day: date) -> None:
        """Begin a new event on a day, as a draft; only the events page does."""
        del day

    def print_choice(self) -> "PrintChoice | None":
        """What printing begins with here: the event or tour in front; None offers everything."""
        return None

    def first_focus(self) -> QWidget:
        """What gets the keyboard when the page is entered by F6."""
        return self

    def has_draft(self) -> bool:
        """Whether something typed has not been saved."""
        return False
