"""The actions that pages and dialogs bring: one line each, read by `gui.actions`."""

from domain.i18n import N_
from gui.actions import ActionSpec, When

PAGE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("requests.new", N_("New request"), "enter", "plan", "Ctrl+Shift+N", "plus", page="requests"),
    ActionSpec(
        "requests.accept", N_("Make event of request"), "accept", "plan", "Ctrl+Return", "calendar", page="requests",
        when=When.page, group=3,
    ),
    ActionSpec(
        "requests.decline", N_("Decline request …"), "decline", "plan", icon="ban", page="requests", when=When.page,
        group=3,
    ),
)  # fmt: skip
"""How a line reads:

`ActionSpec("events.new", N_("New event"), "create", "plan", "Ctrl+N", "plus", page="events", when=When.file_open)`
shows the page `events` and calls its method `create`. With `when=When.page` the action is possible only while that
page is in front and its `may("events.new")` says so. A handler "gui.dialogs.export:open_dialog" is called with the
window (`window.desk` is the open file). Lines whose page or module does not exist are left out.
"""
