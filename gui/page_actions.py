"""The actions that pages and dialogs bring: one line each, read by `gui.actions`."""

from domain.i18n import N_
from gui.action_spec import ActionSpec, When

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
    ActionSpec("partners.new", N_("New partner"), "enter", "plan", "Ctrl+Shift+P", "plus", page="partners"),
    ActionSpec(
        "partners.delete", N_("Delete partners"), "remove", "edit", "Del", "trash", page="partners", when=When.page,
        group=5,
    ),
    ActionSpec("sites.new", N_("New site"), "enter", "plan", icon="plus", page="sites"),
    ActionSpec(
        "sites.delete", N_("Delete sites"), "remove", "edit", "Del", "trash", page="sites", when=When.page, group=5,
    ),
    ActionSpec(
        "exchange.partners", N_("Read partners from a table …"), "gui.dialogs.import_table:read_partners", "exchange",
        "Ctrl+I", "import", when=When.file_open,
    ),
    ActionSpec(
        "exchange.requests", N_("Read requests from a table …"), "gui.dialogs.import_table:read_requests", "exchange",
        icon="import", when=When.file_open,
    ),
    ActionSpec(
        "exchange.vehicles", N_("Read vehicles from a table …"), "gui.dialogs.import_table:read_vehicles", "exchange",
        icon="import", when=When.file_open,
    ),
    ActionSpec(
        "events.new", N_("New event"), "new_event", "plan", "Ctrl+N", "plus", page="events", when=When.file_open
    ),
    ActionSpec(
        "events.delete", N_("Delete event"), "delete", "edit", "", "trash", page="events", when=When.page, group=5
    ),
)  # fmt: skip
"""How a line reads:

`ActionSpec("events.new", N_("New event"), "create", "plan", "Ctrl+N", "plus", page="events", when=When.file_open)`
shows the page `events` and calls its method `create`. With `when=When.page` the action is possible only while that
page is in front and its `may("events.new")` says so. A handler "gui.dialogs.export:open_dialog" is called with the
window (`window.desk` is the open file). Lines whose page or module does not exist are left out.
"""
