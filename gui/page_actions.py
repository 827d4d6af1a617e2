"""The actions that pages and dialogs bring: one line each, read by `gui.actions`.

`ActionSpec("events.new", N_("New event"), "create", "plan", "Ctrl+N", "plus", page="events", when=When.file_open)`
shows the page `events` and calls its method `create`. With `when=When.page` the action is possible only while that
page is in front and its `may("events.new")` says so. A handler "gui.dialogs.export:open_dialog" is called with the
window (`window.desk` is the open file). Lines whose page or module does not exist are left out.
"""

from gui.actions import ActionSpec

PAGE_ACTIONS: tuple[ActionSpec, ...] = ()
