"""Keeps the count beside „Publishing“ in the navigation true, and offers to publish once the plan is released."""

from collections.abc import Callable
from typing import Protocol

from gui.desk import Desk
from gui.publishing_watch import PublishingWatch, waiting_words, watch_of
from gui.texts import _
from gui.widgets.navigation import Navigation

_PAGE = "publishing"


class Told(Protocol):
    """Shows a line with a button that calls what it is given."""

    def __call__(self, message: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show it; without `act` there is no button."""


def watch_publishing(navigation: Navigation, desk: Desk, tell: Told) -> PublishingWatch:
    """Show in the navigation how many changes wait to be published; after a release offer to publish them."""
    watch = watch_of(desk)
    watch.told.connect(lambda _found: navigation.set_count(_PAGE, watch.waiting))
    watch.offered.connect(lambda count: tell(waiting_words(count), _("Publish now"), watch.publish))
    navigation.set_count(_PAGE, watch.waiting)
    return watch
