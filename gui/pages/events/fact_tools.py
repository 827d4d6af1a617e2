"""What the forms of single kinds ask the file: partners of some categories, events, a text on an event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from domain.rules.advice import HOST_CATEGORIES
from domain.terms import OnlineChannel
from gui.desk import Desk
from gui.pages.events.choices import Names, PartnerFinder
from gui.texts import current

if TYPE_CHECKING:
    from domain.rows.online import AboutRow


class EventFinder:
    """Finds events that an online contribution can be about, beside the GUI thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._on_done: Callable[[Sequence[AboutRow]], None] | None = None

    def find(self, text: str, on_done: "Callable[[Sequence[AboutRow]], None]") -> None:
        """Bring the events that contain `text` to `on_done`; only the newest call is answered."""
        from domain.usecases import online_posts

        self._on_done = on_done
        self._desk.ask_later(self._on_found, online_posts.suggest_events, text, current())

    def _on_found(self, rows: "list[AboutRow]") -> None:
        if self._on_done is not None:
            self._on_done(rows)


@dataclass(frozen=True)
class FactTools:
    """The window's side of the facts of all kinds; `hosts` finds those who are advised on economic protection."""

    desk: Desk
    finder: PartnerFinder
    names: Names
    today: Callable[[], date]
    hosts: PartnerFinder
    events: EventFinder

    def proposed_text(self, about_id: UUID, channel: OnlineChannel | None, link: str) -> str | None:
        """A text on an event as the public may know it, None if it may know nothing."""
        from domain.usecases import online_posts

        return self.desk.ask(online_posts.proposed_text, about_id, channel, link, current())


def fact_tools(desk: Desk, finder: PartnerFinder, names: Names, today: Callable[[], date]) -> FactTools:
    """The tools of one record."""
    return FactTools(desk, finder, names, today, PartnerFinder(desk, HOST_CATEGORIES), EventFinder(desk))
