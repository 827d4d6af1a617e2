"""The actions by which something enters or leaves the house, read by `gui.page_actions`."""

from domain.i18n import N_
from gui.action_spec import ActionSpec, When

EXCHANGE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("publishing.all", N_("Publish now"), "publish_all", "exchange", icon="broadcast", page="publishing",
        when=When.file_open, group=2,
    ),
    ActionSpec(
        "publishing.one", N_("Publish on this outlet"), "publish_one", "exchange", icon="send", page="publishing",
        when=When.page, group=2,
    ),
    ActionSpec("publishing.new", N_("New outlet …"), "enter", "exchange", icon="plus", page="publishing", group=2),
    ActionSpec(
        "publishing.delete", N_("Remove outlets"), "remove", "edit", "Del", "trash", page="publishing",
        when=When.page, group=5,
    ),
    ActionSpec(
        "publishing.anew", N_("Write everything anew"), "write_anew", "exchange", icon="refresh", page="publishing",
        when=When.page, group=2,
    ),
    ActionSpec(
        "exchange.partners", N_("Read partners from a file …"), "gui.dialogs.import_table:read_partners", "exchange",
        "Ctrl+I", "import", when=When.file_open,
    ),
    ActionSpec(
        "exchange.requests", N_("Read requests from a file …"), "gui.dialogs.import_table:read_requests", "exchange",
        icon="import", when=When.file_open,
    ),
    ActionSpec(
        "exchange.vehicles", N_("Read vehicles from a file …"), "gui.dialogs.import_table:read_vehicles", "exchange",
        icon="import", when=When.file_open,
    ),
    ActionSpec(
        "exchange.events", N_("Read events from a file …"), "gui.dialogs.import_table:read_events", "exchange",
        icon="import", when=When.file_open,
    ),
    ActionSpec(
        "exchange.calendar", N_("Read a calendar file …"), "gui.dialogs.import_table:read_calendar", "exchange",
        icon="import", when=When.file_open,
    ),
    ActionSpec(
        "exchange.house_check", N_("What leaves the house? …"), "gui.dialogs.house_check:open_dialog", "exchange",
        "Ctrl+Shift+H", "eye", when=When.file_open, group=1,
    ),
)  # fmt: skip
